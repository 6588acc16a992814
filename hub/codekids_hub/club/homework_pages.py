"""A child's homework: what it is, what was received, what was checked, what the mentor said."""

from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import JSONResponse, RedirectResponse, Response

from codekids_exercises.catalogue import NotInCatalogue
from codekids_hub import homework, homework_view, second_looks
from codekids_hub.addresses import SERVICE_PREFIX
from codekids_hub.club import answers
from codekids_hub.club.pages import start_and_state, waiting_page
from codekids_hub.club.visitors import FormVisitor, Visitor, needs, parts_of
from codekids_hub.homework_words import task_words
from codekids_hub.people import Role
from codekids_hub.refusals import NotAllowed, NotFound
from codekids_hub.storage.homework_tables import Assignment
from codekids_hub.storage.tables import Child, Club
from codekids_hub.times import closes_words
from codekids_hub.village_map import set_picture

router = APIRouter(prefix="/homework", include_in_schema=False)

ForChild = Annotated[Visitor, needs(Role.CHILD)]


@router.get("/{set_id}")
def show_homework(request: Request, visitor: ForChild, set_id: str) -> Response:
    """One homework of the child: open it, hand it in, and everything that came back."""
    parts = parts_of(request)
    language = answers.language(request, visitor)
    now = datetime.now(UTC)
    with parts.database.read() as session:
        child, assignment = _mine(session, visitor.id, set_id)
        club = session.get_one(Club, child.club_id)
        try:
            entry = parts.catalogue.find(set_id)
        except NotInCatalogue:
            raise NotFound() from None
        row = homework.last_hand_in(session, child.id, set_id)
        context: dict[str, Any] = {
            "id": set_id,
            "title": entry.title[language],
            "picture": set_picture(entry.picture),
            "closes": closes_words(assignment.closes_at, now, language, club.country),
            "week": entry.week,
            "state": homework.state_of(session, row),
            "stamp": homework_view.stamp(session, row),
            "hand_in": None,
        }
        if row is not None:
            words = task_words(parts.store, assignment.digest)
            context["hand_in"] = homework_view.received(session, row, words, language, club.country, now)
    for action in ("open", "hand-in", "status", "again-please"):
        context[f"{action.replace('-', '_')}_url"] = f"{SERVICE_PREFIX}homework/{set_id}/{action}"
    return answers.page(request, visitor, "homework.html", **context)


@router.get("/{set_id}/status")
def homework_status(request: Request, visitor: ForChild, set_id: str) -> JSONResponse:
    """Where the homework is: the page asks while it waits, and shows itself anew when the stamp has changed."""
    with parts_of(request).database.read() as session:
        child, _assignment = _mine(session, visitor.id, set_id)
        row = homework.last_hand_in(session, child.id, set_id)
        return JSONResponse(
            {"state": homework.state_of(session, row), "stamp": homework_view.stamp(session, row)}
        )


@router.post("/{set_id}/again-please")
def look_again(request: Request, visitor: FormVisitor, set_id: str) -> Response:
    """The child asks a mentor to look again."""
    if Role.CHILD not in visitor.roles:
        raise NotAllowed()
    with parts_of(request).database.write() as session:
        child, _assignment = _mine(session, visitor.id, set_id)
        second_looks.ask_again(session, child.id, set_id, datetime.now(UTC))
    return RedirectResponse(f"{SERVICE_PREFIX}homework/{set_id}", status_code=303)


@router.get("/{set_id}/{what}")
def go_to_workspace(request: Request, visitor: ForChild, set_id: str, what: str) -> Response:
    """Open the homework in the workspace, or hand it in from there: the workspace alone has the child's file."""
    if what not in ("open", "hand-in"):
        raise NotFound()
    parts = parts_of(request)
    language = answers.language(request, visitor)
    with parts.database.read() as session:
        _mine(session, visitor.id, set_id)
    if start_and_state(request, visitor) == "ready":
        action = "homework" if what == "open" else "hand-in"
        return RedirectResponse(
            f"/user/{visitor.id}/satul/{action}/{set_id}?language={language}", status_code=303
        )
    title = parts.catalogue.find(set_id).title[language]
    next_url = f"{SERVICE_PREFIX}homework/{set_id}/{what}"
    return waiting_page(request, visitor, title, next_url)


def _mine(session: Session, child_id: str, set_id: str) -> tuple[Child, Assignment]:
    child = session.get_one(Child, child_id)
    assignment = session.get(Assignment, (child.club_id, set_id))
    if assignment is None:
        raise NotFound()
    return child, assignment
