"""Homework in a workspace: brought from the club when it is not there, and handed in as it was saved."""

import time
from pathlib import Path

from satul import settings
from satul.exchange import bundle
from satul.exchange.client import Away, Client, Refused
from satul.handing_in import NOTEBOOK, hand_in_file
from satul.workspace.opening import put_whole

MOST_BYTES = 30_000_000


class NotOpen(LookupError):
    """The club has not given out this homework."""


class NotBegun(LookupError):
    """There is no homework to hand in yet."""


def path_of(set_id: str) -> str:
    """Where a homework lies below the home."""
    return f"{set_id}/{NOTEBOOK}"


def bring(home: Path, set_id: str) -> str:
    """Make sure that the homework is in the home, and say where: what is there stays as the child left it.

    Raises NotOpen, Away (the club does not answer), Refused, bundle.BadBundle, and OSError when the home takes no file.
    """
    if not (home / path_of(set_id)).exists():
        for name, content in _released(set_id).items():
            put_whole(content, home / set_id / name)
    return path_of(set_id)


def released_notebook(set_id: str) -> bytes:
    """The notebook of a homework as the club gives it out. Raises NotOpen, Away, Refused or bundle.BadBundle."""
    files = _released(set_id)
    if NOTEBOOK not in files:
        raise NotOpen(set_id)
    return files[NOTEBOOK]


def saved_at(home: Path, set_id: str) -> str:
    """When the homework was saved last, on this machine's clock. Raises NotBegun."""
    try:
        return time.strftime("%H:%M", time.localtime((home / path_of(set_id)).stat().st_mtime))
    except OSError as error:
        raise NotBegun(set_id) from error


def hand_in(home: Path, set_id: str) -> int:
    """Hand in what is saved; the number of the receipt. Raises NotBegun, KindError, Away or Refused."""
    if not (home / path_of(set_id)).exists():
        raise NotBegun(set_id)
    return hand_in_file(_club(), home / path_of(set_id), settings.read().outbox).number


def _released(set_id: str) -> dict[str, bytes]:
    club = _club()
    return bundle.unpack(club.released_files(_course(club, set_id), set_id), MOST_BYTES)


def _club() -> Client:
    around = settings.read()
    if not (around.club_api and around.token):
        raise Away("there is no club around this workspace")
    return Client(around.club_api, around.token)


def _course(club: Client, set_id: str) -> str:
    for each in club.assignments():
        if each.assignment_id == set_id:
            return each.course_id
    raise NotOpen(set_id)


__all__ = [
    "Away",
    "NotBegun",
    "NotOpen",
    "Refused",
    "bring",
    "hand_in",
    "path_of",
    "released_notebook",
    "saved_at",
]
