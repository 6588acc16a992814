"""The audit log of a club, for its librarian: who did what to her children."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from codekids_hub import audit_words
from codekids_hub.children_view import children_url
from codekids_hub.club import answers
from codekids_hub.club.hers import her_club
from codekids_hub.club.visitors import PageVisitor, parts_of
from codekids_hub.people_language import language_of

router = APIRouter(include_in_schema=False)


@router.get("/clubs/{club_id}/log")
def show_log(
    request: Request,
    visitor: PageVisitor,
    club_id: str,
    before: Annotated[int | None, Query(ge=1, le=2**31 - 1)] = None,
) -> Response:
    """A page of the log, the newest first."""
    club = her_club(request, visitor, club_id)
    parts = parts_of(request)
    language = language_of(parts.database, visitor.id, parts.settings.language)
    with parts.database.read() as session:
        lines = audit_words.lines(session, club, visitor.id, language, before)
    return answers.page(
        request,
        visitor,
        "log.html",
        club={"library": club.library, "locality": club.locality},
        children_url=children_url(club.id),
        lines=lines,
        older=lines[-1].id if len(lines) == audit_words.PAGE else None,
    )
