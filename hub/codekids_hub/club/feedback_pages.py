"""Feedback pages for the librarian of the club: whatever an adult writes to a child, she can read as the child gets it."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Path, Request
from starlette.responses import Response

from codekids_hub import harmless
from codekids_hub.club.hers import her_club
from codekids_hub.club.visitors import PageVisitor, parts_of
from codekids_hub.people import note
from codekids_hub.refusals import NotFound
from codekids_hub.storage.homework_tables import Feedback, HandIn

router = APIRouter(include_in_schema=False)


@router.get("/clubs/{club_id}/feedback/{number}/{notebook}")
def show_feedback(
    request: Request,
    visitor: PageVisitor,
    club_id: str,
    number: Annotated[int, Path(ge=1, le=2**31 - 1)],
    notebook: str,
) -> Response:
    """One page; that she looked is noted."""
    club = her_club(request, visitor, club_id)
    parts = parts_of(request)
    with parts.database.write() as session:
        row, page = session.get(HandIn, number), session.get(Feedback, (number, notebook))
        if row is None or page is None or row.club_id != club.id:
            raise NotFound()
        note(session, visitor.id, "look", str(number), datetime.now(UTC))
    return Response(parts.store.get(page.digest), media_type="text/html", headers=harmless.HEADERS)
