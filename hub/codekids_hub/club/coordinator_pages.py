"""The list of all clubs, to search and to filter, and as a file for a spreadsheet."""

from datetime import UTC, datetime
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from codekids_hub import programme
from codekids_hub.club import answers
from codekids_hub.club.coordinators import PROGRAMME_URL, ForCoordinator
from codekids_hub.club.visitors import parts_of
from codekids_hub.people_language import language_of
from codekids_hub.programme import PAGE, ClubLine, few
from codekids_hub.times import ago, meeting

router = APIRouter(prefix="/programme", include_in_schema=False)

Words = Annotated[str, Query(max_length=80)]
Only = Annotated[str, Query(pattern=f"^({'|'.join(programme.FILTERS)})$")]


@router.get("/clubs")
def show_clubs(
    request: Request,
    visitor: ForCoordinator,
    q: Words = "",
    county: Words = "",
    only: Only = "all",
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
) -> Response:
    """A page of the list."""
    parts = parts_of(request)
    now = datetime.now(UTC)
    language = language_of(parts.database, visitor.id, parts.settings.language)
    with parts.database.read() as session:
        every = programme.lines(session, now)
    found = programme.chosen(every, q, county, only)
    asked = {"q": q, "county": county, "only": only}
    last = max(1, -(-len(found) // PAGE))
    page = min(page, last)
    return answers.page(
        request,
        visitor,
        "clubs.html",
        here="clubs",
        asked=asked,
        filters=[
            {"id": each, "count": len(programme.chosen(every, q, county, each))} for each in programme.FILTERS
        ],
        counties=sorted({line.club.county for line in every}),
        found=len(found),
        rows=[_row(line, language, now) for line in found[(page - 1) * PAGE : page * PAGE]],
        page=page,
        pages=last,
        before_url=_address(asked, page - 1) if page > 1 else None,
        after_url=_address(asked, page + 1) if page < last else None,
        csv_url=f"{PROGRAMME_URL}/clubs.csv?{urlencode(asked)}",
    )


@router.get("/clubs.csv")
def clubs_as_csv(
    request: Request, visitor: ForCoordinator, q: Words = "", county: Words = "", only: Only = "all"
) -> Response:
    """The list, as chosen on the page, whole."""
    now = datetime.now(UTC)
    with parts_of(request).database.read() as session:
        found = programme.chosen(programme.lines(session, now), q, county, only)
    headers = {
        "Content-Disposition": f'attachment; filename="clubs-{now.date()}.csv"',
        "Cache-Control": "no-store",
    }
    made = "\ufeff" + programme.as_csv(found)  # without the mark Excel reads Romanian letters wrong
    return Response(made, media_type="text/csv; charset=utf-8", headers=headers)


def _row(line: ClubLine, language: str, now: datetime) -> dict[str, Any]:
    club = line.club
    return {
        "id": club.id,
        "code": club.code,
        "library": club.library,
        "locality": club.locality,
        "county": club.county,
        "meeting": meeting(club.meeting_day, club.meeting_hour, language),
        "children": few(line.children),
        "last": ago(line.last_at, now, language),
        "met": line.met,
        "reasons": line.reasons,
        "handed_in": few(line.flow.handed_in),
        "answered": few(line.flow.answered),
    }


def _address(asked: dict[str, str], page: int) -> str:
    return f"{PROGRAMME_URL}/clubs?{urlencode({**asked, 'page': page})}"
