"""Stacks with a little content, on both engines."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from codekids_exercises.release import release
from codekids_grading.sandbox import NoSeal, open_sandbox
from under_fire.stack import Content, Stack, copy_one_set, make_stack

MakeStack = Callable[..., Stack]


@pytest.fixture(scope="session")
def content(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Content:
    """One set with its homework, released once for all tests."""
    folder = tmp_path_factory.mktemp("content")
    copy_one_set(root / "exercises" / "sets", folder / "sets")
    release(folder / "sets", folder / "released")
    return Content(folder / "sets", folder / "released")


@pytest.fixture
def make(tmp_path: Path, content: Content) -> Iterator[MakeStack]:
    """Makes stacks, which are stopped at the end."""
    try:
        open_sandbox()
    except NoSeal as refusal:
        pytest.skip(str(refusal))
    made: list[Stack] = []

    def making(clubs: dict[str, int], *, data: Path | None = None, database: str = "") -> Stack:
        made.append(make_stack(tmp_path, data or tmp_path / "data", content, database, clubs))
        return made[-1]

    yield making
    for stack in made:
        stack.close()


@pytest.fixture
def one_engine(request: pytest.FixtureRequest) -> str:
    """For what takes minutes: production's engine where it is here, else SQLite."""
    try:
        url: str = request.getfixturevalue("postgres_url")
    except pytest.skip.Exception:
        return ""
    return url


@pytest.fixture
def engine(database_url: str) -> str:
    """What the settings say of the database: nothing where it is SQLite, which lies in the data folder."""
    return database_url if database_url.startswith("postgresql") else ""
