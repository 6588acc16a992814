"""Warming: the workspaces of a club's children are started before the meeting, a few at a time, so that nobody waits.

The club's service does it with its own key, which may start workspaces and neither stop nor enter one. A child whom the
Hub does not know yet, because it never logged in or has a new card, starts its workspace itself at the login.
"""

import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_hub import preparing, sessions
from codekids_hub.hub_client import HubAway, HubClient
from codekids_hub.people import note
from codekids_hub.storage import Database
from codekids_hub.storage.session_tables import Plan
from codekids_hub.storage.tables import Child, Club

BEFORE = timedelta(minutes=12)
"""So long before the meeting the first workspace is started."""
AT_ONCE = 2
"""Workspaces that start at the same time; more would make each of them slow."""
LOOK_EVERY = 1.0
PATIENCE = 60.0
"""Seconds after which a workspace that has not started is left to itself, and the next one comes."""
CLOCK = "clock"
"""Who warms when it was planned."""

log = logging.getLogger("codekids.warming")


@dataclass(frozen=True)
class Warmed:
    """How it went: workspaces that run now, and children who start theirs themselves at the login."""

    ready: int
    left: int


def children(session: Session, club_id: str) -> list[str]:
    """Whose workspaces are worth starting: the children who have been here, the last ones first."""
    query = select(Child.id).where(Child.club_id == club_id, Child.last_seen_at.is_not(None))
    return list(session.scalars(query.order_by(Child.last_seen_at.desc(), Child.id)))


def due(session: Session, now: datetime) -> list[str]:
    """The clubs that meet in some minutes, want their workspaces warm, and are not in a session yet."""
    found = []
    for plan in session.scalars(select(Plan).where(Plan.warm)):
        club = session.get_one(Club, plan.club_id)
        at = preparing.next_meeting(club, now)
        warmed = plan.warmed_at is not None and plan.warmed_at >= at - BEFORE
        if at - BEFORE <= now < at and not warmed and sessions.running(session, club.id) is None:
            found.append(club.id)
    return found


def ask(session: Session, club_id: str, actor: str, now: datetime) -> list[str]:
    """Write down that a club's workspaces are warmed now; whose they are."""
    plan = session.get(Plan, club_id)
    if plan is not None:
        plan.warmed_at = now
    note(session, actor, "warm-workspaces", club_id, now)
    return children(session, club_id)


def warm(
    hub: HubClient,
    token: str,
    names: Iterable[str],
    *,
    sleep: Callable[[float], None] = time.sleep,
    clock: Callable[[], float] = time.monotonic,
) -> Warmed:
    """Start these workspaces, :data:`AT_ONCE` at the same time. What does not start stops nothing.

    :param token: the service's own key
    """
    waiting, starting = list(names), dict[str, float]()
    ready = left = 0
    while waiting or starting:
        while waiting and len(starting) < AT_ONCE:
            starting[waiting.pop(0)] = clock()
        for name, since in list(starting.items()):
            state = _start(hub, token, name)
            if state == "starting" and clock() - since < PATIENCE:
                continue
            del starting[name]
            ready += state == "ready"
            left += state != "ready"
        if starting:
            sleep(LOOK_EVERY)
    return Warmed(ready, left)


def work_off(database: Database, hub: HubClient, token: str, now: datetime) -> int:
    """Warm the clubs that are due; how many there were."""
    with database.read() as session:
        if not due(session, now):
            return 0
    with database.write() as session:
        asked = {club_id: ask(session, club_id, CLOCK, now) for club_id in due(session, now)}
    for club_id, names in asked.items():
        log.info("warming club %s: %s", club_id, warm(hub, token, names))
    return len(asked)


def _start(hub: HubClient, token: str, name: str) -> str:
    try:
        return hub.begin_workspace(token, name)
    except HubAway as error:
        log.info("the workspace of %s was not started: %s", name, error)
        return "off"
