"""Phases and clocks: what is left, what is over, more time, and that nothing ends by itself."""

from datetime import datetime, timedelta

from codekids_hub import phases
from codekids_hub.phases import Clock, Phase


def at(now: datetime, minutes: float) -> datetime:
    return now + timedelta(minutes=minutes)


def test_the_phases_follow_each_other(now: datetime) -> None:
    order = [Phase.QUESTION, Phase.INVESTIGATION, Phase.REVIEW, Phase.ENDED]
    assert [phases.following(each) for each in order] == [*order[1:], Phase.ENDED]
    assert [phases.preceding(each) for each in order] == [Phase.QUESTION, *order[:-1]]


def test_a_clock_runs_out_and_then_over(now: datetime) -> None:
    clock = Clock(Phase.QUESTION, now, 5)
    assert [clock.seconds_left(at(now, each)) for each in (0, 4.999, 5, 6)] == [300, 1, 0, -60]


def test_more_time_is_added_to_what_is_left(now: datetime) -> None:
    assert Clock(Phase.REVIEW, now, 15).stretched(5, at(now, 10)).seconds_left(at(now, 10)) == 600


def test_more_time_after_the_end_counts_from_now(now: datetime) -> None:
    late = at(now, 27)
    assert Clock(Phase.REVIEW, now, 15).stretched(5, late).seconds_left(late) == 300


def test_less_time_leaves_a_minute(now: datetime) -> None:
    clock = Clock(Phase.INVESTIGATION, now, 45)
    assert clock.stretched(-5, at(now, 10)).minutes == 40
    assert clock.stretched(-100, at(now, 10)).seconds_left(at(now, 10)) == 60
    assert clock.stretched(-5, at(now, 50)).minutes == 45, "it is over already"


def test_no_clock_is_set_further_ahead_than_three_hours(now: datetime) -> None:
    clock = Clock(Phase.INVESTIGATION, now, 45)
    for _ in range(100):
        clock = clock.stretched(60, at(now, 10))
    assert clock.seconds_left(at(now, 10)) == 60 * phases.MOST_MINUTES


def test_a_clock_from_the_future_is_not_shortened_below_a_minute(now: datetime) -> None:
    assert Clock(Phase.QUESTION, at(now, 3), 5).stretched(-60, now).minutes == 1
