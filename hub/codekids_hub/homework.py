"""Homework as clubs have it: released on the meeting day, by itself; and what a child sees of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from codekids_exercises.catalogue import Catalogue, SetEntry
from codekids_grading.calendar import Window
from codekids_hub.hand_ins import ACCEPTED, UNREADABLE
from codekids_hub.seasons import club_windows, season_began
from codekids_hub.storage.homework_tables import Assignment, HandIn, Review
from codekids_hub.storage.tables import Child, Club

BY_CALENDAR = "calendar"
"""Who released an assignment that opened by itself."""
NEW = "new"
"""The state of a homework that was not handed in yet."""


@dataclass(frozen=True)
class Due:
    """A homework of a child's level that is open, with the child's last hand-in if there is one; ``state`` as :func:`state_of`."""

    entry: SetEntry
    assignment: Assignment
    hand_in: HandIn | None
    state: str


def course_id(club: Club) -> str:
    """nbgrader's name of a club's course."""
    return club.code.lower()


def open_due(
    session: Session, club: Club, sets: Sequence[SetEntry], made: Mapping[str, str], now: datetime
) -> list[str]:
    """Release to a club every homework whose meeting has come, both levels of each week, once a season.

    :param sets: the sets that have a homework
    :param made: the digests in the file store of the released bundles, by set: see :func:`to_release`. What was not made
        is not released.
    :returns: what was released now. Calling again releases nothing twice: a restart costs nothing.
    """
    released = []
    for entry, window in _open_now(session, club, sets, now):
        given = _given(session, club, entry, now)
        if given is None and entry.id in made:
            session.merge(_assignment(club, entry, window, made[entry.id], now))
            released.append(entry.id)
        elif given and given.released_by == BY_CALENDAR and given.closes_at != window.closes:
            given.closes_at = window.closes  # a holiday was entered, or the club meets at another time now
    return released


def to_release(session: Session, club: Club, sets: Sequence[SetEntry], now: datetime) -> list[SetEntry]:
    """What :func:`open_due` would release to a club now; making that takes a while and needs no transaction."""
    opened = [entry for entry, _ in _open_now(session, club, sets, now)]
    return [entry for entry in opened if _given(session, club, entry, now) is None]


def _open_now(
    session: Session, club: Club, sets: Sequence[SetEntry], now: datetime
) -> list[tuple[SetEntry, Window]]:
    return [
        (entry, window)
        for window in club_windows(session, club, now)
        for entry in sets
        if entry.week == window.week and window.state(now) != "later"
    ]


def _given(session: Session, club: Club, entry: SetEntry, now: datetime) -> Assignment | None:
    """The assignment, unless the calendar of an earlier season gave it: then it is given again."""
    known = session.get(Assignment, (club.id, entry.id))
    return known if known and _is_of_this_season(known, season_began(session, now)) else None


def _is_of_this_season(assignment: Assignment, began: datetime | None) -> bool:
    return assignment.released_by != BY_CALENDAR or began is None or assignment.released_at >= began


def _assignment(club: Club, entry: SetEntry, window: Window, digest: str, now: datetime) -> Assignment:
    return Assignment(
        club_id=club.id,
        name=entry.id,
        digest=digest,
        released_at=now,
        closes_at=window.closes,
        released_by=BY_CALENDAR,
    )


def due(session: Session, child: Child, content: Catalogue, now: datetime) -> list[Due]:
    """The homeworks of the child's level that this season gave, the newest first: late ones too, nothing is shut."""
    entries = {entry.id: entry for entry in content.sets if entry.level == child.level}
    query = select(Assignment).where(Assignment.club_id == child.club_id, Assignment.name.in_(list(entries)))
    began = season_began(session, now)
    rows = [row for row in session.scalars(query) if _is_of_this_season(row, began)]
    hand_ins = last_hand_ins(session, child.id, [row.name for row in rows])
    states = _states(session, list(hand_ins.values()))
    found = []
    for row in rows:
        hand_in = hand_ins.get(row.name)
        found.append(Due(entries[row.name], row, hand_in, states[hand_in.id] if hand_in else NEW))
    return sorted(found, key=lambda each: -each.entry.week)


def last_hand_in(session: Session, child_id: str, assignment: str) -> HandIn | None:
    """The hand-in that counts: the last one accepted, the child's own or one handed in together with it."""
    return last_hand_ins(session, child_id, [assignment]).get(assignment)


def last_hand_ins(session: Session, child_id: str, assignments: Sequence[str]) -> dict[str, HandIn]:
    """The hand-ins that count, by assignment; what was never handed in is not there."""
    theirs = or_(HandIn.child_id == child_id, HandIn.partner_id == child_id)
    newest = select(func.max(HandIn.id)).where(HandIn.assignment.in_(assignments), theirs)
    query = select(HandIn).where(HandIn.id.in_(newest.group_by(HandIn.assignment).scalar_subquery()))
    return {row.assignment: row for row in session.scalars(query)}


def reviews_of(session: Session, hand_in: HandIn) -> list[Review]:
    """What mentors said of a hand-in, by the names of its tasks."""
    return list(session.scalars(select(Review).where(Review.hand_in_id == hand_in.id).order_by(Review.task)))


def state_of(session: Session, hand_in: HandIn | None) -> str:
    """Where a homework is: ``new``, ``handed_in``, ``marked``, ``answered`` or ``again`` (as for one that is unreadable)."""
    return NEW if hand_in is None else _states(session, [hand_in])[hand_in.id]


def _states(session: Session, hand_ins: Sequence[HandIn]) -> dict[int, str]:
    decisions: dict[int, set[str]] = {row.id: set() for row in hand_ins}
    query = select(Review.hand_in_id, Review.decision).where(Review.hand_in_id.in_(list(decisions)))
    for number, decision in session.execute(query):
        decisions[number].add(decision)
    return {row.id: _state(row, decisions[row.id]) for row in hand_ins}


def _state(hand_in: HandIn, decisions: set[str]) -> str:
    if decisions:
        return "again" if "again" in decisions else "answered"
    return {ACCEPTED: "handed_in", UNREADABLE: "again"}.get(hand_in.state, "marked")
