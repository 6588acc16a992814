"""A mentor's word reaches equal answers that come later in the week, marked as reused."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_hub.marking import Told
from codekids_hub.people import Role
from codekids_hub.storage.conflicts import insert
from codekids_hub.storage.homework_tables import HandIn, Review
from codekids_hub.storage.tables import Duty
from codekids_hub.waiting import Waiting

ACCEPT, AGAIN = "accept", "again"
REUSED_FOR = timedelta(days=7)
"""How long a mentor's word answers equal answers that come later."""


def reuse(session: Session, answers: Sequence[Waiting], now: datetime) -> int:
    """Answer what a mentor of the same club has answered this week already.

    :returns: how many answers that were
    """
    open_ones = [each for each in answers if not each.answer.asked]
    words = _words_for(session, {each.answer.fold for each in open_ones}, now)
    reused = 0
    for each in open_ones:
        said = next((row for row, clubs in words.get(each.answer.fold, []) if each.club_id in clubs), None)
        if said is not None:
            reused += _reuse_one(session, each, said, now)
    return reused


def _words_for(
    session: Session, folds: set[str], now: datetime
) -> dict[str, list[tuple[Review, frozenset[str]]]]:
    """What was said of these folds, the newest first, each with the clubs where its mentor may say it."""
    query = (
        select(Review)
        .where(Review.fold.in_(folds), Review.from_review.is_(None), Review.at >= now - REUSED_FOR)
        .where(Review.decision.in_([ACCEPT, AGAIN]))
        .order_by(Review.at.desc(), Review.id.desc())
    )
    found: dict[str, list[tuple[Review, frozenset[str]]]] = {}
    reach: dict[str, frozenset[str]] = {}
    for row in session.scalars(query):
        if row.mentor_id not in reach:
            duties = select(Duty.club_id).where(
                Duty.adult_id == row.mentor_id, Duty.role == Role.MENTOR.value
            )
            reach[row.mentor_id] = frozenset(session.scalars(duties))
        found.setdefault(row.fold, []).append((row, reach[row.mentor_id]))
    return found


def _reuse_one(session: Session, answer: Waiting, said: Review, now: datetime) -> int:
    values = {
        "hand_in_id": answer.answer.hand_in,
        "task": answer.answer.task,
        "fold": said.fold,
        "mentor_id": said.mentor_id,
        "decision": said.decision,
        "comment": said.comment,
        "points": said.points,
        "from_review": said.id,
        "at": now,
    }
    added = insert(session, Review).values(**values)
    added = added.on_conflict_do_nothing(index_elements=[Review.hand_in_id, Review.task])
    new = session.scalar(added.returning(Review.id)) is not None
    add_up(session, answer.answer.hand_in)
    return int(new)


def add_up(session: Session, number: int) -> None:
    """The points of a hand-in: what a person gave comes before what the checks gave."""
    row = session.get_one(HandIn, number)
    given = {
        task: points
        for task, points in session.execute(
            select(Review.task, Review.points).where(Review.hand_in_id == number, Review.points.is_not(None))
        )
    }
    told = Told.from_json(row.marking) if row.marking else Told(False, ())
    row.points = sum(given.get(task.name, task.points) or 0.0 for task in told.tasks)
