"""Inviting adults: the coordinator's forms, and the page where the link leads, on which nobody is logged in."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from codekids_hub import invitations, people, people_view
from codekids_hub.addresses import SERVICE_PREFIX
from codekids_hub.club import answers
from codekids_hub.club.coordinators import only_coordinator
from codekids_hub.club.people_pages import show_list
from codekids_hub.club.visitors import FormVisitor, origin, parts_of
from codekids_hub.languages import COOKIE, LANGUAGES
from codekids_hub.passwords import PASSWORD_LENGTH, PasswordTooShort
from codekids_hub.people import Role
from codekids_hub.people_view import PEOPLE_URL
from codekids_hub.refusals import NotFound, Refusal
from codekids_hub.storage.tables import Club
from codekids_hub.translation import choose_language

router = APIRouter(include_in_schema=False)

INVITED_URL = f"{SERVICE_PREFIX}invited"
Short = Annotated[str, Form(max_length=200)]


@router.post("/programme/invitations")
def invite(request: Request, visitor: FormVisitor, role: Short = "", club: Short = "") -> Response:
    """Make an invitation, and show its link this once."""
    only_coordinator(visitor)
    try:
        with parts_of(request).database.write() as session:
            found = people.club_by_code(session, club) if club and role != Role.COORDINATOR else None
            _, key = invitations.invite(session, role, found, visitor.id, datetime.now(UTC))
    except (invitations.InvitationNeedsClub, people.NoSuchClub) as refusal:
        return show_list(request, visitor, refusal=refusal, typed={"role": role, "club": club})
    return show_list(request, visitor, link=f"{origin(request)}{INVITED_URL}/{key}")


@router.post("/programme/invitations/{invitation_id}/take-back")
def take_back(request: Request, visitor: FormVisitor, invitation_id: str) -> Response:
    """A link that nobody has used works no more."""
    only_coordinator(visitor)
    if not (invitation_id.isascii() and invitation_id.isalnum()):
        raise NotFound()
    with parts_of(request).database.write() as session:
        invitations.take_back(session, invitation_id, visitor.id, datetime.now(UTC))
    return RedirectResponse(PEOPLE_URL, status_code=303)


@router.get("/invited/{key}")
def show_invitation(request: Request, key: str) -> Response:
    """Where the link leads: choose a name and a password."""
    return _page(request, key)


@router.post("/invited/{key}")
def accept(request: Request, key: str, name: Short = "", password: Short = "") -> Response:
    """Come in, and go on to the login. Nobody is logged in here: the key is the proof."""
    try:
        with parts_of(request).database.write() as session:
            adult = invitations.accept(session, key, name, password, datetime.now(UTC))
            adult.language = _language(request)
    except (people.BadValue, people.NameTaken, PasswordTooShort) as refusal:
        return _page(request, key, refusal, name)
    return RedirectResponse("/hub/login?as=adult", status_code=303)


def _page(request: Request, key: str, refusal: Refusal | None = None, name: str = "") -> Response:
    parts = parts_of(request)
    language = _language(request)
    with parts.database.read() as session:
        row = invitations.by_key(session, key, datetime.now(UTC))
        club = session.get(Club, row.club_id) if row.club_id else None
        place = people_view.place(club) if club else None
        role = row.role
    response = answers.public_page(
        "invited.html",
        language,
        place=place,
        role=role,
        name=name,
        least=PASSWORD_LENGTH,
        refusal=refusal,
    )
    response.status_code = refusal.status if refusal else 200
    response.headers["Referrer-Policy"] = "no-referrer"  # the address is the key
    if request.query_params.get("language") in LANGUAGES:
        response.set_cookie(COOKIE, language, max_age=400 * 86400, path="/", samesite="lax")
    return response


def _language(request: Request) -> str:
    """The language chosen on this page, else the one used last on this device, else the browser's."""
    asked = request.query_params.get("language") or request.cookies.get(COOKIE)
    return choose_language(request.headers.get("Accept-Language"), asked, parts_of(request).settings.language)
