"""Pages of whoever is logged in: home by role, opening a challenge, the workspace's state, level and language."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from codekids_exercises.catalogue import NotInCatalogue
from codekids_hub import children, home, preparing_view, progress, village_map
from codekids_hub.addresses import FORMGRADER_PATH, OPEN_PATH, SERVICE_PREFIX
from codekids_hub.club import answers, homes, session_pages
from codekids_hub.club.homes import current_home
from codekids_hub.club.visitors import (
    FormVisitor,
    KnownFormVisitor,
    PageVisitor,
    Visitor,
    WaitingVisitor,
    needs,
    origin,
    parts_of,
)
from codekids_hub.hub_client import HubAway
from codekids_hub.languages import COOKIE, LANGUAGES
from codekids_hub.levels import Level
from codekids_hub.line import Line
from codekids_hub.people import Role
from codekids_hub.people_language import keep_language, language_of
from codekids_hub.refusals import BadInput, NotFound
from codekids_hub.storage.tables import Child

router = APIRouter(include_in_schema=False)


@router.get("/health")
def health(request: Request) -> JSONResponse:
    """Whether the service and its database answer; for machines, says nothing else."""
    with parts_of(request).database.read() as session:
        session.get(Child, "")
    return JSONResponse({"status": "ok"})


@router.get("/")
def show_home(request: Request, visitor: PageVisitor) -> Response:
    """A person's home, by role; who has several goes from one to the other with ``?as=<role>``, which is kept."""
    parts = parts_of(request)
    now = datetime.now(UTC)
    role = current_home(request, visitor)
    language = language_of(parts.database, visitor.id, parts.settings.language)
    with parts.database.read() as session:
        match role:
            case Role.CHILD:
                context = home.child_home(
                    session, session.get_one(Child, visitor.id), parts.catalogue, language, now
                )
            case Role.LIBRARIAN:
                context = preparing_view.librarian_home(session, visitor.id, parts.catalogue, language, now)
            case Role.MENTOR:
                context = home.mentor_home(session, visitor.id, language, now)
                context["formgrader_url"] = FORMGRADER_PATH if parts.settings.formgrader else None
            case Role.COORDINATOR:
                context = home.coordinator_home(session, parts.catalogue, language, now)
    if role is Role.CHILD:
        context["workspace"] = workspace_words(request, visitor, _state(request, visitor))
        context |= session_pages.meeting_now(request, visitor, language, now)
    if role is Role.LIBRARIAN:
        context["login_address"] = origin(request)
    response = answers.page(request, visitor, f"{role.value}.html", **context)
    if len(visitor.roles) > 1:
        homes.keep(request, response, role)
    return response


@router.get("/workspace")
def workspace(request: Request, visitor: WaitingVisitor) -> JSONResponse:
    """The state of the child's workspace, with a sentence that says it."""
    return JSONResponse(workspace_words(request, visitor, _state(request, visitor)))


@router.post("/workspace")
def start_workspace(request: Request, visitor: FormVisitor) -> JSONResponse:
    """Start the child's workspace behind the page, which has just been told that it does not run."""
    state = "off"
    if visitor.role is Role.CHILD:
        line_of(request).join(visitor.id, visitor.token)
        state = "starting"
    return JSONResponse(workspace_words(request, visitor, state))


@router.get("/open/{set_id}/{challenge_id}")
def open_challenge(
    request: Request, set_id: str, challenge_id: str, visitor: Annotated[Visitor, needs(Role.CHILD)]
) -> Response:
    """Open a challenge in the child's workspace; while that starts, a page that says so and goes on by itself."""
    parts = parts_of(request)
    try:
        challenge = parts.catalogue.challenge(set_id, challenge_id)
    except NotInCatalogue:
        raise NotFound() from None
    language = language_of(parts.database, visitor.id, parts.settings.language)
    if start_and_state(request, visitor) == "ready":
        address = f"/user/{visitor.id}/{OPEN_PATH}/{set_id}/{challenge_id}?language={language}"
        return RedirectResponse(address, status_code=303)
    next_url = village_map.challenge_url(set_id, challenge_id)
    return waiting_page(request, visitor, challenge.title[language], next_url)


@router.get("/sets/{set_id}")
def show_set(request: Request, set_id: str, visitor: Annotated[Visitor, needs(Role.CHILD)]) -> Response:
    """A set: its question, its story, its challenges, and what the child did in them."""
    parts = parts_of(request)
    language = language_of(parts.database, visitor.id, parts.settings.language)
    with parts.database.read() as session:
        standings = progress.standings(session, visitor.id, parts.catalogue)
    try:
        shown = village_map.set_page(parts.catalogue, set_id, standings, language)
    except NotInCatalogue:
        raise NotFound() from None
    return answers.page(request, visitor, "set.html", set=shown)


@router.post("/level")
def change_level(request: Request, visitor: FormVisitor, level: Annotated[str, Form()]) -> Response:
    """The child moves to the other level, or back; what was done stays."""
    if level not in set(Level):
        raise BadInput()
    with parts_of(request).database.write() as session:
        child = session.get(Child, visitor.id)
        if child is None:
            raise NotFound()
        children.change_level(session, child, Level(level), datetime.now(UTC), actor=visitor.id)
    return RedirectResponse(SERVICE_PREFIX, status_code=303)


@router.post("/language")
def change_language(
    request: Request,
    visitor: KnownFormVisitor,
    language: Annotated[str, Form()],
    next: Annotated[str, Form()] = "",
) -> Response:
    """Speak another language with this person, from now on and on this device's login page too."""
    if language not in LANGUAGES:
        raise BadInput()
    keep_language(parts_of(request).database, visitor.id, language)
    response = RedirectResponse(next if next.startswith(SERVICE_PREFIX) else SERVICE_PREFIX, status_code=303)
    response.set_cookie(COOKIE, language, max_age=400 * 86400, path="/", samesite="lax")
    return response


def start_and_state(request: Request, visitor: Visitor) -> str:
    """The state of the child's workspace; when it is off, the child stands in the line from now on."""
    state = _state(request, visitor)
    if state != "off":
        return state
    line_of(request).join(visitor.id, visitor.token)
    return "starting"


def waiting_page(request: Request, visitor: Visitor, title: str, next_url: str) -> Response:
    """The page that waits for the workspace and then goes on to ``next_url``."""
    words = workspace_words(request, visitor, "starting")
    return answers.page(request, visitor, "waiting.html", title=title, next_url=next_url, workspace=words)


def line_of(request: Request) -> Line:
    """The line in front of the workspaces."""
    line: Line = request.app.state.line
    return line


def workspace_words(request: Request, visitor: Visitor, state: str) -> dict[str, str | int]:
    """The state of a workspace, a sentence that says it, and how many have their turn before the child."""
    translate = answers.translator(request, visitor).gettext
    before = line_of(request).before(visitor.id)
    sentences = {
        "ready": translate("Your workspace is ready."),
        "starting": translate("Your workspace is starting. Choose what you want to do meanwhile."),
        "off": translate("Your workspace starts when you open a challenge."),
    }
    sentence = sentences[state]
    if before:
        sentence = translate("Many are coming in just now. Before you: %(num)s. Your turn comes by itself.")
        sentence %= {"num": before}
    return {"state": state, "sentence": sentence, "before": before}


def _state(request: Request, visitor: Visitor) -> str:
    if visitor.role is not Role.CHILD:
        return "off"
    known = line_of(request).state(visitor.id)
    if known is not None:
        return known
    try:
        return parts_of(request).hub.workspace(visitor.token, visitor.id)
    except HubAway:
        return "off"
