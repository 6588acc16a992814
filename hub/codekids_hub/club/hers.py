"""Whose club, whose child: what a librarian may touch. Who tries it with somebody else's is refused, and that is noted."""

from datetime import UTC, datetime
from typing import NoReturn

from fastapi import Request

from codekids_hub.club.visitors import Visitor, parts_of
from codekids_hub.people import Role, note
from codekids_hub.refusals import NotAllowed, NotFound
from codekids_hub.storage.tables import Child, Club, Duty


def her_club(request: Request, visitor: Visitor, club_id: str) -> Club:
    """The club, if the visitor is its librarian.

    :raises NotAllowed: the visitor is nobody's librarian
    :raises NotFound: there is no such club, or it is somebody else's: the answer is the same
    """
    with parts_of(request).database.read() as session:
        club = session.get(Club, _clean(club_id))
        known = club is not None
        if club is not None and session.get(Duty, (visitor.id, club.id, Role.LIBRARIAN.value)) is None:
            club = None
    return club or _refuse(request, visitor, club_id if known else None)


def her_child(request: Request, visitor: Visitor, child_id: str) -> Child:
    """The child, if the visitor is librarian of its club.

    :raises NotAllowed: as :func:`her_club`
    :raises NotFound: likewise
    """
    with parts_of(request).database.read() as session:
        child = session.get(Child, _clean(child_id))
        known = child is not None
        if child is not None and session.get(Duty, (visitor.id, child.club_id, Role.LIBRARIAN.value)) is None:
            child = None
    return child or _refuse(request, visitor, child_id if known else None)


def _clean(identifier: str) -> str:
    """An identifier as it may come from anybody: one of ours, or nothing."""
    return identifier if identifier.isascii() and identifier.isalnum() else ""


def _refuse(request: Request, visitor: Visitor, subject: str | None) -> NoReturn:
    if subject is not None:
        with parts_of(request).database.write() as session:
            note(session, visitor.id, "refused", subject, datetime.now(UTC))
    raise NotFound() if Role.LIBRARIAN in visitor.roles else NotAllowed()
