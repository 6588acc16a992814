"""Upgrades: a copy before the tables change, nothing lost on the way there and back."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from codekids_hub.care import databases
from codekids_hub.care.programs import ProgramMissing
from codekids_hub.care.upgrading import FOLDER, upgrade
from codekids_hub.settings import Settings
from codekids_hub.storage import Database, migrate
from codekids_hub.storage.migrating import downgrade, is_behind, revisions
from hub.village import Village

PEOPLE = ("children", "cards", "clubs", "adults", "audit")


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    """Where the village's database is."""
    return Settings(data=tmp_path / "data", database=database_url)


def rows(database: Database, tables: tuple[str, ...] = PEOPLE) -> dict[str, list[str]]:
    """Every row of these tables, as text."""
    with database.engine.connect() as connection:
        return {
            name: sorted(
                str(dict(row)) for row in connection.execute(text(f"SELECT * FROM {name}")).mappings()
            )
            for name in tables
        }


@contextmanager
def opened(copy: Path, settings: Settings) -> Iterator[Database]:
    """A copy, to be looked into."""
    if copy.suffix == ".sqlite":
        database = Database(f"sqlite:///{copy}")
        yield database
        database.dispose()
        return
    with databases.passing_postgres(settings.database_url) as url:
        databases.bring_postgres(url, copy)
        database = Database(url)
        yield database
        database.dispose()


@pytest.mark.parametrize("revision", revisions()[1:])
def test_going_back_and_forward_keeps_people(village: Village, revision: str) -> None:
    database = village.database
    before = rows(database)
    downgrade(database, revision)
    assert is_behind(database) and "children" in inspect(database.engine).get_table_names()
    migrate(database)
    assert not is_behind(database) and rows(database) == before


def test_a_copy_is_made_before_the_tables_change(settings: Settings, village: Village, now: datetime) -> None:
    assert upgrade(settings, village.database, now) is None
    assert not (settings.data / FOLDER).exists(), "nothing to do, nothing to copy"
    today = rows(village.database)
    downgrade(village.database, revisions()[1])
    before = rows(village.database)

    copy = upgrade(settings, village.database, now)

    assert copy is not None and copy.stem == f"{revisions()[1]}-20261119-163000"
    assert copy.stat().st_mode & 0o077 == 0
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]
    assert not is_behind(village.database) and rows(village.database) == today
    with opened(copy, settings) as old:
        assert is_behind(old) and rows(old) == before

    os.utime(copy, (now.timestamp(), now.timestamp()))
    upgrade(settings, village.database, now + timedelta(days=34))
    assert copy.exists()
    upgrade(settings, village.database, now + timedelta(days=36))
    assert not copy.exists(), "who was erased meanwhile is in no copy"


def test_without_a_way_to_copy_nothing_changes(
    postgres_url: str, tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database(postgres_url)
    migrate(database)
    downgrade(database, revisions()[1])
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(ProgramMissing, match="postgresql-client"):
        upgrade(Settings(data=tmp_path, database=postgres_url), database, now)
    assert is_behind(database)
    database.dispose()
