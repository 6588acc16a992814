"""Events on their way: to a real server that is there, away, slow, or refuses."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from notebooks.village import FakeClub, Until
from satul.club import Away, Club, Refused
from satul.courier import Courier
from satul.outbox import Outbox


@pytest.fixture
def courier(club: FakeClub, tmp_path: Path) -> Iterator[Courier]:
    """A courier of this test's folder, impatient enough for a test."""
    one = Courier(Outbox(tmp_path), Club(club.url, "secret-token").accept, first_wait=0.05, longest_wait=0.2)
    yield one
    one.close()


def event(name: object) -> dict[str, object]:
    return {"id": str(name), "kind": "ran"}


def test_events_arrive_once_and_leave_the_outbox(
    club: FakeClub, courier: Courier, until: Until, tmp_path: Path
) -> None:
    for n in range(250):
        courier.take(event(n))
    until(lambda: len(club.ids) == 250)
    assert club.ids == [str(n) for n in range(250)]
    until(lambda: (tmp_path / "outbox.jsonl").read_text() == "")
    assert club.requests[0]["Authorization"] == "token secret-token"
    assert club.requests[0]["path"] == "/services/club/api/events"


@pytest.mark.parametrize("status", [500, 503, 401, 403, 404, 429, 302])
def test_they_wait_while_the_club_is_away(
    club: FakeClub, courier: Courier, until: Until, status: int
) -> None:
    club.status = status
    courier.take(event("a"))
    until(lambda: len(club.requests) >= 2)
    courier.take(event("b"))
    club.status = 200
    until(lambda: len(club.ids) == 2)
    assert club.ids == ["a", "b"]


def test_nobody_at_the_address(tmp_path: Path, until: Until) -> None:
    courier = Courier(Outbox(tmp_path), Club("http://127.0.0.1:9/x", "t").accept, first_wait=0.05)
    courier.take(event("a"))
    until(lambda: Outbox(tmp_path).waiting(9))
    courier.close()
    assert [one["id"] for one in Outbox(tmp_path).waiting(9)] == ["a"]


def test_what_an_earlier_kernel_left_is_sent(
    club: FakeClub, courier: Courier, until: Until, tmp_path: Path
) -> None:
    Outbox(tmp_path).append([event("old")])
    courier.take(event("new"))
    until(lambda: club.ids == ["old", "new"])


def test_a_refused_event_blocks_nobody(
    club: FakeClub, courier: Courier, until: Until, tmp_path: Path
) -> None:
    club.bad = {"13", "77"}
    for n in range(100):
        courier.take(event(n))
    until(lambda: len(club.ids) == 98)
    until(lambda: (tmp_path / "outbox.jsonl").read_text() == "")
    assert not club.bad & set(club.ids)
    assert len((tmp_path / "outbox.refused.jsonl").read_text().splitlines()) == 2


def test_taking_never_waits(club: FakeClub, courier: Courier, until: Until) -> None:
    club.open.clear()
    for n in range(100):
        courier.take(event(n))
    assert not club.accepted
    club.open.set()
    until(lambda: len(club.ids) == 100)


def test_a_disk_that_does_not_write_loses_nothing_that_fits_in_memory(
    club: FakeClub, until: Until, tmp_path: Path
) -> None:
    blocked = tmp_path / "folder"
    blocked.write_text("in the way")
    courier = Courier(Outbox(blocked), Club(club.url, "t").accept, first_wait=0.05, longest_wait=0.1)
    courier.take(event("a"))
    assert not courier.save(1.0)
    blocked.unlink()
    until(lambda: club.ids == ["a"])
    courier.close()


def test_an_idle_courier_rests(club: FakeClub, courier: Courier, until: Until) -> None:
    courier.take(event("a"))
    until(lambda: club.ids == ["a"])
    asked = len(club.requests)
    time.sleep(0.5)
    assert len(club.requests) == asked


def test_closing_ends_the_thread(club: FakeClub, courier: Courier) -> None:
    courier.take(event("a"))
    courier.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "satul-courier"]


KERNEL = """
import sys, time
from pathlib import Path
from satul.club import Club
from satul.courier import Courier
from satul.outbox import Outbox
courier = Courier(Outbox(Path(sys.argv[1])), Club(sys.argv[2], "t").accept, first_wait=0.05)
for n in range(30):
    courier.take({"id": f"{sys.argv[3]}-{n}", "kind": "ran"})
    time.sleep(0.002)
courier.save()
"""


def test_several_kernels_of_one_child(club: FakeClub, courier: Courier, until: Until, tmp_path: Path) -> None:
    command = [sys.executable, "-c", KERNEL, str(tmp_path), club.url]
    kernels = [subprocess.Popen([*command, str(name)]) for name in range(3)]
    assert [kernel.wait(timeout=60) for kernel in kernels] == [0] * 3
    courier.take(event("last"))
    until(lambda: len(set(club.ids)) == 91)
    until(lambda: (tmp_path / "outbox.jsonl").read_text() == "")


def test_what_the_club_says(club: FakeClub) -> None:
    api = Club(club.url, "t")
    assert api.accept([event("a")]) == {"a"}
    club.bad = {"b"}
    with pytest.raises(Refused):
        api.accept([event("b")])
    club.status = 500
    with pytest.raises(Away):
        api.accept([event("c")])
