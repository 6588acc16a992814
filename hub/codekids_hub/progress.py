"""Progress: events told by workspaces, kept once each, folded into where a child is in each challenge."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from codekids_exercises.catalogue import Catalogue, NotInCatalogue
from codekids_hub import signs
from codekids_hub.storage.tables import Child, Event, Progress

DONE = "done"

KEPT = timedelta(days=60)
"""How long single events are kept: weekly counts look back a week, a child's progress is kept by itself."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """One event as the workspace told it; ``at`` is the workspace's clock."""

    id: str
    at: datetime
    kind: str
    set_id: str
    challenge_id: str
    task: str | None = None
    status: str | None = None
    mistake: str | None = None


@dataclass(frozen=True)
class Standing:
    """Where a child is in one challenge: tried or done, and when it last touched it."""

    set_id: str
    challenge_id: str
    state: str
    at: datetime


def receive(
    session: Session, child: Child, told: Sequence[Told], now: datetime, *, partner: Child | None = None
) -> list[str]:
    """Keep the events that are new and fold them in.

    :param partner: who sits with the child and is credited too
    :returns: the ids of all events that are kept now, the ones that had come before too, so that the workspace drops them
    """
    ids = [each.id for each in told]
    known = set(session.scalars(select(Event.id).where(Event.id.in_(ids))))
    news = []
    for each in told:
        if each.id in known:
            continue
        known.add(each.id)
        news.append(each)
        session.add(_row(child, each, now))
        for member in filter(None, (child, partner)):
            _fold(session, member, each, now)
    signs.fold(session, child, news, now)
    return ids


def _row(child: Child, told: Told, now: datetime) -> Event:
    return Event(
        id=told.id,
        child_id=child.id,
        at=min(told.at, now + timedelta(minutes=5)),
        received_at=now,
        kind=told.kind,
        set_id=told.set_id,
        challenge_id=told.challenge_id,
        task=told.task,
        status=told.status,
        mistake=told.mistake,
    )


def _fold(session: Session, child: Child, told: Told, now: datetime) -> None:
    at = min(told.at, now)
    progress = session.get(Progress, (child.id, told.set_id, told.challenge_id))
    if progress is None:
        progress = Progress(
            child_id=child.id,
            set_id=told.set_id,
            challenge_id=told.challenge_id,
            tasks_done="",
            touched_at=at,
        )
        session.add(progress)
    progress.touched_at = max(progress.touched_at, at)
    if told.kind == "checked" and told.status == DONE and told.task:
        progress.tasks_done = " ".join(sorted({*progress.tasks_done.split(), told.task}))


def forget_old(session: Session, now: datetime) -> int:
    """Remove what workspaces told longer ago than :data:`KEPT`: where a child is stands in its progress.

    :returns: how many events went
    """
    gone = session.execute(delete(Event).where(Event.received_at < now - KEPT))
    return int(getattr(gone, "rowcount", 0))


def standings(session: Session, child_id: str, catalogue: Catalogue) -> list[Standing]:
    """Where the child is, the challenge touched last first. Challenges that left the catalogue are left out.

    A challenge is done when each of its tasks has been right once: what was done stays done.
    """
    rows = session.scalars(
        select(Progress).where(Progress.child_id == child_id).order_by(Progress.touched_at.desc())
    )
    found = []
    for row in rows:
        try:
            challenge = catalogue.challenge(row.set_id, row.challenge_id)
        except NotInCatalogue:
            continue
        done = set(challenge.tasks) <= set(row.tasks_done.split())
        found.append(Standing(row.set_id, row.challenge_id, "done" if done else "tried", row.touched_at))
    return found


def active_children(session: Session, club_ids: Iterable[str], since: datetime) -> dict[str, int]:
    """For each club the number of its children who did something in a notebook since then."""
    query = (
        select(Child.club_id, Child.id)
        .join(Progress, Progress.child_id == Child.id)
        .where(Child.club_id.in_(list(club_ids)), Progress.touched_at >= since)
        .distinct()
    )
    return dict(Counter(club_id for club_id, _ in session.execute(query)))


def tasks_done(session: Session, club_ids: Iterable[str], since: datetime) -> dict[str, int]:
    """For each club the number of tasks that its children got right since then; one done twice counts once."""
    query = (
        select(Child.club_id, Event.child_id, Event.set_id, Event.challenge_id, Event.task)
        .join(Child, Child.id == Event.child_id)
        .where(
            Child.club_id.in_(list(club_ids)),
            Event.at >= since,
            Event.kind == "checked",
            Event.status == DONE,
        )
        .distinct()
    )
    return dict(Counter(row.club_id for row in session.execute(query)))
