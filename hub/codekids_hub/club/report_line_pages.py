"""What librarians wrote, for the coordinator, a week at a time."""

from datetime import UTC, date, datetime, time
from typing import Annotated, Any

from babel.dates import format_date
from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from codekids_hub import report_lines
from codekids_hub.club import answers
from codekids_hub.club.coordinators import PROGRAMME_URL, ForCoordinator
from codekids_hub.club.visitors import parts_of
from codekids_hub.people_language import language_of
from codekids_hub.programme import PAGE
from codekids_hub.report_lines import WEEK

router = APIRouter(prefix="/programme/reports", include_in_schema=False)


@router.get("")
def show_reports(
    request: Request,
    visitor: ForCoordinator,
    week: Annotated[date | None, Query()] = None,
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
) -> Response:
    """The meetings of a week, the newest first; ``week`` is any day of it."""
    parts, now = parts_of(request), datetime.now(UTC)
    language = language_of(parts.database, visitor.id, parts.settings.language)
    this_week = report_lines.monday_of(now)
    asked = datetime.combine(week, time(12), UTC) if week and week.year > 2000 else now
    monday = min(report_lines.monday_of(asked), this_week)
    with parts.database.read() as session:
        first = report_lines.first_week(session)
        found = report_lines.lines(session, monday, monday + WEEK, language)
    last = max(1, -(-len(found) // PAGE))
    page = min(page, last)
    return answers.page(
        request,
        visitor,
        "programme_reports.html",
        here="reports",
        week=_words(monday, language),
        rows=found[(page - 1) * PAGE : page * PAGE],
        earlier_url=_address(monday - WEEK) if first is not None and first < monday else None,
        later_url=_address(monday + WEEK) if monday < this_week else None,
        page=page,
        pages=last,
        before_url=_address(monday, page - 1) if page > 1 else None,
        after_url=_address(monday, page + 1) if page < last else None,
    )


def _words(monday: datetime, language: str) -> dict[str, Any]:
    sunday = monday + WEEK
    return {
        "first": format_date(monday.date(), "d MMMM", locale=language),
        "last": format_date(date.fromordinal(sunday.date().toordinal() - 1), "d MMMM y", locale=language),
    }


def _address(monday: datetime, page: int = 1) -> str:
    return f"{PROGRAMME_URL}/reports?week={monday.date().isoformat()}&page={page}"
