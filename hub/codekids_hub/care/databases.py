"""Consistent copies of databases that are being written to, and bringing such a copy back."""

import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, create_engine, inspect, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import ProgrammingError

from codekids_hub.care import programs
from codekids_hub.refusals import Refusal
from codekids_hub.storage import Database

PACKAGE = "postgresql-client"


class MayNotMake(Refusal):
    """A drill needs a database of its own."""

    message = (
        "The database account %(user)s may not make a database, and a drill needs one of its own. "
        "Give it the right (ALTER ROLE ... CREATEDB), or drill on another machine."
    )


def copy_sqlite(source: Path, target: Path) -> None:
    """Copy an SQLite file with SQLite's own online backup: writers go on, the copy is of one moment."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with (
        closing(sqlite3.connect(source, timeout=30)) as opened,
        closing(sqlite3.connect(target)) as copied,
    ):
        opened.backup(copied)
        copied.execute("PRAGMA journal_mode=DELETE")  # one file, nothing beside it


def copy_postgres(database: Database, target: Path) -> dict[str, int]:
    """Dump a PostgreSQL database as it is at one moment.

    :returns: how many rows each table has at that very moment
    :raises codekids_hub.care.programs.ProgramMissing: ``pg_dump`` is not installed
    """
    pg_dump = programs.find("pg_dump", PACKAGE)
    with database.engine.connect().execution_options(isolation_level="REPEATABLE READ") as connection:
        moment = connection.execute(text("SELECT pg_export_snapshot()")).scalar_one()
        url = database.engine.url
        programs.run([pg_dump, "-Fc", f"--snapshot={moment}", "-f", target], libpq_environment(url))
        return count(connection)


def bring_postgres(url: str, dump: Path) -> None:
    """Read a dump into an empty PostgreSQL database: all of it or nothing."""
    pg_restore = programs.find("pg_restore", PACKAGE)
    name = make_url(url).database or ""
    options = ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", "-d", name]
    programs.run([pg_restore, *options, dump], libpq_environment(make_url(url)))


def libpq_environment(url: URL) -> dict[str, str]:
    """What PostgreSQL's programs read from their environment: no password stands in a list of processes."""
    named = {"HOST": url.host, "PORT": url.port, "USER": url.username, "PASSWORD": url.password}
    named |= {"DATABASE": url.database}
    named |= {name.upper(): value for name, value in url.query.items() if isinstance(value, str)}
    return {f"PG{name}": str(value) for name, value in named.items() if value}


def count(connection: Connection) -> dict[str, int]:
    """How many rows each table has."""
    quote = connection.dialect.identifier_preparer.quote
    return {
        name: connection.execute(text(f"SELECT count(*) FROM {quote(name)}")).scalar_one()
        for name in sorted(inspect(connection).get_table_names())
    }


def revision(engine: Engine) -> str | None:
    """The revision that the tables are at; ``None`` without tables."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def look_into(url: str) -> tuple[dict[str, int], str | None]:
    """How many rows each table of a database has, and its revision."""
    database = Database(url)
    try:
        with database.engine.connect() as connection:
            rows = count(connection)
        return rows, revision(database.engine)
    finally:
        database.dispose()


def sqlite_file(url: str) -> Path | None:
    """The file of an SQLite database; ``None`` for PostgreSQL."""
    parts = make_url(url)
    return Path(parts.database or "") if parts.get_backend_name() == "sqlite" else None


@contextmanager
def passing_postgres(url: str) -> Iterator[str]:
    """An empty database beside another one, for as long as somebody looks at a copy in it.

    :raises MayNotMake: the account may not make databases
    """
    parts = make_url(url)
    name = f"{parts.database}_drill_{secrets.token_hex(4)}"
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            try:
                connection.execute(text(f'CREATE DATABASE "{name}" TEMPLATE template0'))
            except ProgrammingError as error:
                raise MayNotMake(user=parts.username) from error
            try:
                yield parts.set(database=name).render_as_string(hide_password=False)
            finally:
                connection.execute(text(f'DROP DATABASE "{name}" WITH (FORCE)'))
    finally:
        engine.dispose()
