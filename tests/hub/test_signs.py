"""Signs: events and heartbeats fold into what the wall reads; nobody else's are touched."""

from datetime import datetime, timedelta

import pytest

from codekids_exercises.catalogue import Catalogue, ChallengeEntry, SetEntry
from codekids_hub import lives, presence, progress, sessions, signs
from codekids_hub.phases import Phase
from codekids_hub.progress import Told
from codekids_hub.sessions import Opening
from codekids_hub.signs import Beat
from codekids_hub.storage.session_tables import Presence, SessionRow, Sign
from codekids_hub.storage.tables import Child, Club, Pair
from codekids_hub.wall import Life, Meeting, Situation, is_lost, say
from hub.village import Village

WORDS = {"ro": "x", "en": "x"}
HOUSE = ChallengeEntry("a-house", WORDS, WORDS, 10, ("modify", "make"))
CONTENT = Catalogue((SetEntry("draw-the-village", "beginners", 1, "books", WORDS, WORDS, WORDS, (HOUSE,)),))


@pytest.fixture
def began(village: Village, now: datetime) -> str:
    """Crina has begun a session."""
    with village.database.write() as session:
        club = session.get_one(Club, village.club_id)
        row = sessions.start(session, club, Opening(question="Why?"), village.crina_id, now, pepper="p")
        sessions.next_phase(session, row, village.crina_id, now)
        return row.id


class Room:
    """A child that tells, and what is known of it."""

    def __init__(self, village: Village, session_id: str) -> None:
        self.village, self.session_id, self.count = village, session_id, 0

    def tell(self, now: datetime, kind: str, name: str = "maria", **told: str) -> None:
        self.count += 1
        with self.village.database.write() as session:
            child = session.get_one(Child, getattr(self.village, name).child_id)
            event = Told(
                id=f"{self.count:032x}",
                at=now,
                kind=kind,
                set_id="draw-the-village",
                challenge_id=told.pop("challenge", "a-house"),
                **told,
            )
            progress.receive(session, child, [event], now)

    def beat(self, now: datetime, **told: float | bool) -> int:
        with self.village.database.write() as session:
            child = session.get_one(Child, self.village.maria.child_id)
            return signs.beat(session, child, Beat(**told), now)  # type: ignore[arg-type]

    def lives(self, now: datetime) -> dict[str, Life]:
        with self.village.database.read() as session:
            row = session.get_one(SessionRow, self.session_id)
            return {each.child_id: each for each in lives.lives(session, row, CONTENT, now)}

    def maria(self, now: datetime) -> Life:
        return self.lives(now)[self.village.maria.child_id]

    def said(self, now: datetime) -> Situation:
        with self.village.database.read() as session:
            row = session.get_one(SessionRow, self.session_id)
            meeting = Meeting(Phase(row.phase), row.phase_since, row.started_at)
        return say(self.maria(now), meeting, now).situation


@pytest.fixture
def room(village: Village, began: str) -> Room:
    return Room(village, began)


def test_three_failed_checks_in_a_row_and_a_right_one(room: Room, now: datetime) -> None:
    room.beat(now)
    for _ in range(3):
        room.tell(now, "checked", task="make", status="try_again")
    assert room.said(now) is Situation.STUCK
    room.tell(now, "checked", task="make", status="blank")
    assert room.maria(now).failed_in_a_row == 3, "nothing written yet is no failure"
    room.tell(now, "checked", task="make", status="done")
    life = room.maria(now)
    assert (life.failed_in_a_row, life.done, life.finished) == (0, 1, False)
    room.tell(now, "checked", task="make", status="done")
    assert room.maria(now).done == 1, "the same task counts once"
    room.tell(now, "checked", task="modify", status="done")
    assert room.said(now) is Situation.FINISHED


def test_the_same_mistake_again_and_another_challenge(room: Room, now: datetime) -> None:
    room.beat(now)
    for mistake in ("one-side", "no-turn", "no-turn"):
        room.tell(now, "checked", task="make", status="try_again", mistake=mistake)
    assert room.said(now) is Situation.SAME_MISTAKE
    room.tell(now, "opened", challenge="a-street")
    assert room.said(now) is Situation.WORKING


def test_an_event_that_comes_twice_counts_once(room: Room, now: datetime) -> None:
    room.beat(now)
    for _ in range(3):
        room.count = 0
        room.tell(now, "checked", task="make", status="try_again")
    assert room.maria(now).failed_in_a_row == 1


def test_a_loop_that_a_notebook_tells_of(room: Room, now: datetime) -> None:
    room.beat(now)
    room.tell(now, "loop", task="make")
    assert room.said(now) is Situation.LOOP
    assert room.maria(now).running_since == now - timedelta(seconds=20)
    room.tell(now + timedelta(seconds=5), "ran", task="make")
    assert room.maria(now).running_since is None


def test_a_loop_that_the_server_sees(room: Room, now: datetime) -> None:
    room.beat(now, busy_for=11, computing=False)
    assert room.said(now) is not Situation.LOOP, "it waits for an answer"
    room.beat(now, busy_for=12, computing=True)
    assert room.said(now) is Situation.LOOP
    room.beat(now + timedelta(seconds=10), busy_for=22, computing=True)
    assert room.maria(now).running_since == now - timedelta(seconds=12), "it is the same program"
    room.beat(now + timedelta(seconds=20))
    assert room.maria(now).running_since is None


def test_a_page_that_is_closed_and_the_way_home(room: Room, village: Village, now: datetime) -> None:
    room.beat(now)
    room.beat(now + timedelta(seconds=11), alone_for=1)
    assert not is_lost(room.maria(now), now + timedelta(seconds=14))
    assert is_lost(room.maria(now), now + timedelta(seconds=20))
    room.beat(now + timedelta(seconds=21), alone_for=11)
    room.tell(now + timedelta(seconds=22), "ran")
    assert is_lost(room.maria(now), now + timedelta(seconds=22)), "a program may run on without a page"
    presence.heard(village.database, [village.maria.child_id], now + timedelta(seconds=25))
    assert not is_lost(room.maria(now), now + timedelta(seconds=26)), "it is on another page of ours"


def test_a_beat_makes_a_child_present_and_says_when_to_come_again(
    room: Room, village: Village, now: datetime
) -> None:
    assert room.beat(now) == signs.IN_A_SESSION
    with village.database.write() as session:
        assert session.get(Presence, (room.session_id, village.maria.child_id)) is not None
        sessions.end(session, session.get_one(SessionRow, room.session_id), village.crina_id, now)
    assert room.beat(now) == signs.OTHERWISE


def test_a_page_that_is_gone_makes_nobody_present(room: Room, village: Village, now: datetime) -> None:
    room.beat(now, alone_for=600)
    assert room.lives(now) == {}


def test_work_of_an_earlier_day_is_not_in_a_row(room: Room, now: datetime) -> None:
    room.beat(now)
    for _ in range(3):
        room.tell(now, "checked", task="make", status="error")
    later = now + timedelta(hours=3)
    room.tell(later, "checked", task="make", status="error")
    assert room.maria(later).failed_in_a_row == 1


def test_who_sits_at_the_device_of_another_has_its_signs(room: Room, village: Village, now: datetime) -> None:
    with village.database.write() as session:
        session.add(Pair(child_id=village.maria.child_id, partner_id=village.luca.child_id, since=now))
    room.beat(now)
    room.tell(now, "checked", task="make", status="done")
    found = room.lives(now)
    assert set(found) == {village.maria.child_id, village.luca.child_id}
    luca = found[village.luca.child_id]
    assert luca.paired and luca.done == 1 and luca.workspace_at == now
    with village.database.read() as session:
        assert session.get(Sign, village.luca.child_id) is None


def test_what_a_loop_of_an_earlier_evening_left_behind_is_no_loop_now(
    room: Room, village: Village, now: datetime
) -> None:
    with village.database.write() as session:
        before = now - timedelta(hours=1)
        session.add(
            Sign(
                child_id=village.maria.child_id,
                seen_at=before,
                running_since=before,
                failed_in_a_row=0,
                mistake_in_a_row=0,
            )
        )
    presence.heard(village.database, [village.maria.child_id], now)
    assert room.maria(now).running_since is None


@pytest.mark.parametrize(
    ("kind", "seconds", "there"), [("checked", 1, True), ("ran", 1, False), ("opened", 60, False)]
)
def test_who_checks_is_there_and_a_program_that_ends_says_nothing(
    now: datetime, kind: str, seconds: int, there: bool
) -> None:
    event = Told(id="0" * 32, at=now - timedelta(seconds=seconds), kind=kind, set_id="a", challenge_id="b")
    assert signs.acts([event], now) is there
