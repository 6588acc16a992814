"""Mentors' answers on their way home: into nbgrader's gradebook, and back as a feedback page through the exchange."""

import logging
from datetime import datetime
from typing import Protocol

from sqlalchemy.orm import Session

from codekids_hub import homework, reviews
from codekids_hub.course_files import NOTEBOOK
from codekids_hub.storage import Database
from codekids_hub.storage.homework_tables import Feedback, HandIn, Review
from codekids_hub.storage.tables import Club

log = logging.getLogger("codekids.answers")


class Book(Protocol):
    """Where answers are written; :class:`codekids_hub.course_files.CourseFiles` for real courses."""

    def answer(
        self, course: str, assignment: str, child_id: str, task: str, comment: str, points: float | None
    ) -> str:
        """Write an answer; the digest of the feedback page."""
        ...


def bring_home(database: Database, book: Book, now: datetime) -> int:
    """Write what mentors said since the last time; one that cannot be written now is tried again later.

    :returns: how many were written
    """
    with database.read() as session:
        ids = [review.id for review in reviews.unrecorded(session)]
    return sum(_bring(database, book, review_id, now) for review_id in ids)


def _bring(database: Database, book: Book, review_id: int, now: datetime) -> bool:
    with database.read() as session:
        review = session.get_one(Review, review_id)
        row = session.get_one(HandIn, review.hand_in_id)
        course = homework.course_id(session.get_one(Club, row.club_id))
        owners = [
            child_id
            for child_id in (row.child_id, row.partner_id)
            if child_id and _is_last(session, row, child_id)
        ]
    digest = None
    try:
        for owner in owners:  # the gradebook holds the last hand-in alone
            digest = book.answer(course, row.assignment, owner, review.task, review.comment, review.points)
    except Exception:
        log.exception("review %s was not written to the gradebook; it is tried again", review_id)
        return False
    with database.write() as session:
        written = session.get_one(Review, review_id, with_for_update=True)
        if (
            written.at == review.at
        ):  # the mentor may have said something newer meanwhile: that is brought next time
            written.recorded_at = now
        if digest is not None:
            session.merge(Feedback(hand_in_id=row.id, notebook=NOTEBOOK, digest=digest, at=now))
    return True


def _is_last(session: Session, row: HandIn, child_id: str) -> bool:
    last = homework.last_hand_in(session, child_id, row.assignment)
    return last is None or last.id <= row.id
