"""What several commands ask for in the same way."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from codekids_hub.addresses import project_root
from codekids_hub.care.upgrading import upgrade
from codekids_hub.production import running
from codekids_hub.settings import Settings
from codekids_hub.storage import Database

CONFIG_FILE = "codekids.toml"

CHOSEN_FOR_THE_DEMO = (
    "CODEKIDS_STOP_AFTER",
    "CODEKIDS_FORMGRADER",
    "CODEKIDS_SECOND_FACTOR",
    "CODEKIDS_WORKSPACE_START",
)
"""What the environment may change of a demo: who shows or tests it is less patient than a child, and more curious."""


def demo_settings(data: Path | None, port: int | None) -> Settings:
    """The settings of the demo: everything under ``.codekids/demo`` of the project, or under ``data``."""
    root = project_root()
    return Settings.load(
        None,
        {"CODEKIDS_SECOND_FACTOR": "offered"}
        | {name: os.environ[name] for name in CHOSEN_FOR_THE_DEMO if name in os.environ},
        data=(data or root / ".codekids" / "demo").resolve(),
        content=root / "exercises" / "sets",
        port=port,
    )


def real_settings() -> Settings:
    """The settings of this installation, from ``codekids.toml`` beside the launcher and the environment."""
    return Settings.load(project_root() / CONFIG_FILE, os.environ)


def is_outside(settings: Settings) -> bool:
    """Whether the installation is in containers, and we are not."""
    return settings.contained and not running.is_inside()


def settings_for(demo: bool, data: Path | None) -> Settings:
    """The settings that the options ``--demo`` and ``--data`` lead to. With ``mode = "docker"`` or
    ``"swarm"`` this very command runs in the hub's container, where the database is, and ends here."""
    if demo or data:
        return demo_settings(data, None)
    settings = real_settings()
    if is_outside(settings):
        sys.exit(running.run_inside(settings, sys.argv[1:]))
    return settings


demo_option = click.option("--demo", is_flag=True, help="Work on the demo's data instead of the real ones.")
data_option = click.option(
    "--data", type=click.Path(path_type=Path, file_okay=False), help="Work on the demo in this folder."
)


class migrated:
    """The migrated database of these settings, disposed of at the end."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def __enter__(self) -> Database:
        self.settings.data.mkdir(parents=True, exist_ok=True)
        self.database = Database(self.settings.database_url)
        upgrade(self.settings, self.database, datetime.now(UTC))
        return self.database

    def __exit__(self, *_: object) -> None:
        self.database.dispose()
