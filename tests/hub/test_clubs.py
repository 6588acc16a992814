"""Clubs are added and changed by a coordinator or the operator; what does not fit is refused, and nothing is lost."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from html import unescape

import pytest
from sqlalchemy import select

from codekids_hub import clubs, people
from codekids_hub.clubs import ClubDetails
from codekids_hub.invitations import invite
from codekids_hub.seasons import begin_season, club_windows
from codekids_hub.storage.tables import Audit, Club
from hub.village import Village
from hub.visiting import Browser

Visit = Callable[[str], Browser]
NEW = {
    "library": "Biblioteca  Șotrile ",
    "locality": "Șotrile",
    "county": "Prahova",
    "country": "RO",
    "language": "ro",
    "meeting_day": "2",
    "meeting_hour": "15:00",
}


def pietrari(village: Village) -> ClubDetails:
    with village.database.read() as session:
        return clubs.details_of(session.get_one(Club, village.club_id))


def test_a_code_is_made_of_the_place_and_stands_once(village: Village) -> None:
    with village.database.read() as session:
        assert clubs.free_code(session, "Șotrile de Sus nr. 2") == "SOTRILEDESUS"
        assert clubs.free_code(session, "Pietrari") == "PIETRARI2"
        assert clubs.free_code(session, "Ip") == "CLUBIP"
        assert clubs.free_code(session, "Кишинёв") == "CLUB"


def test_homework_follows_a_new_day(village: Village, now: datetime) -> None:
    with village.database.write() as session:
        begin_season(session, date(2026, 11, 9), now)
        club = session.get_one(Club, village.club_id)
        clubs.change_club(
            session, club, replace(clubs.details_of(club), meeting_day=4, meeting_hour="17:00"), now
        )
        opens = club_windows(session, club, now)[0].opens
    assert opens == datetime(2026, 11, 13, 15, 0, tzinfo=now.tzinfo)


@pytest.mark.parametrize(
    "changed",
    [
        {"library": " "},
        {"meeting_day": 7},
        {"meeting_hour": "25:00"},
        {"language": "fr"},
        {"county": "x" * 41},
    ],
)
def test_what_cannot_be_changes_nothing(village: Village, now: datetime, changed: dict[str, object]) -> None:
    before = pietrari(village)
    with pytest.raises(people.BadValue), village.database.write() as session:
        club = session.get_one(Club, village.club_id)
        clubs.change_club(session, club, replace(before, **changed), now)  # type: ignore[arg-type]
    assert pietrari(village) == before


def test_a_coordinator_adds_a_club_and_is_led_on_to_its_librarian(village: Village, visit: Visit) -> None:
    browser = visit("ioana")
    page = unescape(browser.post("/programme/clubs/new", NEW).text)
    assert "Its children type the code SOTRILE." in page and "Invite its librarian" in page
    assert "Biblioteca Șotrile" in browser.get("/programme/clubs?q=sotrile").text
    with village.database.read() as session:
        club = session.scalars(select(Club).where(Club.code == "SOTRILE")).one()
        assert (club.library, club.meeting_day, club.meeting_hour) == ("Biblioteca Șotrile", 2, "15:00")
        assert session.scalars(
            select(Audit.subject).where(Audit.action == "add-club", Audit.actor != people.OPERATOR)
        ).all() == [club.id]


@pytest.mark.parametrize(
    ("changed", "status", "words"),
    [
        ({"library": "  "}, 422, "Give the library"),
        ({"code": "a b"}, 422, "Give the library"),
        ({"meeting_hour": "4 pm"}, 422, "Give the library"),
        ({"code": "pietrari"}, 409, "taken"),
    ],
)
def test_a_form_that_does_not_fit_says_so_and_keeps_what_was_typed(
    village: Village, visit: Visit, changed: dict[str, str], status: int, words: str
) -> None:
    answer = visit("ioana").post("/programme/clubs/new", NEW | changed)
    assert answer.status_code == status
    assert words in answer.text and "Prahova" in answer.text
    with village.database.read() as session:
        assert len(session.scalars(select(Club)).all()) == 2


def test_a_change_is_kept_and_changed_back(village: Village, visit: Visit) -> None:
    browser, before = visit("ioana"), pietrari(village)
    address = f"/programme/clubs/{village.club_id}"
    assert "Biblioteca Pietrari" in browser.get(address).text
    kept = browser.post(address, NEW | {"library": "Biblioteca nouă"})
    assert kept.status_code == 200 and "Undo" in kept.text and "PIETRARI" in kept.text
    assert pietrari(village).library == "Biblioteca nouă"
    back = {name: str(value) for name, value in vars(before).items()}
    assert browser.post(address, back).status_code == 200
    assert pietrari(village) == before
    refused = browser.post(address, NEW | {"county": " "})
    assert refused.status_code == 422 and pietrari(village) == before
    for nobody in ("cnobody", "x" * 300):
        assert browser.get(f"/programme/clubs/{nobody}").status_code == 404
        assert browser.post(f"/programme/clubs/{nobody}", NEW).status_code == 404


def test_a_club_added_by_mistake_is_taken_out_and_added_again(village: Village, visit: Visit) -> None:
    browser = visit("ioana")
    browser.post("/programme/clubs/new", NEW)
    with village.database.write() as session:
        club_id = session.scalars(select(Club.id).where(Club.code == "SOTRILE")).one()
        invite(session, "librarian", session.get(Club, club_id), "aioana", datetime.now(UTC))
    address = f"/programme/clubs/{club_id}"
    assert "Take the club out" in browser.get(address).text
    page = unescape(browser.post(f"{address}/remove", {}).text)
    assert "Add it again" in page and 'value="SOTRILE"' in page and 'value="Șotrile"' in page
    assert browser.get(address).status_code == browser.post(f"{address}/remove", {}).status_code == 404
    with village.database.read() as session:
        actions = session.scalars(select(Audit.action).where(Audit.subject == club_id)).all()
    assert "remove-club" in actions
    assert "SOTRILE" in browser.post("/programme/clubs/new", NEW | {"code": "SOTRILE"}).text


def test_a_club_with_people_stays(village: Village, visit: Visit) -> None:
    browser, before = visit("ioana"), pietrari(village)
    address = f"/programme/clubs/{village.club_id}"
    assert "Take the club out" not in browser.get(address).text
    refused = browser.post(f"{address}/remove", {})
    assert refused.status_code == 409 and "so it stays" in refused.text
    assert pietrari(village) == before
    assert visit("crina").post(f"{address}/remove", {}).status_code == 403
