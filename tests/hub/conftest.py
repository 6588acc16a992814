"""A club in a database, on both engines, at a time that stands still."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from codekids_hub import people
from codekids_hub.club.parts import Parts
from codekids_hub.storage import Database
from codekids_hub.storage.tables import Adult
from hub.village import NOW, PEPPER, Originals, Village, originals_in
from hub.visiting import Browser, parts_for

MakeDatabase = Callable[..., AbstractContextManager[str]]


@pytest.fixture
def now() -> datetime:
    """Thursday, when children come in."""
    return NOW


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database of this test's own, on each engine: with the village or with all tables where the test asks for
    them, else empty.
    """
    original = None
    if {"village", "database"} & set(request.fixturenames):
        originals: Originals = request.getfixturevalue(f"originals_on_{request.param}")
        original = originals.village.database if "village" in request.fixturenames else originals.tables
    if request.param == "sqlite":
        if original:
            shutil.copyfile(str(original.engine.url.database), tmp_path / "test.sqlite")
        yield f"sqlite:///{tmp_path / 'test.sqlite'}"
    else:
        make: MakeDatabase = request.getfixturevalue("postgres_database")
        with make(original.engine.url.database) if original else make() as url:
            yield url


@pytest.fixture(scope="session")
def originals_on_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Originals:
    """What is copied on SQLite."""
    folder = tmp_path_factory.mktemp("originals")
    return originals_in(f"sqlite:///{folder / 'tables.sqlite'}", f"sqlite:///{folder / 'village.sqlite'}")


@pytest.fixture(scope="session")
def originals_on_postgresql(postgres_database: MakeDatabase) -> Iterator[Originals]:
    """What is copied on PostgreSQL."""
    with postgres_database() as tables, postgres_database() as village:
        yield originals_in(tables, village)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """The club's database with all tables."""
    made = Database(database_url)
    yield made
    made.dispose()


@pytest.fixture
def village(database: Database, request: pytest.FixtureRequest) -> Village:
    """Maria and Luca in Crina's club at Pietrari, Ana in another one."""
    originals: Originals = request.getfixturevalue(f"originals_on_{database.engine.dialect.name}")
    return replace(originals.village, database=database)


@pytest.fixture
def parts(village: Village, tmp_path: Path) -> Parts:
    """The service's parts, with a coordinator; all speak English."""
    with village.database.write() as session:
        people.add_adult(session, "ioana", "cinci cuvinte bune", NOW, coordinator=True)
        for adult in session.scalars(select(Adult)):
            adult.language = "en"
    return parts_for(village.database, tmp_path, PEPPER)


@pytest.fixture
def visit(parts: Parts) -> Callable[[str], Browser]:
    """A browser of an adult by name, of a child by identifier, of nobody without."""

    def come(who: str) -> Browser:
        with parts.database.read() as session:
            found = session.scalar(select(Adult.id).where(Adult.name == who))
        return Browser(parts, found or who)

    return come
