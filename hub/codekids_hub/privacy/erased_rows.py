"""What the club's database holds of a child, taken away; what others have too stays theirs."""

from collections.abc import Iterable

from sqlalchemy import delete, or_, select, text, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from codekids_grading.store import Store
from codekids_hub import guessing
from codekids_hub.privacy.places import PLACES, Fate
from codekids_hub.storage import session_tables as met
from codekids_hub.storage.homework_tables import Assignment, Feedback, HandIn, Review, Worry
from codekids_hub.storage.tables import Card, Child, Pair

DIGESTS: tuple[InstrumentedAttribute[str] | InstrumentedAttribute[str | None], ...] = (
    HandIn.digest,
    Feedback.digest,
    Assignment.digest,
    met.Picture.digest,
    met.Finding.picture,
)
"""Every column that holds a file in the store."""


def erase(session: Session, store: Store, child_id: str) -> None:
    """Erase a child's rows, and the stored files that nobody else has. Again changes nothing.

    What two children handed in together becomes the other child's alone.
    """
    _stop_putting(session)
    digests = _digests_of(session, child_id)
    for card_id in session.scalars(select(Card.id).where(Card.child_id == child_id)).all():
        guessing.cleared(session, guessing.card(card_id))
    _leave_hand_ins(session, child_id)
    _leave_sessions(session, child_id)
    session.execute(delete(Pair).where(or_(Pair.child_id == child_id, Pair.partner_id == child_id)))
    for place in PLACES:
        if place.fate is Fate.DELETED:
            of_child = (getattr(place.table, column) == child_id for column in place.columns)
            session.execute(delete(place.table).where(or_(*of_child)))
    session.execute(delete(Child).where(Child.id == child_id))
    session.flush()
    for digest in sorted(digests):
        if not any(session.scalar(select(column).where(column == digest).limit(1)) for column in DIGESTS):
            store.path(digest).unlink(missing_ok=True)


def _stop_putting(session: Session) -> None:
    """Nobody's hand-in with the same bytes comes between looking for others who have a file and removing it.

    SQLite has one writer anyway; :func:`codekids_hub.hand_ins.accept` looks after its row whether the file is there.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("LOCK TABLE hand_ins IN EXCLUSIVE MODE"))


def _digests_of(session: Session, child_id: str) -> set[str]:
    alone = select(HandIn.id).where(HandIn.child_id == child_id, HandIn.partner_id.is_(None))
    queries: Iterable[object] = (
        session.scalars(select(HandIn.digest).where(HandIn.id.in_(alone))),
        session.scalars(select(Feedback.digest).where(Feedback.hand_in_id.in_(alone))),
        session.scalars(select(met.Picture.digest).where(met.Picture.child_id == child_id)),
        session.scalars(select(met.Finding.picture).where(met.Finding.child_id == child_id)),
    )
    return {str(digest) for found in queries for digest in found if digest}  # type: ignore[attr-defined]


def _leave_hand_ins(session: Session, child_id: str) -> None:
    together = (HandIn.child_id == child_id, HandIn.partner_id.is_not(None))
    session.execute(update(HandIn).where(*together).values(child_id=HandIn.partner_id, partner_id=None))
    session.execute(update(HandIn).where(HandIn.partner_id == child_id).values(partner_id=None))
    alone = select(HandIn.id).where(HandIn.child_id == child_id)
    for table in (Feedback, Review, Worry):
        session.execute(delete(table).where(table.hand_in_id.in_(alone)))
    session.execute(delete(HandIn).where(HandIn.child_id == child_id))


def _leave_sessions(session: Session, child_id: str) -> None:
    shown = select(met.Finding.id).where(met.Finding.child_id == child_id)
    rows = update(met.SessionRow).where(met.SessionRow.shown_finding.in_(shown))
    session.execute(rows.values(shown_finding=None, version=met.SessionRow.version + 1))
    mediated = update(met.GroupRow).where(met.GroupRow.mediator_id == child_id)
    session.execute(mediated.values(mediator_id=None))
