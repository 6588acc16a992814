"""Erasing a child, from its librarian's page: one tap asks for it, and for seven days one tap undoes it."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from codekids_hub.club.children_pages import change
from codekids_hub.club.visitors import FormVisitor
from codekids_hub.privacy import asking

router = APIRouter(include_in_schema=False)


@router.post("/children/{child_id}/erase")
def erase(request: Request, visitor: FormVisitor, child_id: str) -> Response:
    """The child's card rests at once; in seven days the worker erases everything."""
    return change(
        request,
        visitor,
        child_id,
        "erasing",
        lambda session, child, now: asking.ask(session, child, now, actor=visitor.id),
    )


@router.post("/children/{child_id}/erase/undo")
def keep(request: Request, visitor: FormVisitor, child_id: str) -> Response:
    """The child stays, with everything."""
    return change(
        request,
        visitor,
        child_id,
        "stays",
        lambda session, child, now: asking.undo(session, child, now, actor=visitor.id),
    )
