"""Migrations, run in process by Alembic; scripts are ``migrations/versions/0001_clubs.py`` and so on."""

from importlib.resources import files

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from codekids_hub.storage.database import Database


def migrate(database: Database) -> None:
    """Bring the tables to the newest revision; does nothing when they are there already."""
    command.upgrade(_config(database), "head")


def downgrade(database: Database, revision: str) -> None:
    """Bring the tables back to an older revision."""
    command.downgrade(_config(database), revision)


def revisions() -> list[str]:
    """All revisions that this version knows, the newest first."""
    return [script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()]


def is_behind(database: Database) -> bool:
    """Whether there are tables, and :func:`migrate` would change them."""
    with database.engine.connect() as connection:
        there = MigrationContext.configure(connection).get_current_revision()
    return there is not None and there != revisions()[0]


def _config(database: Database | None = None) -> Config:
    config = Config()
    config.set_main_option(
        "script_location", str(files("codekids_hub.storage") / "migrations").replace("%", "%%")
    )
    if database is not None:
        config.attributes["engine"] = database.engine
    return config
