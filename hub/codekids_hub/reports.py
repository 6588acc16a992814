"""The report of a session: who was there, what was asked, what was found are known; the librarian adds one line.

The report has the children's nicknames and stays with the librarian. What the programme gets of it is counts and the line,
and so a line with a child's nickname in it is sent back.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from codekids_hub import board, findings, presence
from codekids_hub.people import note
from codekids_hub.refusals import N_, BadInput
from codekids_hub.storage.session_tables import Finding, GroupRow, Membership, Presence, SessionRow
from codekids_hub.storage.tables import Child

LENGTH = 400


class TooLongLine(BadInput):
    """More than one line."""

    message = N_("One line is enough: at most %(most)s characters.")


class NamesAChild(BadInput):
    """The line names a child, and it leaves the library."""

    message = N_("The line goes to the programme, without names. Leave out “%(name)s”.")


@dataclass(frozen=True)
class Attendance:
    """A child that was there, and from when to when."""

    child: Child
    first_at: datetime
    last_at: datetime


@dataclass(frozen=True)
class GroupStory:
    """A group of the session: its sign, who was in it at any time, and what it found."""

    sign: str
    members: tuple[str, ...]
    sentence: str
    picture: str | None
    picture_words: str


@dataclass(frozen=True)
class Report:
    """All of it, for the librarian."""

    row: SessionRow
    present: tuple[Attendance, ...]
    groups: tuple[GroupStory, ...]
    alone: tuple[Finding, ...]
    """What children found who were in no group."""
    guesses: int
    wonders: int


@dataclass(frozen=True)
class ProgrammeLine:
    """What the programme gets of a session: counts and the librarian's line."""

    session_id: str
    club_id: str
    at: datetime
    question: str
    present: int
    groups: int
    findings: int
    line: str


def report(session: Session, row: SessionRow) -> Report:
    """The report of a session."""
    found = findings.found(session, row)
    by_group = {each.group_id: each for each in found if each.group_id}
    return Report(
        row=row,
        present=tuple(
            Attendance(child, stay.first_at, stay.last_at) for child, stay in presence.present(session, row)
        ),
        groups=tuple(
            _story(sign, members, by_group.get(group_id)) for group_id, sign, members in _groups(session, row)
        ),
        alone=tuple(each for each in found if each.group_id is None),
        guesses=len(board.guesses(session, row, hidden=True)),
        wonders=len(board.wonders(session, row, hidden=True)),
    )


def write(session: Session, row: SessionRow, line: str, actor: str, now: datetime) -> None:
    """Keep the librarian's line. She may change it later.

    :raises TooLongLine: it is more than a line
    :raises NamesAChild: a nickname of her club is in it
    """
    words = " ".join(line.split())
    if len(words) > LENGTH:
        raise TooLongLine(most=LENGTH)
    nicknames = session.scalars(select(Child.nickname).where(Child.club_id == row.club_id))
    named = named_in(words, nicknames)
    if named is not None:
        raise NamesAChild(name=named)
    row.remark, row.reported_at = words, now
    note(session, actor, "report-session", row.id, now)


def named_in(words: str, nicknames: Iterable[str]) -> str | None:
    """The first of the nicknames that stands in these words."""
    spoken = set(re.findall(r"[\w-]+", words))
    return next((each for each in sorted(nicknames) if each in spoken), None)


def ended(session: Session, club_id: str, most: int = 5) -> list[SessionRow]:
    """The last sessions of a club that are over, the newest first."""
    query = select(SessionRow).where(SessionRow.club_id == club_id, SessionRow.ended_at.is_not(None))
    return list(session.scalars(query.order_by(SessionRow.started_at.desc()).limit(most)))


def for_programme(
    session: Session, club_ids: Sequence[str], since: datetime, until: datetime | None = None
) -> list[ProgrammeLine]:
    """What the programme gets of the sessions of these clubs in that time, the newest first; no child."""
    query = select(SessionRow).where(
        SessionRow.club_id.in_(list(club_ids)),
        SessionRow.started_at >= since,
        SessionRow.ended_at.is_not(None),
    )
    if until is not None:
        query = query.where(SessionRow.started_at < until)
    rows = session.scalars(query.order_by(SessionRow.started_at.desc(), SessionRow.id)).all()
    ids = [row.id for row in rows]
    present = _counts(session, Presence, ids)
    grouped = _counts(session, GroupRow, ids)
    found = _counts(session, Finding, ids)
    return [
        ProgrammeLine(
            row.id,
            row.club_id,
            row.started_at,
            row.question,
            present.get(row.id, 0),
            grouped.get(row.id, 0),
            found.get(row.id, 0),
            row.remark,
        )
        for row in rows
    ]


def _counts(
    session: Session, table: type[Presence] | type[GroupRow] | type[Finding], ids: Sequence[str]
) -> dict[str, int]:
    query = select(table.session_id, func.count()).where(table.session_id.in_(list(ids)))
    if table is Finding:
        query = query.where((Finding.sentence != "") | Finding.picture.is_not(None))
    return {session_id: count for session_id, count in session.execute(query.group_by(table.session_id))}


def _groups(session: Session, row: SessionRow) -> list[tuple[str, str, tuple[str, ...]]]:
    query = (
        select(GroupRow.id, GroupRow.sign, Child.nickname)
        .join(Membership, Membership.group_id == GroupRow.id)
        .join(Child, Child.id == Membership.child_id)
        .where(GroupRow.session_id == row.id)
        .order_by(GroupRow.formed_at, GroupRow.id, Membership.since)
    )
    signs: dict[str, str] = {}
    members: dict[str, dict[str, None]] = {}
    for group_id, sign, nickname in session.execute(query):
        signs[group_id] = sign
        members.setdefault(group_id, {})[nickname] = None
    return [(group_id, sign, tuple(members[group_id])) for group_id, sign in signs.items()]


def _story(sign: str, members: tuple[str, ...], finding: Finding | None) -> GroupStory:
    return GroupStory(
        sign,
        members,
        finding.sentence if finding else "",
        finding.picture if finding else None,
        finding.picture_words if finding else "",
    )
