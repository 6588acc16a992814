"""A sandbox that somebody else ends is no fault of a child's: it is run again, or the whole is tried again; never a zero."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from codekids_exercises.challenge import Limits as Patient
from codekids_exercises.runs import Plan, Program, Run
from codekids_grading.apart import sealed_runner
from codekids_grading.executing import Cell, Patience, run_cells
from codekids_grading.sandbox import Limits, Sandbox, SandboxBroken

SLOW = "import time\nfor n in range(30): time.sleep(0.1)\nx = 7\n"
WALLS, INSIDE = 1, 5
"""How far below us: bubblewrap outside, its first process inside, the warm parent, a fork's first process, and then the program."""


def below(pid: int, depth: int) -> list[int]:
    """The processes so many generations below a process."""
    if depth == 0:
        return [pid]
    found: list[int] = []
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            found += [int(one) for one in (task / "children").read_text().split()]
    return [one for child in found for one in below(child, depth - 1)]


@pytest.fixture
def killing() -> Iterator[Callable[[int, float], list[int]]]:
    """Has a sandbox's process killed once, as soon as it is that old."""
    threads: list[threading.Thread] = []

    def kill_soon(depth: int, age: float) -> list[int]:
        killed: list[int] = []

        def wait_and_kill() -> None:
            for _ in range(600):
                time.sleep(0.05)
                for pid in below(os.getpid(), INSIDE):
                    time.sleep(age)  # what is gone by then was only a trial
                    walls = [one for one in below(os.getpid(), depth) if pid in below(one, INSIDE - depth)]
                    for one in walls:
                        with suppress(ProcessLookupError):
                            os.kill(one, signal.SIGKILL)
                            killed.append(one)
                    if killed:
                        return

        threads.append(threading.Thread(target=wait_and_kill))
        threads[-1].start()
        return killed

    yield kill_soon
    for each in threads:
        each.join()


def test_walls_that_fall_are_tried_again(
    sandbox: Sandbox, killing: Callable[[int, float], list[int]]
) -> None:
    killed = killing(WALLS, 1.5)
    with pytest.raises(SandboxBroken):
        run_cells([Cell(SLOW * 3, False)], sandbox, limits=Limits(seconds=60), patience=Patience(30))
    assert killed


def test_a_killed_program_has_another_chance(
    sandbox: Sandbox, killing: Callable[[int, float], list[int]]
) -> None:
    killed = killing(INSIDE, 3.0)
    cells = [Cell(SLOW * 2, False), Cell("#T\nassert x == 7", True)]
    try:
        found = run_cells(cells, sandbox, limits=Limits(seconds=90), patience=Patience(40))
    except SandboxBroken:  # on a busy machine it was hit before its first cell: then the whole is tried again
        found = run_cells(cells, sandbox, limits=Limits(seconds=90), patience=Patience(40))
    assert killed and [one.ended for one in found] == ["ok", "ok"]


def test_a_program_that_kills_itself_has_it_in_vain(sandbox: Sandbox) -> None:
    suicide = "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)"
    found = run_cells(
        [Cell("x = 1", False), Cell(suicide, False), Cell("#T\nassert x == 1", True)],
        sandbox,
        limits=Limits(seconds=60),
        patience=Patience(20),
    )
    assert [one.ended for one in found] == ["ok", "died", "ok"]


@pytest.mark.parametrize(("depth", "broken"), [(WALLS, True), (INSIDE, False)])
def test_judging_apart(
    sandbox: Sandbox, killing: Callable[[int, float], list[int]], depth: int, broken: bool
) -> None:
    plan = Plan((Program(f"{SLOW}\nprint(x)"),), (Run(0),), limits=Patient(seconds=20), prelude="")
    killed = killing(depth, 1.0)
    runner = sealed_runner(sandbox)
    if broken:
        with pytest.raises(SandboxBroken):
            runner(plan)
    else:
        assert [one.printed.strip() for one in runner(plan)] == ["7"]
    assert killed
