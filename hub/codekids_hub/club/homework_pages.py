"""A child's homework: what it is, what was received, what was checked, what the mentor said."""

from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from codekids_exercises.catalogue import NotInCatalogue
from codekids_hub import home, homework
from codekids_hub.addresses import SERVICE_PREFIX
from codekids_hub.club import answers
from codekids_hub.club.pages import start_and_state
from codekids_hub.club.visitors import Visitor, needs, parts_of
from codekids_hub.marking import Told
from codekids_hub.people import Role
from codekids_hub.people_language import language_of
from codekids_hub.refusals import NotFound
from codekids_hub.storage.homework_tables import Assignment, HandIn
from codekids_hub.storage.tables import Child, Club
from codekids_hub.times import closes_words, moment

router = APIRouter(prefix="/homework", include_in_schema=False)

ForChild = Annotated[Visitor, needs(Role.CHILD)]


@router.get("/{set_id}")
def show_homework(request: Request, visitor: ForChild, set_id: str) -> Response:
    """One homework of the child: open it, hand it in, and everything that came back."""
    parts = parts_of(request)
    language = language_of(parts.database, visitor.id, parts.settings.language)
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
            "picture": home.set_picture(entry.picture),
            "closes": closes_words(assignment.closes_at, now, language, club.country),
            "state": homework.state_of(session, row),
            "hand_in": _received(session, row, language, club.country) if row else None,
        }
    for action, where in (("open_url", "open"), ("hand_in_url", "hand-in")):
        context[action] = f"{SERVICE_PREFIX}homework/{set_id}/{where}"
    return answers.page(request, visitor, "homework.html", **context)


@router.get("/{set_id}/{what}")
def go_to_workspace(request: Request, visitor: ForChild, set_id: str, what: str) -> Response:
    """Open the homework in the workspace, or hand it in from there: the workspace alone has the child's file."""
    if what not in ("open", "hand-in"):
        raise NotFound()
    parts = parts_of(request)
    language = language_of(parts.database, visitor.id, parts.settings.language)
    with parts.database.read() as session:
        _mine(session, visitor.id, set_id)
    if start_and_state(request, visitor) == "ready":
        action = "homework" if what == "open" else "hand-in"
        return RedirectResponse(
            f"/user/{visitor.id}/satul/{action}/{set_id}?language={language}", status_code=303
        )
    title = parts.catalogue.find(set_id).title[language]
    next_url = f"{SERVICE_PREFIX}homework/{set_id}/{what}"
    return answers.page(request, visitor, "waiting.html", title=title, next_url=next_url)


def _mine(session: Session, child_id: str, set_id: str) -> tuple[Child, Assignment]:
    child = session.get_one(Child, child_id)
    assignment = session.get(Assignment, (child.club_id, set_id))
    if assignment is None:
        raise NotFound()
    return child, assignment


def _received(session: Session, row: HandIn, language: str, country: str) -> dict[str, Any]:
    told = Told.from_json(row.marking) if row.marking else None
    reviews = {review.task: review for review in homework.reviews_of(session, row)}
    tasks = [
        {
            "name": task.name,
            "points": task.points,
            "max_points": task.max_points,
            "checks": task.checks,
            "hint": task.hint,
            "comment": reviews[task.name].comment if task.name in reviews else None,
            "again": task.name in reviews and reviews[task.name].decision == "again",
        }
        for task in (told.tasks if told else ())
    ]
    return {
        "number": row.id,
        "at": moment(row.received_at, language, country),
        "fingerprint": row.digest[:8],
        "late": row.late,
        "state": row.state,
        "tasks": tasks,
    }
