"""A librarian's children: add them, rename them, move them to the other level, end their logins."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from codekids_hub import cards, children, children_view, consents, people
from codekids_hub.children_view import children_url
from codekids_hub.club import answers, card_pages
from codekids_hub.club.hers import her_child, her_club
from codekids_hub.club.visitors import FormVisitor, PageVisitor, Visitor, parts_of
from codekids_hub.consents import Purpose
from codekids_hub.levels import Level
from codekids_hub.nicknames import instead_of
from codekids_hub.refusals import BadInput, Refusal
from codekids_hub.storage.tables import Child, Club

router = APIRouter(include_in_schema=False)

Typed = Annotated[str, Form(max_length=80)]
Pasted = Annotated[str, Form(max_length=8000)]


@router.get("/clubs/{club_id}/children")
def show_children(
    request: Request, visitor: PageVisitor, club_id: str, said: str = "", child: str = ""
) -> Response:
    """The children of a club, and what a librarian does for them."""
    return show(request, visitor, her_club(request, visitor, club_id), said=said, about=child)


@router.post("/clubs/{club_id}/children")
def add_many(
    request: Request,
    visitor: FormVisitor,
    club_id: str,
    nicknames: Pasted = "",
    level: Typed = Level.BEGINNERS.value,
    signed: Typed = "",
    day: Typed = "",
) -> Response:
    """Add children from a pasted list, all or none."""
    club = her_club(request, visitor, club_id)
    now = datetime.now(UTC)
    try:
        with parts_of(request).database.write() as session:
            place = session.get_one(Club, club.id)
            names = people.parse_nicknames(nicknames)
            if not names:
                raise BadInput()
            added = people.add_children(session, place, names, _level(level), now, actor=visitor.id)
            if signed:
                for child in added:
                    agree(session, child, day, "", now, visitor.id)
    except Refusal as refusal:
        return show(request, visitor, club, refusal=refusal, typed={"nicknames": nicknames, "level": level})
    return RedirectResponse(f"{children_url(club.id)}?said=added", status_code=303)


@router.post("/clubs/{club_id}/children/one")
def add_one(
    request: Request,
    visitor: FormVisitor,
    club_id: str,
    nickname: Typed = "",
    suggested: Typed = "",
    level: Typed = Level.BEGINNERS.value,
    signed: Typed = "",
    paper: Typed = "",
    day: Typed = "",
) -> Response:
    """Somebody new stands in the door: on the list, and the card is on the screen."""
    club = her_club(request, visitor, club_id)
    parts, now = parts_of(request), datetime.now(UTC)
    name = suggested or nickname
    try:
        with parts.database.write() as session:
            place = session.get_one(Club, club.id)
            (child,) = people.add_children(session, place, [name], _level(level), now, actor=visitor.id)
            if signed:
                agree(session, child, day, paper, now, visitor.id)
            dealt = cards.deal(session, child, parts.pepper, now, actor=visitor.id)
    except Refusal as refusal:
        return show(request, visitor, club, refusal=refusal, typed={"nickname": name, "level": level})
    return card_pages.show(request, visitor, dealt)


@router.post("/clubs/{club_id}/end-logins")
def end_logins(request: Request, visitor: FormVisitor, club_id: str) -> Response:
    """End every login of the club; the service's own loop tells the Hub within two seconds."""
    club = her_club(request, visitor, club_id)
    with parts_of(request).database.write() as session:
        children.end_logins(session, club, datetime.now(UTC), actor=visitor.id)
    return RedirectResponse(f"{children_url(club.id)}?said=ended", status_code=303)


@router.post("/children/{child_id}/nickname")
def rename(request: Request, visitor: FormVisitor, child_id: str, nickname: Typed = "") -> Response:
    """Another nickname."""
    return change(
        request,
        visitor,
        child_id,
        "named",
        lambda session, child, now: children.rename(session, child, nickname, now, actor=visitor.id),
    )


@router.post("/children/{child_id}/level")
def change_level(request: Request, visitor: FormVisitor, child_id: str, level: Typed) -> Response:
    """The other level."""
    return change(
        request,
        visitor,
        child_id,
        "level",
        lambda session, child, now: children.change_level(
            session, child, _level(level), now, actor=visitor.id
        ),
    )


@router.post("/children/{child_id}/take-back")
def take_back(request: Request, visitor: FormVisitor, child_id: str) -> Response:
    """Somebody was added by mistake and has never been here."""
    return change(
        request,
        visitor,
        child_id,
        "gone",
        lambda session, child, now: children.take_back(session, child, now, actor=visitor.id),
    )


def show(
    request: Request,
    visitor: Visitor,
    club: Club,
    *,
    refusal: Refusal | None = None,
    typed: dict[str, str] | None = None,
    said: str = "",
    about: str = "",
) -> Response:
    """The page of a club's children: as it is, after something was done, or with what was refused and what was typed."""
    parts, now = parts_of(request), datetime.now(UTC)
    language = answers.language(request, visitor)
    with parts.database.read() as session:
        context: dict[str, Any] = children_view.room(session, club, visitor.id, language, now)
        context["said"] = children_view.said(session, club, said, about, language)
    return answers.page(
        request,
        visitor,
        "children.html",
        **answers.refused(request, visitor, refusal),
        instead=instead_of(str(refusal.values.get("nickname", ""))) if refusal else None,
        typed={"nickname": "", "nicknames": "", "level": "", "code": ""} | (typed or {}),
        undo={"what": said, "child": about} if context["said"] else {"what": "", "child": ""},
        here_url=children_url(club.id),
        **context,
    )


def change(
    request: Request,
    visitor: Visitor,
    child_id: str,
    said: str,
    change: Callable[[Session, Child, datetime], object],
) -> Response:
    """Do something to one child of hers, and come back to the list with a sentence about it."""
    child = her_child(request, visitor, child_id)
    parts = parts_of(request)
    with parts.database.read() as session:
        club = session.get_one(Club, child.club_id)
    try:
        with parts.database.write() as session:
            change(session, session.get_one(Child, child.id), datetime.now(UTC))
    except Refusal as refusal:
        return show(request, visitor, club, refusal=refusal)
    return RedirectResponse(f"{children_url(club.id)}?said={said}&child={child.id}", status_code=303)


def agree(
    session: Session,
    child: Child,
    day: str,
    paper: str,
    now: datetime,
    actor: str,
    purposes: Sequence[Purpose] = (Purpose.CLUB,),
) -> None:
    """Note a parent's paper as a form tells it: without a day it is today's, without a number it gets the next one."""
    club = session.get_one(Club, child.club_id)
    number = paper or consents.next_papers(session, club, 1, now)[0]
    consents.record(session, child, purposes, _day(day, club, now), number, now, actor)


def _day(text: str, club: Club, now: datetime) -> date:
    try:
        return date.fromisoformat(text) if text else consents.today(club, now)
    except ValueError:
        raise consents.BadDay() from None


def _level(text: str) -> Level:
    try:
        return Level(text)
    except ValueError:
        raise BadInput() from None
