"""The session as a workspace sees it: what is on now, and a picture that a child holds up to its group."""

import asyncio
import base64
import binascii
from contextlib import suppress
from datetime import UTC, datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, ConfigDict, Field

from codekids_hub import findings, groups, harmless_pictures, presence, session_view, sessions
from codekids_hub.club.visitors import ApiChild, Visitor, parts_of
from codekids_hub.live import Live
from codekids_hub.people_language import language_of
from codekids_hub.refusals import NotFound
from codekids_hub.storage.session_tables import Presence
from codekids_hub.storage.tables import Child
from codekids_hub.translation import catalogue

router = APIRouter(prefix="/api", tags=["session"])

LONGEST_WAIT = 30


class SessionNow(BaseModel):
    """The session of the child's club, in the child's language. ``stamp`` changes with everything in it."""

    stamp: str
    running: bool
    phase: Literal["question", "investigation", "review"] | None = None
    name: str | None = Field(default=None, description="what the phase is called")
    question: str | None = None
    seconds_left: int | None = Field(default=None, description="negative when the phase's time is over")
    group: str | None = Field(default=None, description="the sign of the child's group, such as the sun")
    hand_up: bool = False
    url: str | None = Field(default=None, description="the child's page of the session")


class Hand(BaseModel):
    """Where the hand is to be."""

    model_config = ConfigDict(extra="forbid")

    up: bool


class HandNow(BaseModel):
    """Where it is now."""

    up: bool


class HeldUp(BaseModel):
    """A picture out of a notebook."""

    model_config = ConfigDict(extra="forbid")

    kind: Literal["image/svg+xml", "image/png"]
    picture: Annotated[str, Field(min_length=1, max_length=1_400_000)] = Field(
        description="an SVG as it is, a PNG in base64"
    )
    words: Annotated[str, Field(max_length=1_000)] = Field(default="", description="what it shows")


class Held(BaseModel):
    """Who sees it now: the child's group, or the child alone; and whether it is what they show in the review."""

    group: str | None
    chosen: bool


@router.get("/session")
async def session_now(
    request: Request,
    visitor: ApiChild,
    after: Annotated[str, Query(max_length=40)] = "-",
    wait: Annotated[int, Query(ge=0, le=LONGEST_WAIT)] = 0,
) -> SessionNow:
    """The session of now. With the last ``stamp`` as ``after``, the answer waits up to ``wait`` seconds for another."""
    live: Live = request.app.state.live
    club_id = await asyncio.to_thread(_club_of, request, visitor)
    heard = live.listen(club_id, visitor.id)
    stamp = ""
    with suppress(TimeoutError):
        async with asyncio.timeout(wait or 10):
            async for told in heard:
                stamp = told["changed"]
                if stamp != after or not wait:
                    break
    await heard.aclose()
    return await asyncio.to_thread(_now, request, visitor, stamp)


@router.post("/hand")
def hand(request: Request, visitor: ApiChild, told: Hand) -> HandNow:
    """The child asks for the librarian, or does not any more."""
    with parts_of(request).database.write() as session:
        child = session.get_one(Child, visitor.id)
        row = sessions.running_for(session, child)
        if told.up:
            presence.raise_hand(session, row, child, datetime.now(UTC))
        else:
            presence.lower_hand(session, row, child.id)
    return HandNow(up=told.up)


@router.post("/findings")
def hold_up(request: Request, visitor: ApiChild, held: HeldUp) -> Held:
    """A child holds a picture out of its notebook up to its group; it is made harmless and kept for the review."""
    parts = parts_of(request)
    language = language_of(parts.database, visitor.id, parts.settings.language)
    picture = (_bytes(held), held.kind)
    with parts.database.write() as session:
        child = session.get_one(Child, visitor.id)
        row = sessions.running_for(session, child)
        kept = findings.hold_up(session, row, child, picture, held.words, parts.store, datetime.now(UTC))
        group, finding = groups.of(session, row, child.id), findings.of(session, row, child.id)
    return Held(
        group=catalogue(language).gettext(groups.SIGNS[group.sign]) if group else None,
        chosen=finding is not None and finding.picture == kept.digest,
    )


def _bytes(held: HeldUp) -> bytes:
    if held.kind == harmless_pictures.SVG:
        return held.picture.encode()
    try:
        return base64.b64decode(held.picture, validate=True)
    except binascii.Error:
        raise harmless_pictures.BadPicture() from None


def _club_of(request: Request, visitor: Visitor) -> str:
    with parts_of(request).database.read() as session:
        child = session.get(Child, visitor.id)
    if child is None:
        raise NotFound()
    return child.club_id


def _now(request: Request, visitor: Visitor, stamp: str) -> SessionNow:
    parts = parts_of(request)
    language = language_of(parts.database, visitor.id, parts.settings.language)
    with parts.database.read() as session:
        child = session.get_one(Child, visitor.id)
        row = sessions.running(session, child.club_id)
        if row is None:
            return SessionNow(stamp=stamp, running=False)
        head = session_view.head(row, language, datetime.now(UTC))
        group = groups.of(session, row, child.id)
        stay = session.get(Presence, (row.id, child.id))
    return SessionNow(
        stamp=stamp,
        running=True,
        phase=row.phase,  # type: ignore[arg-type]  # one of those three while it runs
        name=head["phase_name"],
        question=row.question,
        seconds_left=head["clock"]["seconds"],
        group=group.sign if group else None,
        hand_up=bool(stay and stay.hand_up_at),
        url=session_view.SESSION_URL,
    )
