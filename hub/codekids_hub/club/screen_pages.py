"""The projector: a session's question and clock, and in the review what was found. Nobody is logged in there.

The key in the address opens it as long as the session runs. Nothing is on it but the question and what children wanted to
show: no name, no address of anything else.
"""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request
from sqlalchemy.orm import Session
from starlette.responses import JSONResponse, RedirectResponse, Response

from codekids_hub import findings, screen_keys, screen_view, sessions
from codekids_hub.addresses import SERVICE_PREFIX
from codekids_hub.club import answers
from codekids_hub.club.live_api import live_of, now, stream
from codekids_hub.club.visitors import parts_of
from codekids_hub.refusals import N_, NotFound
from codekids_hub.storage.session_tables import SessionRow
from codekids_hub.storage.tables import Club
from codekids_hub.translation import choose_language

router = APIRouter(prefix="/screen", include_in_schema=False)

SCREEN_URL = f"{SERVICE_PREFIX}screen"


class ScreenOver(NotFound):
    """The key opens nothing (any more)."""

    message = N_(
        "There is no session behind this address. It ends with its session; look at the librarian's page."
    )


@router.get("")
def ask_for_key(request: Request, key: Annotated[str, Query(max_length=40)] = "") -> Response:
    """For another computer: type the key that the librarian's page shows."""
    if key.strip():
        return RedirectResponse(f"{SCREEN_URL}/{screen_keys.plain(key)}", status_code=303)
    language = choose_language(
        request.headers.get("Accept-Language"), None, parts_of(request).settings.language
    )
    return answers.public_page("screen_key.html", language, screen_url=SCREEN_URL)


@router.get("/{key}")
def show_screen(request: Request, key: str) -> Response:
    """The big screen, in the club's language."""
    parts = parts_of(request)
    club_id = _club_of(request, key)
    live = live_of(request, club_id, f"{SCREEN_URL}/{key}/live")
    with parts.database.read() as session:
        row = sessions.running(session, club_id)
        if row is None:
            raise ScreenOver()
        language = session.get_one(Club, club_id).language
        shown = screen_view.screen(session, row, language, datetime.now(UTC), f"{SCREEN_URL}/{key}/picture")
    return answers.public_page("screen.html", language, live=live, screen=shown)


@router.get("/{key}/live")
def listen(request: Request, key: str) -> Response:
    """News for the screen."""
    return stream(request, _club_of(request, key))


@router.get("/{key}/live/now")
def look(request: Request, key: str) -> JSONResponse:
    """The same for a browser to which streams do not come through."""
    return now(request, _club_of(request, key))


@router.get("/{key}/picture/{digest}")
def picture(request: Request, key: str, digest: str) -> Response:
    """A picture that a group shows to all; what was only held up to a group is not here."""
    parts = parts_of(request)
    with parts.database.read() as session:
        row = _row(session, key)
        if digest not in {each.picture for each in findings.found(session, row)}:
            raise ScreenOver()
        kind = findings.picture_kind(session, row, digest)
    return answers.picture(parts.store.get(digest), kind)


def _club_of(request: Request, key: str) -> str:
    with parts_of(request).database.read() as session:
        return _row(session, key).club_id


def _row(session: Session, key: str) -> SessionRow:
    try:
        return screen_keys.session_behind(session, key)
    except NotFound:
        raise ScreenOver() from None
