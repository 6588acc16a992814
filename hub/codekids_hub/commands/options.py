"""What several commands ask for in the same way."""

import os
from pathlib import Path

import click

from codekids_hub.addresses import project_root
from codekids_hub.settings import Settings

CONFIG_FILE = "codekids.toml"


def demo_settings(data: Path | None, port: int | None) -> Settings:
    """The settings of the demo: everything under ``.codekids/demo`` of the project, or under ``data``."""
    root = project_root()
    return Settings.load(
        None,
        {},
        data=(data or root / ".codekids" / "demo").resolve(),
        content=root / "exercises" / "sets",
        port=port,
        stop_after=os.environ.get(
            "CODEKIDS_STOP_AFTER"
        ),  # who shows or tests the demo is less patient than a child
    )


def real_settings() -> Settings:
    """The settings of this installation, from ``codekids.toml`` beside the launcher and the environment."""
    return Settings.load(project_root() / CONFIG_FILE, os.environ)


def settings_for(demo: bool, data: Path | None) -> Settings:
    """The settings that the options ``--demo`` and ``--data`` lead to."""
    return demo_settings(data, None) if demo or data else real_settings()


demo_option = click.option("--demo", is_flag=True, help="Work on the demo's data instead of the real ones.")
data_option = click.option(
    "--data", type=click.Path(path_type=Path, file_okay=False), help="Work on the demo in this folder."
)
