"""Signs of life: what workspaces tell, folded into one row a child. :mod:`codekids_hub.lives` reads them for the wall.

Two things tell: events of notebooks (:mod:`codekids_hub.progress`), and the heartbeat of the workspace's server, which
knows whether a page is open and whether a program computes. Only how long ago something was is sent, so that a clock of
a workspace need not be right.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from sqlalchemy.orm import Session

from codekids_hub import presence, sessions
from codekids_hub.storage.session_tables import Sign
from codekids_hub.storage.tables import Child

if TYPE_CHECKING:
    from codekids_hub.progress import Told

RIGHT, NOTHING_THERE = "done", "blank"
"""Verdicts of a check: right, and nothing was written yet, which is no failure."""

LOOP_TOLD_AFTER = timedelta(seconds=20)
"""So long a cell has run when its notebook tells that it runs for long."""
ANOTHER_DAY = timedelta(hours=3)
"""What failed so long ago does not count as “in a row” any more."""
IN_A_SESSION = 10
"""Seconds until the next beat of a workspace whose club is in a session."""
OTHERWISE = 20
"""The same outside of sessions, when nothing is written down: a session may begin."""
BY_HAND = frozenset(("opened", "checked", "hinted"))
"""Events behind which a child stands who looks at a page."""
FRESH = timedelta(seconds=15)
"""What is older was kept back by a line that was down."""


class Happened(Protocol):
    """As much of an event as says whether somebody is there."""

    @property
    def kind(self) -> str:
        """What happened."""

    @property
    def at(self) -> datetime:
        """When, by the workspace's clock."""


@dataclass(frozen=True, kw_only=True)
class Beat:
    """What a workspace's server tells of itself. Each ``..._for`` is in seconds up to now.

    ``alone_for`` counts since no page of the child's is open, ``still_for`` since anything was run or saved, ``busy_for``
    since a kernel began what it is at now; ``computing`` says that it really computes and does not wait for an answer.
    """

    alone_for: float | None = None
    still_for: float | None = None
    busy_for: float | None = None
    computing: bool = False


def beat(session: Session, child: Child, told: Beat, now: datetime) -> int:
    """Keep what a workspace tells; the seconds until it should tell again."""
    sign = _sign(session, child.id, now)
    if told.alone_for is None:
        sign.seen_at, sign.lost_at = now, None
        presence.seen(session, child, now)
    else:
        sign.lost_at = now - timedelta(seconds=told.alone_for)
    if told.still_for is not None:
        sign.acted_at = _later(sign.acted_at, now - timedelta(seconds=told.still_for))
    if told.busy_for is None:
        sign.running_since = None
    elif told.computing and sign.running_since is None:
        sign.running_since = now - timedelta(seconds=told.busy_for)
    return IN_A_SESSION if sessions.running(session, child.club_id) else OTHERWISE


def acts(told: Iterable[Happened], now: datetime) -> bool:
    """Whether one of these events says that a child is doing something just now."""
    return any(each.kind in BY_HAND and now - each.at < FRESH for each in told)


def fold(session: Session, child: Child, told: "Sequence[Told]", now: datetime) -> None:
    """Fold new events of a child's notebooks into its signs, oldest first."""
    if not told:
        return
    sign = _sign(session, child.id, now, seen=False)
    for each in told:
        _fold(sign, each, min(each.at, now))


def _fold(sign: Sign, told: "Told", at: datetime) -> None:
    if sign.acted_at is None or at - sign.acted_at >= ANOTHER_DAY:
        _begin_anew(sign)
    if (sign.set_id, sign.challenge_id) != (told.set_id, told.challenge_id):
        sign.set_id, sign.challenge_id = told.set_id, told.challenge_id
        _begin_anew(sign)
    sign.acted_at = _later(sign.acted_at, at)
    sign.running_since = at - LOOP_TOLD_AFTER if told.kind == "loop" else None
    if told.kind == "checked":
        _fold_check(sign, told, at)


def _fold_check(sign: Sign, told: "Told", at: datetime) -> None:
    if told.status == RIGHT:
        _begin_anew(sign)
        sign.done_at = _later(sign.done_at, at)
    elif told.status != NOTHING_THERE:
        sign.failed_in_a_row += 1
        sign.mistake_in_a_row = (
            0 if told.mistake is None else sign.mistake_in_a_row + 1 if told.mistake == sign.mistake else 1
        )
        sign.mistake = told.mistake


def _begin_anew(sign: Sign) -> None:
    sign.failed_in_a_row, sign.mistake, sign.mistake_in_a_row = 0, None, 0


def _sign(session: Session, child_id: str, now: datetime, *, seen: bool = True) -> Sign:
    """The row of a child, made when there is none; who calls holds the child's row."""
    sign = session.get(Sign, child_id)
    if sign is None:
        sign = Sign(
            child_id=child_id,
            seen_at=now,
            lost_at=None if seen else now,
            failed_in_a_row=0,
            mistake_in_a_row=0,
        )
        session.add(sign)
    return sign


def _later(one: datetime | None, other: datetime) -> datetime:
    return other if one is None else max(one, other)
