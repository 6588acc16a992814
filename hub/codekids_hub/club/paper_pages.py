"""The parents' papers: the librarian has seen them, a parent takes consent back, and back again."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from codekids_hub import consents
from codekids_hub.children_view import children_url
from codekids_hub.club.children_pages import agree, change, show
from codekids_hub.club.hers import her_club
from codekids_hub.club.visitors import FormVisitor, parts_of
from codekids_hub.consents import Purpose
from codekids_hub.refusals import BadInput, Refusal

router = APIRouter(include_in_schema=False)

Typed = Annotated[str, Form(max_length=80)]


async def form_of(request: Request) -> FormData:
    """A form with as many fields as there are children."""
    return await request.form()


Fields = Annotated[FormData, Depends(form_of)]


@router.post("/clubs/{club_id}/papers")
def note_papers(
    request: Request, visitor: FormVisitor, club_id: str, fields: Fields, day: Typed = "", shown: Typed = ""
) -> Response:
    """The librarian has seen the parents' papers of these children."""
    club = her_club(request, visitor, club_id)
    now = datetime.now(UTC)
    purposes = [Purpose.CLUB, Purpose.SHOW] if shown else [Purpose.CLUB]
    try:
        with parts_of(request).database.write() as session:
            waiting = {child.id: child for child in consents.missing(session, club.id)}
            chosen = [waiting[str(each)] for each in fields.getlist("child") if each in waiting]
            if not chosen:
                raise BadInput()
            for child in chosen:
                paper = str(fields.get(f"paper-{child.id}", ""))
                agree(session, child, day, paper, now, visitor.id, purposes)
    except Refusal as refusal:
        return show(request, visitor, club, refusal=refusal)
    return RedirectResponse(f"{children_url(club.id)}?said=papers", status_code=303)


@router.post("/children/{child_id}/paper")
def note_paper(
    request: Request,
    visitor: FormVisitor,
    child_id: str,
    purpose: Typed = Purpose.CLUB.value,
    paper: Typed = "",
    day: Typed = "",
) -> Response:
    """One child's paper for one purpose."""
    wanted = _purpose(purpose)
    return change(
        request,
        visitor,
        child_id,
        "agreed" if wanted is Purpose.CLUB else "shown",
        lambda session, child, now: agree(session, child, day, paper, now, visitor.id, [wanted]),
    )


@router.post("/children/{child_id}/paper/withdraw")
def withdraw_paper(
    request: Request, visitor: FormVisitor, child_id: str, purpose: Typed = Purpose.CLUB.value
) -> Response:
    """A parent takes consent back."""
    wanted = _purpose(purpose)
    return change(
        request,
        visitor,
        child_id,
        "withdrawn" if wanted is Purpose.CLUB else "unshown",
        lambda session, child, now: consents.withdraw(session, child, wanted, now, actor=visitor.id),
    )


@router.post("/children/{child_id}/paper/restore")
def restore_paper(
    request: Request, visitor: FormVisitor, child_id: str, purpose: Typed = Purpose.CLUB.value
) -> Response:
    """Undo the taking back."""
    wanted = _purpose(purpose)
    return change(
        request,
        visitor,
        child_id,
        "agreed" if wanted is Purpose.CLUB else "shown",
        lambda session, child, now: consents.restore(session, child, wanted, now, actor=visitor.id),
    )


def _purpose(text: str) -> Purpose:
    try:
        return Purpose(text)
    except ValueError:
        raise BadInput() from None
