"""The database: tables and migrations agree, writers wait for each other, what is committed is durable."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.exc import StatementError

import codekids_hub.storage.homework_tables
import codekids_hub.storage.privacy_tables
import codekids_hub.storage.session_tables  # noqa: F401 - the other tables
from codekids_hub.storage import Database, migrate
from codekids_hub.storage.tables import Guess, Table


def test_tables_and_migrations_do_not_drift_apart(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Table.metadata) == []


def test_migrating_twice_changes_nothing(database: Database) -> None:
    migrate(database)
    with database.engine.connect() as connection:
        assert MigrationContext.configure(connection).get_current_revision() is not None


def test_sqlite_keeps_what_it_committed(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    with database.read() as session:
        assert session.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert session.execute(text("PRAGMA synchronous")).scalar() == 2, "FULL"
        assert session.execute(text("PRAGMA foreign_keys")).scalar() == 1
    database.dispose()


def test_twenty_writers_at_once_all_count(database: Database, now: datetime) -> None:
    with database.write() as session:
        session.add(Guess(target="t", failures=0, last_at=now))

    def count(_: int) -> None:
        with database.write() as session:
            guess = session.get_one(Guess, "t", with_for_update=True)
            guess.failures += 1

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(count, range(20)))
    with database.read() as session:
        assert session.get_one(Guess, "t").failures == 20


def test_an_exception_leaves_nothing_behind(database: Database, now: datetime) -> None:
    with pytest.raises(RuntimeError), database.write() as session:
        session.add(Guess(target="t", failures=1, last_at=now))
        session.flush()
        raise RuntimeError
    with database.read() as session:
        assert session.get(Guess, "t") is None


def test_times_without_a_zone_are_refused(database: Database) -> None:
    with pytest.raises(StatementError), database.write() as session:
        session.add(Guess(target="t", failures=1, last_at=datetime(2026, 1, 1)))
        session.flush()
