"""Two of us: the second child shows its card on the first one's device, and they part again."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Form, Request
from sqlalchemy import select
from starlette.responses import RedirectResponse, Response

from codekids_hub import pairs
from codekids_hub.addresses import SERVICE_PREFIX
from codekids_hub.club import answers
from codekids_hub.club.visitors import FormVisitor, Visitor, needs, parts_of
from codekids_hub.consents import PaperMissing
from codekids_hub.guessing import TooManyGuesses
from codekids_hub.home import shown_animal
from codekids_hub.logins import Device, Words, WrongCard
from codekids_hub.people import Role
from codekids_hub.refusals import NotAllowed, Refusal
from codekids_hub.storage.tables import Child, Club

router = APIRouter(prefix="/together", include_in_schema=False)

ForChild = Annotated[Visitor, needs(Role.CHILD)]
Typed = Annotated[str, Form(max_length=80)]


@router.get("")
def show_form(request: Request, visitor: ForChild) -> Response:
    """Ask for the other child's card."""
    return _form(request, visitor)


@router.post("")
def join(
    request: Request, visitor: FormVisitor, animal: Typed = "", word1: Typed = "", word2: Typed = ""
) -> Response:
    """The other child is here too, if that is its card."""
    if visitor.role is not Role.CHILD:
        raise NotAllowed()
    parts = parts_of(request)
    with parts.database.read() as session:
        club = session.get_one(Club, session.get_one(Child, visitor.id).club_id).code
    device = Device(f"pair-{visitor.id}", request.client.host if request.client else "")
    try:
        pairs.join(
            parts.database,
            parts.pepper,
            visitor.id,
            Words(club, animal, word1, word2),
            device,
            datetime.now(UTC),
        )
    except (WrongCard, PaperMissing, TooManyGuesses, pairs.OnlyYourself, pairs.OtherClub) as refusal:
        return _form(request, visitor, refusal=refusal, animal=animal)
    return RedirectResponse(SERVICE_PREFIX, status_code=303)


@router.post("/part")
def part(request: Request, visitor: FormVisitor) -> Response:
    """Each works alone again."""
    with parts_of(request).database.write() as session:
        pairs.part(session, visitor.id)
    return RedirectResponse(SERVICE_PREFIX, status_code=303)


def _form(request: Request, visitor: Visitor, refusal: Refusal | None = None, animal: str = "") -> Response:
    parts = parts_of(request)
    language = answers.language(request, visitor)
    with parts.database.read() as session:
        child = session.get_one(Child, visitor.id)
        club = session.get_one(Club, child.club_id)
        others = session.scalars(
            select(Child.animal).where(Child.club_id == club.id, Child.id != child.id)
        ).all()
    return answers.page(
        request,
        visitor,
        "together.html",
        animals=sorted(
            (shown_animal(each, language) for each in others), key=lambda each: each["name"].casefold()
        ),
        animal=animal,
        words_language=club.language,
        **answers.refused(request, visitor, refusal),
    )
