"""The coordinator's people: the list, and one adult with clubs that are given, ended and handed over."""

from datetime import UTC, datetime
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query, Request
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from codekids_hub import duties, people, people_view, removing, second_factor
from codekids_hub.addresses import SERVICE_PREFIX
from codekids_hub.club import answers
from codekids_hub.club.coordinators import ForCoordinator, only_coordinator
from codekids_hub.club.visitors import FormVisitor, PageVisitor, Visitor, parts_of
from codekids_hub.people import Role
from codekids_hub.people_language import language_of
from codekids_hub.people_view import PAGE, PEOPLE_URL
from codekids_hub.refusals import BadInput, NotFound, Refusal
from codekids_hub.storage.tables import Adult

router = APIRouter(prefix="/programme/people", include_in_schema=False)

Short = Annotated[str, Form(max_length=80)]
Words = Annotated[str, Query(max_length=80)]
Only = Annotated[str, Query(pattern=f"^({'|'.join(people_view.FILTERS)})$")]
SAID = ("given", "ended", "handed", "coordinator", "no-coordinator", "back", "reset")
"""What a page may say that has just happened; most of it with a way back."""


@router.get("")
def show_people(
    request: Request,
    visitor: ForCoordinator,
    q: Words = "",
    only: Only = "here",
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
) -> Response:
    """Everybody who is not a child, and the invitations that wait."""
    return show_list(request, visitor, q=q, only=only, page=page)


@router.get("/{adult_id}")
def show_adult(
    request: Request,
    visitor: PageVisitor,
    adult_id: str,
    said: Words = "",
    club: Words = "",
    role: Words = "",
    to: Words = "",
) -> Response:
    """One adult; ``said`` and what follows is what has just happened, so that it can be undone."""
    only_coordinator(visitor, request, adult_id)
    happened = {"what": said, "club": club, "role": role, "to": to} if said in SAID else None
    return _page(request, visitor, adult_id, happened=happened)


@router.post("/{adult_id}/give")
def give(
    request: Request, visitor: FormVisitor, adult_id: str, role: Short = "", club: Short = ""
) -> Response:
    """The adult looks after a club; also the undo of ending that."""
    only_coordinator(visitor, request, adult_id)
    try:
        with parts_of(request).database.write() as session:
            adult, found = duties.adult_here(session, adult_id), people.club_by_code(session, club)
            people.give_duty(session, adult, found, _duty(role), datetime.now(UTC), actor=visitor.id)
    except people.NoSuchClub as refusal:
        return _page(request, visitor, adult_id, refusal=refusal)
    return _back(adult_id, "given", role=role, club=found.code)


@router.post("/{adult_id}/end")
def end(
    request: Request, visitor: FormVisitor, adult_id: str, role: Short = "", club: Short = ""
) -> Response:
    """The adult looks after a club no more, from this moment on."""
    only_coordinator(visitor, request, adult_id)
    with parts_of(request).database.write() as session:
        adult, found = duties.adult_here(session, adult_id), people.club_by_code(session, club)
        duties.end(session, adult, found, _duty(role), visitor.id, datetime.now(UTC))
    return _back(adult_id, "ended", role=role, club=found.code)


@router.post("/{adult_id}/hand-over")
def hand_over(
    request: Request, visitor: FormVisitor, adult_id: str, role: Short = "", club: Short = "", to: Short = ""
) -> Response:
    """Another adult takes the club over; the undo is handing it back."""
    only_coordinator(visitor, request, adult_id)
    try:
        with parts_of(request).database.write() as session:
            adult, other = duties.adult_here(session, adult_id), people.adult_by_name(session, to)
            found = people.club_by_code(session, club)
            duties.hand_over(session, adult, found, _duty(role), other, visitor.id, datetime.now(UTC))
    except (people.NoSuchPerson, duties.HandedToThemselves) as refusal:
        return _page(request, visitor, adult_id, refusal=refusal)
    return _back(other.id, "handed", role=role, club=found.code, to=adult.name)


@router.post("/{adult_id}/coordinator")
def coordinator(request: Request, visitor: FormVisitor, adult_id: str, decision: Short = "") -> Response:
    """The adult becomes coordinator (``decision`` is ``yes``), or is one no more."""
    only_coordinator(visitor, request, adult_id)
    now = datetime.now(UTC)
    try:
        with parts_of(request).database.write() as session:
            change = duties.make_coordinator if decision == "yes" else duties.end_coordinator
            change(session, duties.adult_here(session, adult_id), visitor.id, now)
    except duties.LastCoordinator as refusal:
        return _page(request, visitor, adult_id, refusal=refusal)
    if adult_id == visitor.id:
        return RedirectResponse(SERVICE_PREFIX, status_code=303)  # these rooms may be closed to her now
    return _back(adult_id, "coordinator" if decision == "yes" else "no-coordinator")


@router.post("/{adult_id}/remove")
def remove(request: Request, visitor: FormVisitor, adult_id: str) -> Response:
    """The adult cannot log in any more; for seven days that can be undone."""
    only_coordinator(visitor, request, adult_id)
    try:
        with parts_of(request).database.write() as session:
            removing.remove(session, _adult(session, adult_id), visitor.id, datetime.now(UTC))
    except duties.LastCoordinator as refusal:
        return _page(request, visitor, adult_id, refusal=refusal)
    return RedirectResponse(
        SERVICE_PREFIX if adult_id == visitor.id else f"{PEOPLE_URL}/{adult_id}", status_code=303
    )


@router.post("/{adult_id}/back")
def bring_back(request: Request, visitor: FormVisitor, adult_id: str) -> Response:
    """The adult is here again."""
    only_coordinator(visitor, request, adult_id)
    with parts_of(request).database.write() as session:
        removing.bring_back(session, _adult(session, adult_id), visitor.id, datetime.now(UTC))
    return _back(adult_id, "back")


@router.post("/{adult_id}/second-factor")
def reset_second_factor(request: Request, visitor: FormVisitor, adult_id: str) -> Response:
    """The phone is lost, and the codes on paper too: the adult sets a new second factor up at the next login."""
    only_coordinator(visitor, request, adult_id)
    if adult_id == visitor.id:
        raise second_factor.AskAnotherCoordinator()
    with parts_of(request).database.write() as session:
        second_factor.reset(session, duties.adult_here(session, adult_id), visitor.id, datetime.now(UTC))
    return _back(adult_id, "reset")


def show_list(
    request: Request,
    visitor: Visitor,
    *,
    q: str = "",
    only: str = "here",
    page: int = 1,
    refusal: Refusal | None = None,
    link: str | None = None,
    typed: dict[str, str] | None = None,
) -> Response:
    """A page of the list; ``link`` is an invitation's, which is shown this once."""
    parts, now = parts_of(request), datetime.now(UTC)
    language = language_of(parts.database, visitor.id, parts.settings.language)
    with parts.database.read() as session:
        every = people_view.lines(session)
        invited = people_view.waiting(session, language, now)
        clubs = [
            {"code": each.code, "place": people_view.place(each)}
            for each in people_view.clubs_by_place(session)
        ]
    found = people_view.chosen(every, q, only)
    last = max(1, -(-len(found) // PAGE))
    page = min(page, last)
    return answers.page(
        request,
        visitor,
        "people.html",
        status=refusal.status if refusal else 200,
        here="people",
        asked={"q": q, "only": only},
        filters=[
            {"id": each, "count": len(people_view.chosen(every, q, each))} for each in people_view.FILTERS
        ],
        rows=[people_view.row(each, language, now) for each in found[(page - 1) * PAGE : page * PAGE]],
        clubs=clubs,
        waiting=invited,
        typed=typed or {"role": "librarian", "club": ""},
        link=link,
        problem=_words(request, visitor, refusal),
        page=page,
        pages=last,
        before_url=_address(q, only, page - 1) if page > 1 else None,
        after_url=_address(q, only, page + 1) if page < last else None,
    )


def _page(
    request: Request,
    visitor: Visitor,
    adult_id: str,
    *,
    refusal: Refusal | None = None,
    happened: dict[str, str] | None = None,
) -> Response:
    parts, now = parts_of(request), datetime.now(UTC)
    language = language_of(parts.database, visitor.id, parts.settings.language)
    with parts.database.read() as session:
        adult = people_view.one(session, _adult(session, adult_id), visitor.id, language, now)
        others = [
            each.adult.name
            for each in people_view.chosen(people_view.lines(session))
            if each.adult.id != adult_id
        ]
        clubs = [
            {"code": each.code, "place": people_view.place(each)}
            for each in people_view.clubs_by_place(session)
        ]
    return answers.page(
        request,
        visitor,
        "adult.html",
        status=refusal.status if refusal else 200,
        here="people",
        adult=adult,
        others=others,
        clubs=clubs,
        places={each["code"]: each["place"] for each in clubs},
        happened=happened,
        asks_code=parts.settings.second_factor != "off",
        problem=_words(request, visitor, refusal),
    )


def _adult(session: Session, adult_id: str) -> Adult:
    """An adult, removed or not, unless forgotten."""
    adult = session.get(Adult, adult_id) if adult_id.isascii() and adult_id.isalnum() else None
    if adult is None or (adult.removed_at is not None and not removing.can_come_back(adult)):
        raise NotFound()
    return adult


def _duty(role: str) -> Role:
    if role not in (Role.LIBRARIAN, Role.MENTOR):
        raise BadInput()
    return Role(role)


def _words(request: Request, visitor: Visitor, refusal: Refusal | None) -> str | None:
    if refusal is None:
        return None
    return str(answers.translator(request, visitor).gettext(refusal.message) % refusal.values)


def _back(adult_id: str, said: str, **more: str) -> Response:
    return RedirectResponse(f"{PEOPLE_URL}/{adult_id}?{urlencode({'said': said, **more})}", status_code=303)


def _address(q: str, only: str, page: int) -> str:
    return f"{PEOPLE_URL}?{urlencode({'q': q, 'only': only, 'page': page})}"
