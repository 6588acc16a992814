"""Copies in a folder: a repository of restic, encrypted, each copy holding only what is new since the last one."""

import re
from collections.abc import Sequence
from pathlib import Path

from codekids_hub.care import keys, programs
from codekids_hub.care.archive import CopyDamaged, Saved

_HOST = "codekids"
_SOME_UNREAD = 3
"""restic's exit code for: the copy is made, and some files could not be read."""


def save(folder: Path, key: Path, data: Path, names: Sequence[str], keep_days: int) -> Saved:
    """Add a copy of ``names`` of the folder ``data``, and forget copies older than ``keep_days`` days.

    :raises codekids_hub.care.programs.ProgramMissing: restic is not installed
    """
    keys.read(key)
    if not (folder / "config").exists():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _restic(folder, key, "init")
    ended = _restic(folder, key, "backup", "--host", _HOST, "--", *names, cwd=data, fine=(0, _SOME_UNREAD))
    _restic(
        folder, key, "forget", "--host", _HOST, "--group-by", "host",
        "--keep-within", f"{keep_days}d", "--keep-last", "1", "--prune",
    )  # fmt: skip
    made = re.search(r"processed (\d+) files", ended)
    unread = re.findall(r"^error: (?:lstat|open|scan)?\s*(\S.*)$", ended, re.MULTILINE)
    return Saved(int(made.group(1)) if made else 0, unread)


def extract(folder: Path, key: Path, target: Path) -> None:
    """Bring the newest copy back into an empty folder; restic compares each file with what was written.

    :raises CopyDamaged: it is not what was written
    """
    keys.read(key)
    try:
        _restic(folder, key, "restore", "latest", "--host", _HOST, "--target", target, "--verify")
    except programs.ProgramFailed as failed:
        raise CopyDamaged(place=folder, reason=failed.values["said"]) from failed


def is_repository(folder: Path) -> bool:
    """Whether a folder is a repository of restic's."""
    return (folder / "config").is_file() and (folder / "snapshots").is_dir()


def _restic(
    folder: Path, key: Path, *arguments: str | Path, cwd: Path | None = None, fine: tuple[int, ...] = (0,)
) -> str:
    restic = programs.find(
        "restic", "restic", "It is needed for copies in a folder; a copy in one file needs nothing else."
    )
    environment = {"RESTIC_PASSWORD_FILE": str(key.absolute()), "RESTIC_PROGRESS_FPS": "0"}
    command: list[str | Path] = [restic, "-r", folder.absolute(), "--no-cache", *arguments]
    ended = programs.run(command, environment, cwd=cwd, fine=fine)
    return ended.stdout + ended.stderr
