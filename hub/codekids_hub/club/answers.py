"""What goes out: pages from templates in the visitor's language, and refusals, mapped to HTTP in this one place."""

import logging
from functools import cache
from typing import Any

import tornado.web
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from codekids_grading.bundles import BadBundle, TooLarge, TooManyFiles
from codekids_grading.store import NoRoom, NotStored
from codekids_hub import harmless
from codekids_hub.addresses import LOGOUT_URL, SERVICE_PREFIX
from codekids_hub.club import homes
from codekids_hub.club.oauth import to_login
from codekids_hub.club.visitors import LoginNeeded, SecondFactorMissing, Visitor, parts_of, xsrf_for
from codekids_hub.home import shown_animal
from codekids_hub.languages import COOKIE, LANGUAGE_NAMES, LANGUAGES
from codekids_hub.people import Role
from codekids_hub.people_language import language_of
from codekids_hub.refusals import N_, AnyRefusal, BadInput, NotAllowed, NotFound, Refusal
from codekids_hub.second_factor import OFF
from codekids_hub.static_files import static, template_folder
from codekids_hub.storage.tables import Adult, Child, Club
from codekids_hub.translation import catalogue, choose_language

log = logging.getLogger("codekids.club")


def page(
    request: Request, visitor: Visitor, template: str, status: int = 200, **context: Any
) -> HTMLResponse:
    """A page for somebody who is logged in."""
    parts = parts_of(request)
    language = language_of(parts.database, visitor.id, parts.settings.language)
    everywhere = _everywhere(language) | {
        "xsrf": xsrf_for(parts, visitor.token),
        "person": _person(request, visitor, language),
        "homes": _homes(request, visitor, language),
        "here_url": request.url.path if request.method == "GET" else SERVICE_PREFIX,
    }
    return HTMLResponse(_templates().get_template(template).render(everywhere | context), status)


def public_page(template: str, language: str, **context: Any) -> HTMLResponse:
    """A page for whoever opens its address, logged in or not."""
    everywhere = _everywhere(language) | {"xsrf": "", "person": None}
    return HTMLResponse(_templates().get_template(template).render(everywhere | context))


def picture(content: bytes, kind: str) -> Response:
    """A picture that a child made, as an image; opened by itself it runs and loads nothing either."""
    return Response(content, media_type=kind, headers=harmless.HEADERS)


def language(request: Request, visitor: Visitor) -> str:
    """The language in which the visitor is spoken to."""
    parts = parts_of(request)
    return language_of(parts.database, visitor.id, parts.settings.language)


def translator(request: Request, visitor: Visitor) -> Any:
    """The catalogue of the visitor's language."""
    return catalogue(language(request, visitor))


def refused(request: Request, visitor: Visitor, refusal: Refusal | None) -> dict[str, Any]:
    """For a page that says itself what was refused on it: its status and, as ``problem``, the sentence."""
    if refusal is None:
        return {"status": 200, "problem": None}
    sentence = translator(request, visitor).gettext(refusal.message) % refusal.values
    return {"status": refusal.status, "problem": sentence}


def install(app: FastAPI) -> None:
    """Have the application answer to everything that can go wrong."""

    async def login(request: Request, _error: Exception) -> Response:
        if request.headers.get("Sec-Fetch-Mode", "navigate") != "navigate":
            return _refusal(request, LoginIsOver())
        return to_login(request)

    async def unsecured(request: Request, _error: Exception) -> Response:
        if request.method != "GET" or request.headers.get("Sec-Fetch-Mode", "navigate") != "navigate":
            return _refusal(request, NotAllowed())
        return RedirectResponse(f"{SERVICE_PREFIX}second-factor", status_code=303)

    async def refused(request: Request, error: Exception) -> Response:
        assert isinstance(error, AnyRefusal)
        return _refusal(request, error)

    async def invalid(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        if _wants_json(request):
            found = [
                {"where": [str(part) for part in each["loc"]], "what": each["msg"]} for each in error.errors()
            ]
            sentence = _words(request).gettext(BadInput.message)
            return JSONResponse({"error": sentence, "details": found}, 422)
        return _refusal(request, BadInput())

    async def missing(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        if error.status_code == 404 and not _wants_json(request):
            return _refusal(request, NotFound())
        return JSONResponse({"error": error.detail}, error.status_code)

    async def away(request: Request, error: Exception) -> Response:
        log.warning("the hub did not answer: %s", error)
        return _refusal(request, HubIsAway())

    async def unwritten(request: Request, error: Exception) -> Response:
        log.error("%s %s: the database does not work: %s", request.method, request.url.path, error)
        return _refusal(request, CannotWrite())

    async def broken(request: Request, error: Exception) -> Response:
        log.error("%s %s failed", request.method, request.url.path, exc_info=error)
        return _refusal(request, Broken())

    app.add_exception_handler(LoginNeeded, login)
    app.add_exception_handler(SecondFactorMissing, unsecured)
    app.add_exception_handler(AnyRefusal, refused)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, missing)
    app.add_exception_handler(tornado.web.HTTPError, away)
    app.add_exception_handler(OperationalError, unwritten)
    app.add_exception_handler(Exception, broken)


class LoginIsOver(Refusal):
    """A page's script asks for something, and nobody is logged in there any more."""

    message = N_("You are logged out. Log in again.")
    status = 401


class HubIsAway(Refusal):
    """The Hub did not say who this is: it is just starting, or too busy."""

    message = N_("The hub is not answering just now. Wait a moment and try again.")
    status = 503


class CannotWrite(Refusal):
    """The disk is full, or the database is away or busy: whatever was asked for did not happen."""

    message = N_(
        "The club cannot write anything down just now. Nothing was accepted; please try again in a few minutes."
    )
    status = 503


class Broken(Refusal):
    """A mistake of ours."""

    status = 500


def _language(request: Request) -> str:
    """The language of somebody whom we do not know: the one used last here, else the browser's."""
    return choose_language(
        request.headers.get("Accept-Language"),
        request.cookies.get(COOKIE),
        parts_of(request).settings.language,
    )


def _words(request: Request) -> Any:
    return catalogue(_language(request))


def _refusal(request: Request, refusal: AnyRefusal) -> Response:
    language = _language(request)
    words = catalogue(language)
    sentence = words.gettext(refusal.message) % refusal.values
    status = refusal.status if isinstance(refusal, Refusal) else _status(refusal)
    if status in (401, 403):
        log.warning("refused: %s %s: %s", request.method, request.url.path, type(refusal).__name__)
    if _wants_json(request):
        return JSONResponse({"error": sentence}, status)
    title = {404: words.gettext("Not here"), 403: words.gettext("Not this way")}.get(
        status, words.gettext("That did not work")
    )
    context = _everywhere(language) | {"xsrf": "", "person": None}
    text = (
        _templates()
        .get_template("problem.html")
        .render(context | {"title": title, "sentence": sentence, "what_to_do": None})
    )
    return HTMLResponse(text, status)


def _status(refusal: AnyRefusal) -> int:
    """The status of what the grading room refuses, which knows nothing of HTTP."""
    table: dict[type[AnyRefusal], int] = {
        TooLarge: 413,
        TooManyFiles: 413,
        BadBundle: 422,
        NotStored: 404,
        NoRoom: 507,
    }
    return next((status for kind, status in table.items() if isinstance(refusal, kind)), 400)


def _wants_json(request: Request) -> bool:
    return request.url.path.startswith(f"{SERVICE_PREFIX}api") or "json" in request.headers.get("Accept", "")


def _everywhere(language: str) -> dict[str, Any]:
    words = catalogue(language)
    return {
        "_": words.gettext,
        "ngettext": words.ngettext,
        "language": language,
        "languages": [
            {"code": each, "name": LANGUAGE_NAMES[each], "current": each == language} for each in LANGUAGES
        ],
        "static": static,
        "logout_url": LOGOUT_URL,
        "home_url": SERVICE_PREFIX,
        "here_url": "",
        "homes": [],
    }


def _homes(request: Request, visitor: Visitor, language: str) -> list[dict[str, Any]]:
    """The homes to switch between; none for somebody who has one."""
    if len(visitor.roles) < 2:
        return []
    translate = catalogue(language).gettext
    current = homes.current_home(request, visitor)
    return [
        {
            "name": translate(homes.NAMES[role]),
            "url": f"{SERVICE_PREFIX}?as={role.value}",
            "current": role is current,
        }
        for role in visitor.roles
    ]


def _person(request: Request, visitor: Visitor, language: str) -> dict[str, Any]:
    with parts_of(request).database.read() as session:
        if visitor.role is not Role.CHILD:
            return {
                "role": visitor.role.value,
                "roles": [role.value for role in visitor.roles],
                "name": session.get_one(Adult, visitor.id).name,
                "second_factor": parts_of(request).settings.second_factor != OFF,
                "animal": None,
                "club": None,
            }
        child = session.get_one(Child, visitor.id)
        club = session.get_one(Club, child.club_id)
        return {
            "role": Role.CHILD.value,
            "roles": [Role.CHILD.value],
            "second_factor": False,
            "name": child.nickname,
            "animal": shown_animal(child.animal, language),
            "club": {"code": club.code, "library": club.library, "locality": club.locality},
        }


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(template_folder("club")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
