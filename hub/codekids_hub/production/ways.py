"""The two ways to run an installation in containers, and which one somebody chose."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from codekids_hub.production import compose, stack
from codekids_hub.settings import Settings


class Way(Protocol):
    """What a module does that runs an installation; each of these functions raises a refusal of its own that says what to do."""

    def refuse_what_is_missing(self, settings: Settings, command: str) -> None:
        """Refuse to start ``command`` on a machine that lacks something."""

    def make_ready(self, root: Path, settings: Settings, tag: str) -> None:
        """Lay out folders, secrets and variables. Doing it again changes nothing."""

    def start(self, root: Path, settings: Settings, tag: str, say: Callable[[str], None]) -> None:
        """Start everything, and wait until people can log in."""

    def start_database(self, root: Path, settings: Settings) -> None:
        """Start the database, and nothing that would use it."""

    def line_beside_database(self, root: Path, settings: Settings, tag: str) -> list[str]:
        """How a container of the hub's image is started beside the database; its command follows."""

    def is_running(self, settings: Settings) -> bool:
        """Whether people may be at work there."""

    def stop(self, root: Path, settings: Settings) -> None:
        """Stop everything, workspaces first. Nothing is lost."""


def way_of(settings: Settings) -> Way:
    """On one machine, or with ``mode = "swarm"`` on several."""
    return stack if settings.mode == "swarm" else compose
