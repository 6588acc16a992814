"""A child moves to another club, with its work: at once to a club of the same librarian, or by a code to another one's.

The code is spoken over the telephone: eight letters and digits, good for a week and for one child. The child stays
where it is until the other librarian has used it. A move ends with a new card, for the club's code stands on it.
"""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from codekids_hub import children, groups, guessing, identifiers, presence, sessions
from codekids_hub.animals import ANIMALS
from codekids_hub.people import OPERATOR, ClubIsFull, NameTaken, check_nickname, note
from codekids_hub.refusals import N_, Refusal
from codekids_hub.storage import Database
from codekids_hub.storage.privacy_tables import Consent, HandOver
from codekids_hub.storage.tables import Child, Club, Pair

LASTS = timedelta(days=7)
LENGTH = 8


class WrongCode(Refusal):
    """A code that no child waits behind (any more)."""

    message = N_(
        "No child waits behind this code. Ask the other library for it again: it is good for seven days."
    )
    status = 404


class InThisClubAlready(Refusal):
    """The child is where it is to go."""

    message = N_("%(name)s is in this club already.")
    status = 409


@dataclass(frozen=True)
class Offer:
    """A code that was given: what the librarian says over the telephone, and until when."""

    code: str
    ends_at: datetime


def move(
    session: Session, child: Child, club: Club, nickname: str, now: datetime, actor: str = OPERATOR
) -> None:
    """Put a child into another club. It keeps its work, its level and, if it is free there, its animal.

    :raises InThisClubAlready: it is there
    :raises codekids_hub.people.NameTaken: a child of that club has the nickname; give another one
    :raises codekids_hub.people.NicknameRefused: the nickname will not do
    :raises codekids_hub.people.ClubIsFull: that club has no free animal
    """
    session.refresh(club, with_for_update=True)
    session.refresh(child, with_for_update=True)
    if child.club_id == club.id:
        raise InThisClubAlready(name=child.nickname)
    cleaned = check_nickname(nickname or child.nickname)
    if children.is_taken(session, club.id, cleaned):
        raise NameTaken(name=cleaned)
    animal = _animal_in(session, club, child.animal)
    _leave(session, child, now)
    child.club_id, child.nickname, child.animal = club.id, cleaned, animal
    note(session, actor, "move-child", child.id, now)
    session.flush()


def offer(session: Session, child: Child, now: datetime, actor: str) -> Offer:
    """Make a code with which another librarian may take the child over; an older one no longer works."""
    code = "".join(secrets.choice(identifiers.ALPHABET) for _ in range(LENGTH))
    row = HandOver(child_id=child.id, digest=_digest(code), made_by=actor, made_at=now, ends_at=now + LASTS)
    session.merge(row)
    note(session, actor, "offer-child", child.id, now)
    session.flush()
    return Offer(shown(code), row.ends_at)


def withdraw(session: Session, child: Child, now: datetime, actor: str) -> None:
    """Take the code back; without one nothing changes."""
    row = session.get(HandOver, child.id)
    if row is not None:
        session.delete(row)
        note(session, actor, "keep-child", child.id, now)
        session.flush()


def offered(session: Session, child_id: str, now: datetime) -> HandOver | None:
    """The code that is out for a child, if it still works."""
    return offered_of(session, [child_id], now).get(child_id)


def offered_of(session: Session, child_ids: Sequence[str], now: datetime) -> dict[str, HandOver]:
    """The codes that are out and still work, by child."""
    query = select(HandOver).where(HandOver.child_id.in_(child_ids), HandOver.ends_at > now)
    return {row.child_id: row for row in session.scalars(query)}


def accept(database: Database, code: str, club_id: str, nickname: str, now: datetime, actor: str) -> str:
    """Take a child over into a club; its identifier. Consent has to be recorded anew, for the paper lies elsewhere.

    :raises WrongCode: the code is nobody's; :class:`codekids_hub.guessing.TooManyPasswords` after many of them
    :raises codekids_hub.people.NameTaken: as :func:`move`
    """
    target = guessing.handing_over(actor)
    try:
        with database.write() as session:
            guessing.count(session, target, now)
    except guessing.TooManyGuesses as refusal:
        raise guessing.TooManyPasswords(**refusal.values) from None
    with database.write() as session:
        row = session.scalar(select(HandOver).where(HandOver.digest == _digest(code), HandOver.ends_at > now))
        child = session.get(Child, row.child_id) if row is not None else None
        if row is None or child is None:
            raise WrongCode()
        move(session, child, session.get_one(Club, club_id), nickname, now, actor)
        valid = (Consent.child_id == child.id, Consent.withdrawn_at.is_(None))
        session.execute(update(Consent).where(*valid).values(withdrawn_at=now))
        session.delete(row)
        guessing.cleared(session, target)
        note(session, actor, "accept-child", child.id, now)
        return child.id


def shown(code: str) -> str:
    """A code as it is read out.

    >>> shown("k7pm3xq9")
    'K7PM-3XQ9'
    """
    return f"{code[:4]}-{code[4:]}".upper()


def _digest(code: str) -> str:
    letters = "".join(letter for letter in code.lower() if letter.isalnum())
    return hashlib.sha256(f"hand-over:{letters}".encode()).hexdigest()


def _animal_in(session: Session, club: Club, wished: str) -> str:
    taken = set(session.scalars(select(Child.animal).where(Child.club_id == club.id)))
    free = [animal.id for animal in ANIMALS if animal.id not in taken]
    if not free:
        raise ClubIsFull()
    return wished if wished in free else secrets.choice(free)


def _leave(session: Session, child: Child, now: datetime) -> None:
    """Out of the pair and the group in which it sits, and its hand is down."""
    session.execute(delete(Pair).where(or_(Pair.child_id == child.id, Pair.partner_id == child.id)))
    row = sessions.running(session, child.club_id)
    if row is not None:
        groups.leave(session, row, child, now)
        presence.lower_hand(session, row, child.id)
        sessions.changed(session, row)
