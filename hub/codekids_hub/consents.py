"""Consent: a parent's signed paper, seen by the librarian, before a child is active.

The paper itself, with the names on it, stays in the library. What is kept here is what it is for, the day of the
signature, the number that stands on it and who saw it.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_hub.people import OPERATOR, note
from codekids_hub.refusals import N_, BadInput, Refusal
from codekids_hub.storage.privacy_tables import Consent
from codekids_hub.storage.tables import Child, Club, LoginEnd
from codekids_hub.times import zone

PAPER_LENGTH = 20
YEARS_BACK = 5
"""A child stays from 10 to 14: an older signature is a slip of the pen."""
_PAPER = re.compile(r"(?=.*\d)(?!.*[^\W\d_]{3})[\w ./-]{1,20}")


class Purpose(StrEnum):
    """What a parent agrees to."""

    CLUB = "club"
    """Taking part. Without it a child cannot log in."""
    SHOW = "show"
    """Showing the child's work at a fair, without a name."""


class BadPaper(BadInput):
    """A paper's number that could be somebody's name."""

    message = N_(
        "“%(paper)s” cannot be the number of a paper. Write a number such as 12/2026 on the paper and here; never a name."
    )


class BadDay(BadInput):
    """A day on which nobody can have signed."""

    message = N_("The day of the signature is today or earlier, such as 2026-11-19.")


class PaperMissing(Refusal):
    """The card is right, and the parents' paper has not been seen yet."""

    message = N_("The card is right, but the paper from the parents is still missing. Ask your librarian.")
    status = 403


def check_paper(text: str) -> str:
    """A paper's number without outer space: digits, and at most two letters in a row, so that no name fits.

    :raises BadPaper: it does not look like one

    >>> check_paper(" nr. 12/2026 ")
    'nr. 12/2026'
    """
    cleaned = " ".join(text.split())
    if not _PAPER.fullmatch(cleaned):
        raise BadPaper(paper=cleaned[:PAPER_LENGTH])
    return cleaned


def check_day(day: date, today: date) -> date:
    """The day of a signature.

    :raises BadDay: it is in the future, or long past
    """
    if not today.replace(year=today.year - YEARS_BACK, day=1) <= day <= today:
        raise BadDay()
    return day


def today(club: Club, now: datetime) -> date:
    """The day on the calendar in the club's library."""
    return now.astimezone(zone(club.country)).date()


def record(
    session: Session,
    child: Child,
    purposes: Iterable[Purpose],
    signed_on: date,
    paper: str,
    now: datetime,
    actor: str = OPERATOR,
) -> None:
    """Write down that a parent's paper was seen; an older one for the same purpose no longer counts.

    :raises BadPaper: the number could be a name
    :raises BadDay: nobody can have signed on that day
    """
    reference = check_paper(paper)
    check_day(signed_on, today(session.get_one(Club, child.club_id), now))
    for purpose in sorted(set(purposes)):
        for older in _valid(session, child.id, purpose):
            older.withdrawn_at = now
        session.add(
            Consent(
                child_id=child.id,
                purpose=purpose.value,
                signed_on=signed_on,
                paper=reference,
                recorded_by=actor,
                recorded_at=now,
                withdrawn_at=None,
            )
        )
        note(session, actor, f"consent-{purpose.value}", child.id, now)
    session.flush()


def valid(session: Session, child_id: str, purpose: Purpose = Purpose.CLUB) -> Consent | None:
    """The consent that counts for a child now, or ``None``."""
    return valid_of(session, [child_id]).get((child_id, purpose))


def valid_of(session: Session, child_ids: Sequence[str]) -> dict[tuple[str, Purpose], Consent]:
    """The consents that count now, by child and purpose."""
    query = select(Consent).where(Consent.child_id.in_(child_ids), Consent.withdrawn_at.is_(None))
    return {(row.child_id, Purpose(row.purpose)): row for row in session.scalars(query.order_by(Consent.id))}


def missing(session: Session, club_id: str) -> list[Child]:
    """The children of a club whose paper has not been seen: they cannot log in."""
    seen = select(Consent.child_id).where(
        Consent.purpose == Purpose.CLUB.value, Consent.withdrawn_at.is_(None)
    )
    query = select(Child).where(Child.club_id == club_id, Child.id.not_in(seen))
    return list(session.scalars(query.order_by(Child.created_at, Child.nickname)))


def withdraw(session: Session, child: Child, purpose: Purpose, now: datetime, actor: str = OPERATOR) -> None:
    """A parent takes consent back. Without the one for the club the child's open logins end, and no card opens one."""
    found = _valid(session, child.id, purpose)
    for each in found:
        each.withdrawn_at = now
    if found:
        note(session, actor, f"withdraw-{purpose.value}", child.id, now)
        if purpose is Purpose.CLUB:
            session.merge(LoginEnd(child_id=child.id, asked_at=now))
    session.flush()


def restore(session: Session, child: Child, purpose: Purpose, now: datetime, actor: str = OPERATOR) -> None:
    """Undo :func:`withdraw`: the last one that was taken back counts again. Nothing to undo changes nothing."""
    if _valid(session, child.id, purpose):
        return
    query = select(Consent).where(Consent.child_id == child.id, Consent.purpose == purpose.value)
    last = session.scalar(query.order_by(Consent.withdrawn_at.desc(), Consent.id.desc()).limit(1))
    if last is not None:
        last.withdrawn_at = None
        note(session, actor, f"consent-{purpose.value}", child.id, now)
        session.flush()


def next_papers(session: Session, club: Club, count: int, now: datetime) -> list[str]:
    """The next numbers for the club's folder of papers, such as ``14/2026``: one may write them on the papers."""
    year = today(club, now).year
    papers = session.scalars(
        select(Consent.paper).join(Child, Child.id == Consent.child_id).where(Child.club_id == club.id)
    )
    numbers = (re.fullmatch(rf"(\d{{1,6}})/{year}", paper) for paper in papers)
    last = max((int(number[1]) for number in numbers if number), default=0)
    return [f"{number}/{year}" for number in range(last + 1, last + 1 + count)]


def _valid(session: Session, child_id: str, purpose: Purpose) -> list[Consent]:
    query = select(Consent).where(
        Consent.child_id == child_id, Consent.purpose == purpose.value, Consent.withdrawn_at.is_(None)
    )
    return list(session.scalars(query.order_by(Consent.id.desc())))
