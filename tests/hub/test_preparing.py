"""Preparing a meeting: the strip of the year, the suggestion, what a librarian decides, and that a session uses it up."""

from datetime import UTC, date, datetime, timedelta

import pytest

from codekids_exercises.catalogue import Catalogue, SetEntry
from codekids_hub import preparing, seasons, sessions
from codekids_hub.levels import Level
from codekids_hub.preparing import Decision
from codekids_hub.refusals import BadInput
from codekids_hub.sessions import QuestionNeeded
from codekids_hub.storage.session_tables import BankQuestion, Plan, SessionRow
from codekids_hub.storage.tables import Audit, Club
from hub.village import Village


def entry(level: str, week: int) -> SetEntry:
    both = {"ro": f"{level} {week}?", "en": f"{level} {week} en?"}
    return SetEntry(f"{level}-{week}", level, week, "books", both, both, both, ())


CONTENT = Catalogue(tuple(entry(level, week) for level in ("beginners", "advanced") for week in range(1, 13)))
FIRST = date(2026, 10, 5)
"""A Monday; clubs meet on Thursdays at 16:30, so the first meeting is on 8 October."""


@pytest.fixture
def season(village: Village, now: datetime) -> None:
    with village.database.write() as session:
        seasons.begin_season(session, FIRST, now)
        seasons.add_holiday(session, "Vacanță", date(2026, 10, 24), date(2026, 11, 1), now)


def weeks(village: Village, now: datetime) -> list[preparing.Week]:
    with village.database.read() as session:
        return preparing.year(session, session.get_one(Club, village.club_id), CONTENT, now)


def meet(village: Village, at: datetime) -> str:
    with village.database.write() as session:
        club = session.get_one(Club, village.club_id)
        row = preparing.begin(session, club, CONTENT, village.crina_id, at, pepper="p")
        sessions.end(session, row, village.crina_id, at + timedelta(hours=1))
        return row.id


@pytest.mark.usefixtures("season")
def test_the_year_says_what_was_done_what_was_missed_and_what_is_next(
    village: Village, now: datetime
) -> None:
    meet(village, datetime(2026, 10, 8, 13, 31, tzinfo=UTC))
    meet(village, datetime(2026, 10, 14, 13, 0, tzinfo=UTC))  # a day early
    strip = weeks(village, now)
    assert [each.state for each in strip[:7]] == ["met", "met", "missed", "missed", "missed", "next", "later"]
    assert [each.number for each in strip] == list(range(1, 13))
    assert [each.number for each in strip if each.after_break] == [4], "after the holiday"
    assert {each.id for each in strip[5].sets} == {"beginners-6", "advanced-6"}
    assert strip[5].at == datetime(2026, 11, 19, 14, 30, tzinfo=UTC)


@pytest.mark.usefixtures("season")
def test_a_meeting_that_was_held_makes_the_next_week_the_next_one(village: Village, now: datetime) -> None:
    meet(village, now)
    assert [each.number for each in weeks(village, now + timedelta(hours=2)) if each.state == "next"] == [7]


@pytest.mark.usefixtures("season")
def test_a_day_that_was_missed_can_be_made_up_for_in_the_days_after(village: Village, now: datetime) -> None:
    def coming(at: datetime) -> list[int]:
        return [each.number for each in weeks(village, at) if each.state == "next"]

    assert coming(now + timedelta(days=1)) == [6]
    assert coming(now + timedelta(days=3)) == [7]


def test_before_a_season_there_is_no_strip_and_still_a_suggestion(village: Village, now: datetime) -> None:
    assert weeks(village, now) == []
    with village.database.read() as session:
        club = session.get_one(Club, village.club_id)
        found = preparing.suggest(session, club, CONTENT, now)
    assert found.week == 0
    assert found.at == datetime(2026, 11, 26, 14, 30, tzinfo=UTC), "the meeting of today was two hours ago"
    assert found.sets[Level.BEGINNERS].id == "beginners-12"


def test_a_meeting_that_is_on_is_the_next_one(village: Village) -> None:
    at = datetime(2026, 11, 19, 15, 0, tzinfo=UTC)
    with village.database.read() as session:
        assert preparing.next_meeting(session.get_one(Club, village.club_id), at) == datetime(
            2026, 11, 19, 14, 30, tzinfo=UTC
        )


@pytest.mark.usefixtures("season")
def test_who_decides_nothing_begins_with_the_suggestion_of_the_levels_that_are_there(
    village: Village, now: datetime
) -> None:
    number = meet(village, now)
    with village.database.read() as session:
        row = session.get_one(SessionRow, number)
    assert (row.question, row.question_from) == ("beginners 6?", "set")
    assert (row.beginners_set, row.advanced_set) == ("beginners-6", None)


@pytest.mark.parametrize(
    ("choice", "own", "question", "source"),
    [
        ("set:beginners", "", "beginners 2?", "set"),
        ("own", "  De ce   bate vântul?\n", "De ce bate vântul?", "own"),
        ("bank", "", "De ce plouă?", "bank"),
    ],
)
def test_what_was_decided_is_kept_and_used_once(
    village: Village, now: datetime, choice: str, own: str, question: str, source: str
) -> None:
    with village.database.write() as session:
        club = session.get_one(Club, village.club_id)
        asked = BankQuestion(
            ro="De ce plouă?", en="Why does it rain?", added_by="a1", added_at=now, retired_at=None
        )
        session.add(asked)
        session.flush()
        decision = Decision(
            choice=f"bank:{asked.id}" if choice == "bank" else choice,
            own=own,
            sets={Level.BEGINNERS: "beginners-2", Level.ADVANCED: ""},
            warm=False,
        )
        preparing.decide(session, club, decision, CONTENT, village.crina_id, now)
        assert session.query(Audit).filter_by(action="prepare-session", subject=club.id).count() == 1
    number = meet(village, now)
    with village.database.read() as session:
        row = session.get_one(SessionRow, number)
        assert (row.question, row.question_from, row.beginners_set, row.advanced_set) == (
            question,
            source,
            "beginners-2",
            None,
        )
        assert session.get(Plan, village.club_id) is None


@pytest.mark.parametrize(
    ("choice", "own", "refusal"),
    [
        ("set:beginners", "", QuestionNeeded),
        ("set:no-such", "", QuestionNeeded),
        ("bank:77", "", BadInput),
        ("bank:x", "", BadInput),
        ("", "", BadInput),
        ("own", "   ", QuestionNeeded),
        ("own", "x" * 241, QuestionNeeded),
    ],
)
def test_a_question_that_there_is_not_is_refused(
    village: Village, now: datetime, choice: str, own: str, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal), village.database.write() as session:
        club = session.get_one(Club, village.club_id)
        decision = Decision(choice=choice, own=own, sets={})
        preparing.decide(session, club, decision, CONTENT, village.crina_id, now)


def test_a_set_of_the_other_level_is_refused(village: Village, now: datetime) -> None:
    with pytest.raises(BadInput), village.database.write() as session:
        club = session.get_one(Club, village.club_id)
        decision = Decision(choice="own", own="De ce?", sets={Level.BEGINNERS: "advanced-1"})
        preparing.decide(session, club, decision, CONTENT, village.crina_id, now)


def test_a_retired_question_is_not_offered(village: Village, now: datetime) -> None:
    with village.database.write() as session:
        for text, retired in (("A?", None), ("B?", now)):
            session.add(BankQuestion(ro=text, en=text, added_by="a1", added_at=now, retired_at=retired))
    with village.database.read() as session:
        assert [each.ro for each in preparing.bank(session)] == ["A?"]
