"""Bringing a challenge into a child's home: copied once, whole or not at all, and never over the child's own work."""

import os
import re
import tempfile
from pathlib import Path

from codekids_exercises import catalogue
from codekids_exercises.challenge import ContentError
from satul.workspace.safe_files import sync_folder

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class NoSuchChallenge(LookupError):
    """There is no such challenge to open here."""


def is_id(text: str) -> bool:
    """Whether this can be the id of a set or a challenge."""
    return _ID.fullmatch(text) is not None


def bring(content: Path | None, home: Path, set_id: str, challenge_id: str, language: str) -> str:
    """Make sure that the notebook of a challenge is in the home, and say where.

    Returns the path below the home, with slashes. Raises NoSuchChallenge for ids that are not in the catalogue or not
    released in the language, and OSError when the home takes no file.
    """
    relative = f"{set_id}/{challenge_id}.ipynb"
    original = released(content, set_id, challenge_id, language)
    target = home / relative
    if not target.exists():
        put_whole(original.read_bytes(), target)
    return relative


def released(content: Path | None, set_id: str, challenge_id: str, language: str) -> Path:
    """The released notebook of a challenge. Raises NoSuchChallenge."""
    if content is None or not (is_id(set_id) and is_id(challenge_id)):
        raise NoSuchChallenge(f"There is no challenge {challenge_id!r} in {set_id!r} here.")
    try:
        catalogue.read(content).challenge(set_id, challenge_id)
    except ContentError as error:
        raise NoSuchChallenge(str(error)) from error
    notebook = content / set_id / challenge_id / f"{language}.ipynb"
    if not notebook.is_file():
        raise NoSuchChallenge(f"{set_id}/{challenge_id} is not released in {language!r}.")
    return notebook


def put_whole(content: bytes, target: Path) -> None:
    """Write a file whole or not at all, and durably; a file that is there already is the child's and stays."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _put(Path(name), target)
    finally:
        Path(name).unlink(missing_ok=True)
    sync_folder(target.parent)


def _put(whole: Path, target: Path) -> None:
    """Give the whole file its name; a file that came there meanwhile is the child's and stays."""
    try:
        os.link(whole, target)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        if not target.exists():
            whole.rename(target)
