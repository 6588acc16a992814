"""The calendar: weeks from meeting to meeting, holidays, summer time, children who join late."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codekids_grading.calendar import WEEKS, Holiday, MeetingTime, Season, Window, week_of, windows

THURSDAY = MeetingTime(3, time(16, 30), "RO")
AUTUMN = Season(date(2026, 10, 5), (Holiday(date(2026, 10, 24), date(2026, 11, 1)),))


def test_the_first_homework_opens_at_the_first_meeting() -> None:
    first = windows(AUTUMN, THURSDAY)[0]
    assert first.opens == datetime(2026, 10, 8, 13, 30, tzinfo=UTC), "16:30 in summer time is 13:30 UTC"
    assert first.closes == datetime(2026, 10, 15, 13, 30, tzinfo=UTC)


def test_holidays_move_the_weeks_and_summer_time_does_not_move_the_hour() -> None:
    third, fourth = windows(AUTUMN, THURSDAY)[2:4]
    assert third.opens == datetime(2026, 10, 22, 13, 30, tzinfo=UTC)
    assert third.closes == fourth.opens == datetime(2026, 11, 5, 14, 30, tzinfo=UTC), "winter time by then"


@pytest.mark.parametrize(("country", "hour"), [("RO", 14), ("MD", 14), ("XX", 14)])
def test_each_country_has_its_clock(country: str, hour: int) -> None:
    assert MeetingTime(0, time(16, 30), country).on(date(2026, 12, 7)).hour == hour


def test_states_and_lateness() -> None:
    window = windows(AUTUMN, THURSDAY)[0]
    second = timedelta(seconds=1)
    assert [window.state(at) for at in (window.opens - second, window.opens, window.closes - second, window.closes)] == [
        "later", "open", "open", "past"
    ]  # fmt: skip
    assert not window.is_late(window.closes - second, joined=window.opens)
    assert window.is_late(window.closes, joined=window.opens)
    assert not window.is_late(window.closes + second, joined=window.closes), "who joins late is not late"


def test_the_week_of_the_season() -> None:
    all_windows = windows(AUTUMN, THURSDAY)
    assert week_of(all_windows, datetime(2026, 10, 1, tzinfo=UTC)) == 0
    assert week_of(all_windows, datetime(2026, 10, 30, tzinfo=UTC)) == 3
    assert week_of(all_windows, datetime(2027, 10, 30, tzinfo=UTC)) == WEEKS


@given(
    first=st.dates(date(2024, 1, 1), date(2030, 1, 1)),
    day=st.integers(0, 6),
    hour=st.times().map(lambda at: at.replace(second=0, microsecond=0, fold=0)),
    away=st.lists(st.tuples(st.integers(0, 200), st.integers(0, 20)), max_size=4),
)
def test_windows_follow_each_other_without_gap(
    first: date, day: int, hour: time, away: list[tuple[int, int]]
) -> None:
    holidays = tuple(
        Holiday(first + timedelta(days=start), first + timedelta(days=start + length))
        for start, length in away
    )
    found = windows(Season(first, holidays), MeetingTime(day, hour, "RO"))
    assert [each.week for each in found] == list(range(1, WEEKS + 1))
    assert all(one.closes == other.opens for one, other in pairwise(found))
    assert all(isinstance(each, Window) and each.opens < each.closes for each in found)
