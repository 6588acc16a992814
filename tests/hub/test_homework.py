"""Homework opens by itself, once, on the club's own day; a restart or a moved holiday breaks nothing."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from codekids_exercises.catalogue import Catalogue, SetEntry
from codekids_hub import homework, seasons
from codekids_hub.storage.homework_tables import Assignment
from codekids_hub.storage.tables import Child, Club
from hub.village import Village

ENTRIES = tuple(
    SetEntry(f"{level}-{week}", level, week, "house", {}, {}, {}, ())
    for level in ("beginners", "advanced")
    for week in (1, 2, 3)
)
CONTENT = Catalogue(ENTRIES)
WEEK = timedelta(days=7)


@pytest.fixture
def season_begun(village: Village, now: datetime) -> Village:
    """The first meeting of the season was a week ago, at this hour (16:30 in Romania is 14:30 UTC in winter)."""
    with village.database.write() as session:
        seasons.begin_season(session, date(2026, 11, 9), now)
    return village


def open_due(village: Village, at: datetime, digest: str = "0" * 64) -> list[str]:
    with village.database.write() as session:
        club = session.get_one(Club, village.club_id)
        return homework.open_due(session, club, ENTRIES, {each.id: digest for each in ENTRIES}, at)


def test_both_levels_of_each_week_that_has_come_are_released_once(
    season_begun: Village, now: datetime
) -> None:
    assert sorted(open_due(season_begun, now)) == ["advanced-1", "advanced-2", "beginners-1", "beginners-2"]
    assert open_due(season_begun, now) == []
    assert sorted(open_due(season_begun, now + WEEK)) == ["advanced-3", "beginners-3"]


def test_what_is_to_be_released_is_known_beforehand(season_begun: Village, now: datetime) -> None:
    def known() -> list[str]:
        with season_begun.database.read() as session:
            club = session.get_one(Club, season_begun.club_id)
            return sorted(entry.id for entry in homework.to_release(session, club, ENTRIES, now))

    assert known() == ["advanced-1", "advanced-2", "beginners-1", "beginners-2"]
    assert known() == sorted(open_due(season_begun, now))
    assert known() == []


def test_what_was_not_made_waits(season_begun: Village, now: datetime) -> None:
    with season_begun.database.write() as session:
        club = session.get_one(Club, season_begun.club_id)
        assert homework.open_due(session, club, ENTRIES, {"beginners-2": "0" * 64}, now) == ["beginners-2"]
    assert sorted(open_due(season_begun, now)) == ["advanced-1", "advanced-2", "beginners-1"]


def test_the_next_season_gives_the_same_homework_again(season_begun: Village, now: datetime) -> None:
    open_due(season_begun, now)
    next_year = now + 52 * WEEK
    with season_begun.database.write() as session:
        seasons.begin_season(session, date(2027, 11, 15), now)
        child = session.get_one(Child, season_begun.maria.child_id)
        assert homework.due(session, child, CONTENT, next_year) == [], (
            "last year's is not waited for any more"
        )
    assert sorted(open_due(season_begun, next_year, "2" * 64)) == ["advanced-1", "beginners-1"]
    assert open_due(season_begun, next_year, "2" * 64) == []
    with season_begun.database.read() as session:
        child = session.get_one(Child, season_begun.maria.child_id)
        (again,) = homework.due(session, child, CONTENT, next_year)
    assert (again.entry.id, again.state) == ("beginners-1", homework.NEW)
    assert (again.assignment.digest, again.assignment.released_at) == ("2" * 64, next_year)
    assert again.assignment.closes_at and again.assignment.closes_at > next_year


def test_before_the_first_season_nothing_happens(village: Village, now: datetime) -> None:
    assert open_due(village, now) == []


def test_a_holiday_moves_what_is_open_already(season_begun: Village, now: datetime) -> None:
    open_due(season_begun, now)
    with season_begun.database.write() as session:
        seasons.add_holiday(session, "zăpadă", date(2026, 11, 23), date(2026, 11, 29), now, country="RO")
    open_due(season_begun, now)
    with season_begun.database.read() as session:
        row = session.get_one(Assignment, (season_begun.club_id, "beginners-2"))
    assert row.closes_at == datetime(2026, 12, 3, 14, 30, tzinfo=now.tzinfo)


def test_a_holiday_that_ends_before_it_begins(village: Village, now: datetime) -> None:
    with pytest.raises(seasons.BackwardsHoliday), village.database.write() as session:
        seasons.add_holiday(session, "x", date(2026, 12, 2), date(2026, 12, 1), now)


def test_a_child_sees_its_level_the_newest_first_and_everything_stays_open(
    season_begun: Village, now: datetime
) -> None:
    open_due(season_begun, now)
    with season_begun.database.read() as session:
        child = session.get_one(Child, season_begun.maria.child_id)
        found = homework.due(session, child, CONTENT, now)
    assert [each.entry.id for each in found] == ["beginners-2", "beginners-1"]
    assert all(each.state == homework.NEW for each in found)


def test_assignments_that_a_mentor_released_stay_as_they_are(season_begun: Village, now: datetime) -> None:
    with season_begun.database.write() as session:
        session.add(
            Assignment(
                club_id=season_begun.club_id,
                name="beginners-1",
                digest="1" * 64,
                released_at=now,
                closes_at=None,
                released_by=season_begun.andrei_id,
            )
        )
    open_due(season_begun, now)
    with season_begun.database.read() as session:
        row = session.scalars(select(Assignment).where(Assignment.name == "beginners-1")).one()
    assert row.closes_at is None and row.digest == "1" * 64
