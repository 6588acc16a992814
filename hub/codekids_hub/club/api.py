"""The API of workspaces. Identity comes from the Hub token in the header alone, never from what is sent."""

from datetime import UTC, datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Request
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from codekids_hub import pairs, presence, progress, sessions, signs
from codekids_hub.club.visitors import ApiChild, ApiVisitor, parts_of
from codekids_hub.storage.tables import Child

router = APIRouter(prefix="/api", tags=["workspaces"])

Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,47}$")]
Word = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,64}$")]


class ToldEvent(BaseModel):
    """Something that happened in a notebook: names of content, never what a child wrote."""

    model_config = ConfigDict(extra="forbid")

    id: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")] = Field(
        description="uuid4, 32 hex digits"
    )
    at: AwareDatetime = Field(description="the workspace's clock")
    kind: Literal["opened", "ran", "checked", "hinted", "loop", "error"]
    set: Name
    challenge: Name
    task: Word | None = Field(default=None, description="a task, or the id of a cell")
    status: Word | None = Field(
        default=None, description="a verdict, the kind of a hint, or the class of an error"
    )
    mistake: Word | None = None


class Told(BaseModel):
    """A batch of events, oldest first."""

    model_config = ConfigDict(extra="forbid")

    events: Annotated[list[ToldEvent], Field(max_length=500)]


class Accepted(BaseModel):
    """Events that are kept now; the workspace may forget them."""

    accepted: list[str]


Seconds = Annotated[float, Field(ge=0, le=7 * 86_400)]


class ToldSigns(BaseModel):
    """What a workspace's server tells of itself; each ``..._for`` is in seconds up to now."""

    model_config = ConfigDict(extra="forbid")

    alone_for: Seconds | None = Field(default=None, description="since no page is open; left out: one is")
    still_for: Seconds | None = Field(default=None, description="since anything was run or saved")
    busy_for: Seconds | None = Field(default=None, description="since a kernel runs what it runs now")
    computing: bool = Field(default=False, description="whether that computes, and waits for nobody")


class Heard(BaseModel):
    """When to tell again, in seconds."""

    again: int


class ChallengeProgress(BaseModel):
    """Where the child is in one challenge."""

    set: str
    challenge: str
    state: Literal["tried", "done"]
    at: datetime


class ProgressAnswer(BaseModel):
    """The child's own progress, the challenge touched last first."""

    challenges: list[ChallengeProgress]


class Me(BaseModel):
    """Whose token this is."""

    id: str
    role: str


@router.get("/me")
def me(visitor: ApiVisitor) -> Me:
    """Whose token this is."""
    return Me(id=visitor.id, role=visitor.role.value)


@router.post("/events")
def receive_events(request: Request, visitor: ApiChild, told: Told) -> Accepted:
    """Keep what happened in the child's workspace. Sending twice is fine: an event is kept once."""
    with parts_of(request).database.write() as session:
        child = session.get_one(Child, visitor.id, with_for_update=True)  # its kernels may send at once
        now = datetime.now(UTC)
        partner = pairs.partner(session, visitor.id, now)
        presence.seen(session, child, now, page=signs.acts(told.events, now))
        accepted = progress.receive(
            session, child, [_told(each) for each in told.events], now, partner=partner
        )
    return Accepted(accepted=accepted)


@router.post("/signs")
def receive_signs(request: Request, visitor: ApiChild, told: ToldSigns) -> Heard:
    """Keep whether the child's page is open and whether a program runs, while the club is in a session: for the wall."""
    database = parts_of(request).database
    with database.read() as session:
        if sessions.running(session, session.get_one(Child, visitor.id).club_id) is None:
            return Heard(again=signs.OTHERWISE)
    with database.write() as session:
        child = session.get_one(Child, visitor.id, with_for_update=True)
        again = signs.beat(session, child, signs.Beat(**told.model_dump()), datetime.now(UTC))
    return Heard(again=again)


@router.get("/progress")
def own_progress(request: Request, visitor: ApiChild) -> ProgressAnswer:
    """Where the child is."""
    parts = parts_of(request)
    with parts.database.read() as session:
        standings = progress.standings(session, visitor.id, parts.catalogue)
    return ProgressAnswer(
        challenges=[
            ChallengeProgress(set=each.set_id, challenge=each.challenge_id, state=each.state, at=each.at)  # type: ignore[arg-type]
            for each in standings
        ]
    )


def _told(event: ToldEvent) -> progress.Told:
    return progress.Told(
        id=event.id,
        at=event.at,
        kind=event.kind,
        set_id=event.set,
        challenge_id=event.challenge,
        task=event.task,
        status=event.status,
        mistake=event.mistake,
    )
