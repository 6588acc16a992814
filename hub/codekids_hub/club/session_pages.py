"""A child's screen in a session. It works by forms; with the live channel it stays up to date by itself."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from codekids_hub import board, findings, groups, presence, session_view, sessions
from codekids_hub.addresses import SERVICE_PREFIX
from codekids_hub.club import answers
from codekids_hub.club.live_api import live_of
from codekids_hub.club.visitors import FormVisitor, Visitor, needs, parts_of
from codekids_hub.people import Role
from codekids_hub.refusals import NotAllowed, NotFound, Refusal
from codekids_hub.session_view import SESSION_URL
from codekids_hub.storage.session_tables import SessionRow
from codekids_hub.storage.tables import Child

router = APIRouter(prefix="/session", include_in_schema=False)

ForChild = Annotated[Visitor, needs(Role.CHILD)]
Name = Annotated[str, Form(max_length=64)]
Sentence = Annotated[str, Form(max_length=1000)]
JUST_OVER = timedelta(hours=1)
"""So long after its end a session is still thanked for."""
Deed = Callable[[Session, SessionRow, Child, datetime], object]


@router.get("")
def show(request: Request, visitor: ForChild) -> Response:
    """The session of now; when there is none, a page that says so and waits for it."""
    presence.heard(parts_of(request).database, [visitor.id], datetime.now(UTC))
    return _page(request, visitor)


@router.get("/now")
def show_strip(request: Request, visitor: ForChild) -> Response:
    """The strip of a child's home alone: it is asked for anew when something has changed, and the home is not."""
    language = answers.language(request, visitor)
    context = meeting_now(request, visitor, language, datetime.now(UTC))
    return answers.page(request, visitor, "_meeting_now.html", **context)


@router.get("/picture/{digest}")
def picture(request: Request, visitor: ForChild, digest: str) -> Response:
    """A picture that somebody held up in the club's last session."""
    parts = parts_of(request)
    with parts.database.read() as session:
        row = sessions.latest(session, session.get_one(Child, visitor.id).club_id)
        if row is None:
            raise NotFound()
        kind = findings.picture_kind(session, row, digest)
    return answers.picture(parts.store.get(digest), kind)


@router.post("/guess")
def guess(request: Request, visitor: FormVisitor, words: Sentence = "") -> Response:
    """Keep the first guess."""
    return _do(
        request, visitor, lambda session, row, child, now: board.guess(session, row, child, words, now)
    )


@router.post("/group")
def new_group(request: Request, visitor: FormVisitor) -> Response:
    """Make a group."""
    return _do(request, visitor, groups.form)


@router.post("/group/join")
def join_group(request: Request, visitor: FormVisitor, group: Name) -> Response:
    """Come into a group."""
    return _do(
        request, visitor, lambda session, row, child, now: groups.join(session, row, child, group, now)
    )


@router.post("/group/leave")
def leave_group(request: Request, visitor: FormVisitor) -> Response:
    """Go out of the group."""
    return _do(request, visitor, groups.leave)


@router.post("/group/mediator")
def choose_mediator(request: Request, visitor: FormVisitor, child: Name = "") -> Response:
    """The group chooses its mediator, or none."""
    return _do(
        request, visitor, lambda session, row, me, _now: groups.choose_mediator(session, row, me, child)
    )


@router.post("/hand")
def hand(request: Request, visitor: FormVisitor, up: Name = "") -> Response:
    """The hand goes up or down."""

    def change(session: Session, row: SessionRow, child: Child, now: datetime) -> None:
        if up:
            presence.raise_hand(session, row, child, now)
        else:
            presence.lower_hand(session, row, child.id)

    return _do(request, visitor, change)


@router.post("/finding")
def put_finding(
    request: Request, visitor: FormVisitor, sentence: Sentence = "", picture: Name = ""
) -> Response:
    """Write the sentence, choose the picture."""

    def put(session: Session, row: SessionRow, child: Child, now: datetime) -> None:
        findings.put(session, row, child, sentence, picture or None, now)

    return _do(request, visitor, put)


@router.post("/finding/show")
def show_finding(request: Request, visitor: FormVisitor) -> Response:
    """Put what the group found on the big screen."""
    return _do(request, visitor, lambda session, row, child, _now: findings.show_own(session, row, child))


@router.post("/wonder")
def wonder(request: Request, visitor: FormVisitor, words: Sentence = "") -> Response:
    """Put an "I wonder" note on the board."""
    return _do(
        request, visitor, lambda session, row, child, now: board.wonder(session, row, child, words, now)
    )


@router.post("/wonder/back")
def take_wonder_back(request: Request, visitor: FormVisitor, note: Annotated[int, Form()]) -> Response:
    """Take a note off the board."""
    return _do(request, visitor, lambda session, row, child, _now: board.take_back(session, row, child, note))


def meeting_now(request: Request, visitor: Visitor, language: str, now: datetime) -> dict[str, Any]:
    """For a child's home: its club's session, if one is on. Whoever comes home is present at it."""
    parts = parts_of(request)
    presence.heard(parts.database, [visitor.id], now)
    with parts.database.read() as session:
        club_id = session.get_one(Child, visitor.id).club_id
    live = live_of(request, club_id)
    with parts.database.read() as session:
        row = sessions.running(session, club_id)
        return {"live": live, "meeting": session_view.head(row, language, now) if row else None}


def _do(request: Request, visitor: Visitor, deed: Deed) -> Response:
    """One deed of a child in its club's session; a refusal is said on the page itself, and nothing typed is lost."""
    if visitor.role is not Role.CHILD:
        raise NotAllowed()
    try:
        with parts_of(request).database.write() as session:
            child = session.get_one(Child, visitor.id)
            deed(session, sessions.running_for(session, child), child, datetime.now(UTC))
    except Refusal as refusal:
        return _page(request, visitor, refusal)
    return RedirectResponse(SESSION_URL, status_code=303)


def _page(request: Request, visitor: Visitor, refusal: Refusal | None = None) -> Response:
    parts = parts_of(request)
    language = answers.language(request, visitor)
    with parts.database.read() as session:
        club_id = session.get_one(Child, visitor.id).club_id
    live = live_of(request, club_id)  # before the page: what changes meanwhile is news
    with parts.database.read() as session:
        child = session.get_one(Child, visitor.id)
        row = sessions.running(session, club_id)
        last = sessions.latest(session, club_id)
        now = datetime.now(UTC)
        meeting = (
            session_view.child_page(session, row, child, parts.catalogue, language, now) if row else None
        )
    return answers.page(
        request,
        visitor,
        "session.html",
        live=live,
        meeting=meeting,
        just_over=bool(last and last.ended_at and now - last.ended_at < JUST_OVER),
        here_url=SERVICE_PREFIX + "session",
        **answers.refused(request, visitor, refusal),
    )
