"""A child is erased: its word is found nowhere, not after a restore either; what others have stays theirs."""

import hashlib
import sqlite3
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import String, Text, func, select
from sqlalchemy.orm import Session

from codekids_grading import courses
from codekids_grading.store import Store
from codekids_hub import logins, sessions
from codekids_hub.logins import Device, Words
from codekids_hub.marking import Told, ToldTask
from codekids_hub.privacy import asking, remembered, retention
from codekids_hub.privacy.erasing import erase_again, erase_due
from codekids_hub.sessions import Opening
from codekids_hub.settings import Settings
from codekids_hub.storage import Database
from codekids_hub.storage import session_tables as met
from codekids_hub.storage.homework_tables import Assignment, Feedback, HandIn, Review, Worry
from codekids_hub.storage.privacy_tables import Erasure
from codekids_hub.storage.tables import Audit, Card, Child, Club, Event, LoginEnd, Pair, Progress, Table
from hub.village import PEPPER, Village

WORD = "Zgrumbulache"
HERE = Device("laptop", "10.0.0.7")
NAMES_STAY_IN = {"audit", "erasures", "login_ends"}
"""Tables that keep the random identifier: what was done, and that the child is to stay erased."""


@pytest.fixture
def settings(village: Village, tmp_path: Path) -> Settings:
    """An installation on the village's database."""
    data = tmp_path / "data"
    data.mkdir()
    return Settings(data=data)


def hand_in(child_id: str, digest: str, club_id: str, now: datetime, partner_id: str | None = None) -> HandIn:
    """A marked hand-in."""
    return HandIn(
        club_id=club_id,
        assignment="ps1",
        child_id=child_id,
        partner_id=partner_id,
        key=hashlib.sha256(f"{child_id}{partner_id}".encode()).hexdigest(),
        digest=digest,
        size=1,
        notebooks=("homework",),
        received_at=now,
        late=False,
        state="marked",
        tries=1,
        free_at=None,
        marked_at=now,
        points=1.0,
        max_points=1.0,
        marking=Told(True, ()).as_json(),
        asked_at=None,
    )


def fill(village: Village, settings: Settings, now: datetime) -> dict[str, str]:
    """Maria's word wherever a child can leave one; the digests of what lies in the store."""
    store, maria, luca = Store(settings.store), village.maria.child_id, village.luca.child_id
    digests = {
        "hers": store.put(f"{WORD} alone".encode()),
        "same": store.put(b"the same bytes as Luca"),
        "two": store.put(b"of two"),
        "page": store.put(f"<p>{WORD}</p>".encode()),
        "picture": store.put(f"<svg>{WORD}</svg>".encode()),
        "given": store.put(b"as it was given"),
    }
    with village.database.write() as session:
        session.get_one(Child, maria).nickname = WORD
        session.get_one(Child, maria).last_seen_at = now
        session.add(
            Assignment(
                club_id=village.club_id,
                name="ps1",
                digest=digests["given"],
                released_at=now,
                closes_at=None,
                released_by="a",
            )
        )
        mine = hand_in(maria, digests["hers"], village.club_id, now)
        mine.marking = Told(True, (ToldTask("make", 1.0, 1.0, source=WORD),)).as_json()
        session.add(mine)
        session.add(hand_in(luca, digests["same"], village.club_id, now))
        two = hand_in(maria, digests["two"], village.club_id, now, partner_id=luca)
        session.add(two)
        session.flush()
        session.add(Feedback(hand_in_id=mine.id, notebook="homework", digest=digests["page"], at=now))
        session.add(
            Review(
                hand_in_id=mine.id,
                task="make",
                fold="f",
                mentor_id=village.andrei_id,
                decision="again",
                comment=f"Bravo, {WORD}",
                points=None,
                from_review=None,
                at=now,
                recorded_at=None,
            )
        )
        session.add(
            Worry(
                hand_in_id=mine.id, task="make", mentor_id=village.andrei_id, note=WORD, at=now, seen_at=None
            )
        )
        session.add(Pair(child_id=luca, partner_id=maria, since=now))
        session.add(Progress(child_id=maria, set_id=WORD, challenge_id="c", tasks_done=WORD, touched_at=now))
        event = {"at": now, "received_at": now, "kind": "ran", "set_id": "s", "challenge_id": "c"}
        session.add(Event(id="e" * 32, child_id=maria, task=WORD, status=None, mistake=None, **event))
        _meet(session, village, digests["picture"], now)
    home = settings.homes / maria
    home.mkdir(parents=True)
    (home / "work.ipynb").write_text(WORD)
    (settings.data / "hub.log").write_text(f"before {maria} after\n")
    return digests


def _meet(session: Session, village: Village, picture: str, now: datetime) -> None:
    maria = village.maria.child_id
    club = session.get_one(Club, village.club_id)
    row = sessions.start(session, club, Opening(question="De ce?"), village.crina_id, now, pepper=PEPPER)
    group = met.GroupRow(id="g1", session_id=row.id, sign="owl", mediator_id=maria, formed_at=now)
    session.add(group)
    session.flush()
    said = {"session_id": row.id, "child_id": maria}
    finding = met.Finding(**said, group_id="g1", sentence=WORD, picture=picture, picture_words=WORD, at=now)
    session.add_all(
        [
            met.Membership(**said, group_id="g1", since=now, until=None),
            met.Presence(**said, first_at=now, last_at=now, hand_up_at=now),
            met.FirstGuess(**said, words=WORD, at=now, hidden_at=None),
            met.Picture(**said, digest=picture, kind="image/svg+xml", words=WORD, at=now),
            met.Wonder(**said, words=WORD, at=now, hidden_at=None),
            met.Sign(child_id=maria, seen_at=now, failed_in_a_row=0, mistake=WORD, mistake_in_a_row=0),
            finding,
        ]
    )
    session.flush()
    row.shown_finding = finding.id


def found_in_tables(database: Database, word: str) -> set[str]:
    """The tables and columns that hold a word."""
    found = set()
    with database.read() as session:
        for table in Table.metadata.tables.values():
            for column in table.columns:
                if isinstance(column.type, String | Text) or "Names" in type(column.type).__name__:
                    for value in session.scalars(select(column)):
                        if word in str(value):
                            found.add(f"{table.name}.{column.name}")
    return found


def found_in_files(folder: Path, word: str) -> list[Path]:
    """The files that hold a word, in their name or their bytes."""
    return [
        path
        for path in folder.rglob("*")
        if word in path.name or (path.is_file() and word.encode() in path.read_bytes())
    ]


def erase_maria(village: Village, settings: Settings, now: datetime) -> None:
    """Ask, and let seven days go by."""
    with village.database.write() as session:
        asking.ask(session, session.get_one(Child, village.maria.child_id), now, village.crina_id)
    assert erase_due(village.database, settings, now + timedelta(days=6, hours=23)) == 0
    assert erase_due(village.database, settings, now + timedelta(days=7)) == 1


def test_the_word_is_nowhere(village: Village, settings: Settings, tmp_path: Path, now: datetime) -> None:
    digests = fill(village, settings, now)
    assert len(found_in_tables(village.database, WORD)) >= 12 and len(found_in_files(tmp_path, WORD)) >= 4
    erase_maria(village, settings, now)
    assert found_in_tables(village.database, WORD) == set()
    kept = {place.split(".")[0] for place in found_in_tables(village.database, village.maria.child_id)}
    assert kept <= NAMES_STAY_IN
    village.database.dispose()
    assert found_in_files(tmp_path, WORD) == []
    assert village.maria.child_id not in (settings.data / "hub.log").read_text()
    store = Store(settings.store)
    assert {name for name, digest in digests.items() if store.holds(digest)} == {"same", "two", "given"}
    with village.database.read() as session:
        assert session.get(LoginEnd, village.maria.child_id) is not None, "the Hub is told"
        owners = session.execute(select(HandIn.child_id, HandIn.partner_id)).all()
        assert {tuple(each) for each in owners} == {(village.luca.child_id, None)}
        assert session.scalar(select(func.count()).select_from(Card)) == 2


def test_every_table_about_a_child_was_filled_or_is_named(
    village: Village, settings: Settings, now: datetime
) -> None:
    fill(village, settings, now)
    about = {place.split(".")[0] for place in found_in_tables(village.database, village.maria.child_id)}
    with_children = {
        table.name
        for table in Table.metadata.tables.values()
        if {"child_id", "partner_id", "mediator_id"} & set(table.columns.keys())
    }
    assert with_children - about <= NAMES_STAY_IN | {"hand_overs"}, "fill() has to fill new tables, too"


def test_a_restored_copy_brings_nobody_back(
    village: Village, settings: Settings, tmp_path: Path, now: datetime
) -> None:
    fill(village, settings, now)
    erase_maria(village, settings, now)
    maria = village.maria.child_id
    with village.database.write() as session:  # as yesterday's copy had it
        session.delete(session.get_one(Erasure, maria))
        animal = village.maria.animal
        old = Child(id=maria, club_id=village.club_id, nickname=WORD, animal=animal, level="beginners")
        old.created_at = now
        session.add(old)
        session.flush()
        session.add(Progress(child_id=maria, set_id=WORD, challenge_id="c", tasks_done="", touched_at=now))
    (settings.homes / maria).mkdir(parents=True)
    (settings.homes / maria / "work.ipynb").write_text(WORD)
    assert erase_again(village.database, settings, now) == 1
    assert found_in_tables(village.database, WORD) == set()
    assert found_in_files(settings.data, WORD) == []
    assert erase_again(village.database, settings, now) == 0
    with village.database.read() as session:
        assert session.get_one(Erasure, maria).done_at is not None


def test_undone_within_seven_days_nothing_is_lost(
    village: Village, settings: Settings, now: datetime
) -> None:
    fill(village, settings, now)
    card = Words("PIETRARI", village.maria.animal, *village.maria.words)
    with village.database.write() as session:
        asking.ask(session, session.get_one(Child, village.maria.child_id), now)
    with pytest.raises(asking.IsBeingErased):
        logins.log_in(village.database, PEPPER, card, HERE, now)
    with village.database.write() as session:
        asking.undo(session, session.get_one(Child, village.maria.child_id), now)
    assert erase_due(village.database, settings, now + timedelta(days=8)) == 0
    assert logins.log_in(village.database, PEPPER, card, HERE, now) == village.maria.child_id
    assert (settings.homes / village.maria.child_id / "work.ipynb").read_text() == WORD


def test_while_a_hand_in_is_marked_erasing_waits(village: Village, settings: Settings, now: datetime) -> None:
    maria, later = village.maria.child_id, now + timedelta(days=8)
    with village.database.write() as session:
        row = hand_in(maria, Store(settings.store).put(b"x"), village.club_id, now)
        row.state, row.free_at = "accepted", later + timedelta(seconds=30)
        session.add(row)
        asking.ask(session, session.get_one(Child, maria), now)
    assert erase_due(village.database, settings, later) == 0
    assert erase_due(village.database, settings, later + timedelta(minutes=1)) == 1


def test_out_of_the_gradebook(village: Village, settings: Settings, now: datetime) -> None:
    maria = village.maria.child_id
    course = courses.make_course(settings.courses / "pietrari", "pietrari")
    (course.folder / "gradebook.db").write_bytes(courses._empty_gradebook())
    with course.gradebook() as book:
        student: Any = book.add_student(maria)
        student.last_name = WORD
        book.db.commit()
        book.add_student(village.luca.child_id)
    for step in ("submitted", "autograded", "feedback"):
        folder = course.folder / step / maria / "ps1"
        folder.mkdir(parents=True)
        (folder / "homework.ipynb").write_text(WORD)
    erase_maria(village, settings, now)
    with sqlite3.connect(course.folder / "gradebook.db") as connection:
        assert connection.execute("SELECT id FROM student").fetchall() == [(village.luca.child_id,)]
    assert found_in_files(settings.data, WORD) == [] and found_in_files(course.folder, maria) == []


def test_a_year_of_silence(village: Village, settings: Settings, now: datetime) -> None:
    ids = (village.maria.child_id, village.luca.child_id, village.ana.child_id)
    month, eleven = timedelta(days=30), now + timedelta(days=335)
    with village.database.write() as session:
        assert retention.ask_about_silent(session, eleven - timedelta(seconds=1)) == 0
        assert retention.ask_about_silent(session, eleven) == 3
        assert retention.ask_about_silent(session, eleven) == 0, "once"
        asking.undo(session, session.get_one(Child, ids[1]), eleven)
    card = Words("CIMISLIA", village.ana.animal, *village.ana.words)
    logins.log_in(village.database, PEPPER, card, HERE, eleven)
    assert erase_due(village.database, settings, eleven + month - timedelta(seconds=1)) == 0
    assert erase_due(village.database, settings, eleven + month) == 1
    with village.database.write() as session:
        assert [session.get(Child, each) is not None for each in ids] == [False, True, True]
        assert retention.ask_about_silent(session, eleven + timedelta(days=334)) == 0
        assert retention.ask_about_silent(session, eleven + timedelta(days=336)) == 2, "both again"


def test_a_torn_line_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "erased.jsonl"
    one = remembered.Remembered(
        "c1", "b1", "2026-11-19T16:30:00+00:00", "a1", "asked", "2026-11-26T16:30:00+00:00"
    )
    file.write_text('{"child_id": "c0", "clu')
    remembered.remember(file, one)
    assert remembered.read(file) == {"c1": one}


def test_the_audit_log_is_only_added_to(village: Village) -> None:
    with village.database.read() as session:
        before = session.scalar(select(func.count()).select_from(Audit))
    for statement in ("UPDATE audit SET actor = 'nobody'", "DELETE FROM audit"):
        with pytest.raises(Exception, match="only added to"), village.database.engine.begin() as connection:
            connection.exec_driver_sql(statement)
    with village.database.read() as session:
        assert session.scalar(select(func.count()).select_from(Audit)) == before
