"""The mentor's stack: build it, look at a card, say something, leave; and the coordinator's worries."""

import math
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from codekids_grading.review import minutes_for
from codekids_hub import harmless, people, review_cards, reviews, worries
from codekids_hub.addresses import SERVICE_PREFIX
from codekids_hub.club import answers
from codekids_hub.club.visitors import FormVisitor, Visitor, needs, parts_of
from codekids_hub.people import Role, note
from codekids_hub.refusals import NotAllowed, NotFound, Refusal
from codekids_hub.reviews import BadPoints, CardGone, NoWords, Word

router = APIRouter(include_in_schema=False)

REVIEW_URL = f"{SERVICE_PREFIX}review"
ForMentor = Annotated[Visitor, needs(Role.MENTOR)]
Text = Annotated[str, Form()]


@router.post("/review")
def build_stack(
    request: Request, visitor: FormVisitor, minutes: Annotated[int, Form(ge=1, le=240)]
) -> Response:
    """“I have 40 minutes”: take as many cards as fit."""
    _mentor(visitor)
    with parts_of(request).database.write() as session:
        reviews.build(session, visitor.id, minutes, datetime.now(UTC))
    return RedirectResponse(REVIEW_URL, status_code=303)


@router.get("/review")
def show_card(
    request: Request,
    visitor: ForMentor,
    reached: Annotated[int, Query(ge=0)] = 0,
    gone: Annotated[bool, Query()] = False,
) -> Response:
    """The next card; when there is none, what waits in the pool."""
    return _page(request, visitor, reached=reached, gone=gone)


@router.post("/review/card")
def answer_card(
    request: Request,
    visitor: FormVisitor,
    fold: Annotated[str, Form(pattern=r"^[0-9a-f]{64}$")],
    hand_in: Annotated[int, Form()],
    decision: Text,
    comment: Text = "",
    note: Text = "",
    points: Annotated[str, Form(max_length=12)] = "",
) -> Response:
    """Accept, return to try again, skip or worry; then the next card."""
    _mentor(visitor)
    now = datetime.now(UTC)
    reached = 0
    try:
        with parts_of(request).database.write() as session:
            if decision == "skip":
                reviews.skip(session, visitor.id, fold, now)
            elif decision == "worry":
                reviews.worry(session, visitor.id, fold, hand_in, note, now)
            else:
                word = Word(decision, comment, _number(points))
                reached = reviews.decide(session, visitor.id, fold, hand_in, word, now)
    except CardGone:
        return RedirectResponse(f"{REVIEW_URL}?gone=1", status_code=303)
    except (NoWords, BadPoints) as refusal:
        return _page(request, visitor, refusal=refusal, typed={fold: comment})
    return RedirectResponse(f"{REVIEW_URL}?reached={reached}" if reached else REVIEW_URL, status_code=303)


@router.post("/review/leave")
def leave(request: Request, visitor: FormVisitor) -> Response:
    """Return what is left to the pool, and go home."""
    _mentor(visitor)
    with parts_of(request).database.write() as session:
        reviews.leave(session, visitor.id)
    return RedirectResponse(SERVICE_PREFIX, status_code=303)


@router.get("/review/output/{number}/{task}")
def show_output(request: Request, visitor: ForMentor, number: int, task: str) -> Response:
    """What a child's answer showed, harmless, for the frame on the card."""
    with parts_of(request).database.read() as session:
        clubs = [club.id for club in people.clubs_of(session, visitor.id, Role.MENTOR)]
        made = review_cards.output_of(session, clubs, number, task)
    if made is None:
        raise NotFound()
    return Response(harmless.page(made), media_type="text/html", headers=harmless.HEADERS)


@router.post("/worries/{worry_id}")
def worry_seen(request: Request, visitor: FormVisitor, worry_id: int) -> Response:
    """The coordinator has looked after a worry."""
    if Role.COORDINATOR not in visitor.roles:
        raise NotAllowed()
    with parts_of(request).database.write() as session:
        worries.seen(session, visitor.id, worry_id, datetime.now(UTC))
    return RedirectResponse(SERVICE_PREFIX, status_code=303)


def _page(
    request: Request,
    visitor: Visitor,
    *,
    reached: int = 0,
    gone: bool = False,
    refusal: Refusal | None = None,
    typed: Mapping[str, str] | None = None,
) -> Response:
    """The card on top; after a refusal with what was ``typed`` on it, by the card's fold."""
    now = datetime.now(UTC)
    card, left = _next(request, visitor, now)
    if card and typed:
        card["suggested"] = typed.get(card["fold"], card["suggested"])
    pool = None
    if card is None:
        with parts_of(request).database.read() as session:
            pool = reviews.pool(session, visitor.id, now)
    return answers.page(
        request,
        visitor,
        "review.html",
        card=card,
        pool=pool,
        left=left,
        minutes_left=minutes_for(left),
        reached=reached,
        gone=gone,
        review_url=REVIEW_URL,
        output_url=card and f"{REVIEW_URL}/output/{card['hand_in']}/{card['task']}",
        **answers.refused(request, visitor, refusal),
    )


def _next(request: Request, visitor: Visitor, now: datetime) -> tuple[dict[str, Any] | None, int]:
    """The card on top and how many there are; that a mentor looks at a child's work is written down."""
    parts, language = parts_of(request), answers.language(request, visitor)
    with parts.database.write() as session:
        stack = reviews.stack(session, visitor.id, now)
        if not stack:
            return None, 0
        card, equal = stack[0]
        note(session, visitor.id, "look", str(card.shown.hand_in), now)
        shown = review_cards.shown(session, parts.store, parts.catalogue, card, equal, language)
    return shown, len(stack)


def _mentor(visitor: Visitor) -> None:
    if Role.MENTOR not in visitor.roles:
        raise NotAllowed()


def _number(points: str) -> float | None:
    """Points as typed, with a comma or a point; nothing is no points, and what is no number is none of the task's."""
    if not points.strip():
        return None
    try:
        return float(points.replace(",", "."))
    except ValueError:
        return math.nan
