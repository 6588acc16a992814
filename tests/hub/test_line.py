"""The line in front of the workspaces: a few start at once, in the order in which children came; the others are told."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from codekids_hub.club.parts import Parts
from codekids_hub.hub_client import HubAway, HubClient, HubRefused
from codekids_hub.line import LEAST_AT_ONCE, Line, at_once
from codekids_hub.settings import Settings
from codekids_hub.storage.tables import Child
from hub.village import Village
from hub.visiting import Browser, PlayedHub, app_for

WITHIN = 60.0


@dataclass(frozen=True)
class SlowHub(HubClient):
    """A Hub in which a workspace runs when the test says so."""

    url: str = ""
    asked: list[str] = field(default_factory=list)
    running: set[str] = field(default_factory=set)
    refuses: list[HubAway] = field(default_factory=list)
    news: threading.Condition = field(default_factory=threading.Condition)

    def start_workspace(self, token: str, name: str) -> None:
        """Begin, unless there is something to refuse with."""
        with self.news:
            self.asked.append(f"{name} with {token}")
            self.news.notify_all()
            if self.refuses:
                raise self.refuses.pop(0)

    def workspace(self, token: str, name: str) -> str:
        """Whether it runs."""
        begun = f"{name} with {token}" in self.asked
        return "ready" if name in self.running else "starting" if begun else "off"

    def wait(self, number: int) -> list[str]:
        """Who has been started, as soon as it is so many."""
        with self.news:
            assert self.news.wait_for(lambda: len(self.asked) >= number, WITHIN)
            return list(self.asked)


@dataclass
class CountingHub(PlayedHub):
    """Says whose a token is, until all logins are over, and counts how often it is asked."""

    asked: list[str] = field(default_factory=list)
    over: bool = False

    async def user_for_token(self, token: str, **_: Any) -> dict[str, str]:
        """The model of a person."""
        self.asked.append(token)
        return {} if self.over else await super().user_for_token(token)


@contextmanager
def opened(line: Line, hub: SlowHub, doors: int) -> Iterator[None]:
    line.open(hub, doors)
    try:
        yield
    finally:
        line.close()


def gone(line: Line, name: str) -> None:
    """Wait until a child is not in the line any more."""
    patience = threading.Event()
    for _ in range(int(WITHIN * 50)):
        if line.state(name) != "starting":
            return
        patience.wait(0.02)
    raise AssertionError(f"{name} still waits")


def test_two_doors_let_children_in_as_they_came() -> None:
    hub = SlowHub()
    line = Line()
    for name in ("k1", "k2", "k3", "k4"):
        line.join(name, f"token of {name}")
    line.join("k3", "another token")
    assert [line.before(name) for name in ("k1", "k4", "stranger")] == [1, 4, 0]
    with opened(line, hub, 2):
        assert sorted(hub.wait(2)) == ["k1 with token of k1", "k2 with token of k2"]
        assert [line.before(name) for name in ("k1", "k2", "k3", "k4")] == [0, 0, 1, 2]
        hub.running.add("k2")
        assert hub.wait(3)[2] == "k3 with token of k3", (
            "whoever stands in the line twice keeps the first place"
        )
        assert [line.before(name) for name in ("k1", "k2", "k3", "k4")] == [0, 0, 0, 1]
        assert [line.state(name) for name in ("k1", "k3", "k4")] == ["starting"] * 3
        assert line.state("k2") != "starting" and line.state("stranger") is None
        hub.running.update(("k1", "k3", "k4"))
        gone(line, "k4")
        assert len(hub.asked) == 4


def test_a_hub_with_too_much_to_do_is_asked_again_and_the_child_keeps_its_turn() -> None:
    hub = SlowHub(refuses=[HubAway("429"), HubAway("timed out")])
    hub.running.add("k1")
    line = Line()
    line.join("k1", "t")
    line.join("k2", "t")
    with opened(line, hub, 1):
        assert hub.wait(4) == ["k1 with t", "k1 with t", "k1 with t", "k2 with t"]


def test_whom_the_hub_refuses_holds_nobody_up() -> None:
    hub = SlowHub(refuses=[HubRefused("403")])
    line = Line()
    line.join("k1", "t")
    line.join("k2", "t")
    with opened(line, hub, 1):
        assert hub.wait(2) == ["k1 with t", "k2 with t"]
        assert [line.state("k1"), line.state("k2")] == [None, "starting"]


def test_a_machine_starts_two_for_each_processor_unless_somebody_chose() -> None:
    assert at_once(Settings(starts_at_once=7)) == 7
    assert at_once(Settings()) >= LEAST_AT_ONCE


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Many are coming in just now. Before you: 2. Your turn comes by itself."),
        (
            "ro",
            "Mulți copii intră chiar acum. Înaintea ta: 2. Îți vine și ție rândul, nu trebuie să faci nimic.",
        ),
    ],
    ids=["en", "ro"],
)
def test_a_child_in_the_line_reads_how_many_are_before_it(
    parts: Parts, village: Village, language: str, said: str
) -> None:
    maria = village.maria.child_id
    with village.database.write() as session:
        session.get_one(Child, maria).language = language
    hub = SlowHub()
    known = CountingHub()
    here = replace(parts, hub=hub, auth=known)
    line: Line = app_for(here).state.line
    line.join("k1", "t")
    child = Browser(here, maria, headers={"Sec-Fetch-Mode": "cors"})
    assert child.get("/workspace").json()["state"] == "off"
    begun = child.post("/workspace").json()
    assert begun == {"state": "starting", "sentence": said, "before": 2}
    asked = len(known.asked)
    assert child.get("/workspace").json() == begun
    assert len(known.asked) == asked and hub.asked == [], "who waits costs the Hub nothing"
    assert said in child.get("/").text
    with opened(line, hub, 2):
        hub.running.update(("k1", maria))
        gone(line, maria)
        assert child.get("/workspace").json()["state"] == "ready"
    known.over = True
    assert child.get("/workspace").status_code == 401, "out of the line it counts who is logged in"
