"""The wall: each situation from the values that make it, its edges in time, and words for all of them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from codekids_hub.levels import Level
from codekids_hub.phases import Phase
from codekids_hub.wall import LOOKS, Life, Look, Meeting, Said, Situation, is_lost, say, together, worst
from codekids_hub.wall_words import LOOK_NAMES, words_for

NOW = datetime(2026, 11, 19, 17, 0, tzinfo=UTC)


def ago(minutes: float = 0, seconds: float = 0) -> datetime:
    return NOW - timedelta(minutes=minutes, seconds=seconds)


BEGAN = Meeting(Phase.INVESTIGATION, ago(20), ago(25))
MARIA = Life(
    child_id="k1",
    level=Level.BEGINNERS,
    came_at=ago(25),
    page_at=ago(seconds=20),
    workspace_at=ago(seconds=4),
    acted_at=ago(seconds=30),
    in_group=True,
)


def situation(meeting: Meeting = BEGAN, **changes: object) -> Situation:
    return say(replace(MARIA, **changes), meeting, NOW).situation  # type: ignore[arg-type]


def test_who_runs_and_tries_is_working() -> None:
    assert situation() is Situation.WORKING
    assert situation(acted_at=ago(4)) is Situation.CALM


@pytest.mark.parametrize(
    ("failed", "same", "expected"),
    [
        (2, 2, Situation.WORKING),
        (3, 0, Situation.STUCK),
        (3, 1, Situation.STUCK),
        (3, 2, Situation.SAME_MISTAKE),
        (5, 5, Situation.SAME_MISTAKE),
        (6, 2, Situation.LONG_STUCK),
    ],
)
def test_checks_that_fail_in_a_row(failed: int, same: int, expected: Situation) -> None:
    assert situation(failed_in_a_row=failed, mistake_in_a_row=same) is expected


def test_what_failed_at_another_meeting_is_forgotten() -> None:
    assert situation(failed_in_a_row=4, acted_at=ago(60)) is Situation.NOT_BEGUN


def test_a_program_that_runs_for_long() -> None:
    assert situation(running_since=ago(seconds=9)) is Situation.WORKING
    assert situation(running_since=ago(seconds=10)) is Situation.LOOP
    assert situation(running_since=ago(seconds=10), failed_in_a_row=5) is Situation.LOOP


@pytest.mark.parametrize(
    ("changes", "lost"),
    [
        ({}, False),
        ({"workspace_at": ago(seconds=22), "page_at": ago(seconds=40)}, False),
        ({"workspace_at": ago(seconds=23), "page_at": ago(seconds=40)}, True),
        ({"lost_at": ago(seconds=7), "workspace_at": ago(seconds=7)}, False),
        ({"lost_at": ago(seconds=8), "workspace_at": ago(seconds=8)}, True),
        ({"lost_at": ago(seconds=60), "workspace_at": ago(seconds=60), "page_at": ago(seconds=20)}, False),
        ({"lost_at": ago(seconds=90), "workspace_at": ago(seconds=90), "page_at": ago(seconds=80)}, True),
        ({"workspace_at": None, "page_at": ago(seconds=26)}, False),
        ({"workspace_at": None, "page_at": ago(seconds=27)}, True),
    ],
)
def test_who_is_not_connected(changes: dict[str, object], lost: bool) -> None:
    life = replace(MARIA, **changes)  # type: ignore[arg-type]
    assert is_lost(life, NOW) is lost
    assert (say(life, BEGAN, NOW).situation is Situation.LOST) is lost


def test_a_hand_comes_before_everything_and_says_since_when() -> None:
    said = say(
        replace(MARIA, hand_up_at=ago(3), running_since=ago(1), workspace_at=None, page_at=ago(9)), BEGAN, NOW
    )
    assert said == Said(Situation.HAND, ago(3), "k1")
    assert said.look is Look.HAND


def test_nothing_for_minutes() -> None:
    assert situation(acted_at=ago(4, 59)) is Situation.CALM
    assert situation(acted_at=ago(5)) is Situation.QUIET
    assert situation(acted_at=None) is Situation.NOT_BEGUN
    assert situation(acted_at=None, came_at=ago(4)) is not Situation.NOT_BEGUN


def test_what_was_done() -> None:
    assert situation(done=1, done_at=ago(1)) is Situation.FIRST_SUCCESS
    assert situation(done=4, done_at=ago(1)) is Situation.SUCCESS
    assert situation(done=4, done_at=ago(2)) is Situation.WORKING
    assert situation(done=4, done_at=ago(15), finished=True) is Situation.FINISHED
    assert situation(done=0, done_at=None, finished=True) is Situation.WORKING, "it was finished last week"


def test_who_comes_late_and_who_is_alone() -> None:
    assert situation(came_at=ago(3), in_group=False) is Situation.LATE
    assert situation(came_at=ago(5), in_group=False) is Situation.WORKING
    assert situation(in_group=False) is Situation.ALONE
    assert situation(in_group=False, paired=True) is Situation.PAIR


def test_outside_the_investigation_nobody_is_stuck_or_late() -> None:
    question = Meeting(Phase.QUESTION, ago(4), ago(4))
    review = Meeting(Phase.REVIEW, ago(2), ago(60))
    for changes in ({"failed_in_a_row": 9}, {"acted_at": None}, {"in_group": False}):
        assert situation(question, **changes) is Situation.GUESSING
        assert situation(review, **changes) is Situation.REVIEWING
    assert situation(review, running_since=ago(1)) is Situation.LOOP


def test_the_tile_of_a_group_says_what_needs_the_adult_most() -> None:
    calm, stuck, longer = (
        Said(Situation.WORKING, ago(9), "k1"),
        Said(Situation.STUCK, ago(2), "k2"),
        Said(Situation.QUIET, ago(6), "k3"),
    )
    assert worst([calm, stuck, longer]) is longer
    assert worst([calm, stuck, Said(Situation.HAND, ago(0), "k4")]).child_id == "k4"


def test_every_situation_has_a_look_and_three_lines_for_each_level() -> None:
    assert set(LOOKS) == set(Situation)
    assert set(LOOK_NAMES) == set(Look)
    for each in Situation:
        for level in Level:
            words = words_for(each, level)
            assert words.says.endswith(".") and "?" in words.asks and words.praises.endswith(".")


def test_beginners_and_advanced_are_asked_differently_where_it_helps() -> None:
    assert words_for(Situation.LOOP, Level.BEGINNERS).asks != words_for(Situation.LOOP, Level.ADVANCED).asks
    assert words_for(Situation.HAND, Level.BEGINNERS) == words_for(Situation.HAND, Level.ADVANCED)


def test_who_went_to_a_friends_screen_is_not_looked_for() -> None:
    gone = replace(MARIA, child_id="k2", page_at=ago(3), workspace_at=None, acted_at=None)
    cut_off = replace(MARIA, child_id="k3", page_at=ago(3), workspace_at=ago(3))
    lives = {each.child_id: (each, say(each, BEGAN, NOW)) for each in (MARIA, gone, cut_off)}
    assert together([lives["k1"], lives["k2"]]).situation is Situation.WORKING
    assert together([lives["k1"], lives["k3"]]).child_id == "k3"
    assert together([lives["k2"]]).situation is Situation.LOST, "nobody is there any more"
