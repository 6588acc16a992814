"""The clubs as a coordinator sees them: when each last met, how its homework flows, who needs help. Counts, never a child.

A count of one to four children is hidden, and so a sum in which such a count would be found by subtraction is hidden too.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from codekids_hub import worries
from codekids_hub.homework_flow import Flow, flow
from codekids_hub.people import Role
from codekids_hub.storage.session_tables import SessionRow
from codekids_hub.storage.tables import Adult, Child, Club, Duty, Progress

WEEK = timedelta(days=7)
QUIET_AFTER = timedelta(weeks=3)
FEW = 5
"""Counts of children under this are not shown to the coordinator."""
PAGE = 50
FILTERS = ("all", "met", "quiet", "help")
COLUMNS = (
    *(
        "code",
        "library",
        "locality",
        "county",
        "country",
        "children",
        "last_met",
        "met_this_week",
        "needs_help",
    ),
    *("handed_in", "marked", "answered"),
)
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


@dataclass(frozen=True)
class ClubLine:
    """A club of the list. ``reasons`` why it needs help: ``quiet``, ``librarian`` (it has none), ``worry``."""

    club: Club
    children: int
    last_at: datetime | None
    met: bool
    reasons: tuple[str, ...]
    flow: Flow


def few(count: int) -> int | str:
    """A count of children as a coordinator may see it: ``<5`` for one to four of them.

    >>> few(0), few(3), few(12)
    (0, '<5', 12)
    """
    return f"<{FEW}" if 0 < count < FEW else count


def together(counts: Iterable[int]) -> int | str:
    """The sum of the counts of several clubs; what is hidden of one of them cannot be found from it.

    >>> together([12, 7]), together([12, 3]), together([3]), together([4, 4]), together([])
    (19, '12+', '<5', '5+', 0)
    """
    every = list(counts)
    shown = sum(count for count in every if count >= FEW)
    if not any(0 < count < FEW for count in every):
        return shown
    return f"{shown}+" if shown else few(sum(every)) if sum(every) < FEW else f"{FEW}+"


def last_lives(session: Session) -> dict[str, datetime]:
    """When each club last met or its children last did something in a notebook; clubs that never did are not in it."""
    met = select(SessionRow.club_id, func.max(SessionRow.started_at)).group_by(SessionRow.club_id)
    worked = (
        select(Child.club_id, func.max(Progress.touched_at))
        .join(Progress, Progress.child_id == Child.id)
        .group_by(Child.club_id)
    )
    found: dict[str, datetime] = {}
    for query in (met, worked):
        for club_id, at in session.execute(query):
            found[club_id] = max(at, found.get(club_id, at))
    return found


def children_by_club(session: Session) -> dict[str, int]:
    """How many children each club has."""
    query = select(Child.club_id, func.count()).group_by(Child.club_id)
    return {club_id: count for club_id, count in session.execute(query)}


def lines(session: Session, now: datetime) -> list[ClubLine]:
    """All clubs by county and locality."""
    order = (Club.country.desc(), Club.county, Club.locality, Club.code)
    clubs = list(session.scalars(select(Club).order_by(*order)))
    children = children_by_club(session)
    lives = last_lives(session)
    flows = flow(session, [club.id for club in clubs], now - WEEK)
    librarians = select(Duty.club_id).join(Adult, Adult.id == Duty.adult_id)
    cared_for = set(
        session.scalars(librarians.where(Duty.role == Role.LIBRARIAN.value, Adult.removed_at.is_(None)))
    )
    worried = {hand_in.club_id for _, hand_in in worries.open_worries(session)}
    return [
        ClubLine(
            club,
            children.get(club.id, 0),
            lives.get(club.id),
            met_this_week(lives.get(club.id), now),
            _reasons(club, lives.get(club.id), club.id in cared_for, club.id in worried, now),
            flows.get(club.id, Flow()),
        )
        for club in clubs
    ]


def met_this_week(last_at: datetime | None, now: datetime) -> bool:
    """Whether a club lived in the last seven days."""
    return last_at is not None and last_at >= now - WEEK


def chosen(found: Sequence[ClubLine], words: str = "", county: str = "", only: str = "all") -> list[ClubLine]:
    """The lines that somebody looks for: all ``words`` are in the club's names, and it is of the county and filter."""
    wanted = words.casefold().split()
    return [
        line
        for line in found
        if (not county or line.club.county == county)
        and all(word in _names(line.club) for word in wanted)
        and {"met": line.met, "quiet": "quiet" in line.reasons, "help": bool(line.reasons)}.get(only, True)
    ]


def as_csv(found: Iterable[ClubLine]) -> str:
    """The lines for a spreadsheet, with the same counts hidden as on the page."""
    made = io.StringIO()
    rows = csv.writer(made, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for line in found:
        club = line.club
        rows.writerow(
            [_harmless(text) for text in (club.code, club.library, club.locality, club.county, club.country)]
            + [few(line.children), line.last_at.date().isoformat() if line.last_at else "", int(line.met)]
            + [" ".join(line.reasons)]
            + [few(each) for each in (line.flow.handed_in, line.flow.marked, line.flow.answered)]
        )
    return made.getvalue()


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text


def _names(club: Club) -> str:
    return f"{club.code} {club.library} {club.locality} {club.county}".casefold()


def _reasons(
    club: Club, last_at: datetime | None, cared_for: bool, worried: bool, now: datetime
) -> tuple[str, ...]:
    quiet = (last_at or club.created_at) < now - QUIET_AFTER
    told = {"worry": worried, "librarian": not cared_for, "quiet": quiet}
    return tuple(name for name, true in told.items() if true)
