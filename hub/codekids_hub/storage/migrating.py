"""Migrations, run in process by Alembic; scripts are ``migrations/versions/0001_clubs.py`` and so on."""

from importlib.resources import files

from alembic import command
from alembic.config import Config

from codekids_hub.storage.database import Database


def migrate(database: Database) -> None:
    """Bring the tables to the newest revision; does nothing when they are there already."""
    config = Config()
    config.set_main_option(
        "script_location", str(files("codekids_hub.storage") / "migrations").replace("%", "%%")
    )
    config.attributes["engine"] = database.engine
    command.upgrade(config, "head")
