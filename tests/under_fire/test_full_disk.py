"""A full disk, wherever it is: no false receipt, a sentence that says it, and work again as soon as there is space.

The store, the database, the courses with their gradebooks, the queue, the logs and the sandbox's scratch files each lie on a
small disk of their own, in memory, and are filled one after the other under the running stack, which is never restarted.
"""

import ctypes
import errno
import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

import httpx
import pytest

from under_fire import oracle
from under_fire.conftest import MakeStack
from under_fire.stack import Content, Stack, eventually, released_notebook, with_answers

SIZE = 24 << 20
FILLER = "filler"


class Disks:
    """Small disks by their names, below one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names = ("store", "database", "courses", "queue", "logs", "scratch")
        self._mounted: list[Path] = []

    def mount(self) -> None:
        """Mount them.

        :raises OSError: this machine does not let us
        """
        libc = ctypes.CDLL(None, use_errno=True)
        for name in self.names:
            place = self.folder / name
            place.mkdir(parents=True)
            options = f"size={SIZE},mode=777".encode()
            if libc.mount(b"none", os.fsencode(place), b"tmpfs", 0, options):
                raise OSError(ctypes.get_errno(), "mount")
            self._mounted.append(place)

    def unmount(self) -> None:
        """Take them away, whoever still looks at them."""
        libc = ctypes.CDLL(None, use_errno=True)
        for place in self._mounted:
            libc.umount2(os.fsencode(place), 2)

    def fill(self, name: str) -> None:
        """To the last byte."""
        with (self.folder / name / FILLER).open("wb", buffering=0) as filler:
            for size in (1 << 20, 1 << 12, 1):
                with suppress(OSError):
                    while filler.write(b"\0" * size) == size:
                        pass
        with pytest.raises(OSError) as full:
            (self.folder / name / "more").write_bytes(b"x" * 8192)
        assert full.value.errno == errno.ENOSPC
        (self.folder / name / "more").unlink(missing_ok=True)

    def free(self, name: str) -> None:
        """Make space again."""
        (self.folder / name / FILLER).unlink()


@pytest.fixture
def disks(tmp_path: Path) -> Iterator[Disks]:
    """The disks, mounted."""
    made = Disks(tmp_path / "disks")
    try:
        made.mount()
    except OSError as error:
        made.unmount()
        pytest.skip(f"no disk can be mounted here: {error}")
    yield made
    made.unmount()


@pytest.fixture
def stack(make: MakeStack, disks: Disks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stack:
    """The stack, each of its parts on a disk of its own."""
    data = tmp_path / "data"
    data.mkdir()
    for name in ("store", "courses"):
        (data / name).symlink_to(disks.folder / name)
    for file, name in (("club.sqlite", "database"), ("queue.sqlite", "queue")):
        (data / file).symlink_to(disks.folder / name / file)
    monkeypatch.setenv("TMPDIR", str(disks.folder / "scratch"))
    stack = make({"PIETRARI": 3}, data=data)
    stack.logs = disks.folder / "logs"
    stack.start_all()
    return stack


class Hands:
    """Children who hand in one thing after the other, each worth the same points."""

    def __init__(self, stack: Stack, content: Content) -> None:
        self.stack = stack
        self.points: dict[str, float] = {}
        self._book = released_notebook(stack, stack.children[0])
        self._answers = content.right_answers()
        self._number = 0

    def new(self) -> tuple[str, bytes, str]:
        """A child, what it hands in, and the key."""
        self._number += 1
        made = with_answers(self._book, self._answers, os.urandom(20_000).hex())
        digest = hashlib.sha256(made).hexdigest()
        self.points[digest] = 4.0
        return self.stack.children[self._number % len(self.stack.children)], made, digest

    def refused(self) -> tuple[tuple[str, bytes, str], httpx.Response]:
        """Something that is not accepted now."""
        one = self.new()
        answer = self.stack.post(*one)
        assert answer.status_code in (503, 507), answer.text
        return one, answer

    def all_marked(self) -> bool:
        """Whether nothing waits."""
        return self.stack.states()["marked"] == len(self.points)


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_full_and_free_again(stack: Stack, disks: Disks, content: Content) -> None:
    hands = Hands(stack, content)
    stack.hand_in(*hands.new())
    eventually(hands.all_marked, "the first was not marked", stack.told)

    for name in ("store", "database"):  # there is no receipt, and a sentence says so
        disks.fill(name)
        one, answer = hands.refused()
        assert answer.json()["error"].endswith("."), answer.text
        assert sum(stack.states().values()) == len(hands.points) - 1
        disks.free(name)
        stack.hand_in(*one)
        eventually(hands.all_marked, f"not marked after the {name} had space again", stack.told)

    for name in ("courses", "queue", "scratch"):  # it is accepted, waits, and is marked later
        disks.fill(name)
        number = stack.hand_in(*hands.new())["number"]
        if name == "queue":
            assert not stack.is_tried(number), "nobody could be told of it"
        else:
            eventually(partial(stack.is_tried, number), "it was not even tried", stack.told)
        disks.free(name)
        stack.hand_in(*hands.new())
        eventually(hands.all_marked, f"not marked after the {name} had space again", stack.told)

    disks.fill("logs")  # nobody needs a log to work
    stack.hand_in(*hands.new())
    eventually(hands.all_marked, "not marked while the logs could not be written", stack.told)

    for name in disks.names[:-2]:
        disks.fill(name)
    one, _ = hands.refused()
    for name in ("store", "database", "courses", "queue", "logs"):
        with suppress(FileNotFoundError):
            disks.free(name)
    stack.hand_in(*one)
    eventually(hands.all_marked, "not marked after everything had space again", stack.told)
    assert all(process.poll() is None for process in stack.processes.values()), "none was started again"
    oracle.nothing_is_lost(stack)
    oracle.everything_is_marked_once(stack, hands.points)
