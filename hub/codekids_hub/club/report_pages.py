"""After a session: its report, and the one line that the librarian adds."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from codekids_hub import findings, reports, wall_view
from codekids_hub.club import answers
from codekids_hub.club.hers import her_club
from codekids_hub.club.visitors import FormVisitor, PageVisitor, Visitor, parts_of
from codekids_hub.preparing_view import report_url
from codekids_hub.refusals import NotFound, Refusal
from codekids_hub.storage.session_tables import SessionRow
from codekids_hub.storage.tables import Club

router = APIRouter(prefix="/reports/{session_id}", include_in_schema=False)


@router.get("")
def show_report(request: Request, visitor: PageVisitor, session_id: str, said: str = "") -> Response:
    """The report of a session of hers."""
    row, club = _hers(request, visitor, session_id)
    return _page(request, visitor, row, club, kept=said == "kept")


@router.post("")
def write_line(
    request: Request,
    visitor: FormVisitor,
    session_id: str,
    line: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Keep her line."""
    row, club = _hers(request, visitor, session_id)
    try:
        with parts_of(request).database.write() as session:
            found = session.get_one(SessionRow, row.id)
            reports.write(session, found, line, visitor.id, datetime.now(UTC))
    except (reports.TooLongLine, reports.NamesAChild) as refusal:
        return _page(request, visitor, row, club, refusal=refusal, typed=line)
    return RedirectResponse(f"{report_url(row.id)}?said=kept", status_code=303)


@router.get("/pictures/{digest}")
def show_picture(request: Request, visitor: PageVisitor, session_id: str, digest: str) -> Response:
    """A picture that a group chose."""
    row, _ = _hers(request, visitor, session_id)
    parts = parts_of(request)
    with parts.database.read() as session:
        kind = findings.picture_kind(session, row, digest)
    return answers.picture(parts.store.get(digest), kind)


def _hers(request: Request, visitor: Visitor, session_id: str) -> tuple[SessionRow, Club]:
    """The session and its club, if the visitor is the club's librarian.

    :raises NotFound: no such session; and whatever :func:`codekids_hub.club.hers.her_club` raises
    """
    clean = session_id if session_id.isascii() and session_id.isalnum() else ""
    with parts_of(request).database.read() as session:
        row = session.get(SessionRow, clean)
    if row is None:
        her_club(request, visitor, "")
        raise NotFound()
    return row, her_club(request, visitor, row.club_id)


def _page(
    request: Request,
    visitor: Visitor,
    row: SessionRow,
    club: Club,
    *,
    refusal: Refusal | None = None,
    typed: str = "",
    kept: bool = False,
) -> Response:
    parts = parts_of(request)
    language = answers.language(request, visitor)
    with parts.database.read() as session:
        context = wall_view.report_page(session, row, club, language, datetime.now(UTC))
    if refusal is not None:
        context["line"] = typed
    return answers.page(
        request,
        visitor,
        "report.html",
        **answers.refused(request, visitor, refusal),
        kept=kept,
        **context,
    )
