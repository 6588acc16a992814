"""Warming: a few workspaces at a time, whoever can be started; and only for clubs that meet in some minutes."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from codekids_exercises.catalogue import Catalogue
from codekids_hub import preparing, sessions, warming
from codekids_hub.hub_client import HubAway, HubClient
from codekids_hub.preparing import Decision
from codekids_hub.sessions import Opening
from codekids_hub.storage.session_tables import Plan
from codekids_hub.storage.tables import Audit, Child, Club
from codekids_hub.warming import Warmed
from hub.village import Village

AT = datetime(2026, 11, 19, 14, 30, tzinfo=UTC)
"""When the club of Pietrari meets: Thursday, 16:30 on the library's clock."""


@dataclass(frozen=True)
class Hub(HubClient):
    """A Hub in which a workspace needs some looks until it runs; it counts how many start at once."""

    url: str = ""
    needs: dict[str, int] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    most: list[int] = field(default_factory=lambda: [0])

    def begin_workspace(self, token: str, name: str) -> str:
        if name == "nobody":
            return "off"
        if name == "broken":
            raise HubAway("500")
        self.asked.append(name)
        self.needs[name] = self.needs.get(name, 3) - 1
        going = [each for each, left in self.needs.items() if left > 0]
        self.most[0] = max(self.most[0], len(going))
        return "starting" if self.needs[name] > 0 else "ready"


def test_two_start_at_once_and_all_get_their_turn() -> None:
    hub = Hub()
    names = [f"k{number}" for number in range(7)]
    assert warming.warm(hub, "key", names, sleep=lambda _: None) == Warmed(ready=7, left=0)
    assert hub.most == [warming.AT_ONCE]
    assert set(hub.asked) == set(names)


def test_who_cannot_be_started_holds_up_nobody() -> None:
    hub = Hub(needs={"slow": 10**6})
    now = [0.0]

    def sleep(seconds: float) -> None:
        now[0] += seconds

    names = ["slow", "nobody", "broken", "k1"]
    assert warming.warm(hub, "key", names, sleep=sleep, clock=lambda: now[0]) == Warmed(ready=1, left=3)
    assert now[0] <= warming.PATIENCE + 1


@pytest.fixture
def planned(village: Village) -> Village:
    with village.database.write() as session:
        club = session.get_one(Club, village.club_id)
        decision = Decision(choice="own", own="De ce?", sets={})
        preparing.decide(session, club, decision, Catalogue(()), village.crina_id, AT - timedelta(days=1))
        session.get_one(Child, village.maria.child_id).last_seen_at = AT - timedelta(days=7)
    return village


def due(village: Village, now: datetime) -> list[str]:
    with village.database.read() as session:
        return warming.due(session, now)


def test_a_club_is_warmed_once_in_the_minutes_before_its_meeting(planned: Village) -> None:
    hub = Hub()
    assert due(planned, AT - timedelta(minutes=13)) == []
    soon = AT - timedelta(minutes=11)
    assert due(planned, soon) == [planned.club_id]
    assert warming.work_off(planned.database, hub, "key", soon) == 1
    assert set(hub.asked) == {planned.maria.child_id}, "Luca has never been here"
    assert warming.work_off(planned.database, hub, "key", soon + timedelta(minutes=1)) == 0
    assert due(planned, soon + timedelta(days=7)) == [planned.club_id], "a week later again"
    with planned.database.read() as session:
        assert session.query(Audit).filter_by(action="warm-workspaces", actor=warming.CLOCK).count() == 1


def test_nobody_is_warmed_who_did_not_want_it_or_is_at_it_already(planned: Village) -> None:
    soon = AT - timedelta(minutes=5)
    with planned.database.write() as session:
        club = session.get_one(Club, planned.club_id)
        sessions.start(session, club, Opening(question="De ce?"), planned.crina_id, soon, pepper="p")
    assert due(planned, soon) == []
    with planned.database.write() as session:
        row = sessions.running(session, planned.club_id)
        assert row is not None
        sessions.end(session, row, planned.crina_id, soon)
        session.get_one(Plan, planned.club_id).warm = False
    assert due(planned, soon) == []
