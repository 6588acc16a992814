"""What a librarian changes about the children of her clubs: nickname, level, who was added by mistake, who is logged in."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from codekids_hub.levels import Level
from codekids_hub.people import OPERATOR, NameTaken, check_nickname, note
from codekids_hub.refusals import N_, Refusal
from codekids_hub.storage.privacy_tables import Consent, HandOver
from codekids_hub.storage.tables import Card, Child, Club, LoginEnd


class HasBeenHere(Refusal):
    """A child that has worked here is not taken back like a slip of the pen."""

    message = N_(
        "%(name)s has been here already, so there is work to keep. Rename, move or erase the child instead."
    )
    status = 409


def rename(session: Session, child: Child, nickname: str, now: datetime, actor: str = OPERATOR) -> None:
    """Give a child another nickname; animal, card and work stay.

    :raises codekids_hub.people.NicknameRefused: it could be a full name or a number
    :raises codekids_hub.people.NameTaken: another child of the club has it
    """
    cleaned = check_nickname(nickname)
    if cleaned == child.nickname:
        return
    if is_taken(session, child.club_id, cleaned, but=child.id):
        raise NameTaken(name=cleaned)
    child.nickname = cleaned
    note(session, actor, "rename-child", child.id, now)


def is_taken(session: Session, club_id: str, nickname: str, but: str = "") -> bool:
    """Whether a child of the club, other than ``but``, has this nickname."""
    members = select(Child.nickname).where(Child.club_id == club_id, Child.id != but)
    return nickname.casefold() in {name.casefold() for name in session.scalars(members)}


def change_level(session: Session, child: Child, level: Level, now: datetime, actor: str = OPERATOR) -> None:
    """Move a child to the other level, or back; what was done stays."""
    if child.level != level.value:
        child.level = level.value
        note(session, actor, "change-level", child.id, now)


def take_back(session: Session, child: Child, now: datetime, actor: str = OPERATOR) -> None:
    """Remove a child that was added by mistake and has never logged in.

    :raises HasBeenHere: it has
    """
    session.refresh(child, with_for_update=True)
    if child.last_seen_at is not None:
        raise HasBeenHere(name=child.nickname)
    for table in (Card, Consent, HandOver, LoginEnd):
        session.execute(delete(table).where(table.child_id == child.id))
    session.delete(child)
    note(session, actor, "take-child-back", child.id, now)
    session.flush()


def end_logins(session: Session, club: Club, now: datetime, actor: str = OPERATOR) -> int:
    """End every login of a club's children, on every device; their cards stay. How many children that are.

    :mod:`codekids_hub.login_ends` works it off.
    """
    ids = session.scalars(select(Child.id).where(Child.club_id == club.id, Child.last_seen_at.is_not(None)))
    found = list(ids)
    for child_id in found:
        session.merge(LoginEnd(child_id=child_id, asked_at=now))
    note(session, actor, "end-logins", club.id, now)
    return len(found)
