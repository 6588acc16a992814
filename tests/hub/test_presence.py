"""Who is there at a session: from a sign of life, written seldom; and hands that go up and down."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_hub import presence
from codekids_hub.storage.session_tables import Presence, SessionRow
from codekids_hub.storage.tables import Child, Pair
from hub.meeting import begin, hands
from hub.village import Village

MINUTE = timedelta(minutes=1)


@pytest.fixture
def session(village: Village) -> Iterator[Session]:
    with village.database.write() as made:
        yield made


def test_a_sign_of_life_is_presence_for_both_of_a_pair(
    session: Session, village: Village, now: datetime
) -> None:
    row = begin(session, village, now).row
    session.add(Pair(child_id=village.maria.child_id, partner_id=village.luca.child_id, since=now))
    presence.seen(session, session.get_one(Child, village.maria.child_id), now)
    presence.seen(session, session.get_one(Child, village.ana.child_id), now)  # of another club
    assert {child.nickname for child, _ in presence.present(session, row)} == {"Maria", "Luca"}


def test_without_a_session_nobody_is_present(session: Session, village: Village, now: datetime) -> None:
    maria = session.get_one(Child, village.maria.child_id)
    presence.seen(session, maria, now)
    assert session.scalars(select(Presence)).all() == []


def test_presence_is_written_only_when_it_says_something_new(village: Village, now: datetime) -> None:
    with village.database.write() as session:
        session_id = begin(session, village, now).row.id
    maria, seen = village.maria.child_id, []
    for seconds in (0, 9, 10, 300):
        presence.heard(village.database, [maria, "nobody"], now + timedelta(seconds=seconds))
        with village.database.read() as session:
            last = session.get_one(Presence, (session_id, maria)).last_at
            seen.append(((last - now).seconds, session.get_one(SessionRow, session_id).version))
    assert seen == [(0, 2), (0, 2), (10, 2), (300, 2)], "only her coming is something that a screen shows"


def test_asking_again_keeps_the_place_in_the_row(session: Session, village: Village, now: datetime) -> None:
    row = begin(session, village, now).row
    maria, luca = (session.get_one(Child, each.child_id) for each in (village.maria, village.luca))
    presence.raise_hand(session, row, luca, now)
    presence.raise_hand(session, row, maria, now + MINUTE)
    presence.raise_hand(session, row, luca, now + 2 * MINUTE)
    assert hands(session, row.id) == {"Luca": now, "Maria": now + MINUTE}
    presence.lower_hand(session, row, luca.id)
    assert list(hands(session, row.id)) == ["Maria"]


def test_an_open_line_makes_present_and_keeps_nobody_so(village: Village, now: datetime) -> None:
    with village.database.write() as session:
        session_id = begin(session, village, now).row.id
    maria = village.maria.child_id
    for minutes in (1, 9):
        presence.heard(village.database, [maria], now + timedelta(minutes=minutes), only_new=True)
    with village.database.read() as session:
        assert session.get_one(Presence, (session_id, maria)).last_at == now + timedelta(minutes=1)
