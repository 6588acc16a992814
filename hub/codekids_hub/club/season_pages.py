"""The season and its holidays: entered by a coordinator, homework and meetings follow."""

from datetime import UTC, date, datetime
from typing import Annotated

from babel.dates import format_date
from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from codekids_hub import seasons
from codekids_hub.club import answers
from codekids_hub.club.coordinators import PROGRAMME_URL, ForCoordinator, only_coordinator
from codekids_hub.club.visitors import FormVisitor, parts_of
from codekids_hub.people_language import language_of
from codekids_hub.refusals import Refusal
from codekids_hub.storage.homework_tables import HolidayRow

router = APIRouter(prefix="/programme/season", include_in_schema=False)

COUNTRIES = ("", "RO", "MD")
Text = Annotated[str, Form(max_length=200)]
Day = Annotated[date, Form()]


@router.get("")
def show_season(request: Request, visitor: ForCoordinator) -> Response:
    """The seasons, and the holidays that are not over."""
    return _page(request, visitor)


@router.post("")
def begin(request: Request, visitor: FormVisitor, first: Day) -> Response:
    """Enter a season."""
    only_coordinator(visitor)
    with parts_of(request).database.write() as session:
        seasons.begin_season(session, first, datetime.now(UTC), actor=visitor.id)
    return _back()


@router.post("/remove")
def remove(request: Request, visitor: FormVisitor, first: Day) -> Response:
    """Take back a season that has not begun."""
    only_coordinator(visitor)
    try:
        with parts_of(request).database.write() as session:
            seasons.remove_season(session, first, datetime.now(UTC), visitor.id)
    except seasons.SeasonHasBegun as refusal:
        return _page(request, visitor, refusal=refusal)
    return _back()


@router.post("/holidays")
def add_holiday(
    request: Request, visitor: FormVisitor, name: Text, first: Day, last: Day, country: Text = ""
) -> Response:
    """Enter a holiday; its form is also the undo of taking one out."""
    only_coordinator(visitor)
    words = " ".join(name.split())
    try:
        if not 0 < len(words) <= 80 or country not in COUNTRIES:
            raise seasons.HolidayNeedsName()
        with parts_of(request).database.write() as session:
            now = datetime.now(UTC)
            seasons.add_holiday(session, words, first, last, now, country=country, actor=visitor.id)
    except (seasons.BackwardsHoliday, seasons.HolidayNeedsName) as refusal:
        return _page(request, visitor, refusal=refusal)
    return _back()


@router.post("/holidays/remove")
def remove_holiday(request: Request, visitor: FormVisitor, first: Day, country: Text = "") -> Response:
    """Take a holiday out, and offer to put it back."""
    only_coordinator(visitor)
    with parts_of(request).database.write() as session:
        gone = seasons.remove_holiday(session, first, country, datetime.now(UTC), visitor.id)
    return _page(request, visitor, gone=gone)


def _back() -> Response:
    return RedirectResponse(f"{PROGRAMME_URL}/season", status_code=303)


def _page(
    request: Request,
    visitor: ForCoordinator,
    *,
    refusal: Refusal | None = None,
    gone: HolidayRow | None = None,
) -> Response:
    parts = parts_of(request)
    language = language_of(parts.database, visitor.id, parts.settings.language)
    translate = answers.translator(request, visitor).gettext
    today = datetime.now(UTC).date()
    with parts.database.read() as session:
        firsts = seasons.all_seasons(session)
        holidays = seasons.all_holidays(session, today)
    now_is = next((each for each in firsts if each <= today), None)

    def day(at: date) -> str:
        return format_date(at, "d MMMM y", locale=language)

    def shown(row: HolidayRow) -> dict[str, str]:
        return {
            "name": row.name,
            "first": row.first.isoformat(),
            "last": row.last.isoformat(),
            "country": row.country,
            "from": day(row.first),
            "to": day(row.last),
        }

    return answers.page(
        request,
        visitor,
        "season.html",
        status=refusal.status if refusal else 200,
        here="season",
        seasons=[
            {"first": each.isoformat(), "day": day(each), "now": each == now_is, "later": each > today}
            for each in firsts
        ],
        holidays=[shown(each) for each in holidays],
        gone=shown(gone) if gone else None,
        problem=translate(refusal.message) % refusal.values if refusal else None,
    )
