"""Clubs, children, adults: what is accepted, what is refused, and which Hub groups follow."""

from datetime import datetime

import pytest
from sqlalchemy import select

from codekids_hub import people
from codekids_hub.animals import ANIMALS
from codekids_hub.clubs import NewClub, add_club
from codekids_hub.levels import Level
from codekids_hub.people import Role
from codekids_hub.refusals import BadInput, Refusal
from codekids_hub.storage import Database
from codekids_hub.storage.tables import Adult, Audit, Child, Club
from hub.village import Village


@pytest.mark.parametrize("nickname", ["Maria", "Ștefan", "Luca2", "Ana-Maria", "Vlad07", "pisi_cuta"])
def test_nicknames(nickname: str) -> None:
    assert people.check_nickname(f"  {nickname} ") == nickname


@pytest.mark.parametrize(
    "nickname",
    [
        "",
        "M",
        "Maria Popescu",
        "0740123456",
        "maria@sat.ro",
        "Luca2014",
        "<b>Ana</b>",
        "x" * 25,
        "'; DROP TABLE",
        "12",
    ],
)
def test_what_could_be_a_real_person_is_no_nickname(nickname: str) -> None:
    with pytest.raises(people.NicknameRefused):
        people.check_nickname(nickname)


def test_a_pasted_list() -> None:
    assert people.parse_nicknames("Maria\n Luca ,Ana;\tVlad\r\n\n") == ["Maria", "Luca", "Ana", "Vlad"]


def test_children_get_different_animals_and_opaque_ids(village: Village, now: datetime) -> None:
    with village.database.read() as session:
        children = session.scalars(select(Child).where(Child.club_id == village.club_id)).all()
    assert len({child.animal for child in children}) == len(children) == 2
    assert all(child.id.isalnum() and len(child.id) == 12 and "maria" not in child.id for child in children)


def test_a_list_is_added_whole_or_not_at_all(village: Village, now: datetime) -> None:
    with pytest.raises(people.NicknameRefused), village.database.write() as session:
        club = session.get_one(Club, village.club_id)
        people.add_children(session, club, ["Vlad", "Maria Popescu"], Level.BEGINNERS, now)
    with village.database.read() as session:
        assert session.scalar(select(Child).where(Child.nickname == "Vlad")) is None


def test_a_nickname_stands_once_in_a_club(village: Village, now: datetime) -> None:
    with pytest.raises(people.NameTaken), village.database.write() as session:
        people.add_children(session, session.get_one(Club, village.club_id), ["MARIA"], Level.BEGINNERS, now)


def test_a_club_is_full_when_the_animals_are_gone(village: Village, now: datetime) -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    names = [f"copil{first}{second}" for first in letters for second in letters][: len(ANIMALS) - 1]
    with pytest.raises(people.ClubIsFull), village.database.write() as session:
        people.add_children(session, session.get_one(Club, village.club_id), names, Level.BEGINNERS, now)


@pytest.mark.parametrize(
    "changed",
    [{"code": "X"}, {"code": "Țară"}, {"hour": "25:00"}, {"country": "ro"}, {"day": 7}, {"library": " "}],
)
def test_a_club_with_a_bad_field(database: Database, now: datetime, changed: dict[str, object]) -> None:
    names = {"hour": "meeting_hour", "day": "meeting_day"}
    values = {"code": "ABC", "library": "B", "locality": "L", "county": "C"}
    new = NewClub(**(values | {names.get(name, name): value for name, value in changed.items()}))  # type: ignore[arg-type]
    with pytest.raises(people.BadValue) as refused, database.write() as session:
        add_club(session, new, now)
    assert next(iter(changed)) in str(refused.value)


def test_two_clubs_with_one_code(village: Village, now: datetime) -> None:
    new = NewClub(code="pietrari", library="B", locality="L", county="C")
    with pytest.raises(people.NameTaken), village.database.write() as session:
        add_club(session, new, now)


def test_groups_follow_from_duties(village: Village) -> None:
    with village.database.read() as session:
        assert people.hub_groups(session, village.maria.child_id) == ["children", f"club-{village.club_id}"]
        assert people.hub_groups(session, village.crina_id) == ["librarians", f"librarians-{village.club_id}"]
        assert people.hub_groups(session, village.andrei_id) == ["mentors", f"mentors-{village.club_id}"]
        assert people.hub_groups(session, "nobody") is None


def test_a_coordinator_lands_on_the_coordinators_home(village: Village, now: datetime) -> None:
    with village.database.write() as session:
        ioana = people.add_adult(session, "Ioana", "trei cuvinte lungi", now, coordinator=True)
        people.give_duty(session, ioana, session.get_one(Club, village.club_id), Role.MENTOR, now)
        session.flush()
        assert people.roles_of(session, ioana) == [Role.COORDINATOR, Role.MENTOR]


@pytest.mark.parametrize(
    ("name", "password"), [("crina", "trei cuvinte bune"), ("ă", "trei cuvinte"), ("ion", "scurt")]
)
def test_adults_that_are_refused(village: Village, now: datetime, name: str, password: str) -> None:
    with pytest.raises(Refusal), village.database.write() as session:
        people.add_adult(session, name, password, now)


def test_an_adult_is_librarian_or_mentor(village: Village, now: datetime) -> None:
    with pytest.raises(BadInput), village.database.write() as session:
        adult, club = session.get_one(Adult, village.crina_id), session.get_one(Club, village.club_id)
        people.give_duty(session, adult, club, Role.CHILD, now)


def test_what_is_done_to_people_is_noted_without_names(village: Village) -> None:
    with village.database.read() as session:
        rows = session.scalars(select(Audit)).all()
    assert {"add-club", "add-child", "deal-card", "give-librarian"} <= {row.action for row in rows}
    assert not any("Maria" in f"{row.actor} {row.action} {row.subject}" for row in rows)
