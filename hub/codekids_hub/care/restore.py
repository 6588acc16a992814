"""Bringing a copy back: onto an empty place, compared with what the copy says of itself; and a drill that does it for show."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from codekids_hub.care import archive, databases, manifest, repository
from codekids_hub.care.archive import CopyDamaged
from codekids_hub.care.manifest import COPIES, Manifest, NotOurs
from codekids_hub.privacy.erased_rows import DIGESTS
from codekids_hub.privacy.erasing import erase_again
from codekids_hub.refusals import Refusal
from codekids_hub.settings import Settings
from codekids_hub.storage import Database, migrate
from codekids_hub.storage.migrating import revisions

_COMING = ".restoring"
_OWN = ("secrets/database", "secrets/pgpass", "secrets/proxy")
"""With docker: the keys of a database that must be there before anything can be brought back to it. They stay."""


class NotEmpty(Refusal):
    """Something is there already."""

    message = (
        "%(place)s is not empty: nothing was restored over it. "
        "Move it away first, or name another place in codekids.toml."
    )


class NoCopy(Refusal):
    """There is nothing to restore from."""

    message = "%(place)s is no copy that backup made: neither a file nor a folder of one."


class OtherEngine(Refusal):
    """The copy is of another database engine than the settings name."""

    message = (
        "This copy is of a %(copied)s database, and the settings name %(here)s. "
        "Set database in codekids.toml to an empty database of the copy's kind."
    )


class TooNew(Refusal):
    """The copy was made by a newer version of this software."""

    message = (
        "This copy was made by version %(version)s, which is newer than the one here: "
        "its database (revision %(revision)s) is not known. Install that version, then restore."
    )


@dataclass(frozen=True)
class Restored:
    """What came back: ``missing`` files are named by a row and not there, ``erased`` children had come back with it."""

    made_at: str
    files: int
    rows: int
    stored: int
    missing: int
    erased: int


def restore(settings: Settings, place: Path, now: datetime) -> Restored:
    """Bring the (newest) copy in ``place`` back to where the settings say, which must be empty.

    :raises NotEmpty: it is not
    :raises NoCopy: ``place`` holds none
    """
    url = settings.database_url
    _refuse_what_is_there(settings)
    settings.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    coming = settings.data / _COMING
    try:
        said = _fetch(settings, place, coming, url)
        _look(coming, said, place)
        _settle(coming)
        own_file = databases.sqlite_file(url)
        if own_file is None:
            databases.bring_postgres(url, coming / manifest.DUMP)
        rows = _same_rows(url if own_file is None else f"sqlite:///{coming / manifest.OWN}", said, place)
        files = sum(1 for each in coming.rglob("*") if each.is_file() and not each.is_symlink())
        for each in (manifest.NAME, manifest.DUMP):
            (coming / each).unlink(missing_ok=True)
        if own_file is not None:
            own_file.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(coming / manifest.OWN, own_file)
        _bring_in(coming, settings.data)
    finally:
        _remove(coming)
    stored, missing = _stored(settings)
    return Restored(said.made_at, files, rows, stored, missing, _erase_again(settings, now))


def drill(settings: Settings, place: Path, now: datetime) -> Restored:
    """Bring the copy back into a passing place, compare it, and throw it away; the installation is not touched."""
    with tempfile.TemporaryDirectory(prefix="codekids-drill-") as folder, _passing(settings, place) as url:
        aside = replace(
            settings,
            data=Path(folder) / "data",
            database=url,
            erased=str(settings.erased_file),
            backup_key=str(settings.backup_key_file),
        )
        return restore(aside, place, now)


@contextmanager
def _passing(settings: Settings, place: Path) -> Iterator[str]:
    if databases.sqlite_file(settings.database_url) is None:
        with databases.passing_postgres(settings.database_url) as url:
            yield url
    else:
        yield ""


def _refuse_what_is_there(settings: Settings) -> None:
    if not _is_empty(settings):
        raise NotEmpty(place=settings.data)
    own_file = databases.sqlite_file(settings.database_url)
    if own_file is None:
        rows, _ = databases.look_into(settings.database_url)
        if rows:
            raise NotEmpty(place="The PostgreSQL database")
    elif own_file.exists():
        raise NotEmpty(place=own_file)


def _is_empty(settings: Settings) -> bool:
    if not settings.contained:
        return not (settings.data.exists() and any(settings.data.iterdir()))
    own = [settings.data / each for each in _OWN]
    return all(path in own or path.is_dir() for path in settings.data.rglob("*"))


def _bring_in(coming: Path, folder: Path) -> None:
    """Into a folder that is empty, or holds empty folders and keys of its own."""
    for child in sorted(coming.iterdir()):
        target = folder / child.name
        if target.is_dir():
            _bring_in(child, target)
        elif not target.exists():
            child.rename(target)


def _fetch(settings: Settings, place: Path, coming: Path, url: str) -> Manifest:
    coming.mkdir(mode=0o700)
    if place.is_file() and archive.is_archive(place):
        archive.extract(place, settings.backup_key_file, coming)
    elif place.is_dir() and repository.is_repository(place):
        repository.extract(place, settings.backup_key_file, coming)
    else:
        raise NoCopy(place=place)
    said = manifest.read(coming / COPIES, place)
    here = "postgresql" if (databases.sqlite_file(url) is None) else "sqlite"
    if said.engine != here:
        raise OtherEngine(copied=said.engine, here=here)
    if said.revision not in revisions():
        raise TooNew(version=said.version, revision=said.revision)
    return said


def _look(coming: Path, said: Manifest, place: Path) -> None:
    """Every copied database is what it was, byte by byte, and so is every stored file, by its name."""
    for name, digest in said.digests.items():
        if not (coming / COPIES / name).is_file():
            raise NotOurs(place=place, reason=f"{name} is missing")
        if manifest.digest(coming / COPIES / name) != digest:
            raise CopyDamaged(place=place, reason=f"{name} differs")
    for file in sorted((coming / "store").glob("??/*")):
        if not file.name.startswith(".") and manifest.digest(file) != file.parent.name + file.name:
            raise CopyDamaged(place=place, reason=f"the stored file {file.parent.name}{file.name} differs")


def _settle(coming: Path) -> None:
    """Put the copied databases where they belong; what lay beside the open ones is of another moment."""
    copies = coming / COPIES
    for copied in sorted(path for path in copies.rglob("*") if path.is_file()):
        target = coming / copied.relative_to(copies)
        for beside in ("-wal", "-shm", "-journal"):
            target.with_name(target.name + beside).unlink(missing_ok=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        copied.replace(target)
    shutil.rmtree(copies)
    _forget_workspaces(coming / "jupyterhub.sqlite")


def _forget_workspaces(hub: Path) -> None:
    """No workspace of the copy's moment runs: its process number may be somebody else's now, and would be ended."""
    if not hub.exists():
        return
    with closing(sqlite3.connect(hub)) as opened, opened:
        if opened.execute("SELECT 1 FROM sqlite_master WHERE name = 'spawners'").fetchone():
            opened.execute("UPDATE spawners SET state = '{}'")


def _same_rows(url: str, said: Manifest, place: Path) -> int:
    rows, _ = databases.look_into(url)
    if rows != said.rows:
        different = sorted(name for name in {*rows, *said.rows} if rows.get(name) != said.rows.get(name))
        raise CopyDamaged(place=place, reason=f"the number of rows differs in {', '.join(different)}")
    return sum(rows.values())


def _stored(settings: Settings) -> tuple[int, int]:
    """How many stored files rows name, and how many of them are not there."""
    database = Database(settings.database_url)
    try:
        migrate(database)
        with database.read() as session:
            named = {digest for column in DIGESTS for digest in session.scalars(select(column)) if digest}
    finally:
        database.dispose()
    there = sum((settings.store / digest[:2] / digest[2:]).is_file() for digest in named)
    return there, len(named) - there


def _erase_again(settings: Settings, now: datetime) -> int:
    database = Database(settings.database_url)
    try:
        return erase_again(database, settings, now)
    finally:
        database.dispose()


def _remove(folder: Path) -> None:
    """Also what is only to be read."""
    for path in [folder, *folder.rglob("*")]:
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o700)
    shutil.rmtree(folder, ignore_errors=True)
