"""What a librarian does to the children of her clubs: for now, dealing a new card."""

from datetime import UTC, datetime

import segno
from fastapi import APIRouter, Request
from starlette.responses import Response

from codekids_hub import cards, login_ends
from codekids_hub.club import answers
from codekids_hub.club.visitors import FormVisitor, origin, parts_of
from codekids_hub.home import shown_animal
from codekids_hub.people import Role, child_for_librarian
from codekids_hub.people_language import language_of
from codekids_hub.refusals import NotAllowed
from codekids_hub.storage.tables import Club

router = APIRouter(include_in_schema=False)


@router.post("/children/{child_id}/card")
def new_card(request: Request, visitor: FormVisitor, child_id: str) -> Response:
    """Deal a new card and show it, once; the old one and what was opened with it end now."""
    if Role.LIBRARIAN not in visitor.roles:
        raise NotAllowed()
    parts = parts_of(request)
    with parts.database.write() as session:
        child = child_for_librarian(session, visitor.id, child_id)
        club = session.get_one(Club, child.club_id)
        dealt = cards.deal(session, child, parts.pepper, datetime.now(UTC), actor=visitor.id)
    login_ends.work_off(parts.database, parts.hub, parts.service_token)
    language = language_of(parts.database, visitor.id, parts.settings.language)
    return answers.page(
        request,
        visitor,
        "card.html",
        child={
            "nickname": dealt.nickname,
            "animal": shown_animal(dealt.animal, language),
        },
        words=dealt.words,
        words_language=club.language,
        club={"code": club.code, "library": club.library, "locality": club.locality},
        login_address=origin(request),
        qr=segno.make(dealt.address(origin(request)), error="m").svg_data_uri(scale=6, border=2),
    )
