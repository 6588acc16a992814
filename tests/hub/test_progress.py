"""Progress: events are kept once and folded; what was done stays done."""

import uuid
from datetime import datetime, timedelta

from codekids_exercises.catalogue import Catalogue, ChallengeEntry, SetEntry
from codekids_hub import progress
from codekids_hub.progress import Told
from codekids_hub.storage.tables import Child, Event
from hub.village import Village

HOUSE = ChallengeEntry("a-house", {}, {}, 15, ("modify", "make"))
CONTENT = Catalogue((SetEntry("draw", "beginners", 1, "house", {}, {}, {}, (HOUSE,)),))


def told(
    at: datetime, kind: str = "checked", task: str | None = "make", status: str | None = "done", **more: str
) -> Told:
    values = {"set_id": "draw", "challenge_id": "a-house"} | more
    return Told(id=uuid.uuid4().hex, at=at, kind=kind, task=task, status=status, **values)


def receive(village: Village, events: list[Told], now: datetime) -> list[str]:
    with village.database.write() as session:
        return progress.receive(session, session.get_one(Child, village.maria.child_id), events, now)


def states(village: Village) -> list[tuple[str, str]]:
    with village.database.read() as session:
        found = progress.standings(session, village.maria.child_id, CONTENT)
    return [(each.challenge_id, each.state) for each in found]


def test_a_challenge_is_done_when_all_its_tasks_are(village: Village, now: datetime) -> None:
    receive(village, [told(now, task="modify")], now)
    assert states(village) == [("a-house", "tried")]
    receive(village, [told(now, task="make", status="try_again")], now)
    assert states(village) == [("a-house", "tried")]
    receive(village, [told(now, task="make")], now)
    assert states(village) == [("a-house", "done")]
    receive(village, [told(now, task="make", status="try_again")], now)
    assert states(village) == [("a-house", "done")], "done stays done"


def test_an_event_sent_twice_is_kept_once(village: Village, now: datetime) -> None:
    event = told(now)
    assert receive(village, [event, event], now) == [event.id, event.id]
    assert receive(village, [event], now) == [event.id]
    with village.database.read() as session:
        assert session.query(Event).count() == 1


def test_a_clock_that_is_ahead_does_not_push_progress_into_the_future(
    village: Village, now: datetime
) -> None:
    receive(village, [told(now + timedelta(days=400))], now)
    with village.database.read() as session:
        (standing,) = progress.standings(session, village.maria.child_id, CONTENT)
    assert standing.at == now


def test_challenges_that_left_the_catalogue_are_left_out(village: Village, now: datetime) -> None:
    receive(village, [told(now, challenge_id="gone")], now)
    assert states(village) == []


def test_counts_of_clubs(village: Village, now: datetime) -> None:
    receive(village, [told(now), told(now), told(now, task="modify")], now)
    with village.database.read() as session:
        week = now - timedelta(days=7)
        assert progress.active_children(session, [village.club_id, village.other_club_id], week) == {
            village.club_id: 1
        }
        assert progress.tasks_done(session, [village.club_id], week) == {village.club_id: 2}
        assert progress.tasks_done(session, [village.club_id], now + timedelta(days=1)) == {}


def test_single_events_go_after_two_months_and_what_was_done_stays(village: Village, now: datetime) -> None:
    receive(village, [told(now, task="modify"), told(now, task="make")], now)
    later = now + progress.KEPT + timedelta(days=1)
    news = told(later, kind="ran", task=None, status=None)
    receive(village, [news], later)
    with village.database.write() as session:
        assert progress.forget_old(session, later) == 2
    with village.database.read() as session:
        assert [row.id for row in session.query(Event)] == [news.id]
    assert states(village) == [("a-house", "done")]
