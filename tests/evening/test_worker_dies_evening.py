"""``kill -9`` of the marking worker under the real Hub, in the middle of a marking: the Hub starts it again, and it goes on."""

import os
import signal
import time
from contextlib import suppress
from pathlib import Path

import pytest

from codekids_exercises.localise import answers_in
from codekids_exercises.source import read_homework, read_names
from evening.club_visitors import Evening
from evening.test_homework_evening import SET, Child

WITHIN = 400.0


def processes(evening: Evening, module: str) -> list[int]:
    """The processes of this evening that run a module of ours."""
    ours = f"CODEKIDS_DATA={evening.data}".encode()
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            command = (folder / "cmdline").read_bytes().split(b"\0")
            if module.encode() in command and ours in (folder / "environ").read_bytes().split(b"\0"):
                found.append(int(folder.name))
    return found


def walls_below(pid: int) -> dict[int, bytes]:
    """The sandboxes that a worker holds, by their command lines."""
    found = {}
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                command = Path(f"/proc/{child}/cmdline").read_bytes()
                if b"bwrap" in command.split(b"\0")[0]:
                    found[int(child)] = command
    return found


def _alive(walls: dict[int, bytes]) -> list[int]:
    alive = []
    for pid, command in walls.items():
        with suppress(OSError):
            alive += [pid] if Path(f"/proc/{pid}/cmdline").read_bytes() == command else []
    return alive


def _until(holds: object, what: str, pause: float = 0.5) -> None:
    assert callable(holds)
    deadline = time.monotonic() + WITHIN
    while not holds():
        assert time.monotonic() < deadline, what
        time.sleep(pause)


@pytest.mark.timeout(900)
def test_the_hub_brings_it_back(evening: Evening, root: Path) -> None:
    sets = root / "exercises" / "sets"
    homework = read_homework(sets / "beginners" / SET / "homework", "beginners", read_names(sets))
    right = {name: answers_in(homework, task, "ro").reference for name, task in homework.tasks.items()}
    child = Child(evening, 5)
    child.write(**right | {"modify": "while True:\n    pass"})
    page = child.hand_in()
    (worker,) = processes(evening, "codekids_hub.worker")
    walls: dict[int, bytes] = {}
    _until(lambda: walls.update(walls_below(worker)) or walls, "nothing is being marked", 0.05)
    os.kill(worker, signal.SIGKILL)
    _until(lambda: not _alive(walls), "sandboxes outlive their worker")
    _until(
        lambda: processes(evening, "codekids_hub.worker") not in ([], [worker]), "there is no worker any more"
    )
    # A comment that a mentor gave to an equal answer may be there with the marks.
    _until(lambda: child.state() in ("marked", "answered"), "the hand-in stayed in limbo")
    assert "<dd>" in page
    child.visitor.close()
