"""What the workspace knows of the house around it; read from the environment here and nowhere else."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from codekids_exercises.languages import LANGUAGES

LANGUAGE = "CODEKIDS_LANGUAGE"
"""The variable that names the child's language, to the workspace and to each program in it."""


@dataclass(frozen=True)
class Surroundings:
    """The workspace, as its spawner describes it.

    Attributes:
        content: folder of the released challenges (``CODEKIDS_CONTENT``).
        language: language of the child when the server starts (``CODEKIDS_LANGUAGE``).
        home_url: where *Home* leads to (``CODEKIDS_HOME_URL``); empty without a hub.
        logout_url: where *I am done* leads to (``CODEKIDS_LOGOUT_URL``); empty without a hub.
        lab_url: where JupyterLab's own files are for all workspaces (``CODEKIDS_LAB_URL``); empty: this one serves its own.
        home_bytes: how much a home should hold at most (``CODEKIDS_HOME_MB``, in megabytes); 0: no limit.
    """

    content: Path | None
    language: str
    home_url: str
    logout_url: str
    home_bytes: int = 0
    lab_url: str = ""


def read(environment: Mapping[str, str] | None = None) -> Surroundings:
    """The surroundings of this workspace now."""
    env = os.environ if environment is None else environment
    content = env.get("CODEKIDS_CONTENT")
    return Surroundings(
        content=Path(content) if content else None,
        language=known_language(env.get(LANGUAGE, "")) or LANGUAGES[0],
        home_url=env.get("CODEKIDS_HOME_URL", ""),
        logout_url=env.get("CODEKIDS_LOGOUT_URL", ""),
        lab_url=env.get("CODEKIDS_LAB_URL", "").rstrip("/"),
        home_bytes=_megabytes(env.get("CODEKIDS_HOME_MB", "")),
    )


def known_language(code: str) -> str:
    """The language of that code (``ro``, ``ro-RO``, ``ro_RO``), or an empty string when there are no words in it."""
    language = code.replace("_", "-").partition("-")[0].lower()
    return language if language in LANGUAGES else ""


def _megabytes(text: str) -> int:
    return int(text) * 1_000_000 if text.isdecimal() else 0
