"""The librarian during a session: the wall with its tiles, the phases and their clock, what the projector shows."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Form, Request
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from codekids_hub import board, findings, presence, screen_keys, sessions, wall_view
from codekids_hub.addresses import SERVICE_PREFIX
from codekids_hub.club import answers
from codekids_hub.club.hers import her_club
from codekids_hub.club.live_api import live_of
from codekids_hub.club.visitors import FormVisitor, PageVisitor, origin, parts_of
from codekids_hub.preparing_view import report_url
from codekids_hub.refusals import BadInput
from codekids_hub.sessions import NoSession
from codekids_hub.storage.session_tables import SessionRow
from codekids_hub.storage.tables import Club
from codekids_hub.wall_view import wall_url

router = APIRouter(prefix="/clubs/{club_id}", include_in_schema=False)

Word = Annotated[str, Form(max_length=40)]
STRETCH = {"stretch": 5, "shorten": -5}


@router.get("/wall")
def show_wall(request: Request, visitor: PageVisitor, club_id: str) -> Response:
    """The wall; once the session is over, its report."""
    club = her_club(request, visitor, club_id)
    parts = parts_of(request)
    language = answers.language(request, visitor)
    live = live_of(request, club.id)
    with parts.database.read() as session:
        row = sessions.running(session, club.id)
        if row is None:
            last = sessions.latest(session, club.id)
            to = report_url(last.id) if last else SERVICE_PREFIX
            return RedirectResponse(to, status_code=303)
        context = wall_view.wall_page(session, row, club, parts.catalogue, language, datetime.now(UTC))
    key = screen_keys.make(parts.pepper, row.id)
    live["url"] = f"{live['url']}?club={club.id}"
    return answers.page(
        request,
        visitor,
        "wall.html",
        live=live,
        screen_key=key,
        screen_address=f"{origin(request)}{SERVICE_PREFIX}screen/{key}",
        **context,
    )


@router.post("/phase")
def change_phase(
    request: Request, visitor: FormVisitor, club_id: str, act: Word, seen: Word = ""
) -> Response:
    """Go on, go back, give or take five minutes, or end. A second tap on the same button changes nothing."""
    club = her_club(request, visitor, club_id)
    now = datetime.now(UTC)
    with parts_of(request).database.write() as session:
        row = sessions.latest(session, club.id) if act == "back" else sessions.running(session, club.id)
        if row is not None:
            _act(session, row, act, seen, visitor.id, now)
            if row.ended_at is not None:
                return RedirectResponse(report_url(row.id), status_code=303)
    return RedirectResponse(wall_url(club.id), status_code=303)


@router.post("/hand")
def take_hand(request: Request, visitor: FormVisitor, club_id: str, child: Word) -> Response:
    """“I am with you”: the hand goes down."""
    club = her_club(request, visitor, club_id)
    with parts_of(request).database.write() as session:
        presence.lower_hand(session, _running(session, club), child)
    return RedirectResponse(wall_url(club.id), status_code=303)


@router.post("/show")
def show_finding(request: Request, visitor: FormVisitor, club_id: str, finding: Word = "") -> Response:
    """Put a finding on the big screen; none: all of them side by side."""
    club = her_club(request, visitor, club_id)
    if finding and not finding.isdecimal():
        raise BadInput()
    with parts_of(request).database.write() as session:
        findings.show(session, _running(session, club), int(finding) if finding else None)
    return RedirectResponse(wall_url(club.id), status_code=303)


@router.post("/note")
def hide_note(request: Request, visitor: FormVisitor, club_id: str, key: Word, hidden: Word = "") -> Response:
    """Keep a first guess or a note off the big screen, or let it back."""
    club = her_club(request, visitor, club_id)
    with parts_of(request).database.write() as session:
        board.hide(session, _running(session, club), key, datetime.now(UTC), hidden=bool(hidden))
    return RedirectResponse(wall_url(club.id), status_code=303)


def _running(session: Session, club: Club) -> SessionRow:
    row = sessions.running(session, club.id)
    if row is None:
        raise NoSession()
    return row


def _act(session: Session, row: SessionRow, act: str, seen: str, actor: str, now: datetime) -> None:
    if act == "next":
        sessions.next_phase(session, row, actor, now, seen=seen)
    elif act == "back":
        sessions.back(session, row, actor, now)
    elif act == "end":
        sessions.end(session, row, actor, now)
    elif act in STRETCH:
        sessions.stretch(session, row, STRETCH[act], actor, now)
    else:
        raise BadInput()
