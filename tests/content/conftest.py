"""What the content's tests share: the sets, what is released of them once, and a warm process that runs our programs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from codekids_exercises.release import release
from codekids_exercises.source import read_sets
from codekids_exercises.source_form import SourceSet
from codekids_exercises.warm import WarmRunner


@pytest.fixture(scope="session")
def sets(root: Path) -> Path:
    return root / "exercises" / "sets"


@pytest.fixture(scope="session")
def all_sets(sets: Path) -> tuple[SourceSet, ...]:
    return read_sets(sets)


@pytest.fixture(scope="session")
def content(sets: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("released") / "content"
    release(sets, folder)
    return folder


@pytest.fixture(scope="session")
def warm() -> Iterator[WarmRunner]:
    with WarmRunner() as runner:
        yield runner
