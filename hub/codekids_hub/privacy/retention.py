"""A child who does not come any more is not kept for ever: after eleven months the librarian is told, after twelve it ends."""

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from codekids_hub.people import OPERATOR, note
from codekids_hub.privacy.asking import KEPT, SILENCE
from codekids_hub.storage.privacy_tables import Erasure
from codekids_hub.storage.tables import Child

KEPT_FOR = timedelta(days=365)
WARNED_FOR = timedelta(days=30)


def silent(session: Session, club_id: str) -> list[tuple[Child, Erasure]]:
    """The children of a club who are erased soon because they have been silent, the next one first."""
    query = (
        select(Child, Erasure)
        .join(Erasure, Erasure.child_id == Child.id)
        .where(Child.club_id == club_id, Erasure.reason == SILENCE, Erasure.done_at.is_(None))
        .order_by(Erasure.due_at, Child.nickname)
    )
    return [(child, erasure) for child, erasure in session.execute(query)]


def ask_about_silent(session: Session, now: datetime) -> int:
    """Ask for the erasure of children who have been silent for eleven months; each is warned of for thirty days.

    Whoever logs in again is no longer silent, and a librarian may keep a child for another year.

    :returns: how many there are now
    """
    silent_since = now - KEPT_FOR + WARNED_FOR
    kept_or_asked = select(Erasure.child_id).where(
        (Erasure.reason != KEPT) | (Erasure.asked_at > silent_since)
    )
    last_sign = func.coalesce(Child.last_seen_at, Child.created_at)
    query = select(Child).where(last_sign <= silent_since, Child.id.not_in(kept_or_asked))
    found = session.scalars(query).all()
    for child in found:
        session.merge(
            Erasure(
                child_id=child.id,
                club_id=child.club_id,
                asked_at=now,
                asked_by=OPERATOR,
                reason=SILENCE,
                due_at=now + WARNED_FOR,
                done_at=None,
            )
        )
        note(session, OPERATOR, "child-silent", child.id, now)
    session.flush()
    return len(found)
