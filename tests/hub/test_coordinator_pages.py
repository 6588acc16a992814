"""The coordinator's rooms, served by the real application: clubs in counts, the season, the question bank."""

import csv
import io
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from codekids_hub import people, preparing, programme, seasons
from codekids_hub.club.parts import Parts
from codekids_hub.clubs import NewClub, add_club
from codekids_hub.levels import Level
from codekids_hub.programme import together
from codekids_hub.storage.homework_tables import HolidayRow
from codekids_hub.storage.session_tables import BankQuestion
from codekids_hub.storage.tables import Audit, Club, Progress
from hub.village import Village
from hub.visiting import Browser

Visit = Callable[[str], Browser]
NOW = datetime.now(UTC)
PAGES = [
    *("/programme/clubs", "/programme/clubs.csv", "/programme/season", "/programme/questions"),
    *("/programme/content", "/programme/reports", "/programme/clubs/new"),
]
FORMS = [
    "/programme/clubs/new",
    "/programme/clubs/any",
    "/programme/season",
    "/programme/season/remove",
    "/programme/season/holidays",
    "/programme/season/holidays/remove",
    "/programme/questions",
    "/programme/questions/1",
    "/programme/questions/1/retire",
    "/programme/questions/1/back",
]
CLUB = {"library": "B", "locality": "L", "county": "C", "country": "RO", "language": "ro"}
MEETING = {"meeting_day": "3", "meeting_hour": "16:30"}
EVERY_FIELD = {"name": "Vacanța", "first": "2036-12-20", "last": "2037-01-08", "ro": "De ce?", "en": "Why?"}
EVERY_FIELD |= CLUB | MEETING
QUESTION = {"ro": "Unde dorm vântul și norii?", "en": "Where do wind and clouds sleep?"}


def worked(parts: Parts, child_id: str, at: datetime) -> None:
    """A child did something in a notebook."""
    with parts.database.write() as session:
        session.add(
            Progress(child_id=child_id, set_id="a-set", challenge_id="a", tasks_done="", touched_at=at)
        )


@pytest.mark.parametrize("path", PAGES)
def test_only_a_coordinator_comes_in(village: Village, visit: Visit, path: str) -> None:
    assert visit("ioana").get(path).status_code == 200
    assert [visit(who).get(path).status_code for who in ("crina", "andrei", village.maria.child_id, "")] == [
        403,
        403,
        403,
        401,
    ]


@pytest.mark.parametrize("path", FORMS)
def test_only_a_coordinator_sends_forms_and_only_from_the_page(
    village: Village, visit: Visit, path: str
) -> None:
    for who, status in (("crina", 403), ("andrei", 403), (village.maria.child_id, 403), ("", 401)):
        assert visit(who).post(path, EVERY_FIELD).status_code == status, who
    assert visit("ioana").send(path, EVERY_FIELD).status_code == 403
    with village.database.read() as session:
        assert (
            not session.scalars(select(HolidayRow)).all() and not session.scalars(select(BankQuestion)).all()
        )


def test_the_list_shows_clubs_and_never_a_child(village: Village, parts: Parts, visit: Visit) -> None:
    worked(parts, village.maria.child_id, NOW - timedelta(days=2))
    text = visit("ioana").get("/programme/clubs").text
    assert "Pietrari" in text and "Cimișlia" in text and "&lt;5" in text
    assert "Maria" not in text and village.maria.child_id not in text
    assert "no librarian" in text  # at Cimișlia


def test_search_filter_and_county_narrow_the_list(village: Village, parts: Parts, visit: Visit) -> None:
    worked(parts, village.maria.child_id, NOW - timedelta(days=2))
    browser = visit("ioana")
    for query, there, gone in (
        ("q=pietrari", "PIETRARI", "CIMISLIA"),
        ("county=Cimi%C8%99lia", "CIMISLIA", "PIETRARI"),
        ("only=met", "PIETRARI", "CIMISLIA"),
        ("only=help", "CIMISLIA", "PIETRARI"),
    ):
        text = browser.get(f"/programme/clubs?{query}").text
        assert there in text and gone not in text, query
    assert "No club is like that" in browser.get("/programme/clubs?q=nowhere").text
    assert browser.get("/programme/clubs?only=children").status_code == 422


def test_a_club_is_quiet_after_three_weeks_without_life(village: Village, parts: Parts) -> None:
    worked(parts, village.maria.child_id, NOW)
    for later, expected in ((timedelta(days=21), ()), (timedelta(days=21, hours=1), ("quiet",))):
        with parts.database.read() as session:
            lines = {line.club.code: line for line in programme.lines(session, NOW + later)}
        assert lines["PIETRARI"].reasons == expected
        assert not lines["PIETRARI"].met


def test_many_clubs_come_in_pages(village: Village, parts: Parts, visit: Visit) -> None:
    with parts.database.write() as session:
        for number in range(60):
            add_club(
                session, NewClub(code=f"SAT{number:02}", library="Sat", locality="Satul", county="Argeș"), NOW
            )
    browser = visit("ioana")
    first, second = (browser.get(f"/programme/clubs?page={page}").text for page in (1, 2))
    assert "Page 1 of 2" in first and "Page 2 of 2" in second
    assert first.count('class="code"') == programme.PAGE and second.count('class="code"') == 12
    assert browser.get("/programme/clubs?page=99").text.count('class="code"') == 12


def test_the_spreadsheet_hides_what_the_page_hides(village: Village, parts: Parts, visit: Visit) -> None:
    with parts.database.write() as session:
        session.get_one(Club, village.other_club_id).library = "=HYPERLINK(1)"
        club = session.get_one(Club, village.club_id)
        people.add_children(session, club, ["Dan", "Eva", "Ion", "Oana"], Level.BEGINNERS, NOW)
    answer = visit("ioana").get("/programme/clubs.csv")
    assert (
        answer.headers["content-type"].startswith("text/csv")
        and "no-store" in answer.headers["cache-control"]
    )
    rows = {row["code"]: row for row in csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")))}
    assert rows["PIETRARI"]["children"] == "6" and rows["CIMISLIA"]["children"] == "<5"
    assert rows["CIMISLIA"]["library"] == "'=HYPERLINK(1)"
    narrowed = visit("ioana").get("/programme/clubs.csv?q=pietrari").text
    assert "PIETRARI" in narrowed and "CIMISLIA" not in narrowed


def test_a_hidden_count_is_not_found_by_subtraction() -> None:
    assert [together([12, hidden]) for hidden in (1, 2, 3, 4)] == ["12+"] * 4
    assert together([12, 0]) == 12
    assert [together([hidden]) for hidden in (1, 4)] == ["<5"] * 2


def test_a_holiday_is_entered_taken_out_and_put_back(visit: Visit, village: Village) -> None:
    browser = visit("ioana")
    holiday = {"name": "Vacanța de iarnă", "first": "2036-12-20", "last": "2037-01-08", "country": "RO"}
    text = browser.post("/programme/season/holidays", holiday).text
    assert "Vacanța de iarnă" in text and "20 December 2036" in text and "8 January 2037" in text
    gone = browser.post("/programme/season/holidays/remove", {"first": "2036-12-20", "country": "RO"}).text
    assert "is no holiday any more" in gone
    for name, value in holiday.items():
        assert f'name="{name}" value="{value}"' in gone  # the undo
    with village.database.read() as session:
        assert seasons.all_holidays(session, date(2036, 1, 1)) == []
        actions = session.scalars(select(Audit.action).where(Audit.action.like("%holiday"))).all()
    assert actions == ["add-holiday", "remove-holiday"]


def test_a_holiday_that_is_none_is_refused(visit: Visit, village: Village) -> None:
    good = {"name": "Paște", "first": "2036-04-20", "last": "2036-04-22", "country": ""}
    for change in ({"last": "2036-04-19"}, {"name": "  "}, {"name": "x" * 81}, {"country": "XX"}):
        answer = visit("ioana").post("/programme/season/holidays", good | change)
        assert answer.status_code == 422 and 'role="alert"' in answer.text
    with village.database.read() as session:
        assert session.scalars(select(HolidayRow)).all() == []


def test_a_season_can_be_taken_back_until_it_begins(visit: Visit, village: Village) -> None:
    browser = visit("ioana")
    past, future = ((NOW + timedelta(days=days)).date() for days in (-30, 30))
    for first in (past, future):
        browser.post("/programme/season", {"first": first.isoformat()})
    assert browser.post("/programme/season/remove", {"first": past.isoformat()}).status_code == 409
    assert browser.post("/programme/season/remove", {"first": future.isoformat()}).status_code == 200
    with village.database.read() as session:
        assert seasons.all_seasons(session) == [past]


def test_a_question_of_the_bank_reaches_librarians_until_it_is_retired(
    visit: Visit, village: Village
) -> None:
    browser = visit("ioana")
    assert QUESTION["en"] in browser.post("/programme/questions", QUESTION).text
    prepare = f"/clubs/{village.club_id}/prepare"
    assert QUESTION["ro"] in visit("crina").get(prepare).text
    browser.post("/programme/questions/1", QUESTION | {"ro": "Unde doarme vântul?"})
    assert "Unde doarme vântul?" in visit("crina").get(prepare).text
    browser.post("/programme/questions/1/retire")
    assert "Unde doarme vântul?" not in visit("crina").get(prepare).text
    browser.post("/programme/questions/1/back")
    with village.database.read() as session:
        assert [each.ro for each in preparing.bank(session)] == ["Unde doarme vântul?"]


def test_a_question_needs_both_languages(visit: Visit, village: Village) -> None:
    browser = visit("ioana")
    for change in ({"ro": " "}, {"en": ""}, {"en": "w" * 241}):
        answer = browser.post("/programme/questions", QUESTION | change)
        assert answer.status_code == 422 and "both languages" in answer.text
    assert browser.post("/programme/questions/7/retire").status_code == 404
    with village.database.read() as session:
        assert preparing.bank(session) == []


def test_home_leads_to_the_clubs_that_need_help(visit: Visit) -> None:
    text = visit("ioana").get("/").text
    assert "programme/clubs?only=help" in text and "In need of help" in text
