"""``kill -9`` of the service, of the marking worker and of sandboxes, again and again, while children hand in."""

import hashlib
import os
import random
import secrets
import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from under_fire import oracle
from under_fire.conftest import MakeStack
from under_fire.stack import Content, Stack, eventually, released_notebook, with_answers

CLUBS = {"PIETRARI": 6, "CIMISLIA": 6}
VERSIONS = 2
KILLS = 12
RIGHT, HALF, BLANK = 4.0, 2.0, 0.0


class Killer:
    """Kills one of the three at a time, and starts again what the Hub would start again."""

    def __init__(self, stack: Stack) -> None:
        self.stack = stack
        self.orphans: dict[int, str] = {}
        self.done: list[str] = []

    def kill(self, what: str) -> None:
        """Kill, note whom nobody looks after now, and start again."""
        if what == "sandbox":
            walls = [pid for pid, program in self.stack.descendants("worker").items() if "bwrap" in program]
            if walls:
                with suppress(ProcessLookupError):
                    os.kill(random.choice(walls), signal.SIGKILL)
                    self.done.append(what)
            return
        self.orphans |= self.stack.descendants(what)
        self.stack.kill(what)
        self.stack.start(what)
        self.done.append(what)

    def left_over(self) -> dict[int, str]:
        """The orphans that live."""
        return {pid: program for pid, program in self.orphans.items() if _program(pid) == program}


def _program(pid: int) -> str:
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_text().split("\0")[0]
    return ""


def _handing_in(stack: Stack, content: Content) -> tuple[dict[str, float], Callable[[str], None]]:
    """The points of everything that is handed in, and how a child hands in one version after the other."""
    right = content.right_answers()
    book = released_notebook(stack, stack.children[0])
    points: dict[str, float] = {}
    versions: dict[str, list[bytes]] = {}
    for number, child in enumerate(stack.children):
        for version in range(VERSIONS):
            answers, wanted = [({}, BLANK), (right, RIGHT), (right | {"make": ""}, HALF)][
                (number + version) % 3
            ]
            made = with_answers(book, answers, secrets.token_hex(5_000))
            points[hashlib.sha256(made).hexdigest()] = wanted
            versions.setdefault(child, []).append(made)

    def hand_in(child: str) -> None:
        for made in versions[child]:
            stack.hand_in(child, made, hashlib.sha256(made).hexdigest())
            time.sleep(random.uniform(0, 15))

    return points, hand_in


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_kill_after_kill_nothing_is_lost(make: MakeStack, one_engine: str, content: Content) -> None:
    stack = make(CLUBS, database=one_engine)
    stack.start_all()
    killer = Killer(stack)
    points, hand_in = _handing_in(stack, content)
    over = threading.Event()

    def kill_on() -> None:
        while not over.wait(random.uniform(0.5, 6)) and len(killer.done) < KILLS:
            killer.kill(random.choice(("club", "worker", "sandbox")))

    killing = threading.Thread(target=kill_on)
    killing.start()
    try:
        with ThreadPoolExecutor(len(stack.children)) as pool:
            list(pool.map(hand_in, stack.children))
        killing.join(60)
    finally:
        over.set()
        killing.join()
    for what in ("club", "worker", "sandbox"):  # and each at least once, in the middle of a marking
        if what not in killer.done:
            _until_it_is_killed(killer, what)
    oracle.nothing_is_lost(stack)
    assert len({(one["child"], one["key"]) for one in stack.journal.receipts()}) == len(points)
    eventually(lambda: stack.states()["marked"] == len(points), "some are in limbo", stack.told)
    oracle.nothing_is_lost(stack)
    oracle.everything_is_marked_once(stack, points)
    killer.orphans |= stack.descendants("worker") | stack.descendants("club")
    stack.close()
    eventually(lambda: not killer.left_over(), "processes are left", lambda: str(killer.left_over()))


def _until_it_is_killed(killer: Killer, what: str) -> None:
    def killed() -> bool:
        killer.kill(what)
        return what in killer.done

    eventually(killed, f"there was no {what} to kill")


def test_the_service_alone_while_everybody_hands_in(make: MakeStack, engine: str, content: Content) -> None:
    """Without a worker, so that it is quick: the receipts of hundreds of hand-ins through many deaths of the service."""
    stack = make({"PIETRARI": 10}, database=engine)
    stack.start_all()
    stack.kill("worker")
    book = released_notebook(stack, stack.children[0])
    over = threading.Event()

    def hand_in_on(child: str) -> None:
        number = 0
        while not over.is_set():
            number += 1
            made = with_answers(book, {}, f"{child} {number}")
            stack.hand_in(child, made, hashlib.sha256(made).hexdigest())

    with ThreadPoolExecutor(len(stack.children)) as pool:
        running = [pool.submit(hand_in_on, child) for child in stack.children]
        for _ in range(4):
            time.sleep(random.uniform(0.5, 2.5))
            stack.kill("club")
            stack.start("club")
            eventually(stack.is_up, "the service did not come back", stack.told)
        over.set()
        for each in running:
            each.result()
    assert len(stack.journal.receipts()) > 50
    oracle.nothing_is_lost(stack)
