"""The process in which a child's program runs. Started as a script: reads a plan from stdin, answers on a private pipe.

It never knows what is expected. Each run is a fork of the interpreter just after the prelude, so that state is clean and
the import of satul is paid once. A run may end itself, loop, flood or lie: it only spoils its own answer. (Where a plan
says `together`, runs share a fork until one breaks it: much faster, for programs of our own.) What it answers is plain
JSON; the judge, in another process, compares. See `runs` for the shape of plan and answer.

Started with `serve` it answers one plan after another, a line each, until nobody asks: see `warm`.
"""

import json
import os
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

if __name__ == "__main__":  # started as a script: the package may not be on the path of a sealed sandbox
    sys.path.append(str(Path(__file__).resolve().parents[1]))

from codekids_exercises.challenge import Limits
from codekids_exercises.forks import Fork, Say, write
from codekids_exercises.performing import GRACE, perform, wake_after, wake_no_more

READY = b"ready\n"
"""What the runner says first, when satul is there and the child's programs may begin."""

SERVE = "serve"

_ENDLESS = ("steps", "time", "output")
_SKIPPED = {"ended": "skipped"}

_Found = dict[str, Any]

_REHEARSALS = 10
"""After so many runs Python has made whatever it makes when it first needs it, and knows which operations come often."""
_REHEARSED: Mapping[str, Any] = {
    "programs": [
        {
            "source": "def add(a, b):\n    for number in range(3):\n        b = b + number\n    return a + b\n\nprint(add(1, 2))\n",
            "given": "",
        }
    ],
    "runs": [{"program": 0, "inputs": [], "call": "add(3, 4)", "names": ["add"]}],
    "limits": {"steps": 1000},
}


def answer(
    plan_text: str, *, forking: bool, ready: Callable[[], None] = lambda: None, folder: str | None = None
) -> str:
    """Run every run of the plan. With `forking`, in forks; else one after another in this interpreter.

    `ready` is called when the prelude has worked: what breaks after that is the child's program's doing. `folder`: where
    forks stand, if not here.
    """
    plan = json.loads(plan_text)
    try:
        space = _after(plan["prelude"])
    except BaseException as error:  # noqa: BLE001 - whatever it was, the judge is told
        return json.dumps({"failed": f"{type(error).__name__}: {error}"})
    ready()
    endless: set[int] = set()
    found: list[_Found] = []
    while len(found) < len(plan["runs"]):
        rest = plan["runs"][len(found) :]
        batch = rest if plan.get("together") and forking else rest[:1]
        if batch[0]["program"] in endless:
            found.append(_SKIPPED)
            continue
        seen = _forked(plan, batch, space, folder) if forking else [perform(plan, batch[0], space)]
        endless |= _endless(batch, seen)
        found += seen
    return json.dumps({"runs": found})


def warm(prelude: str) -> None:
    """Have ready what a prelude gives: plans with this prelude find it. One that fails is told when a plan asks for it.

    A program of our own is rehearsed: what Python makes for the first run of all, each fork would make again.
    """
    with suppress(Exception):
        space = _after(prelude)
        for _ in range(_REHEARSALS):
            perform(_REHEARSED, _REHEARSED["runs"][0], space)


@cache
def _after(prelude: str) -> Mapping[str, Any]:
    """The names that the prelude gives."""
    space: dict[str, Any] = {}
    exec(compile(prelude, "<prelude>", "exec"), space)  # noqa: S102 - ours, from the judge
    del space["__builtins__"]
    return space


def _endless(runs: Sequence[Mapping[str, Any]], seen: Sequence[_Found]) -> set[int]:
    """The programs that had to be stopped: their other runs are not worth the time."""
    return {run["program"] for run, one in zip(runs, seen, strict=False) if one.get("ended") in _ENDLESS}


def _forked(
    plan: Mapping[str, Any], runs: Sequence[Mapping[str, Any]], space: Mapping[str, Any], folder: str | None
) -> list[_Found]:
    """The runs in a fork, one after another, as far as it comes: the last one may have broken it."""
    limits = Limits(**plan["limits"])
    longest = limits.patience + GRACE + 0.5

    def live(say: Say) -> None:
        os.environ["CODEKIDS_LANGUAGE"] = plan["language"]
        if folder is not None:
            os.chdir(folder)
        _perform_all(plan, runs, space, say)

    fork = Fork(live, limits.seconds * len(runs))
    found: list[_Found] = []
    try:
        while len(found) < len(runs) and (line := fork.line(longest)) is not None:
            one = _read(line)
            if one is None:
                break
            found.append(one)
    finally:
        why = fork.end()
    return found if len(found) == len(runs) else [*found, {"ended": why}]


def _perform_all(
    plan: Mapping[str, Any], runs: Sequence[Mapping[str, Any]], space: Mapping[str, Any], say: Say
) -> None:
    limits = Limits(**plan["limits"])
    stopped: set[int] = set()
    for run in runs:
        one = _SKIPPED
        if run["program"] not in stopped:
            wake_after(limits.seconds, limits.patience)
            one = perform(plan, run, space)
            wake_no_more()
        stopped |= _endless([run], [one])
        say(json.dumps(one).encode())


def _read(line: bytes) -> _Found | None:
    try:
        one = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return one if isinstance(one, dict) else None


def main(arguments: list[str]) -> None:
    """Read plans, run them, answer on the descriptor that the first argument names."""
    channel = int(arguments[1])
    os.set_inheritable(channel, False)
    if SERVE in arguments:
        serve(channel)
        return
    text = answer(sys.stdin.read(), forking=hasattr(os, "fork"), ready=lambda: write(channel, READY)).encode()
    write(channel, text)


def serve(channel: int) -> None:
    """Answer plan after plan, each in a folder of its own."""
    for plan in sys.stdin:
        with tempfile.TemporaryDirectory(dir=".", ignore_cleanup_errors=True) as folder:
            write(channel, answer(plan, forking=True, folder=folder).encode() + b"\n")


if __name__ == "__main__":
    main(sys.argv)
