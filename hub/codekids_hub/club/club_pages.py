"""A club's details: entered and changed by a coordinator; homework, cards and meetings follow."""

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Annotated, Any

from babel.dates import get_day_names
from fastapi import APIRouter, Depends, Form, Request
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from codekids_hub import clubs
from codekids_hub.club import answers
from codekids_hub.club.coordinators import PROGRAMME_URL, ForCoordinator, only_coordinator
from codekids_hub.club.visitors import FormVisitor, Visitor, parts_of
from codekids_hub.clubs import ClubDetails, ClubInUse, NewClub
from codekids_hub.people import BadValue, NameTaken
from codekids_hub.people_language import language_of
from codekids_hub.refusals import N_, BadInput, NotFound, Refusal
from codekids_hub.storage.tables import Club

router = APIRouter(prefix="/programme/clubs", include_in_schema=False)

EMPTY = asdict(ClubDetails(library="", locality="", county="")) | {"code": ""}
Text = Annotated[str, Form(max_length=200)]
Day = Annotated[int, Form(ge=0, le=6)]


class DetailsMissing(BadInput):
    """A form without something that every club has, or with what cannot be."""

    message = N_(
        "Give the library, the place and the county. The hour is such as 16:30; the code has 3 to 12 letters and digits, without diacritics."
    )


def _filled_in(
    library: Text,
    locality: Text,
    county: Text,
    country: Text,
    language: Text,
    meeting_day: Day,
    meeting_hour: Text,
) -> ClubDetails:
    return ClubDetails(
        library=" ".join(library.split()),
        locality=" ".join(locality.split()),
        county=" ".join(county.split()),
        country=country,
        language=language,
        meeting_day=meeting_day,
        meeting_hour=meeting_hour,
    )


FilledIn = Annotated[ClubDetails, Depends(_filled_in)]
"""What stands in the form."""


@router.get("/new")
def show_new(request: Request, visitor: ForCoordinator) -> Response:
    """An empty form."""
    return _page(request, visitor, {})


@router.post("/new")
def add(
    request: Request,
    visitor: FormVisitor,
    details: FilledIn,
    code: Text = "",
) -> Response:
    """Add the club; without a code it gets one that is made of the place."""
    only_coordinator(visitor)
    try:
        with parts_of(request).database.write() as session:
            code = code.strip() or clubs.free_code(session, details.locality)
            new = NewClub(code=code, **asdict(details))
            club_id = clubs.add_club(session, new, datetime.now(UTC), visitor.id).id
    except BadValue:
        return _page(request, visitor, asdict(details) | {"code": code}, refusal=DetailsMissing())
    except NameTaken as refusal:
        return _page(request, visitor, asdict(details) | {"code": code}, refusal=refusal)
    return RedirectResponse(f"{PROGRAMME_URL}/clubs/{club_id}?added=1", status_code=303)


@router.get("/{club_id}")
def show(request: Request, visitor: ForCoordinator, club_id: str, added: bool = False) -> Response:
    """What is known of a club."""
    with parts_of(request).database.read() as session:
        club = _club(session, club_id)
        shown = _shown(club)
    return _page(request, visitor, shown, club_id=club_id, added=added)


@router.post("/{club_id}")
def change(
    request: Request,
    visitor: FormVisitor,
    club_id: str,
    details: FilledIn,
) -> Response:
    """Change it, and offer to change it back."""
    only_coordinator(visitor)
    try:
        with parts_of(request).database.write() as session:
            club = _club(session, club_id)
            before, code = clubs.details_of(club), club.code
            clubs.change_club(session, club, details, datetime.now(UTC), visitor.id)
    except BadValue:
        shown = asdict(details) | {"code": code}
        return _page(request, visitor, shown, club_id=club_id, refusal=DetailsMissing())
    return _page(request, visitor, asdict(details) | {"code": code}, club_id=club_id, before=before)


@router.post("/{club_id}/remove")
def remove(request: Request, visitor: FormVisitor, club_id: str) -> Response:
    """Take out a club that nobody has used yet. What was known of it stands in the form that adds it again."""
    only_coordinator(visitor)
    try:
        with parts_of(request).database.write() as session:
            club = _club(session, club_id)
            shown = _shown(club)
            clubs.remove_club(session, club, datetime.now(UTC), visitor.id)
    except ClubInUse as refusal:
        return _page(request, visitor, shown, club_id=club_id, refusal=refusal)
    return _page(request, visitor, shown, removed=True)


def _shown(club: Club) -> dict[str, Any]:
    return asdict(clubs.details_of(club)) | {"code": club.code}


def _club(session: Session, club_id: str) -> Club:
    club = session.get(Club, club_id)
    if club is None:
        raise NotFound()
    return club


def _page(
    request: Request,
    visitor: Visitor,
    shown: dict[str, Any],
    *,
    club_id: str = "",
    refusal: Refusal | None = None,
    before: ClubDetails | None = None,
    added: bool = False,
    removed: bool = False,
) -> Response:
    parts = parts_of(request)
    language = language_of(parts.database, visitor.id, parts.settings.language)
    translate = answers.translator(request, visitor).gettext
    with parts.database.read() as session:
        counties = sorted(session.scalars(select(Club.county).distinct()))
        unused = bool(club_id) and clubs.is_unused(session, club_id)
    days = get_day_names("wide", "stand-alone", locale=language)
    return answers.page(
        request,
        visitor,
        "club_details.html",
        status=refusal.status if refusal else 200,
        here="clubs",
        club_id=club_id,
        shown=EMPTY | shown,
        days=[(number, days[number].capitalize()) for number in range(7)],
        counties=counties,
        before=asdict(before) if before else None,
        added=added,
        removed=removed,
        unused=unused,
        problem=translate(refusal.message) % refusal.values if refusal else None,
    )
