"""Answers that wait for a mentor: found in the hand-ins that count, each with its fold.

What waits: what only a person can judge, what is not fully right, and what a child asked to have looked at again.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_grading.review import Answer, fold_key
from codekids_hub.hand_ins import MARKED
from codekids_hub.marking import Told, ToldTask
from codekids_hub.storage.homework_tables import HandIn, Review, Worry
from codekids_hub.storage.tables import Child, Club

WAITS_FOR = timedelta(weeks=8)
"""After that an answer is no news for anybody any more."""


@dataclass(frozen=True)
class Waiting:
    """An answer that waits, with what a card needs of it. ``language`` is the child's."""

    answer: Answer
    club_id: str
    assignment: str
    language: str
    told: ToldTask

    @property
    def hold(self) -> tuple[str, str]:
        """What a mentor claims to hold it."""
        return self.answer.fold, self.club_id


def in_clubs(session: Session, club_ids: Collection[str], now: datetime) -> list[Waiting]:
    """All answers of these clubs that wait: of each child the last hand-in of a homework, the one that counts."""
    query = (
        select(HandIn.id, HandIn.child_id, HandIn.partner_id, HandIn.assignment)
        .where(HandIn.club_id.in_(club_ids), HandIn.received_at >= now - WAITS_FOR)
        .order_by(HandIn.id)
    )
    last: dict[tuple[str, str], int] = {}
    for row in session.execute(query):
        for child_id in filter(None, (row.child_id, row.partner_id)):
            last[child_id, row.assignment] = row.id
    rows = select(HandIn).where(HandIn.id.in_(set(last.values())), HandIn.state == MARKED).order_by(HandIn.id)
    return of_hand_ins(session, session.scalars(rows).all())


def of_hand_ins(session: Session, rows: Sequence[HandIn]) -> list[Waiting]:
    """What waits in these hand-ins."""
    ids = [row.id for row in rows]
    said = {
        (review.hand_in_id, review.task): review
        for review in session.scalars(select(Review).where(Review.hand_in_id.in_(ids)))
    }
    worries = _open_worries(session, ids)
    languages = _languages(session, rows)
    answered = _answered_children(session, rows)
    found = []
    for row in rows:
        told = Told.from_json(row.marking) if row.marking else Told(False, ())
        for task in _to_look_at(row, told, said):
            if (row.id, task.name) in worries:
                continue
            asked = row.asked_at is not None
            language = languages[row.child_id]
            first = answered.isdisjoint({row.child_id, row.partner_id} - {None})
            fold = _fold(row, task, language, asked)
            answer = Answer(row.id, task.name, fold, row.received_at, first, asked)
            found.append(Waiting(answer, row.club_id, row.assignment, language, task))
    return found


def needs_a_person(task: ToldTask) -> bool:
    """Whether somebody has to look: no points yet, or not all of them."""
    return task.points is None or task.points < task.max_points


def _to_look_at(row: HandIn, told: Told, said: dict[tuple[int, str], Review]) -> list[ToldTask]:
    reviews = {task.name: said.get((row.id, task.name)) for task in told.tasks}
    if row.asked_at is None:
        return [task for task in told.tasks if reviews[task.name] is None and needs_a_person(task)]
    again = [task for task in told.tasks if reviews[task.name] is not None or needs_a_person(task)]
    return [task for task in again or told.tasks if not _looked_since(reviews[task.name], row.asked_at)]


def _open_worries(session: Session, ids: Sequence[int]) -> set[tuple[int, str]]:
    query = select(Worry.hand_in_id, Worry.task).where(Worry.hand_in_id.in_(ids), Worry.seen_at.is_(None))
    return {(row.hand_in_id, row.task) for row in session.execute(query)}


def _looked_since(review: Review | None, asked_at: datetime) -> bool:
    return review is not None and review.at > asked_at


def _fold(row: HandIn, task: ToldTask, language: str, asked: bool) -> str:
    """Who asked for another look is answered alone; else equal means equal in outcome and language too."""
    said = [check.passed for check in task.checks]
    alone = row.id if asked else None
    return fold_key(task.source, row.assignment, task.name, language, task.points, said, task.mistake, alone)


def _languages(session: Session, rows: Sequence[HandIn]) -> dict[str, str]:
    ids = {row.child_id for row in rows}
    query = select(Child.id, Child.language, Club.language).join(Club, Club.id == Child.club_id)
    return {child: own or club for child, own, club in session.execute(query.where(Child.id.in_(ids)))}


def _answered_children(session: Session, rows: Sequence[HandIn]) -> set[str]:
    clubs = {row.club_id for row in rows}
    query = (
        select(HandIn.child_id, HandIn.partner_id)
        .join(Review, Review.hand_in_id == HandIn.id)
        .where(HandIn.club_id.in_(clubs))
        .distinct()
    )
    return {child for pair in session.execute(query) for child in pair if child is not None}
