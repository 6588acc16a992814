"""Worries: what made a mentor worry goes to the coordinator, who looks after it; never to a chat, never to a child."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_hub.people import note
from codekids_hub.refusals import NotFound
from codekids_hub.storage.homework_tables import HandIn, Worry


def open_worries(session: Session) -> list[tuple[Worry, HandIn]]:
    """What mentors worry about and no coordinator has seen, the oldest first."""
    query = (
        select(Worry, HandIn)
        .join(HandIn, HandIn.id == Worry.hand_in_id)
        .where(Worry.seen_at.is_(None))
        .order_by(Worry.at, Worry.id)
    )
    return [(row.Worry, row.HandIn) for row in session.execute(query)]


def seen(session: Session, coordinator_id: str, worry_id: int, now: datetime) -> None:
    """The coordinator has looked after a worry; the answer waits for a mentor as any other from now on.

    :raises NotFound: there is no such worry
    """
    row = session.get(Worry, worry_id, with_for_update=True)
    if row is None:
        raise NotFound()
    if row.seen_at is None:
        row.seen_at = now
        note(session, coordinator_id, "worry-seen", str(row.hand_in_id), now)
