"""Asking for a child to be erased: nothing is lost for seven days, and until then one tap undoes it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_hub.people import OPERATOR, note
from codekids_hub.refusals import N_, Refusal
from codekids_hub.storage.privacy_tables import Erasure
from codekids_hub.storage.tables import Child, LoginEnd

UNDO_FOR = timedelta(days=7)
ASKED, SILENCE, KEPT = "asked", "silence", "kept"
"""Why: somebody asked; nothing for twelve months; and after the latter a librarian said that the child stays."""


class IsBeingErased(Refusal):
    """The card of a child who is to be erased."""

    message = N_("This card is resting. Ask your librarian.")
    status = 403


def ask(session: Session, child: Child, now: datetime, actor: str = OPERATOR) -> Erasure:
    """First step: the child cannot log in any more, and is erased in seven days unless :func:`undo` comes first.

    Asked twice, the first day counts.
    """
    row = session.get(Erasure, child.id, with_for_update=True)
    if row is not None and row.reason == ASKED:
        return row
    row = session.merge(
        Erasure(
            child_id=child.id,
            club_id=child.club_id,
            asked_at=now,
            asked_by=actor,
            reason=ASKED,
            due_at=now + UNDO_FOR,
            done_at=None,
        )
    )
    session.merge(LoginEnd(child_id=child.id, asked_at=now))
    note(session, actor, "erase-child", child.id, now)
    session.flush()
    return row


def undo(session: Session, child: Child, now: datetime, actor: str = OPERATOR) -> None:
    """The child stays, with everything. One that was silent is asked about again after as long a silence."""
    row = pending(session, child.id)
    if row is None:
        return
    if row.reason == SILENCE:
        row.reason, row.asked_at, row.asked_by = KEPT, now, actor
    else:
        session.delete(row)
    note(session, actor, "keep-erased-child", child.id, now)
    session.flush()


def pending(session: Session, child_id: str) -> Erasure | None:
    """The erasure that is to come for a child, if there is one."""
    return pending_of(session, [child_id]).get(child_id)


def pending_of(session: Session, child_ids: Sequence[str]) -> dict[str, Erasure]:
    """The erasures that are to come, by child."""
    query = select(Erasure).where(
        Erasure.child_id.in_(child_ids), Erasure.done_at.is_(None), Erasure.reason != KEPT
    )
    return {row.child_id: row for row in session.scalars(query)}


def due(session: Session, now: datetime) -> list[str]:
    """The children whose seven days are over, the oldest first."""
    query = select(Erasure.child_id).where(
        Erasure.done_at.is_(None), Erasure.reason != KEPT, Erasure.due_at <= now
    )
    return list(session.scalars(query.order_by(Erasure.due_at, Erasure.child_id)))


def let_in(session: Session, child_id: str) -> None:
    """A child logs in: its silence is over; one whose erasure was asked for stays outside.

    :raises IsBeingErased: it was asked for
    """
    row = session.get(Erasure, child_id)
    if row is None:
        return
    if row.reason == ASKED:
        raise IsBeingErased()
    session.delete(row)
