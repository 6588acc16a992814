"""A session: begun once, moved by its librarian, undone, forgotten; who is there, and whose hand is up."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_hub import phases, sessions
from codekids_hub.phases import Phase
from codekids_hub.refusals import NotFound
from codekids_hub.sessions import Opening
from codekids_hub.storage.session_tables import Presence, SessionRow
from codekids_hub.storage.tables import Audit, Child, Club, Pair
from hub.village import Village

PEPPER = "ab" * 32
WINTERS = Opening(question="Were winters harder when grandfather was little?")
MINUTE = timedelta(minutes=1)


@pytest.fixture
def session(village: Village) -> Iterator[Session]:
    with village.database.write() as made:
        yield made


def begin(session: Session, village: Village, now: datetime, opening: Opening = WINTERS) -> SessionRow:
    club = session.get_one(Club, village.club_id)
    return sessions.start(session, club, opening, village.crina_id, now, pepper=PEPPER)


def test_a_session_begins_with_its_question(session: Session, village: Village, now: datetime) -> None:
    row = begin(session, village, now)
    assert (row.phase, row.phase_minutes, row.question) == ("question", 5, WINTERS.question)
    assert sessions.running(session, village.club_id) is row
    assert sessions.running(session, village.other_club_id) is None


def test_one_session_of_a_club_at_a_time(session: Session, village: Village, now: datetime) -> None:
    first = begin(session, village, now)
    with pytest.raises(sessions.SessionRuns):
        begin(session, village, now)
    sessions.end(session, first, village.crina_id, now + MINUTE)
    assert begin(session, village, now + 2 * MINUTE).id != first.id


@pytest.mark.parametrize("question", ["", "   ", "?" * 241])
def test_a_session_needs_a_question(session: Session, village: Village, now: datetime, question: str) -> None:
    with pytest.raises(sessions.QuestionNeeded):
        begin(session, village, now, Opening(question=question))


def test_the_phases_go_on_by_her_hand_alone(session: Session, village: Village, now: datetime) -> None:
    row = begin(session, village, now)
    late = now + 3 * timedelta(hours=1)
    assert sessions.clock(row).over(late) and row.phase == "question"
    reached = []
    for _ in range(3):
        sessions.next_phase(session, row, village.crina_id, late)
        reached.append(row.phase)
    assert reached == ["investigation", "review", "ended"]
    assert row.ended_at == late and sessions.running(session, village.club_id) is None


def test_a_second_tap_on_the_same_button_changes_nothing(
    session: Session, village: Village, now: datetime
) -> None:
    row = begin(session, village, now)
    for _ in range(2):
        sessions.next_phase(session, row, village.crina_id, now, seen="question")
    assert row.phase == "investigation"


def test_back_gives_the_clock_as_it_was(session: Session, village: Village, now: datetime) -> None:
    row = begin(session, village, now)
    sessions.stretch(session, row, 5, village.crina_id, now)
    sessions.next_phase(session, row, village.crina_id, now + MINUTE)
    sessions.back(session, row, village.crina_id, now + 2 * MINUTE)
    assert (row.phase, row.phase_since, row.phase_minutes) == ("question", now, 10)


def test_back_again_gives_the_phase_before_a_clock_of_its_own(
    session: Session, village: Village, now: datetime
) -> None:
    row = begin(session, village, now)
    for _ in range(2):
        sessions.next_phase(session, row, village.crina_id, now)
    for _ in range(2):
        sessions.back(session, row, village.crina_id, now + MINUTE)
    assert (row.phase, row.phase_since, row.phase_minutes) == ("question", now + MINUTE, 5)
    sessions.back(session, row, village.crina_id, now + MINUTE)
    assert row.phase == "question", "there is nothing before it"


def test_an_end_by_mistake_is_undone(session: Session, village: Village, now: datetime) -> None:
    row = begin(session, village, now)
    sessions.next_phase(session, row, village.crina_id, now)
    sessions.end(session, row, village.crina_id, now + MINUTE)
    sessions.back(session, row, village.crina_id, now + 2 * MINUTE)
    assert sessions.running(session, village.club_id) is row
    assert (row.phase, row.phase_since) == ("investigation", now)


def test_an_end_of_long_ago_is_not_undone(session: Session, village: Village, now: datetime) -> None:
    row = begin(session, village, now)
    sessions.end(session, row, village.crina_id, now)
    with pytest.raises(sessions.NoSession):
        sessions.back(session, row, village.crina_id, now + phases.END_UNDONE_WITHIN)


def test_an_end_is_not_undone_under_the_next_session(
    session: Session, village: Village, now: datetime
) -> None:
    row = begin(session, village, now)
    sessions.end(session, row, village.crina_id, now)
    begin(session, village, now + MINUTE)
    with pytest.raises(sessions.SessionRuns):
        sessions.back(session, row, village.crina_id, now + 2 * MINUTE)


def test_a_forgotten_session_ends_and_does_not_stand_in_the_way(
    session: Session, village: Village, now: datetime
) -> None:
    forgotten = begin(session, village, now)
    assert sessions.end_forgotten(session, now + 5 * timedelta(hours=1)) == 0
    next_week = begin(session, village, now + timedelta(days=7))
    assert forgotten.phase == Phase.ENDED and sessions.running(session, village.club_id) is next_week


def test_every_change_that_a_screen_shows_is_counted(
    session: Session, village: Village, now: datetime
) -> None:
    row = begin(session, village, now)
    maria = session.get_one(Child, village.maria.child_id)
    versions = [row.version]
    acts: list[Callable[[], None]] = [
        lambda: sessions.seen(session, maria, now),
        lambda: sessions.raise_hand(session, row, maria, now),
        lambda: sessions.lower_hand(session, row, maria.id),
        lambda: sessions.stretch(session, row, 5, village.crina_id, now),
        lambda: sessions.next_phase(session, row, village.crina_id, now),
        lambda: sessions.back(session, row, village.crina_id, now),
        lambda: sessions.end(session, row, village.crina_id, now),
    ]
    for act in acts:
        act()
        versions.append(row.version)
    assert versions == sorted(set(versions))


def test_what_she_did_is_in_the_log(session: Session, village: Village, now: datetime) -> None:
    row = begin(session, village, now)
    sessions.next_phase(session, row, village.crina_id, now)
    session.flush()
    actions = session.scalars(
        select(Audit.action).where(Audit.subject == row.id, Audit.actor == village.crina_id)
    )
    assert list(actions) == ["start-session", "phase-investigation"]


def test_a_sign_of_life_is_presence_for_both_of_a_pair(
    session: Session, village: Village, now: datetime
) -> None:
    row = begin(session, village, now)
    session.add(Pair(child_id=village.maria.child_id, partner_id=village.luca.child_id, since=now))
    sessions.seen(session, session.get_one(Child, village.maria.child_id), now)
    sessions.seen(session, session.get_one(Child, village.ana.child_id), now)  # of another club
    assert {child.nickname for child, _ in sessions.present(session, row)} == {"Maria", "Luca"}


def test_without_a_session_nobody_is_present(session: Session, village: Village, now: datetime) -> None:
    maria = session.get_one(Child, village.maria.child_id)
    sessions.seen(session, maria, now)
    assert session.scalars(select(Presence)).all() == []


def test_presence_is_written_only_when_it_says_something_new(village: Village, now: datetime) -> None:
    with village.database.write() as session:
        session_id = begin(session, village, now).id
    maria, seen = village.maria.child_id, []
    for seconds in (0, 9, 10, 300):
        sessions.note_presence(village.database, [maria, "nobody"], now + timedelta(seconds=seconds))
        with village.database.read() as session:
            last = session.get_one(Presence, (session_id, maria)).last_at
            seen.append(((last - now).seconds, session.get_one(SessionRow, session_id).version))
    assert seen == [(0, 2), (0, 2), (10, 2), (300, 2)], "only her coming is something that a screen shows"


def test_who_waits_longest_is_first(session: Session, village: Village, now: datetime) -> None:
    row = begin(session, village, now)
    maria, luca = (session.get_one(Child, each.child_id) for each in (village.maria, village.luca))
    sessions.raise_hand(session, row, luca, now)
    sessions.raise_hand(session, row, maria, now + MINUTE)
    sessions.raise_hand(session, row, luca, now + 2 * MINUTE)
    assert [(child.nickname, since) for child, since in sessions.hands(session, row)] == [
        ("Luca", now),
        ("Maria", now + MINUTE),
    ]
    sessions.lower_hand(session, row, luca.id)
    assert [child.nickname for child, _ in sessions.hands(session, row)] == ["Maria"]


def test_the_projectors_key_opens_while_the_session_runs(
    session: Session, village: Village, now: datetime
) -> None:
    row = begin(session, village, now)
    key = sessions.screen_key(PEPPER, row.id)
    assert len(key) == 14 and key != sessions.screen_key("cd" * 32, row.id)
    for typed in (key, key.upper(), key.replace("-", ""), f" {key} "):
        assert sessions.by_screen_key(session, typed) is row
    with pytest.raises(NotFound):
        sessions.by_screen_key(session, "a" + key[1:] if key[0] != "a" else "b" + key[1:])
    sessions.end(session, row, village.crina_id, now)
    with pytest.raises(NotFound):
        sessions.by_screen_key(session, key)


def test_an_open_line_makes_present_and_keeps_nobody_so(village: Village, now: datetime) -> None:
    with village.database.write() as session:
        session_id = begin(session, village, now).id
    maria = village.maria.child_id
    for minutes in (1, 9):
        sessions.note_presence(village.database, [maria], now + timedelta(minutes=minutes), only_new=True)
    with village.database.read() as session:
        assert session.get_one(Presence, (session_id, maria)).last_at == now + timedelta(minutes=1)
