"""Before a meeting: prepare it, print the sheet, warm the workspaces, and begin."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.background import BackgroundTask
from starlette.responses import RedirectResponse, Response

from codekids_hub import preparing, preparing_view, sheets, warming
from codekids_hub.addresses import SERVICE_PREFIX
from codekids_hub.club import answers
from codekids_hub.club.hers import her_club
from codekids_hub.club.visitors import FormVisitor, PageVisitor, Visitor, needs, parts_of
from codekids_hub.home import level_names
from codekids_hub.levels import Level
from codekids_hub.people import Role
from codekids_hub.preparing import Decision
from codekids_hub.refusals import Refusal
from codekids_hub.sessions import QuestionNeeded, SessionRuns
from codekids_hub.storage.tables import Club
from codekids_hub.wall_view import wall_url

router = APIRouter(include_in_schema=False)

Typed = Annotated[str, Form(max_length=400)]
ForAdults = Annotated[Visitor, needs(Role.LIBRARIAN, Role.MENTOR, Role.COORDINATOR)]


def prepare_url(club_id: str) -> str:
    """Where the next meeting of a club is prepared."""
    return f"{SERVICE_PREFIX}clubs/{club_id}/prepare"


@router.get("/clubs/{club_id}/prepare")
def show_preparing(request: Request, visitor: PageVisitor, club_id: str, said: str = "") -> Response:
    """What can be chosen for the next meeting."""
    return _page(request, visitor, her_club(request, visitor, club_id), said=said)


@router.post("/clubs/{club_id}/prepare")
def prepare(
    request: Request,
    visitor: FormVisitor,
    club_id: str,
    question: Typed = "own",
    own: Typed = "",
    beginners: Typed = "",
    advanced: Typed = "",
    warm: Typed = "",
    then: Typed = "",
) -> Response:
    """Keep what was chosen; with ``then=start`` begin with it at once."""
    club = her_club(request, visitor, club_id)
    parts, now = parts_of(request), datetime.now(UTC)
    sets = {Level.BEGINNERS: beginners, Level.ADVANCED: advanced}
    decision = Decision(choice=question, own=own, sets=sets, warm=bool(warm))
    try:
        with parts.database.write() as session:
            place = session.get_one(Club, club.id)
            preparing.decide(session, place, decision, parts.catalogue, visitor.id, now)
    except QuestionNeeded as refusal:
        return _page(request, visitor, club, refusal=refusal, typed=own)
    if then == "start":
        return _begin(request, visitor, club)
    return RedirectResponse(f"{prepare_url(club.id)}?said=kept", status_code=303)


@router.post("/clubs/{club_id}/warm")
def warm_now(request: Request, visitor: FormVisitor, club_id: str) -> Response:
    """Start the workspaces of the club's children now, a few at a time, behind this answer."""
    club = her_club(request, visitor, club_id)
    parts = parts_of(request)
    with parts.database.write() as session:
        names = warming.ask(session, club.id, visitor.id, datetime.now(UTC))
    return RedirectResponse(
        f"{prepare_url(club.id)}?said=warming",
        status_code=303,
        background=BackgroundTask(warming.warm, parts.hub, parts.service_token, names),
    )


@router.post("/clubs/{club_id}/start")
def start(request: Request, visitor: FormVisitor, club_id: str) -> Response:
    """Begin with what was prepared, or with the suggestion: one tap."""
    return _begin(request, visitor, her_club(request, visitor, club_id))


@router.get("/sheets/{set_id}")
def show_sheet(request: Request, visitor: ForAdults, set_id: str) -> Response:
    """The printable sheet of a set, in the visitor's language."""
    parts = parts_of(request)
    language = answers.language(request, visitor)
    text = sheets.sheet(parts.settings.released, parts.catalogue, set_id, language)
    entry = preparing_view.shown_set(parts.catalogue.find(set_id), language)
    level = Level(parts.catalogue.find(set_id).level)
    return answers.page(
        request,
        visitor,
        "sheet.html",
        sheet=text,
        set=entry,
        level=level_names(language)[level],
    )


def _begin(request: Request, visitor: Visitor, club: Club) -> Response:
    parts = parts_of(request)
    try:
        with parts.database.write() as session:
            place = session.get_one(Club, club.id)
            preparing.begin(
                session, place, parts.catalogue, visitor.id, datetime.now(UTC), pepper=parts.pepper
            )
    except SessionRuns:
        pass  # a second tap: it has begun
    except QuestionNeeded as refusal:
        return _page(request, visitor, club, refusal=refusal)
    return RedirectResponse(wall_url(club.id), status_code=303)


def _page(
    request: Request,
    visitor: Visitor,
    club: Club,
    refusal: Refusal | None = None,
    said: str = "",
    typed: str = "",
) -> Response:
    parts = parts_of(request)
    language = answers.language(request, visitor)
    with parts.database.read() as session:
        context = preparing_view.prepare_page(
            session, club, parts.catalogue, parts.settings.released, language, datetime.now(UTC)
        )
    if refusal is not None:
        context |= {"choice": "own", "own": typed}
    words = answers.translator(request, visitor)
    sentences = {
        "kept": words.gettext("Kept. You can change it until the session begins."),
        "warming": words.ngettext(
            "One workspace is starting.",
            "%(num)s workspaces are starting, two at a time.",
            context["known"],
        )
        % {"num": context["known"]},
    }
    return answers.page(
        request,
        visitor,
        "prepare.html",
        **answers.refused(request, visitor, refusal),
        said=sentences.get(said),
        **context,
    )
