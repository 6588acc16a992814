"""The live channel of pages: server-sent events that say "something has changed", and the same for who has to ask.

One stream a page; it ends by itself after some minutes, and the browser opens it again: so a login that has ended is
noticed. What has changed is not in it: the page asks for its own parts anew, with its own rights.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from codekids_hub import presence
from codekids_hub.addresses import SERVICE_PREFIX
from codekids_hub.club.visitors import PageVisitor, Visitor, parts_of
from codekids_hub.live import Live, Stamps, stamps
from codekids_hub.people import Role, clubs_of, note
from codekids_hub.refusals import NotFound
from codekids_hub.storage.tables import Child

router = APIRouter(prefix="/live", include_in_schema=False)

HERE_EVERY = 15.0
"""Seconds after which a silent stream says that it is still there: proxies close what is silent for long."""
STREAM_LASTS = 600.0
"""Seconds after which a stream ends, to be opened again."""
RETRY = 1_500
"""Milliseconds after which a browser opens a stream again."""

LIVE_URL = f"{SERVICE_PREFIX}live"
Club = Annotated[str, Query(max_length=16)]


@router.get("")
def listen(request: Request, visitor: PageVisitor, club: Club = "") -> Response:
    """A stream of the stamps of a club: a child's own; one of a librarian's, named by ``club``."""
    child_id = visitor.id if visitor.role is Role.CHILD else None
    return stream(request, club_of(request, visitor, club), child_id)


@router.get("/now")
def look(request: Request, visitor: PageVisitor, club: Club = "") -> JSONResponse:
    """The stamps of now, for a browser to which streams do not come through. A child who asks is there."""
    club_id = club_of(request, visitor, club)
    if visitor.role is Role.CHILD:
        presence.heard(parts_of(request).database, [visitor.id], datetime.now(UTC))
    return now(request, club_id)


def club_of(request: Request, visitor: Visitor, club_id: str) -> str:
    """The club that a visitor listens to.

    :raises NotFound: it is not the child's or the librarian's, or there is none
    """
    database = parts_of(request).database
    with database.read() as session:
        child = session.get(Child, visitor.id)
        if child is not None and club_id in ("", child.club_id):
            return child.club_id
        if club_id in {each.id for each in clubs_of(session, visitor.id, Role.LIBRARIAN)}:
            return club_id
    with database.write() as session:
        note(session, visitor.id, "refused", club_id or "live", datetime.now(UTC))
    raise NotFound()


def live_of(request: Request, club_id: str, url: str = LIVE_URL) -> dict[str, str]:
    """What a page that is kept up to date says of itself: where to listen, and the stamps of before it was made."""
    with parts_of(request).database.read() as session:
        return {"url": url} | stamps(session, [club_id])[club_id]


def stream(request: Request, club_id: str, child_id: str | None = None) -> Response:
    """The stream itself."""
    live: Live = request.app.state.live
    return StreamingResponse(
        _events(live, club_id, child_id),
        media_type="text/event-stream",
        headers={"X-Accel-Buffering": "no"},  # nginx would keep the events back
    )


def now(request: Request, club_id: str) -> JSONResponse:
    """What the stream would say first; where somebody listens to it, that is known without a look."""
    live: Live | None = getattr(request.app.state, "live", None)
    known = live.known(club_id) if live is not None else None
    if known is not None:
        return JSONResponse(known)
    with parts_of(request).database.read() as session:
        return JSONResponse(stamps(session, [club_id])[club_id])


async def _events(live: Live, club_id: str, child_id: str | None) -> AsyncIterator[str]:
    clock = asyncio.get_running_loop().time
    ends = clock() + STREAM_LASTS
    heard = live.listen(club_id, child_id)
    waiting = asyncio.ensure_future(_next(heard))
    yield f"retry: {RETRY}\n\n"
    try:
        while clock() < ends:
            done, _ = await asyncio.wait({waiting}, timeout=HERE_EVERY)
            if not done:
                yield "event: here\ndata:\n\n"
                continue
            told = waiting.result()
            if told is None:
                return
            yield f"event: news\ndata: {json.dumps(told)}\n\n"
            waiting = asyncio.ensure_future(_next(heard))
    finally:
        waiting.cancel()
        with suppress(asyncio.CancelledError):
            await waiting
        await heard.aclose()


async def _next(heard: AsyncIterator[Stamps]) -> Stamps | None:
    return await anext(heard, None)
