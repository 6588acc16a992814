"""The wall: what a child's signs mean for an adult who reads no code. Pure rules about values and a passed-in time.

A sign is never code and never a score: when somebody was there, ran something, checked something, and how the last checks
went. Of everything that could be said of a child one situation is said: the one in which an adult can help most.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from codekids_hub.levels import Level
from codekids_hub.phases import Phase

STUCK_AFTER = 3
"""So many checks in a row that were not right make a child stuck."""
LONG_STUCK_AFTER = 6
SAME_MISTAKE_AFTER = 2
"""The same known mistake so many times in a row is the same mistake again."""
LONG_RUN = timedelta(seconds=10)
"""A program that runs so long looks like one that never ends."""
RELOADED_WITHIN = timedelta(seconds=8)
"""A page that is opened again is away for so long at most."""
BEAT_MISSED = timedelta(seconds=23)
"""A workspace tells every ten seconds that it lives; after two missed beats something is wrong."""
PAGE_SEEN_WITHIN = timedelta(seconds=27)
"""A page of the club (home, group) tells of itself every twelve seconds while somebody looks at it."""
QUIET_AFTER = timedelta(minutes=5)
ALONE_AFTER = timedelta(minutes=10)
LATE_AFTER = timedelta(minutes=10)
"""Who comes so long after the beginning comes late."""
ARRIVING = timedelta(minutes=4)
JUST_DONE = timedelta(minutes=2)
WORKED_WITHIN = timedelta(minutes=3)


class Situation(StrEnum):
    """What may be known about a child. Each has its words in :mod:`codekids_hub.wall_words`."""

    HAND = "hand"
    LOST = "lost"
    LOOP = "loop"
    LONG_STUCK = "long-stuck"
    SAME_MISTAKE = "same-mistake"
    STUCK = "stuck"
    NOT_BEGUN = "not-begun"
    QUIET = "quiet"
    FIRST_SUCCESS = "first-success"
    SUCCESS = "success"
    FINISHED = "finished"
    LATE = "late"
    ALONE = "alone"
    PAIR = "pair"
    WORKING = "working"
    GUESSING = "guessing"
    REVIEWING = "reviewing"
    CALM = "calm"


class Look(StrEnum):
    """How a tile looks from the other end of the room."""

    HAND = "hand"
    STUCK = "stuck"
    LOOP = "loop"
    AWAY = "away"
    WORKING = "working"
    CALM = "calm"


LOOKS = {
    Situation.HAND: Look.HAND,
    Situation.LOST: Look.AWAY,
    Situation.LOOP: Look.LOOP,
    Situation.LONG_STUCK: Look.STUCK,
    Situation.SAME_MISTAKE: Look.STUCK,
    Situation.STUCK: Look.STUCK,
    Situation.NOT_BEGUN: Look.STUCK,
    Situation.QUIET: Look.STUCK,
    Situation.FIRST_SUCCESS: Look.WORKING,
    Situation.SUCCESS: Look.WORKING,
    Situation.FINISHED: Look.CALM,
    Situation.LATE: Look.CALM,
    Situation.ALONE: Look.CALM,
    Situation.PAIR: Look.WORKING,
    Situation.WORKING: Look.WORKING,
    Situation.GUESSING: Look.CALM,
    Situation.REVIEWING: Look.CALM,
    Situation.CALM: Look.CALM,
}


@dataclass(frozen=True, kw_only=True)
class Life:
    """What is known of one child at a session, at one moment. Times are UTC."""

    child_id: str
    level: Level
    came_at: datetime
    page_at: datetime
    """The last sign of life of a page of the club: home, group, guess."""
    workspace_at: datetime | None = None
    """The last time the workspace had a page open."""
    lost_at: datetime | None = None
    """Since when the workspace has none."""
    acted_at: datetime | None = None
    running_since: datetime | None = None
    failed_in_a_row: int = 0
    mistake_in_a_row: int = 0
    done_at: datetime | None = None
    done: int = 0
    """Tasks that were found right in this session."""
    finished: bool = False
    """Whether every task of the challenge that is open has been right."""
    hand_up_at: datetime | None = None
    in_group: bool = False
    paired: bool = False


@dataclass(frozen=True)
class Meeting:
    """Where the session is: its phase, since when, and when all of it began."""

    phase: Phase
    phase_since: datetime
    started_at: datetime


@dataclass(frozen=True)
class Said:
    """What the wall says of a child, and since when it is so."""

    situation: Situation
    since: datetime
    child_id: str = ""

    @property
    def look(self) -> Look:
        """How the tile looks."""
        return LOOKS[self.situation]


def say(life: Life, meeting: Meeting, now: datetime) -> Said:
    """The one situation that a child is in."""
    found = (
        _asking(life, now)
        or (_working(life, meeting, now) if meeting.phase is Phase.INVESTIGATION else None)
        or _resting(life, meeting)
    )
    return replace(found, child_id=life.child_id)


def worst(said: Iterable[Said]) -> Said:
    """What stands on the tile of several children: what needs the adult most, and of that the longest."""
    return min(said, key=lambda each: (list(Look).index(each.look), each.since))


def together(members: Sequence[tuple[Life, Said]]) -> Said:
    """What stands on the tile of children who work together.

    Who has only ever had the group's page open, and has it no more, sits at a friend's screen: that is nothing to see to
    while the group has a screen left. A notebook that was lost is.
    """
    here = [said for life, said in members if said.situation is not Situation.LOST or life.workspace_at]
    return worst(here or [said for _life, said in members])


def is_lost(life: Life, now: datetime) -> bool:
    """Whether nothing that a child could look at is in touch with us."""
    ended = life.lost_at or life.workspace_at
    page = now - life.page_at < PAGE_SEEN_WITHIN and (ended is None or life.page_at > ended)
    return not page and not _has_workspace(life, now)


def _has_workspace(life: Life, now: datetime) -> bool:
    if life.lost_at is not None and now - life.lost_at >= RELOADED_WITHIN:
        return False
    return life.workspace_at is not None and now - life.workspace_at < BEAT_MISSED


def _asking(life: Life, now: datetime) -> Said | None:
    """What holds in every phase: a hand, a lost line, a program that does not end."""
    if life.hand_up_at is not None:
        return Said(Situation.HAND, life.hand_up_at)
    if is_lost(life, now):
        return Said(Situation.LOST, life.lost_at or max(life.workspace_at or life.page_at, life.page_at))
    if life.running_since is not None and now - life.running_since >= LONG_RUN:
        return Said(Situation.LOOP, life.running_since)
    return None


def _working(life: Life, meeting: Meeting, now: datetime) -> Said | None:
    here_since = max(meeting.phase_since, life.came_at)
    acted = life.acted_at if life.acted_at and life.acted_at >= meeting.started_at else None
    return (
        _stuck(life, acted)
        or _successful(life, now)
        or _silent(life, acted, here_since, now)
        or _beside(life, meeting, here_since, now)
        or (Said(Situation.WORKING, here_since) if acted and now - acted < WORKED_WITHIN else None)
    )


def _stuck(life: Life, acted: datetime | None) -> Said | None:
    if acted is None or life.failed_in_a_row < STUCK_AFTER:
        return None
    if life.failed_in_a_row >= LONG_STUCK_AFTER:
        return Said(Situation.LONG_STUCK, acted)
    again = life.mistake_in_a_row >= SAME_MISTAKE_AFTER
    return Said(Situation.SAME_MISTAKE if again else Situation.STUCK, acted)


def _successful(life: Life, now: datetime) -> Said | None:
    if life.done_at is None or life.done == 0:
        return None
    if life.finished:
        return Said(Situation.FINISHED, life.done_at)
    if now - life.done_at < JUST_DONE:
        return Said(Situation.FIRST_SUCCESS if life.done == 1 else Situation.SUCCESS, life.done_at)
    return None


def _silent(life: Life, acted: datetime | None, here_since: datetime, now: datetime) -> Said | None:
    if life.paired and acted is None:
        return None
    since = max(acted or here_since, here_since)
    if now - since < QUIET_AFTER:
        return None
    return Said(Situation.QUIET if acted else Situation.NOT_BEGUN, since)


def _beside(life: Life, meeting: Meeting, here_since: datetime, now: datetime) -> Said | None:
    if life.came_at - meeting.started_at >= LATE_AFTER and now - life.came_at < ARRIVING:
        return Said(Situation.LATE, life.came_at)
    if not life.in_group and not life.paired and now - here_since >= ALONE_AFTER:
        return Said(Situation.ALONE, here_since)
    if life.paired:
        return Said(Situation.PAIR, here_since)
    return None


def _resting(life: Life, meeting: Meeting) -> Said:
    situation = {Phase.QUESTION: Situation.GUESSING, Phase.REVIEW: Situation.REVIEWING}.get(
        meeting.phase, Situation.CALM
    )
    return Said(situation, max(meeting.phase_since, life.came_at))
