"""Claims: a mentor holds the equal answers of a club for half an hour; two mentors never hold the same.

Rows are always locked in one order, so that two who reach out at the same time wait for each other and go on.
"""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from codekids_grading.review import CLAIM
from codekids_hub.storage.conflicts import insert
from codekids_hub.storage.homework_tables import Claim

Hold = tuple[str, str]
"""A fold and a club: what one claim is about."""


def take(session: Session, mentor_id: str, wanted: Iterable[Hold], now: datetime) -> set[Hold]:
    """Hold what nobody else holds.

    :returns: what the mentor holds now of what was wanted
    """
    rows = [
        {"fold": fold, "club_id": club_id, "mentor_id": mentor_id, "until": now + CLAIM}
        for fold, club_id in sorted(set(wanted))
    ]
    if not rows:
        return set()
    added = insert(session, Claim).values(rows)
    taken = added.on_conflict_do_update(
        index_elements=[Claim.fold, Claim.club_id],
        set_={"mentor_id": added.excluded.mentor_id, "until": added.excluded.until},
        where=or_(Claim.until <= now, Claim.mentor_id == mentor_id),
    )
    return {(row.fold, row.club_id) for row in session.execute(taken.returning(Claim.fold, Claim.club_id))}


def of(session: Session, mentor_id: str, now: datetime) -> set[Hold]:
    """What the mentor holds."""
    query = select(Claim.fold, Claim.club_id).where(Claim.mentor_id == mentor_id, Claim.until > now)
    return {(row.fold, row.club_id) for row in session.execute(query)}


def held(session: Session, now: datetime) -> dict[Hold, str]:
    """Everything that is held, with the mentor who holds it."""
    query = select(Claim.fold, Claim.club_id, Claim.mentor_id).where(Claim.until > now)
    return {(row.fold, row.club_id): row.mentor_id for row in session.execute(query)}


def renew(session: Session, mentor_id: str, now: datetime) -> None:
    """The mentor is still at it: what is held is held for another half an hour."""
    for row in _rows(session, mentor_id):
        if row.until > now:
            row.until = now + CLAIM
    session.flush()


def give_back(session: Session, mentor_id: str, fold: str | None = None) -> None:
    """Return a card to the pool, or everything that the mentor holds."""
    for row in _rows(session, mentor_id):
        if fold in (None, row.fold):
            session.delete(row)
    session.flush()


def _rows(session: Session, mentor_id: str) -> list[Claim]:
    query = select(Claim).where(Claim.mentor_id == mentor_id).order_by(Claim.fold, Claim.club_id)
    return list(session.scalars(query.with_for_update(), execution_options={"populate_existing": True}))
