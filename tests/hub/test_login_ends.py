"""Logins that have to end: all of a room at about the same time, and none is forgotten when the Hub is away."""

import time
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select

from codekids_hub import login_ends
from codekids_hub.hub_client import HubAway, HubClient
from codekids_hub.storage import Database
from codekids_hub.storage.tables import LoginEnd

ROOM = [f"k222222222{number:02}" for number in range(13)]


@dataclass(frozen=True)
class SlowHub(HubClient):
    """A Hub that takes its time for each child, and does not answer about some."""

    away_for: tuple[str, ...] = ()
    done: list[str] = field(default_factory=list)

    def remove_user(self, token: str, name: str) -> None:
        """Take a while."""
        time.sleep(0.3)
        if name in self.away_for:
            raise HubAway(name)
        self.done.append(name)


def ask(database: Database, now: datetime) -> None:
    """The whole room is to be logged out."""
    with database.write() as session:
        session.add_all(LoginEnd(child_id=each, asked_at=now) for each in ROOM)


def test_a_room_is_out_sooner_than_one_after_the_other(database: Database, now: datetime) -> None:
    ask(database, now)
    hub, begun = SlowHub("http://127.0.0.1:1"), time.monotonic()
    assert login_ends.work_off(database, hub, "token") == 0
    assert time.monotonic() - begun < len(ROOM) * 0.3
    assert sorted(hub.done) == ROOM
    assert login_ends.work_off(database, hub, "token") == 0 and len(hub.done) == len(ROOM)


def test_whom_the_hub_did_not_end_is_tried_again(database: Database, now: datetime) -> None:
    ask(database, now)
    assert (
        login_ends.work_off(database, SlowHub("http://127.0.0.1:1", away_for=tuple(ROOM[:2])), "token") == 2
    )
    with database.read() as session:
        assert sorted(session.scalars(select(LoginEnd.child_id))) == ROOM[:2]
    assert login_ends.work_off(database, SlowHub("http://127.0.0.1:1"), "token") == 0
