"""What librarians wrote under their meetings, for the coordinator: by week and club, in counts, and never a name.

A line with a nickname in it is sent back when it is written. Names change, and a question may be the librarian's own:
so both are looked at again before they leave the club.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from codekids_hub import reports
from codekids_hub.programme import FEW, few
from codekids_hub.reports import ProgrammeLine
from codekids_hub.storage.session_tables import SessionRow
from codekids_hub.storage.tables import Child, Club
from codekids_hub.times import moment
from codekids_hub.translation import catalogue

WEEK = timedelta(days=7)


def monday_of(at: datetime) -> datetime:
    """When the week of that moment began, in UTC."""
    day = at.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return day - timedelta(days=day.weekday())


def first_week(session: Session) -> datetime | None:
    """The week of the first meeting that ended; ``None`` before any."""
    first = session.scalar(select(func.min(SessionRow.started_at)).where(SessionRow.ended_at.is_not(None)))
    return monday_of(first) if first else None


def lines(session: Session, since: datetime, until: datetime, language: str) -> list[dict[str, Any]]:
    """The meetings of that time, the newest first, as templates show them."""
    clubs = {club.id: club for club in session.scalars(select(Club))}
    told = reports.for_programme(session, list(clubs), since, until)
    nicknames: dict[str, list[str]] = {}
    here = {each.club_id for each in told}
    for club_id, nickname in session.execute(select(Child.club_id, Child.nickname)):
        if club_id in here:
            nicknames.setdefault(club_id, []).append(nickname)
    return [_row(each, clubs[each.club_id], nicknames.get(each.club_id, []), language) for each in told]


def _row(told: ProgrammeLine, club: Club, nicknames: list[str], language: str) -> dict[str, Any]:
    hidden = 0 < told.present < FEW
    left_out = catalogue(language).gettext("(left out here, for it names a child)")
    return {
        "place": f"{club.locality}, {club.library}",
        "county": club.county,
        "at": moment(told.at, language, club.country),
        "present": few(told.present),
        "groups": None if hidden else told.groups,
        "findings": None if hidden else told.findings,
        "question": left_out if reports.named_in(told.question, nicknames) else told.question,
        "line": left_out if reports.named_in(told.line, nicknames) else told.line,
    }
