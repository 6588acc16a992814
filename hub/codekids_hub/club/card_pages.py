"""Cards: a new one on the spot, shown once; and a sheet of them to print. Whatever is shown here is kept nowhere."""

from datetime import UTC, datetime
from typing import Annotated

import segno
from fastapi import APIRouter, Form, Request
from sqlalchemy import select
from starlette.responses import RedirectResponse, Response

from codekids_hub import card_sheets, cards, consents, login_ends
from codekids_hub.cards import DealtCard
from codekids_hub.children_view import children_url
from codekids_hub.club import answers
from codekids_hub.club.hers import her_child, her_club
from codekids_hub.club.visitors import FormVisitor, Visitor, origin, parts_of
from codekids_hub.home import shown_animal
from codekids_hub.refusals import N_, BadInput
from codekids_hub.storage.tables import Child, Club

router = APIRouter(include_in_schema=False)

INLINE = 'inline; filename="cards.pdf"'
PDF_POLICY = "frame-ancestors 'none'"
"""A browser shows a PDF by a small page of its own, which the policy of our pages would forbid."""


class NobodyChosen(BadInput):
    """A sheet of cards for nobody."""

    message = N_("Choose at least one child whose card is to be printed.")


@router.post("/children/{child_id}/card")
def new_card(request: Request, visitor: FormVisitor, child_id: str) -> Response:
    """Deal a new card and show it, once; the old one and what was opened with it end now."""
    child = her_child(request, visitor, child_id)
    parts = parts_of(request)
    with parts.database.write() as session:
        member = session.get_one(Child, child.id)
        had_one = cards.alive(session, member.id) is not None
        dealt = cards.deal(session, member, parts.pepper, datetime.now(UTC), actor=visitor.id)
    login_ends.work_off(parts.database, parts.hub, parts.service_token)
    return show(request, visitor, dealt, can_be_undone=had_one)


@router.post("/children/{child_id}/card/undo")
def old_card(request: Request, visitor: FormVisitor, child_id: str) -> Response:
    """That was the wrong child: its card from before works again."""
    child = her_child(request, visitor, child_id)
    with parts_of(request).database.write() as session:
        cards.take_back(session, session.get_one(Child, child.id), datetime.now(UTC), actor=visitor.id)
    return RedirectResponse(f"{children_url(child.club_id)}?said=old-card&child={child.id}", status_code=303)


@router.post("/clubs/{club_id}/cards")
def sheet(
    request: Request, visitor: FormVisitor, club_id: str, child: Annotated[list[str] | None, Form()] = None
) -> Response:
    """New cards for the chosen children, eight to a page; their old ones end."""
    club = her_club(request, visitor, club_id)
    parts = parts_of(request)
    with parts.database.read() as session:
        chosen = session.scalars(
            select(Child).where(Child.club_id == club.id, Child.id.in_(child or [])).order_by(Child.nickname)
        ).all()
    if not chosen:
        raise NobodyChosen()
    drawn = [(each, cards.draw(club.language, parts.pepper)) for each in chosen]
    place = card_sheets.Place(f"{club.library}, {club.locality}", club.language, origin(request))
    pdf = card_sheets.sheet(place, [card.for_child(each, club) for each, card in drawn])
    with parts.database.write() as session:
        for each, card in drawn:
            cards.put(session, session.get_one(Child, each.id), card, datetime.now(UTC), actor=visitor.id)
    headers = {
        "Cache-Control": "no-store",
        "Content-Disposition": INLINE,
        "Content-Security-Policy": PDF_POLICY,
    }
    return Response(pdf, media_type="application/pdf", headers=headers)


def show(request: Request, visitor: Visitor, dealt: DealtCard, *, can_be_undone: bool = False) -> Response:
    """The page with a card that was dealt just now."""
    parts = parts_of(request)
    language = answers.language(request, visitor)
    with parts.database.read() as session:
        club = session.get_one(Club, session.get_one(Child, dealt.child_id).club_id)
        agreed = consents.valid(session, dealt.child_id) is not None
    return answers.page(
        request,
        visitor,
        "card.html",
        child={
            "id": dealt.child_id,
            "nickname": dealt.nickname,
            "animal": shown_animal(dealt.animal, language),
        },
        words=dealt.words,
        words_language=club.language,
        club={"code": club.code, "library": club.library, "locality": club.locality},
        login_address=origin(request),
        children_url=children_url(club.id),
        can_be_undone=can_be_undone,
        agreed=agreed,
        qr=segno.make(dealt.address(origin(request)), error="m").svg_data_uri(scale=6, border=2),
    )
