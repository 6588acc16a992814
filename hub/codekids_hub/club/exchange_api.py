"""The exchange: nbgrader's assignments, hand-ins and feedback over HTTP. The plugin ``satul.exchange`` is its client.

Who somebody is comes from the Hub token alone; a student id in a request only ever narrows what is the person's anyway.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Header, Path, Query, Request
from pydantic import BaseModel
from starlette.responses import Response

from codekids_grading import bundles
from codekids_grading.bundles import Limits, TooLarge
from codekids_hub import courses, hand_ins, harmless, pairs
from codekids_hub.club.visitors import ApiChild, ApiVisitor, parts_of
from codekids_hub.courses import Seat
from codekids_hub.refusals import NotFound
from codekids_hub.storage.homework_tables import Feedback, HandIn

router = APIRouter(prefix="/api/exchange", tags=["exchange"])

TIME_FORMAT = "%Y-%m-%d %H:%M:%S.%f UTC"
"""nbgrader's own format of times, in UTC."""

Course = Annotated[str, Path(pattern=r"^[a-z0-9-]{1,48}$")]
Name = Annotated[str, Path(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,47}$")]
Notebook = Annotated[str, Path(pattern=r"^[^/\\\x00-\x1f]{1,80}$")]
Number = Annotated[int, Path(ge=1, le=2**62)]
Filter = Annotated[str, Query(max_length=60)]


@dataclass(frozen=True)
class Upload:
    """A body that has arrived, and when it began to: that counts as the time of a hand-in, not how fast the line is."""

    content: bytes
    began: datetime


async def _upload(request: Request) -> Upload:
    """The body, refused as soon as it is larger than what could be accepted."""
    most, began, content = Limits().packed, datetime.now(UTC), bytearray()
    async for chunk in request.stream():
        content += chunk
        if len(content) > most:
            raise TooLarge(most=f"{most / 1_000_000:g}")
    return Upload(bytes(content), began)


Body = Annotated[Upload, Depends(_upload)]


class CourseSeat(BaseModel):
    """A course, and who the caller is in it."""

    course_id: str
    role: Literal["student", "instructor"]


class Courses(BaseModel):
    """The caller's courses."""

    courses: list[CourseSeat]


class ReleasedAssignment(BaseModel):
    """An assignment that can be fetched."""

    course_id: str
    assignment_id: str
    notebooks: list[str]
    released_at: str


class Assignments(BaseModel):
    """What is released."""

    assignments: list[ReleasedAssignment]


class FeedbackPage(BaseModel):
    """A feedback page that can be fetched."""

    notebook: str
    at: str


class HandInEntry(BaseModel):
    """A hand-in in a list."""

    course_id: str
    assignment_id: str
    student_id: str
    number: int
    at: str
    notebooks: list[str]
    state: str
    late: bool
    feedback: list[FeedbackPage]


class HandIns(BaseModel):
    """Hand-ins, the oldest first."""

    hand_ins: list[HandInEntry]


class ReceiptAnswer(BaseModel):
    """The promise that a hand-in is kept."""

    number: int
    at: str
    sha256: str
    late: bool


@router.get("/courses")
def list_courses(request: Request, visitor: ApiVisitor) -> Courses:
    """The caller's courses."""
    with parts_of(request).database.read() as session:
        found = courses.seats(session, visitor.id)
    return Courses(courses=[CourseSeat(course_id=each.course_id, role=each.role) for each in found])  # type: ignore[arg-type]


@router.get("/assignments")
def list_assignments(request: Request, visitor: ApiVisitor, course_id: Filter = "") -> Assignments:
    """What is released in a course, or in all of the caller's."""
    parts = parts_of(request)
    with parts.database.read() as session:
        found = courses.assignments(session, visitor.id, course_id)
    return Assignments(
        assignments=[
            ReleasedAssignment(
                course_id=place.course_id,
                assignment_id=row.name,
                notebooks=list(bundles.read(parts.store.get(row.digest)).notebooks),
                released_at=row.released_at.strftime(TIME_FORMAT),
            )
            for place, row in found
        ]
    )


@router.get("/assignments/{course}/{name}", response_class=Response)
def fetch_assignment(request: Request, visitor: ApiVisitor, course: Course, name: Name) -> Response:
    """The released files, as a zip."""
    parts = parts_of(request)
    with parts.database.read() as session:
        row = courses.assignment(session, courses.seat(session, visitor.id, course), name)
    return Response(parts.store.get(row.digest), media_type="application/zip")


@router.put("/assignments/{course}/{name}", status_code=201, response_class=Response)
def release_assignment(
    request: Request, visitor: ApiVisitor, course: Course, name: Name, body: Body, force: bool = False
) -> Response:
    """A mentor releases an assignment: the body is a zip of its files."""
    parts = parts_of(request)
    with parts.database.write() as session:
        place = courses.instructor_seat(session, visitor.id, course)
        courses.release(
            session, parts.store, place, name, body.content, body.began, actor=visitor.id, force=force
        )
    return Response(status_code=201)


@router.delete("/assignments/{course}/{name}", status_code=204, response_class=Response)
def withdraw_assignment(request: Request, visitor: ApiVisitor, course: Course, name: Name) -> Response:
    """A mentor takes an assignment back; what was handed in stays."""
    with parts_of(request).database.write() as session:
        place = courses.instructor_seat(session, visitor.id, course)
        courses.withdraw(session, place, name, datetime.now(UTC), visitor.id)
    return Response(status_code=204)


@router.post("/hand-ins/{course}/{name}", status_code=201)
def hand_in(
    request: Request,
    visitor: ApiChild,
    course: Course,
    name: Name,
    body: Body,
    idempotency_key: Annotated[str, Header()],
) -> ReceiptAnswer:
    """Hand in: the body is a zip. The answer is the receipt, sent once the hand-in is durable. Who sits with the child,
    by a card shown on its device, has handed in too.
    """
    parts = parts_of(request)
    with parts.database.read() as session:
        courses.seat(session, visitor.id, course)
        partner = pairs.partner(session, visitor.id, body.began)
    receipt = hand_ins.accept(
        parts.database,
        parts.store,
        visitor.id,
        name,
        body.content,
        idempotency_key,
        body.began,
        partner_id=partner.id if partner else None,
        judged=parts.has_homework(name),
    )
    parts.queue.mark_soon(receipt.number)
    return ReceiptAnswer(
        number=receipt.number, at=receipt.at.strftime(TIME_FORMAT), sha256=receipt.digest, late=receipt.late
    )


@router.get("/hand-ins")
def list_hand_ins(
    request: Request,
    visitor: ApiVisitor,
    course_id: Filter = "",
    assignment_id: Filter = "",
    student_id: Filter = "",
) -> HandIns:
    """A student's own hand-ins, or those of an instructor's courses."""
    parts = parts_of(request)
    with parts.database.read() as session:
        found = courses.hand_ins(session, visitor.id, course_id, assignment_id, student_id)
    return HandIns(hand_ins=[_entry(*each) for each in found])


@router.get("/hand-ins/{course}/{name}/{number}", response_class=Response)
def fetch_hand_in(
    request: Request, visitor: ApiVisitor, course: Course, name: Name, number: Number
) -> Response:
    """The files of a hand-in as they were received, for whoever handed it in or a mentor of the course."""
    parts = parts_of(request)
    with parts.database.read() as session:
        _, row = courses.hand_in(session, visitor.id, course, name, number)
    return Response(parts.store.get(row.digest), media_type="application/zip")


@router.put("/feedback/{course}/{name}/{number}/{notebook}", status_code=204, response_class=Response)
def release_feedback(
    request: Request,
    visitor: ApiVisitor,
    course: Course,
    name: Name,
    number: Number,
    notebook: Notebook,
    body: Body,
) -> Response:
    """A mentor gives nbgrader's feedback page for a notebook back; scripts and remote loads are taken out of it."""
    parts = parts_of(request)
    with parts.database.write() as session:
        courses.instructor_seat(session, visitor.id, course)
        _, row = courses.hand_in(session, visitor.id, course, name, number)
        digest = parts.store.put(harmless.page(body.content.decode("utf-8", "replace")).encode())
        session.merge(Feedback(hand_in_id=row.id, notebook=notebook, digest=digest, at=datetime.now(UTC)))
    return Response(status_code=204)


@router.get("/feedback/{course}/{name}/{number}/{notebook}", response_class=Response)
def fetch_feedback(
    request: Request, visitor: ApiVisitor, course: Course, name: Name, number: Number, notebook: Notebook
) -> Response:
    """A feedback page, for whoever handed in or a mentor of the course."""
    parts = parts_of(request)
    with parts.database.read() as session:
        _, row = courses.hand_in(session, visitor.id, course, name, number)
        found = session.get(Feedback, (row.id, notebook))
    if found is None:
        raise NotFound()
    return Response(parts.store.get(found.digest), media_type="text/html", headers=harmless.HEADERS)


def _entry(place: Seat, row: HandIn, student: str, pages: list[Feedback]) -> HandInEntry:
    return HandInEntry(
        course_id=place.course_id,
        assignment_id=row.assignment,
        student_id=student,
        number=row.id,
        at=row.received_at.strftime(TIME_FORMAT),
        notebooks=list(row.notebooks),
        state=row.state,
        late=row.late,
        feedback=[FeedbackPage(notebook=each.notebook, at=each.at.strftime(TIME_FORMAT)) for each in pages],
    )
