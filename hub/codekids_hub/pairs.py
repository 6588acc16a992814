"""Two of us: a second child shows its card on the device of a first, and what is done there counts for both.

The pair is one-sided: it says whose device it is and who sits there too. It ends when one of them says so, when the
first child logs out, and by itself after an evening.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_hub import logins
from codekids_hub.refusals import N_, Refusal
from codekids_hub.storage import Database
from codekids_hub.storage.tables import Child, Pair

EVENING = timedelta(hours=4)
"""Longer than any club meets; after it two who forgot to part are alone again."""


class OnlyYourself(Refusal):
    """The card that was shown is the child's own."""

    message = N_("That is your own card. Let the other child show theirs.")
    status = 422


class OtherClub(Refusal):
    """The card is of another club."""

    message = N_("This card is of another club. Two of one club can work together.")
    status = 422


def join(
    database: Database,
    pepper: str,
    child_id: str,
    shown: logins.Words | logins.Qr,
    device: logins.Device,
    now: datetime,
) -> str:
    """Let the child whose card is shown sit with ``child_id``; the identifier of that child.

    :raises OnlyYourself: it is the same child
    :raises OtherClub: it is a child of another club
    :raises codekids_hub.logins.WrongCard: as at a login; so too :class:`codekids_hub.guessing.TooManyGuesses`
    """
    partner_id = logins.log_in(database, pepper, shown, device, now)
    if partner_id == child_id:
        raise OnlyYourself()
    with database.write() as session:
        child, partner = session.get_one(Child, child_id), session.get_one(Child, partner_id)
        if child.club_id != partner.club_id:
            raise OtherClub()
        session.merge(Pair(child_id=child_id, partner_id=partner_id, since=now))
    return partner_id


def partner(session: Session, child_id: str, now: datetime) -> Child | None:
    """Who sits with this child now; nobody who has moved to another club since."""
    pair = session.get(Pair, child_id)
    if pair is None or now - pair.since >= EVENING:
        return None
    found = session.get_one(Child, pair.partner_id)
    return found if found.club_id == session.get_one(Child, child_id).club_id else None


def devices(session: Session, child_ids: Iterable[str], now: datetime) -> dict[str, str]:
    """Of these children, all of one club: who sits at whose device now."""
    ids = list(child_ids)
    query = select(Pair.partner_id, Pair.child_id).where(
        Pair.child_id.in_(ids), Pair.partner_id.in_(ids), Pair.since > now - EVENING
    )
    return {partner_id: child_id for partner_id, child_id in session.execute(query)}


def part(session: Session, child_id: str) -> None:
    """The child works alone again; doing it twice changes nothing."""
    pair = session.get(Pair, child_id)
    if pair is not None:
        session.delete(pair)
