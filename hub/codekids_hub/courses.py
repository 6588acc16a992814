"""Courses as the exchange sees them: one per club, whose children are its students and whose mentors its instructors."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from codekids_grading import bundles
from codekids_grading.store import Store
from codekids_hub.people import note
from codekids_hub.refusals import N_, NotFound, Refusal
from codekids_hub.storage.homework_tables import Assignment, Feedback, HandIn
from codekids_hub.storage.tables import Child, Club, Duty

STUDENT, INSTRUCTOR = "student", "instructor"


class ReleasedBefore(Refusal):
    """An assignment of this name is there; it is replaced only when that is asked for."""

    message = N_("The assignment %(name)s is released already. Say --force to replace it.")
    status = 409


class InstructorsOnly(Refusal):
    """Something that only a mentor of the club does."""

    message = N_("Only a mentor of this club can do that.")
    status = 403


@dataclass(frozen=True)
class Seat:
    """Somebody's place in a course."""

    club: Club
    role: str

    @property
    def course_id(self) -> str:
        """nbgrader's name of the course."""
        return self.club.code.lower()


def seats(session: Session, identifier: str) -> list[Seat]:
    """The courses of a person: a child's own club; all clubs of a mentor."""
    child = session.get(Child, identifier)
    if child is not None:
        return [Seat(session.get_one(Club, child.club_id), STUDENT)]
    clubs = (
        select(Club)
        .join(Duty, Duty.club_id == Club.id)
        .where(Duty.adult_id == identifier, Duty.role == "mentor")
    )
    return [Seat(club, INSTRUCTOR) for club in session.scalars(clubs.order_by(Club.code))]


def seat(session: Session, identifier: str, course_id: str) -> Seat:
    """The person's place in this course.

    :raises NotFound: there is no such course, or not for this person: the answer is the same
    """
    for each in seats(session, identifier):
        if each.course_id == course_id:
            return each
    raise NotFound()


def instructor_seat(session: Session, identifier: str, course_id: str) -> Seat:
    """The same, for what only mentors do.

    :raises InstructorsOnly: the person is a student there
    """
    found = seat(session, identifier, course_id)
    if found.role != INSTRUCTOR:
        raise InstructorsOnly()
    return found


def assignments(session: Session, identifier: str, course_id: str) -> list[tuple[Seat, Assignment]]:
    """What is released in a course, or in all courses of the person when it is empty."""
    found = []
    for each in seats(session, identifier):
        if course_id in ("", each.course_id):
            rows = select(Assignment).where(Assignment.club_id == each.club.id).order_by(Assignment.name)
            found += [(each, row) for row in session.scalars(rows)]
    return found


def assignment(session: Session, place: Seat, name: str) -> Assignment:
    """A released assignment of a course.

    :raises NotFound: it is not released there
    """
    row = session.get(Assignment, (place.club.id, name))
    if row is None:
        raise NotFound()
    return row


def release(
    session: Session,
    store: Store,
    place: Seat,
    name: str,
    content: bytes,
    now: datetime,
    *,
    actor: str,
    force: bool,
) -> None:
    """A mentor releases an assignment by hand, with nbgrader's own commands.

    :raises ReleasedBefore: it is there and ``force`` was not said
    :raises codekids_grading.bundles.BadBundle: the files cannot be accepted
    """
    bundles.read(content)
    known = session.get(Assignment, (place.club.id, name), with_for_update=True)
    if known is not None and not force:
        raise ReleasedBefore(name=name)
    digest = store.put(content)
    note(session, actor, "release", place.club.id, now)
    if known is not None:
        known.digest, known.released_at = digest, now
        return
    session.add(
        Assignment(
            club_id=place.club.id,
            name=name,
            digest=digest,
            released_at=now,
            closes_at=None,
            released_by=actor,
        )
    )


def withdraw(session: Session, place: Seat, name: str, now: datetime, actor: str) -> None:
    """Take an assignment back; what was handed in stays.

    :raises NotFound: it is not there
    """
    session.delete(assignment(session, place, name))
    note(session, actor, "withdraw", place.club.id, now)


def hand_ins(
    session: Session, identifier: str, course_id: str = "", name: str = "", student_id: str = ""
) -> list[tuple[Seat, HandIn, str, list[Feedback]]]:
    """Hand-ins with whose they are and their feedback: a student's own, or all of an instructor's courses, the oldest
    first. What two children handed in together stands there once for each of them, with one number.
    """
    found = []
    for each in seats(session, identifier):
        if course_id not in ("", each.course_id):
            continue
        query = select(HandIn).where(HandIn.club_id == each.club.id)
        if each.role == STUDENT:
            query = query.where(or_(HandIn.child_id == identifier, HandIn.partner_id == identifier))
        if name:
            query = query.where(HandIn.assignment == name)
        rows = session.scalars(query.order_by(HandIn.id)).all()
        pages = _feedback(session, query)
        for row in rows:
            owners = [child for child in (row.child_id, row.partner_id) if child]
            wanted = {identifier} if each.role == STUDENT else {student_id or child for child in owners}
            found += [(each, row, child, pages.get(row.id, [])) for child in owners if child in wanted]
    return found


def _feedback(session: Session, hand_ins: Select[HandIn]) -> dict[int, list[Feedback]]:
    """The feedback on some hand-ins, by their numbers."""
    ids = hand_ins.with_only_columns(HandIn.id)
    found: dict[int, list[Feedback]] = {}
    for page in session.scalars(
        select(Feedback).where(Feedback.hand_in_id.in_(ids)).order_by(Feedback.notebook)
    ):
        found.setdefault(page.hand_in_id, []).append(page)
    return found


def hand_in(session: Session, identifier: str, course_id: str, name: str, number: int) -> tuple[Seat, HandIn]:
    """One hand-in, for whoever handed it in or a mentor of the course.

    :raises NotFound: it is not there, or somebody else's
    """
    place = seat(session, identifier, course_id)
    row = session.get(HandIn, number)
    if row is None or row.club_id != place.club.id or row.assignment != name:
        raise NotFound()
    if place.role == STUDENT and identifier not in (row.child_id, row.partner_id):
        raise NotFound()
    return place, row
