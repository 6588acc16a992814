"""The wall as a page gets it: who shares a tile, what stands on it, what never does, and what it costs to look."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event

from codekids_exercises.catalogue import Catalogue
from codekids_hub import board, findings, groups, people, presence, progress, sessions, wall_view
from codekids_hub.clubs import NewClub, add_club
from codekids_hub.levels import Level
from codekids_hub.progress import Told
from codekids_hub.sessions import Opening
from codekids_hub.storage import Database
from codekids_hub.storage.session_tables import SessionRow
from codekids_hub.storage.tables import Child, Club, Pair

NICKNAMES = ["Maria", "Luca", "Daria", "Vlad", "Sofia"]
NEW = NewClub(code="VALEA", library="Biblioteca Valea", locality="Valea", county="Vâlcea")


class Room:
    """A club of children in a session that is in its investigation; all of them are there."""

    def __init__(self, database: Database, nicknames: list[str], now: datetime) -> None:
        self.database, self.now = database, now
        with database.write() as session:
            club = add_club(session, NEW, now)
            session.flush()
            children = people.add_children(session, club, nicknames, Level.BEGINNERS, now)
            self.ids = {child.nickname: child.id for child in children}
            row = sessions.start(session, club, Opening(question="De ce?"), "crina", now, pepper="p")
            for child in children:
                presence.seen(session, child, now)
            sessions.next_phase(session, row, "crina", now)
            self.session_id, self.club_id = row.id, club.id

    @contextmanager
    def writing(self) -> Iterator[tuple[Any, SessionRow, dict[str, Child]]]:
        with self.database.write() as session:
            children = {name: session.get_one(Child, child_id) for name, child_id in self.ids.items()}
            yield session, session.get_one(SessionRow, self.session_id), children

    def page(self, after: timedelta = timedelta(), language: str = "ro") -> dict[str, Any]:
        with self.database.read() as session:
            row = session.get_one(SessionRow, self.session_id)
            club = session.get_one(Club, self.club_id)
            return wall_view.wall_page(session, row, club, Catalogue(()), language, self.now + after)

    def names(self) -> list[list[str]]:
        return [[each["nickname"] for each in tile["members"]] for tile in self.page()["tiles"]]


@pytest.fixture
def room(database: Database, now: datetime) -> Room:
    return Room(database, NICKNAMES, now)


def test_a_group_has_a_tile_and_so_has_each_child_alone(room: Room) -> None:
    with room.writing() as (session, row, children):
        group = groups.form(session, row, children["Daria"], room.now)
        groups.join(session, row, children["Vlad"], group, room.now)
    assert sorted(room.names()[0]) == ["Daria", "Vlad"], "groups come first"
    assert sorted(map(str, room.names()[1:])) == ["['Luca']", "['Maria']", "['Sofia']"]


@pytest.mark.parametrize("both_ways", [False, True])
def test_two_on_one_device_have_one_tile(room: Room, both_ways: bool) -> None:
    with room.writing() as (session, _, _children):
        session.add(Pair(child_id=room.ids["Luca"], partner_id=room.ids["Maria"], since=room.now))
        if both_ways:
            session.add(Pair(child_id=room.ids["Maria"], partner_id=room.ids["Luca"], since=room.now))
    tiles = sorted(sorted(each) for each in room.names())
    assert tiles == [["Daria"], ["Luca", "Maria"], ["Sofia"], ["Vlad"]]


def test_a_hand_stands_on_the_tile_with_its_time_and_its_child(room: Room) -> None:
    with room.writing() as (session, row, children):
        group = groups.form(session, row, children["Luca"], room.now)
        groups.join(session, row, children["Maria"], group, room.now)
        presence.raise_hand(session, row, children["Maria"], room.now)
    page = room.page(timedelta(minutes=2))
    tile = page["tiles"][0]
    assert (tile["look"], tile["about"], tile["for"]) == ("hand", "Maria", "2 min.")
    assert [each["hand"] for each in tile["members"] if each["nickname"] == "Maria"] == [True]
    assert page["summary"][0]["name"] == "Mână ridicată"
    assert room.page(language="en")["summary"][0]["name"] == "Hand up"


def test_no_code_and_no_score_reaches_the_wall(room: Room) -> None:
    with room.writing() as (session, row, children):
        for number in range(3):
            told = Told(
                id=f"{number:032x}",
                at=room.now,
                kind="checked",
                set_id="secret-set",
                challenge_id="secret-challenge",
                task="secret-task",
                status="try_again",
                mistake="secret-mistake",
            )
            progress.receive(session, children["Maria"], [told], room.now)
        board.guess(session, row, children["Luca"], "Cred că da", room.now)
        findings.put(session, row, children["Luca"], "Am găsit ceva", None, room.now)
    page = room.page()
    assert "secret" not in repr(page["tiles"])
    assert next(t for t in page["tiles"] if t["about"] == "Maria")["look"] == "stuck"
    assert [each["sentence"] for each in page["findings"]] == ["Am găsit ceva"]
    assert [each["words"] for each in page["notes"]] == ["Cred că da"]


def test_the_report_names_who_found_something_alone(room: Room) -> None:
    with room.writing() as (session, row, children):
        findings.put(session, row, children["Luca"], "Am găsit ceva", None, room.now)
        club = session.get_one(Club, room.club_id)
        (found,) = wall_view.report_page(session, row, club, "ro", room.now)["alone"]
    assert (found["name"], found["sentence"]) == ("Luca", "Am găsit ceva")


def test_who_has_not_come_yet_is_named(room: Room) -> None:
    with room.writing() as (session, _, _children):
        club = session.get_one(Club, room.club_id)
        people.add_children(session, club, ["Ionuț"], Level.ADVANCED, room.now)
    assert [each["nickname"] for each in room.page()["missing"]] == ["Ionuț"]


def test_looking_at_thirty_children_asks_hardly_more_than_at_five(
    room: Room, database: Database, now: datetime
) -> None:
    def asked(looked_at: Room) -> int:
        statements: list[str] = []

        def count(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
            statements.append(statement)

        event.listen(database.engine, "before_cursor_execute", count)
        looked_at.page()
        event.remove(database.engine, "before_cursor_execute", count)
        return len(statements)

    few = asked(room)
    with database.write() as session:
        club = session.get_one(Club, room.club_id)
        letters = "abcdefghijklmnopqrstuvwxy"
        for child in people.add_children(
            session, club, [f"Copil{each}" for each in letters], Level.BEGINNERS, now
        ):
            presence.seen(session, child, now)
    assert asked(room) <= few + 5
