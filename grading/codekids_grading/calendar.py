"""The calendar of homework: pure rules of a season's dates and a club's meeting day, at a ``now`` that is passed in.

A season has twelve weeks of work. A club's n-th meeting outside holidays opens the homework of week n; the meeting after
it closes it. What comes later is late, is shown as late, and is never refused.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

WEEKS = 12
"""Weeks of a season, and so homeworks of a level."""

TIME_ZONES = {"RO": ZoneInfo("Europe/Bucharest"), "MD": ZoneInfo("Europe/Chisinau")}
"""The time zone of each country that has clubs; a club's hours are local."""


@dataclass(frozen=True)
class Holiday:
    """Days without meetings, both ends included."""

    first: date
    last: date

    def has(self, day: date) -> bool:
        """Whether there is no meeting on that day."""
        return self.first <= day <= self.last


@dataclass(frozen=True)
class Season:
    """A year of clubs: its first day and its holidays."""

    first: date
    holidays: tuple[Holiday, ...] = ()


@dataclass(frozen=True)
class MeetingTime:
    """When a club meets: ``day`` 0 is Monday; ``hour`` is local time in the zone of ``country``."""

    day: int
    hour: time
    country: str

    def on(self, day: date) -> datetime:
        """The moment of a meeting, in UTC. In summer and in winter it is the same hour on the library's clock."""
        zone = TIME_ZONES.get(self.country, TIME_ZONES["RO"])
        return datetime.combine(day, self.hour, zone).astimezone(UTC)


@dataclass(frozen=True)
class Window:
    """When the homework of a week is due: from one meeting to the next, both UTC."""

    week: int
    opens: datetime
    closes: datetime

    def state(self, now: datetime) -> str:
        """``later`` before it opens, ``open``, or ``past`` once it is late."""
        if now < self.opens:
            return "later"
        return "open" if now < self.closes else "past"

    def is_late(self, at: datetime, joined: datetime) -> bool:
        """Whether a hand-in at ``at`` is late; for a child who joined after the closing it is not."""
        return at >= self.closes and joined < self.closes


def windows(season: Season, meeting: MeetingTime) -> list[Window]:
    """The windows of all weeks of the season for a club that meets at that time."""
    days = _meeting_days(season, meeting.day, WEEKS + 1)
    moments = [meeting.on(day) for day in days]
    return [Window(week, opens, closes) for week, (opens, closes) in enumerate(pairwise(moments), start=1)]


def week_of(all_windows: Sequence[Window], now: datetime) -> int:
    """The week that the season is in: 0 before the first meeting, ``WEEKS`` after the last."""
    return max((each.week for each in all_windows if now >= each.opens), default=0)


def reminds_from(closes: datetime, country: str) -> datetime:
    """From when on people are reminded of a closing, in UTC: one day before, at the same hour of the library's clock.

    Where the clocks change in between, that is 23 or 25 hours.
    """
    there = closes.astimezone(TIME_ZONES.get(country, TIME_ZONES["RO"]))
    day_before = there.date() - timedelta(days=1)
    return datetime.combine(day_before, there.time(), there.tzinfo).astimezone(UTC)


def _meeting_days(season: Season, weekday: int, count: int) -> list[date]:
    day = season.first + timedelta(days=(weekday - season.first.weekday()) % 7)
    days: list[date] = []
    while len(days) < count:
        if not any(holiday.has(day) for holiday in season.holidays):
            days.append(day)
        day += timedelta(weeks=1)
    return days
