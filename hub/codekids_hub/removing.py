"""Removing an adult: no login from that moment on, everything back with one tap for seven days, then it is forgotten."""

from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from codekids_hub import duties, guessing, login_ends
from codekids_hub.people import OPERATOR, note
from codekids_hub.refusals import NotFound
from codekids_hub.storage.privacy_tables import SecondFactor
from codekids_hub.storage.tables import Adult, Duty

UNDO_FOR = timedelta(days=7)
NO_PASSWORD = "-"
"""What stands for the password of somebody who was forgotten; it is the hash of nothing."""


def remove(session: Session, adult: Adult, actor: str, now: datetime) -> None:
    """First step: the adult cannot log in any more. Clubs and password are kept for seven days.

    :raises duties.LastCoordinator: there would be no coordinator
    """
    duties.keep_one_coordinator(session, adult)
    if adult.removed_at is None:
        adult.removed_at = now
        login_ends.ask(session, adult.id, now)
        note(session, actor, "remove-adult", adult.id, now)


def bring_back(session: Session, adult: Adult, actor: str, now: datetime) -> None:
    """The adult is here again, with clubs and password as before; doing it twice changes nothing.

    :raises NotFound: it is too late
    """
    if adult.removed_at is None:
        return
    if _is_forgotten(adult):
        raise NotFound()
    adult.removed_at = None
    note(session, actor, "bring-adult-back", adult.id, now)


def forget_removed(session: Session, now: datetime) -> int:
    """Second step, seven days later: name, password, second factor and clubs go. What the person did for children,
    such as a mentor's comment, stays without the name.

    :returns: how many were forgotten now
    """
    query = select(Adult).where(Adult.removed_at <= now - UNDO_FOR, Adult.password_hash != NO_PASSWORD)
    gone = session.scalars(query).all()
    for adult in gone:
        for table in (Duty, SecondFactor):
            session.execute(delete(table).where(table.adult_id == adult.id))
        for target in (guessing.adult(adult.id), guessing.code(adult.id)):
            guessing.cleared(session, target)
        adult.name, adult.password_hash, adult.coordinator = adult.id, NO_PASSWORD, False
        note(session, OPERATOR, "forget-adult", adult.id, now)
    return len(gone)


def can_come_back(adult: Adult) -> bool:
    """Whether somebody who was removed can still be brought back."""
    return adult.removed_at is not None and not _is_forgotten(adult)


def _is_forgotten(adult: Adult) -> bool:
    return adult.password_hash == NO_PASSWORD
