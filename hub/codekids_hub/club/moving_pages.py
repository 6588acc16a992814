"""Moving a child to another club: to another one of hers, or by a code that another librarian types in."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from codekids_hub import cards, login_ends, moving
from codekids_hub.children_view import children_url
from codekids_hub.club import answers, card_pages, children_pages
from codekids_hub.club.hers import her_child, her_club
from codekids_hub.club.visitors import FormVisitor, parts_of
from codekids_hub.refusals import Refusal
from codekids_hub.storage.tables import Child, Club
from codekids_hub.times import moment

router = APIRouter(include_in_schema=False)

Typed = Annotated[str, Form(max_length=80)]


@router.post("/children/{child_id}/move")
def move(
    request: Request, visitor: FormVisitor, child_id: str, club: Typed = "", nickname: Typed = ""
) -> Response:
    """To another club of hers; its new card is on the screen, for the club's code stands on it."""
    child, target = her_child(request, visitor, child_id), her_club(request, visitor, club)
    parts, now = parts_of(request), datetime.now(UTC)
    with parts.database.read() as session:
        old = session.get_one(Club, child.club_id)
    try:
        with parts.database.write() as session:
            member = session.get_one(Child, child.id)
            moving.move(session, member, session.get_one(Club, target.id), nickname, now, actor=visitor.id)
            dealt = cards.deal(session, member, parts.pepper, now, actor=visitor.id)
    except Refusal as refusal:
        return children_pages.show(request, visitor, old, refusal=refusal)
    login_ends.work_off(parts.database, parts.hub, parts.service_token)
    return card_pages.show(request, visitor, dealt)


@router.post("/children/{child_id}/hand-over")
def hand_over(request: Request, visitor: FormVisitor, child_id: str) -> Response:
    """A code for another library's librarian, shown once."""
    child = her_child(request, visitor, child_id)
    parts, now = parts_of(request), datetime.now(UTC)
    language = answers.language(request, visitor)
    with parts.database.write() as session:
        member = session.get_one(Child, child.id)
        offer = moving.offer(session, member, now, actor=visitor.id)
        club = session.get_one(Club, member.club_id)
    return answers.page(
        request,
        visitor,
        "hand_over.html",
        child={"id": child.id, "nickname": child.nickname},
        code=offer.code,
        until=moment(offer.ends_at, language, club.country),
        children_url=children_url(club.id),
    )


@router.post("/children/{child_id}/hand-over/undo")
def keep(request: Request, visitor: FormVisitor, child_id: str) -> Response:
    """The code no longer works; the child stays."""
    child = her_child(request, visitor, child_id)
    with parts_of(request).database.write() as session:
        moving.withdraw(session, session.get_one(Child, child.id), datetime.now(UTC), actor=visitor.id)
    return RedirectResponse(f"{children_url(child.club_id)}?said=kept&child={child.id}", status_code=303)


@router.post("/clubs/{club_id}/accept")
def accept(
    request: Request, visitor: FormVisitor, club_id: str, code: Typed = "", nickname: Typed = ""
) -> Response:
    """Take a child over that another library hands over. Its paper lies there: it is noted here anew."""
    club = her_club(request, visitor, club_id)
    parts, now = parts_of(request), datetime.now(UTC)
    try:
        child_id = moving.accept(parts.database, code, club.id, nickname, now, actor=visitor.id)
    except Refusal as refusal:
        return children_pages.show(request, visitor, club, refusal=refusal, typed={"code": code})
    with parts.database.write() as session:
        dealt = cards.deal(session, session.get_one(Child, child_id), parts.pepper, now, actor=visitor.id)
    login_ends.work_off(parts.database, parts.hub, parts.service_token)
    return card_pages.show(request, visitor, dealt)
