"""The heartbeat: what it sees of kernels, when it tells, and that it outlives a club that is away."""

import asyncio
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from traitlets import HasTraits, Unicode

from satul.workspace.heart import Heart, Told, is_running


class Kernel(HasTraits):
    """As much of a kernel manager as is looked at."""

    execution_state = Unicode("idle")


class Kernels:
    """The server's kernels: one, with pages that are connected to it."""

    def __init__(self) -> None:
        self.kernel, self.connections = Kernel(), 1

    def list_kernel_ids(self) -> list[str]:
        return ["one"]

    def get_kernel(self, _: str) -> Kernel:
        return self.kernel

    def kernel_model(self, _: str) -> dict[str, int]:
        return {"connections": self.connections}


class Room:
    """A heart, its clock, and what the club heard."""

    def __init__(self, runs: Callable[[], bool]) -> None:
        self.now, self.heard = 1000.0, list[Told]()
        self.kernels, self.away, self.runs = Kernels(), False, runs
        self.heart = Heart(self.kernels, self._hear, clock=lambda: self.now)

    def _hear(self, told: Told) -> float:
        if self.away:
            raise OSError("no line")
        self.heard.append(told)
        return 10.0

    def pass_(self, seconds: int) -> None:
        for _ in range(seconds):
            asyncio.run(self.heart.beat())
            self.now += 1.0


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> Room:
    made = Room(lambda: True)
    monkeypatch.setattr("satul.workspace.heart.is_running", lambda pid: made.runs())
    return made


def test_it_tells_every_ten_seconds_and_at_once_when_the_page_closes(room: Room) -> None:
    room.pass_(25)
    assert [each["alone_for"] for each in room.heard] == [None] * 3
    room.kernels.connections = 0
    room.pass_(1)
    assert [each["alone_for"] for each in room.heard[3:]] == [0.0]
    room.kernels.connections = 1
    room.pass_(1)
    assert room.heard[-1]["alone_for"] is None and len(room.heard) == 5


def test_a_program_that_never_ends_is_told_before_twelve_seconds(room: Room) -> None:
    room.pass_(60)
    room.kernels.kernel.execution_state = "busy"
    began = room.now
    while not room.heard[-1]["computing"]:
        room.pass_(1)
    assert 10 <= room.now - began <= 12
    assert room.heard[-1]["busy_for"] == pytest.approx(room.now - began - 1)
    room.kernels.kernel.execution_state = "idle"
    room.pass_(1)
    assert room.heard[-1]["computing"] is False and room.heard[-1]["busy_for"] is None


def test_who_waits_for_an_answer_does_not_compute(room: Room) -> None:
    room.runs = lambda: False
    room.pass_(60)
    room.kernels.kernel.execution_state = "busy"
    room.pass_(60)
    assert not any(each["computing"] for each in room.heard)
    assert room.heard[-1]["busy_for"], "but it is said that something is going on"


def test_short_programs_one_after_the_other_are_no_loop(room: Room) -> None:
    room.pass_(60)
    for _ in range(8):
        room.kernels.kernel.execution_state = "busy"
        room.pass_(5)
        room.kernels.kernel.execution_state = "idle"
        room.kernels.kernel.execution_state = "busy"
    assert not any(each["computing"] for each in room.heard)


def test_a_kernel_that_has_just_started_may_take_its_time(room: Room) -> None:
    room.pass_(3)
    room.kernels.kernel.execution_state = "busy"
    room.pass_(39)
    assert not any(each["computing"] for each in room.heard)
    room.pass_(4)
    assert room.heard[-1]["computing"]


def test_a_club_that_is_away_is_told_later(room: Room) -> None:
    room.away = True
    room.pass_(15)
    room.away = False
    room.pass_(10)
    assert room.heard


def test_what_was_run_or_saved_is_dated(room: Room) -> None:
    room.pass_(1)
    assert room.heard[0]["still_for"] == 0.0, "a notebook was opened, and its first cell may be over already"
    room.now += 30
    room.heart.acted()
    room.pass_(12)
    assert room.heard[-1]["still_for"] == 10.0


def process(code: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE)


@pytest.fixture
def waits() -> Iterator["subprocess.Popen[bytes]"]:
    with process("input()") as running:
        yield running
        running.kill()


@pytest.fixture
def computes() -> Iterator["subprocess.Popen[bytes]"]:
    with process("while True: pass") as running:
        yield running
        running.kill()


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="there is no /proc")
def test_a_real_program_that_computes_and_one_that_waits(
    waits: "subprocess.Popen[bytes]", computes: "subprocess.Popen[bytes]"
) -> None:
    time.sleep(1.0)  # both are past their start
    assert looks_that_find_it_running(computes.pid) >= 10
    assert looks_that_find_it_running(waits.pid) == 0


def looks_that_find_it_running(pid: int) -> int:
    found = 0
    for _ in range(12):
        found += is_running(pid)
        time.sleep(0.05)
    return found


def test_where_the_system_says_nothing_nothing_is_claimed(tmp_path: Path) -> None:
    assert is_running(1, tmp_path) is False
    assert is_running(None) is False
