"""A session: begun once, moved by its librarian, undone, forgotten."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_hub import phases, presence, sessions
from codekids_hub.phases import Phase
from codekids_hub.sessions import Opening
from codekids_hub.storage.session_tables import SessionRow
from codekids_hub.storage.tables import Audit, Child, Club
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
    assert sessions.clock(row).seconds_left(late) < 0 and row.phase == "question"
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
        lambda: presence.seen(session, maria, now),
        lambda: presence.raise_hand(session, row, maria, now),
        lambda: presence.lower_hand(session, row, maria.id),
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
