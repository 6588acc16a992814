"""Saving a copy while everything runs: databases first, then files, so that whatever a row names is in the copy, too."""

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from codekids_hub.care import archive, databases, keys, manifest, repository
from codekids_hub.care.manifest import COPIES, Manifest
from codekids_hub.refusals import Refusal
from codekids_hub.settings import Settings
from codekids_hub.storage import Database

LAST = "backup.json"
"""In the data folder: when the last copy was made, and where."""
_LOCK = ".backup.lock"
_LEFT_OUT = ("released", "released.stamp", "backup.json", "before-upgrade", "metrics", _LOCK, COPIES)
_MARKS_LEFT_OUT = (".log", ".pid", ".part", ".sqlite")


class NothingToSave(Refusal):
    """There is no installation here."""

    message = (
        "%(data)s holds no database: there is nothing to save. Start the hub once, or name the right folder."
    )


class CopyInData(Refusal):
    """The copy would lie in what is copied."""

    message = "%(place)s lies in the data folder itself. Choose a place outside, best on another disk."


class AlreadySaving(Refusal):
    """Another copy is just being made."""

    message = "Another copy is just being made. Try again when it is done."


@dataclass(frozen=True)
class Made:
    """A copy that is there now."""

    files: int
    rows: int
    unread: tuple[str, ...]
    new_key: bool


def save(settings: Settings, place: Path, now: datetime, keep_days: int = 35) -> Made:
    """Save a copy in a file, or, where ``place`` is a folder, in a repository that holds only what is new.

    :raises NothingToSave: there is no installation
    :raises CopyInData: ``place`` is in the data folder
    :raises AlreadySaving: somebody else is at it
    """
    own_file = databases.sqlite_file(settings.database_url)
    if not settings.data.is_dir() or (own_file is not None and not own_file.exists()):
        raise NothingToSave(data=settings.data)
    for each in (place, settings.backup_key_file):
        if each.absolute().resolve().is_relative_to(settings.data.resolve()):
            raise CopyInData(place=each)
    new_key = keys.make(settings.backup_key_file)
    with _alone(settings.data):
        copies = settings.data / COPIES
        shutil.rmtree(copies, ignore_errors=True)
        try:
            said = copy_databases(settings, copies, now)
            names = [*_files(settings.data), COPIES]
            if place.is_dir():
                saved = repository.save(place, settings.backup_key_file, settings.data, names, keep_days)
            else:
                saved = archive.save(place, settings.backup_key_file, settings.data, names)
        finally:
            shutil.rmtree(copies, ignore_errors=True)
        _note(settings.data / LAST, place, now)
    return Made(saved.files, sum(said.rows.values()), tuple(saved.unread), new_key)


def last_saved(settings: Settings) -> datetime | None:
    """When the last copy of an installation was saved; ``None`` if none ever was."""
    try:
        return datetime.fromisoformat(json.loads((settings.data / LAST).read_text())["at"])
    except (OSError, ValueError, KeyError):
        return None


def copy_databases(settings: Settings, copies: Path, now: datetime) -> Manifest:
    """Copy every database, each as it is at one moment, and write down what there is."""
    copies.mkdir(mode=0o700)
    copied = []
    own_file = databases.sqlite_file(settings.database_url)
    if own_file is None:
        engine = "postgresql"
        database = Database(settings.database_url)
        try:
            rows = databases.copy_postgres(database, copies / manifest.DUMP)
            revision = databases.revision(database.engine)
        finally:
            database.dispose()
        copied.append(Path(manifest.DUMP))
    else:
        engine = "sqlite"
        databases.copy_sqlite(own_file, copies / manifest.OWN)
        copied.append(Path(manifest.OWN))
        rows, revision = databases.look_into(f"sqlite:///{copies / manifest.OWN}")
    for name in other_databases(settings.data):
        databases.copy_sqlite(settings.data / name, copies / name)
        copied.append(name)
    said = Manifest(
        made_at=now.astimezone(UTC).isoformat(),
        version=version("codekids-hub"),
        engine=engine,
        revision=revision or "",
        rows=rows,
        digests={str(name): manifest.digest(copies / name) for name in copied},
    )
    manifest.write(copies, said)
    return said


def other_databases(data: Path) -> list[Path]:
    """JupyterHub's own and every gradebook, relative to the data folder."""
    found = [*data.glob("jupyterhub.sqlite"), *data.glob("courses/*/gradebook.db")]
    return sorted(path.relative_to(data) for path in found if path.is_file() and not path.is_symlink())


def _files(data: Path) -> list[str]:
    """What of the data folder is copied as it lies there: not what is made anew, not logs, not open databases."""
    return sorted(
        path.name
        for path in data.iterdir()
        if path.name not in _LEFT_OUT and not any(mark in path.name for mark in _MARKS_LEFT_OUT)
    )


@contextmanager
def _alone(data: Path) -> Iterator[None]:
    descriptor = os.open(data / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise AlreadySaving() from error
        yield
    finally:
        os.close(descriptor)


def _note(file: Path, place: Path, now: datetime) -> None:
    draft = file.with_name(f"{file.name}.part")
    draft.write_text(json.dumps({"at": now.astimezone(UTC).isoformat(), "place": str(place)}))
    draft.replace(file)
