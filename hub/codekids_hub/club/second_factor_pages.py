"""An adult's own second factor: set it up, take it off for a new phone. Reached even when nothing else is yet."""

import re
from datetime import UTC, datetime
from typing import Annotated, Any

import segno
from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from codekids_hub import second_factor
from codekids_hub.addresses import SERVICE_PREFIX
from codekids_hub.club import answers
from codekids_hub.club.visitors import KnownFormVisitor, KnownVisitor, Visitor, origin, parts_of
from codekids_hub.people import Role
from codekids_hub.refusals import BadInput, NotAllowed, NotFound, Refusal
from codekids_hub.storage.tables import Adult

router = APIRouter(include_in_schema=False)

SECOND_FACTOR_URL = f"{SERVICE_PREFIX}second-factor"
Typed = Annotated[str, Form(max_length=80)]


@router.get("/second-factor")
def show(request: Request, visitor: KnownVisitor) -> Response:
    """Whether there is one, and if not, how it is set up."""
    _refuse_others(request, visitor)
    return _page(request, visitor)


@router.post("/second-factor")
def set_up(request: Request, visitor: KnownFormVisitor, seed: Typed = "", code: Typed = "") -> Response:
    """The phone shows codes: from now on they are asked for. The codes for the paper are shown this once."""
    _refuse_others(request, visitor)
    if not re.fullmatch(r"[0-9a-f]{40}", seed):
        raise BadInput()
    parts = parts_of(request)
    try:
        with parts.database.write() as session:
            adult = session.get_one(Adult, visitor.id)
            codes = second_factor.set_up(session, adult, seed, code, parts.pepper, datetime.now(UTC))
    except (second_factor.WrongCode, second_factor.IsSetUp) as refusal:
        return _page(request, visitor, refusal, seed)
    return _page(request, visitor, codes=codes)


@router.post("/second-factor/off")
def take_off(request: Request, visitor: KnownFormVisitor, code: Typed = "") -> Response:
    """With a code: for a new phone, or new codes on paper."""
    _refuse_others(request, visitor)
    parts, now = parts_of(request), datetime.now(UTC)
    try:
        second_factor.check(parts.database, visitor.id, code, parts.pepper, now)
    except Refusal as refusal:
        return _page(request, visitor, refusal)
    with parts.database.write() as session:
        second_factor.reset(session, session.get_one(Adult, visitor.id), visitor.id, now)
    return RedirectResponse(SECOND_FACTOR_URL, status_code=303)


def _refuse_others(request: Request, visitor: Visitor) -> None:
    """Children have cards; and where it is off there is no such page."""
    if visitor.role is Role.CHILD:
        raise NotAllowed()
    if parts_of(request).settings.second_factor == second_factor.OFF:
        raise NotFound()


def _page(
    request: Request,
    visitor: Visitor,
    refusal: Refusal | None = None,
    seed: str | None = None,
    codes: list[str] | None = None,
) -> Response:
    parts = parts_of(request)
    with parts.database.read() as session:
        done = second_factor.is_set_up(session, visitor.id)
        left = second_factor.recovery_left(session, visitor.id)
        name = session.get_one(Adult, visitor.id).name
    words = answers.translator(request, visitor)
    return answers.page(
        request,
        visitor,
        "second_factor.html",
        status=refusal.status if refusal else 200,
        done=done,
        left=left,
        codes=[f"{each[:5]} {each[5:]}" for each in codes or ()],
        needed=second_factor.is_needed(parts.settings.second_factor, visitor.roles),
        problem=words.gettext(refusal.message) % refusal.values if refusal else None,
        **({} if done else _phone(request, parts.pepper, name, seed or second_factor.new_seed())),
    )


def _phone(request: Request, pepper: str, name: str, seed: str) -> dict[str, Any]:
    secret = second_factor.secret_of(seed, pepper)
    address = second_factor.phone_address(secret, name, origin(request))
    return {
        "seed": seed,
        "spelt": " ".join(secret[start : start + 4] for start in range(0, len(secret), 4)),
        "qr": segno.make(address, error="m").svg_data_uri(scale=5, border=2),
    }
