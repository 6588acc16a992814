"""The process in which a child's program runs. Started as a script: reads a plan from stdin, answers on a private pipe.

It never knows what is expected. Each run is a fork of the interpreter just after the prelude, so that state is clean and
the import of satul is paid once. A run may end itself, loop, flood or lie: it only spoils its own answer. (Where a plan
says `together`, the runs of one program share a fork: much faster, for programs of our own.) What it answers is plain
JSON; the judge, in another process, compares. See `runs` for the shape of plan and answer.
"""

import itertools
import json
import os
import select
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

if __name__ == "__main__":  # started as a script: the package may not be on the path of a sealed sandbox
    sys.path.append(str(Path(__file__).resolve().parents[1]))

from codekids_exercises.performing import perform, wake_after

READY = b"ready\n"
"""What the runner says first, when satul is there and the child's programs may begin."""

_ENDLESS = ("steps", "time", "output")
_MOST_ANSWER = 8_000_000
_MOST_MEMORY = 2 << 30
_MOST_DISK = 16 << 20


def answer(plan_text: str, *, forking: bool, ready: Callable[[], None] = lambda: None) -> str:
    """Run every run of the plan. With `forking`, each in a fork; else one after another in this interpreter.

    `ready` is called when the prelude has worked: what breaks after that is the child's program's doing.
    """
    plan = json.loads(plan_text)
    space: dict[str, Any] = {}
    try:
        exec(compile(plan["prelude"], "<prelude>", "exec"), space)  # noqa: S102 - ours, from the judge
    except BaseException as error:  # noqa: BLE001 - whatever it was, the judge is told
        return json.dumps({"failed": f"{type(error).__name__}: {error}"})
    del space["__builtins__"]
    ready()
    endless: set[int] = set()
    found: list[Any] = []
    for runs in _groups(plan):
        if runs[0]["program"] in endless:
            found.append({"ended": "skipped"})
            continue
        observations = _forked(plan, runs, space) if forking else _performed(plan, runs, space)
        if any(one.get("ended") in _ENDLESS for one in observations):
            endless.add(runs[0]["program"])
        found.extend(observations)
    return json.dumps({"runs": found})


def _groups(plan: dict[str, Any]) -> list[list[dict[str, Any]]]:
    """The runs that share a fork."""
    if not plan.get("together"):
        return [[run] for run in plan["runs"]]
    return [list(runs) for _, runs in itertools.groupby(plan["runs"], key=lambda run: run["program"])]


def _performed(
    plan: dict[str, Any],
    runs: list[dict[str, Any]],
    space: dict[str, Any],
    start: Callable[[], None] = lambda: None,
) -> list[dict[str, Any]]:
    """The runs, one after another in this very process; what follows an endless one is skipped. `start`: before each."""
    found: list[dict[str, Any]] = []
    for run in runs:
        if found and found[-1]["ended"] in (*_ENDLESS, "skipped"):
            found.append({"ended": "skipped"})
            continue
        start()
        found.append(perform(plan, run, space))
    return found


def _forked(plan: dict[str, Any], runs: list[dict[str, Any]], space: dict[str, Any]) -> list[dict[str, Any]]:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _live_and_die(plan, runs, space, writing)
    os.close(writing)
    try:
        text, in_time = _listen(reading, plan["limits"]["seconds"] * len(runs) + 0.5)
    finally:
        os.close(reading)
        _kill_group(child)
    _, status = os.waitpid(child, 0)
    if not in_time or (os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU):
        return [{"ended": "time"}] * len(runs)
    gone = [{"ended": "gone"}] * len(runs)
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return gone
    sound = (
        isinstance(found, list) and len(found) == len(runs) and all(isinstance(one, dict) for one in found)
    )
    return found if sound else gone


def _kill_group(child: int) -> None:
    """End the run and whatever it started. A run that ended by itself is still a zombie, so the id is still its own."""
    for end in (os.killpg, os.kill):
        try:
            end(child, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            continue


def _live_and_die(
    plan: dict[str, Any], runs: list[dict[str, Any]], space: dict[str, Any], writing: int
) -> None:
    """The life of a fork; never returns."""
    try:
        os.setsid()
        _close_all_but(writing)
        seconds = plan["limits"]["seconds"]
        _limit(seconds * len(runs))
        found = _performed(plan, runs, space, lambda: wake_after(seconds))
        signal.setitimer(signal.ITIMER_REAL, 0)
        _write(writing, json.dumps(found).encode())
    finally:
        os._exit(0)


def _write(descriptor: int, text: bytes) -> None:
    while text:
        text = text[os.write(descriptor, text) :]


def _close_all_but(writing: int) -> None:
    """Only the run's own pipe stays open; what is written to the real output goes nowhere."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    os.closerange(3, writing)
    os.closerange(writing + 1, 1024)


def _limit(seconds: float) -> None:
    import resource  # not everywhere, but everywhere where there is a fork

    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 2, int(seconds) + 3))
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_MOST_DISK, _MOST_DISK))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _listen(reading: int, seconds: float) -> tuple[bytes, bool]:
    """What the fork said until it closed the pipe, and whether that was in time."""
    deadline = time.monotonic() + seconds
    said = b""
    while len(said) <= _MOST_ANSWER:
        ready, _, _ = select.select([reading], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            return said, False
        part = os.read(reading, 1 << 16)
        if not part:
            return said, True
        said += part
    return b"", True


def main(arguments: list[str]) -> None:
    """Read the plan, run it, answer on the descriptor that the only argument names."""
    channel = int(arguments[1])
    os.set_inheritable(channel, False)
    text = answer(
        sys.stdin.read(), forking=hasattr(os, "fork"), ready=lambda: _write(channel, READY)
    ).encode()
    _write(channel, text)


if __name__ == "__main__":
    main(sys.argv)
