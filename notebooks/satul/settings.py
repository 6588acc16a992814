"""What satul knows of the workspace around it; read from the environment here and nowhere else."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

LOOP_AFTER = 20.0
STOP_AFTER = 60.0


@dataclass(frozen=True)
class Settings:
    """The workspace, as its spawner describes it.

    Attributes:
        content: folder of the released challenges (``CODEKIDS_CONTENT``).
        club_api: address of the club's API (``CODEKIDS_CLUB_API``); without it no event is kept or sent.
        token: the workspace's key for that API (``JUPYTERHUB_API_TOKEN``).
        outbox: the folder that keeps events until they are accepted.
        stop_after: seconds after which a running cell is stopped (``CODEKIDS_STOP_AFTER``, 0 = never).
    """

    content: Path | None
    club_api: str
    token: str
    outbox: Path
    stop_after: float


def read(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings of this workspace now."""
    env = os.environ if environment is None else environment
    content = env.get("CODEKIDS_CONTENT")
    return Settings(
        content=Path(content) if content else None,
        club_api=env.get("CODEKIDS_CLUB_API", "").rstrip("/"),
        token=env.get("JUPYTERHUB_API_TOKEN", ""),
        outbox=Path(env.get("HOME") or Path.home()) / ".satul",
        stop_after=_seconds(env.get("CODEKIDS_STOP_AFTER", "")),
    )


def _seconds(text: str) -> float:
    try:
        return max(0.0, float(text))
    except ValueError:
        return STOP_AFTER
