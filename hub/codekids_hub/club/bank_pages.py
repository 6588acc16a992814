"""The question bank: a coordinator adds, rewords and retires big questions."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Form, Path, Request
from starlette.responses import RedirectResponse, Response

from codekids_hub import bank, sessions
from codekids_hub.club import answers
from codekids_hub.club.coordinators import PROGRAMME_URL, ForCoordinator, only_coordinator
from codekids_hub.club.visitors import FormVisitor, Visitor, parts_of
from codekids_hub.refusals import Refusal

router = APIRouter(prefix="/programme/questions", include_in_schema=False)

Words = Annotated[str, Form(max_length=2000)]
Number = Annotated[int, Path(ge=1, le=2**31 - 1)]


@router.get("")
def show_bank(request: Request, visitor: ForCoordinator) -> Response:
    """All questions."""
    return _page(request, visitor)


@router.post("")
def add(request: Request, visitor: FormVisitor, ro: Words = "", en: Words = "") -> Response:
    """A new question."""
    only_coordinator(visitor)
    try:
        with parts_of(request).database.write() as session:
            bank.add(session, ro, en, visitor.id, datetime.now(UTC))
    except bank.QuestionInBothLanguages as refusal:
        return _page(request, visitor, refusal, {"ro": ro, "en": en})
    return _back()


@router.post("/{number}")
def change(
    request: Request, visitor: FormVisitor, number: Number, ro: Words = "", en: Words = ""
) -> Response:
    """A question in other words."""
    only_coordinator(visitor)
    try:
        with parts_of(request).database.write() as session:
            bank.change(session, number, ro, en, visitor.id, datetime.now(UTC))
    except bank.QuestionInBothLanguages as refusal:
        return _page(request, visitor, refusal)
    return _back()


@router.post("/{number}/retire")
def retire(request: Request, visitor: FormVisitor, number: Number) -> Response:
    """Librarians are not offered the question any more."""
    only_coordinator(visitor)
    with parts_of(request).database.write() as session:
        bank.retire(session, number, visitor.id, datetime.now(UTC))
    return _back()


@router.post("/{number}/back")
def bring_back(request: Request, visitor: FormVisitor, number: Number) -> Response:
    """Librarians are offered the question again."""
    only_coordinator(visitor)
    with parts_of(request).database.write() as session:
        bank.bring_back(session, number, visitor.id, datetime.now(UTC))
    return _back()


def _back() -> Response:
    return RedirectResponse(f"{PROGRAMME_URL}/questions", status_code=303)


def _page(
    request: Request, visitor: Visitor, refusal: Refusal | None = None, typed: dict[str, str] | None = None
) -> Response:
    translate = answers.translator(request, visitor).gettext
    with parts_of(request).database.read() as session:
        questions = [
            {"id": each.id, "ro": each.ro, "en": each.en, "retired": each.retired_at is not None}
            for each in bank.questions(session)
        ]
    return answers.page(
        request,
        visitor,
        "questions.html",
        status=refusal.status if refusal else 200,
        here="questions",
        questions=questions,
        typed=typed or {"ro": "", "en": ""},
        most=sessions.QUESTION_LENGTH,
        problem=translate(refusal.message) % refusal.values if refusal else None,
    )
