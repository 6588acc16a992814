"""The calendar of homework in the database: the season, its holidays, and the windows of each club."""

from datetime import date, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_grading.calendar import Holiday, MeetingTime, Season, Window, windows
from codekids_hub.people import OPERATOR, note
from codekids_hub.refusals import N_, BadInput
from codekids_hub.storage.homework_tables import HolidayRow, SeasonRow
from codekids_hub.storage.tables import Club


class BackwardsHoliday(BadInput):
    """A holiday that ends before it begins."""

    message = N_("The holiday “%(name)s” ends before it begins. Change its dates.")


def begin_season(session: Session, first: date, now: datetime, actor: str = OPERATOR) -> None:
    """Have a season begin on that day. Saying it twice changes nothing; an earlier season stays as it was."""
    if session.get(SeasonRow, first) is None:
        session.add(SeasonRow(first=first))
        note(session, actor, "begin-season", first.isoformat(), now)


def add_holiday(
    session: Session,
    name: str,
    first: date,
    last: date,
    now: datetime,
    *,
    country: str = "",
    actor: str = OPERATOR,
) -> None:
    """Add days without meetings, in one country or (empty) in all.

    :raises BackwardsHoliday: the last day comes before the first
    """
    if last < first:
        raise BackwardsHoliday(name=name)
    session.merge(HolidayRow(first=first, last=last, country=country, name=name))
    note(session, actor, "add-holiday", first.isoformat(), now)


def season(session: Session, country: str, now: datetime) -> Season | None:
    """The season that we are in, with the holidays of a country; ``None`` before the first one was entered."""
    first = session.scalar(
        select(SeasonRow.first).where(SeasonRow.first <= now.date()).order_by(SeasonRow.first.desc()).limit(1)
    )
    if first is None:
        return None
    holidays = session.scalars(select(HolidayRow).where(HolidayRow.country.in_(["", country])))
    return Season(first, tuple(Holiday(each.first, each.last) for each in holidays))


def club_windows(session: Session, club: Club, now: datetime) -> list[Window]:
    """The windows of all homeworks of a club in this season; empty before the first season."""
    current = season(session, club.country, now)
    if current is None:
        return []
    hours, minutes = map(int, club.meeting_hour.split(":"))
    return windows(current, MeetingTime(club.meeting_day, time(hours, minutes), club.country))
