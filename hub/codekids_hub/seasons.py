"""The calendar of homework in the database: the season, its holidays, and the windows of each club."""

from datetime import UTC, date, datetime, time

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


class SeasonHasBegun(BadInput):
    """A season that clubs have already met in cannot be taken back."""

    message = N_("This season has begun, so it stays. Enter the one that comes after it instead.")
    status = 409


class HolidayNeedsName(BadInput):
    """A holiday without a name, or with a very long one, or in no country that we know."""

    message = N_("Give the holiday a name of at most 80 characters, and choose where it is.")


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
    first = _first_day(session, now)
    if first is None:
        return None
    holidays = session.scalars(select(HolidayRow).where(HolidayRow.country.in_(["", country])))
    return Season(first, tuple(Holiday(each.first, each.last) for each in holidays))


def season_began(session: Session, now: datetime) -> datetime | None:
    """When the season that we are in began; ``None`` before the first one was entered."""
    first = _first_day(session, now)
    return None if first is None else datetime.combine(first, time(), UTC)


def _first_day(session: Session, now: datetime) -> date | None:
    query = select(SeasonRow.first).where(SeasonRow.first <= now.date())
    return session.scalar(query.order_by(SeasonRow.first.desc()).limit(1))


def club_windows(session: Session, club: Club, now: datetime) -> list[Window]:
    """The windows of all homeworks of a club in this season; empty before the first season."""
    current = season(session, club.country, now)
    if current is None:
        return []
    hours, minutes = map(int, club.meeting_hour.split(":"))
    return windows(current, MeetingTime(club.meeting_day, time(hours, minutes), club.country))


def remove_season(session: Session, first: date, now: datetime, actor: str) -> None:
    """Take back a season that has not begun.

    :raises SeasonHasBegun: it has; homework was given by it
    """
    row = session.get(SeasonRow, first)
    if row is None:
        return
    if first <= now.date():
        raise SeasonHasBegun()
    session.delete(row)
    note(session, actor, "remove-season", first.isoformat(), now)


def remove_holiday(
    session: Session, first: date, country: str, now: datetime, actor: str
) -> HolidayRow | None:
    """Take a holiday out, and say what it was; ``None`` when it is not there (any more)."""
    row = session.get(HolidayRow, (first, country))
    if row is not None:
        session.delete(row)
        note(session, actor, "remove-holiday", first.isoformat(), now)
    return row


def all_seasons(session: Session) -> list[date]:
    """The first days of all seasons, the newest first."""
    return list(session.scalars(select(SeasonRow.first).order_by(SeasonRow.first.desc())))


def all_holidays(session: Session, since: date) -> list[HolidayRow]:
    """The holidays that end on that day or later, in their order."""
    query = select(HolidayRow).where(HolidayRow.last >= since)
    return list(session.scalars(query.order_by(HolidayRow.first, HolidayRow.country)))
