"""Reminders: in the last day before a closing, on the library's clock, for whoever has not handed in; from the facts alone."""

from datetime import UTC, date, datetime, timedelta

import pytest

from codekids_exercises.catalogue import Catalogue, SetEntry
from codekids_grading.calendar import reminds_from
from codekids_hub import home, homework, reminders, seasons
from codekids_hub.storage.homework_tables import Assignment, HandIn
from codekids_hub.storage.tables import Child, Club
from hub.village import Village

TITLE = {"ro": "Desenăm satul", "en": "We draw the village"}
ENTRY = SetEntry("draw-the-village", "beginners", 1, "house", TITLE, {}, {}, ())
CONTENT = Catalogue((ENTRY,))
MINUTE = timedelta(minutes=1)


@pytest.fixture
def closes(village: Village, now: datetime) -> datetime:
    """Opened by the calendar: the homework of the meeting of today is open until that of next week."""
    with village.database.write() as session:
        seasons.begin_season(session, date(2026, 11, 16), now)
        club = session.get_one(Club, village.club_id)
        homework.open_due(session, club, [ENTRY], {ENTRY.id: "0" * 64}, now)
        closes_at = session.get_one(Assignment, (club.id, ENTRY.id)).closes_at
    assert closes_at == datetime(2026, 11, 26, 14, 30, tzinfo=UTC)
    return closes_at


def lines(village: Village, at: datetime, language: str = "en") -> list[str]:
    with village.database.read() as session:
        return reminders.lines(session, session.get_one(Club, village.club_id), CONTENT, language, at)


def on_the_card(village: Village, at: datetime, language: str = "en") -> tuple[object, object]:
    with village.database.read() as session:
        child = session.get_one(Child, village.maria.child_id)
        (card,) = home.homework_cards(session, child, CONTENT, language, at)
    return card["state"], card["soon"]


def hand_in(village: Village, child_id: str, at: datetime, partner_id: str | None = None) -> None:
    with village.database.write() as session:
        session.add(
            HandIn(
                club_id=village.club_id, assignment=ENTRY.id, child_id=child_id, partner_id=partner_id, key="k",
                digest="0" * 64, size=1, received_at=at, late=False, state="accepted", tries=0,
            )
        )  # fmt: skip


def test_one_day_before_and_not_earlier(village: Village, closes: datetime) -> None:
    day = timedelta(days=1)
    assert on_the_card(village, closes - day - MINUTE) == ("new", None)
    assert lines(village, closes - day - MINUTE) == []
    assert on_the_card(village, closes - day) == ("new", "closes tomorrow at 16:30")
    assert on_the_card(village, closes - 10 * 60 * MINUTE) == ("new", "closes today at 16:30")
    assert on_the_card(village, closes) == ("new", None)
    assert lines(village, closes) == []


def test_counts_for_the_librarian(village: Village, closes: datetime) -> None:
    at = closes - timedelta(hours=20)
    assert lines(village, at) == ["We draw the village: 0 of 2 have handed in; closes tomorrow at 16:30."]
    hand_in(village, village.maria.child_id, at)
    assert lines(village, at) == ["We draw the village: 1 of 2 has handed in; closes tomorrow at 16:30."]
    assert lines(village, at, "ro") == ["Desenăm satul: a predat 1 din 2; se închide mâine, la 16:30."]
    assert lines(village, at) == lines(village, at), "asking again changes nothing"


def test_two_who_handed_in_together_are_two(village: Village, closes: datetime) -> None:
    at = closes - timedelta(hours=20)
    hand_in(village, village.maria.child_id, at, village.luca.child_id)
    assert lines(village, at) == [], "nobody is to be reminded"


def test_a_moved_closing_moves_its_reminder(village: Village, closes: datetime) -> None:
    at = closes - timedelta(hours=2)
    with village.database.write() as session:
        seasons.add_holiday(session, "zăpadă", date(2026, 11, 24), date(2026, 11, 29), at)
        club = session.get_one(Club, village.club_id)
        homework.open_due(session, club, [ENTRY], {ENTRY.id: "0" * 64}, at)
    assert on_the_card(village, at) == ("new", None)
    assert on_the_card(village, at + timedelta(days=7)) == ("new", "closes today at 16:30")


@pytest.mark.parametrize(
    ("closes_at", "hours"),
    [
        pytest.param(datetime(2026, 3, 29, 13, 30, tzinfo=UTC), 23, id="into-summer-time"),
        pytest.param(datetime(2026, 10, 25, 14, 30, tzinfo=UTC), 25, id="into-winter-time"),
        pytest.param(datetime(2026, 11, 26, 14, 30, tzinfo=UTC), 24, id="an-ordinary-day"),
    ],
)
def test_the_hour_on_the_wall_is_the_same(closes_at: datetime, hours: int) -> None:
    from_when = reminds_from(closes_at, "RO")
    assert closes_at - from_when == timedelta(hours=hours)
    assert reminders.closing(closes_at, from_when, "ro", "RO") == "se închide mâine, la 16:30"
    assert reminders.closing(closes_at, from_when - MINUTE, "ro", "RO") is None
