"""A plan of runs, what was observed in each, and how they are run: in another process, one fork a run.

The plan holds the child's programs and what to call them with. It never holds what is expected: that stays with the
judge.
"""

import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from codekids_exercises import runner
from codekids_exercises.challenge import ContentError, Limits
from codekids_exercises.values import Typed

PRELUDE = "from satul import *\n"
"""What stands above every child's program."""

_MOST_ANSWER_BYTES = 64_000_000


class RunnerFailed(ContentError):
    """The runner itself could not work: not the child's doing. The answer was not judged."""


@dataclass(frozen=True)
class Program:
    """A child's program and the code that is given above it."""

    source: str
    given: str = ""


@dataclass(frozen=True)
class Run:
    """One clean start of a program. `call`: a call with literal arguments, made after it. `names`: variables to read.
    `seed`: where chance starts, None for wherever the attempt says. `given`: what stands above the program, instead of
    its own. `twice`: the program runs once more in the same place.
    """

    program: int
    inputs: tuple[str, ...] = ()
    call: str | None = None
    names: tuple[str, ...] = ()
    seed: int | None = None
    given: str | None = None
    twice: bool = False


@dataclass(frozen=True)
class Plan:
    """Everything that a runner process needs to know."""

    programs: tuple[Program, ...]
    runs: tuple[Run, ...]
    limits: Limits = field(default_factory=Limits)
    prelude: str = PRELUDE
    language: str = "ro"
    together: bool = False
    """Whether runs share a process until one breaks it: much faster, for programs that are our own."""

    @property
    def longest(self) -> float:
        """Seconds by the clock after which the runner is not waited for: one run of each program may take all its time."""
        return 20 + (self.limits.patience + 1) * (len(self.programs) + 1)

    def to_json(self) -> str:
        """The plan as the runner reads it."""
        return json.dumps(asdict(self))


@dataclass(frozen=True)
class Failure:
    """Python's own error, or one of satul's. `kind`: its class; `line`: in the child's program, None when it is elsewhere;
    `about`: which of satul's sentences it is, whatever the language.
    """

    kind: str
    message: str
    line: int | None = None
    text: str = ""
    about: str = ""

    @property
    def sort(self) -> str:
        """What is alike for errors of one sort."""
        return f"{self.kind} {self.about}".rstrip()


@dataclass(frozen=True)
class Observation:
    """What one run showed.

    `ended`: ok, error, steps (too many lines run), time (too long), output (flood), asked (more `input()` than were
    answered), missing (no function of that name), gone (the process ended itself), skipped (an earlier run of the program
    did not end). `called`: whether it came as far as the call.
    `value`, `arguments`, `names`: typed values. `seen`: snapshots by producer. `line`: where it was when stopped.
    `first`: what was printed the first time, where a program ran twice. `seconds`: how long it took; two observations are
    equal whatever that was.
    """

    ended: str
    called: bool = False
    printed: str = ""
    asked: int = 0
    value: Typed | None = None
    arguments: Typed | None = None
    names: dict[str, Typed] = field(default_factory=dict)
    seen: dict[str, Any] = field(default_factory=dict)
    failure: Failure | None = None
    line: int | None = None
    first: str | None = None
    seconds: float = field(default=0.0, compare=False)

    @property
    def endless(self) -> bool:
        """Whether the program had to be stopped."""
        return self.ended in ("steps", "time", "output")


GONE = Observation("gone")

Runner = Callable[[Plan], tuple[Observation, ...]]


def run_here(plan: Plan) -> tuple[Observation, ...]:
    """Run the plan on this machine: in a fresh interpreter, or in this one where there are no processes (Pyodide).

    Raises RunnerFailed.
    """
    if sys.platform == "emscripten":
        return observations(runner.answer(plan.to_json(), forking=False), plan)
    return read_answer(_in_fresh_interpreter(plan), plan)


def runner_command(channel: int) -> list[str]:
    """The command line of the runner; it reads the plan from stdin and answers on the file descriptor `channel`."""
    return [sys.executable, "-s", "-P", "-B", str(Path(runner.__file__)), str(channel)]


def read_answer(answer: bytes, plan: Plan) -> tuple[Observation, ...]:
    """Read what a runner process wrote. Raises RunnerFailed when it broke before a child's program began."""
    if not answer.startswith(runner.READY):
        return observations(answer.decode("utf-8", "replace"), plan)
    try:
        return observations(answer.removeprefix(runner.READY).decode("utf-8", "replace"), plan)
    except RunnerFailed:  # a child's program ended the runner
        return (GONE,) * len(plan.runs)


def observations(answer: str, plan: Plan) -> tuple[Observation, ...]:
    """Read a runner's answer. A run whose answer makes no sense is `gone`. Raises RunnerFailed."""
    try:
        data = json.loads(answer)
        failed, found = data.get("failed"), data.get("runs", [])
    except (ValueError, AttributeError, RecursionError) as error:
        raise RunnerFailed(f"The runner process gave no answer ({error}). Try again.") from error
    if failed:
        raise RunnerFailed(f"The line {plan.prelude.strip()!r} failed in the runner process: {failed}")
    if not isinstance(found, list) or len(found) != len(plan.runs):
        raise RunnerFailed("The runner process did not answer every run. Try again.")
    return tuple(_observation(one) for one in found)


def _observation(data: Any) -> Observation:
    try:
        failure = data.get("failure")
        return Observation(
            ended=_of(str, data["ended"]),
            called=data.get("called") is True,
            printed=_of(str, data.get("printed", "")),
            asked=_of(int, data.get("asked", 0)),
            value=data.get("value"),
            arguments=data.get("arguments"),
            names=_of(dict, data.get("names", {})),
            seen=_of(dict, data.get("seen", {})),
            failure=None if failure is None else _failure(failure),
            line=_line(data.get("line")),
            first=None if data.get("first") is None else _of(str, data["first"]),
            seconds=_of(float, data.get("seconds", 0.0)),
        )
    except (KeyError, TypeError, AttributeError, ValueError):
        return GONE


def _failure(data: Any) -> Failure:
    kind, message, text, about = (_of(str, data[name]) for name in ("kind", "message", "text", "about"))
    return Failure(kind, message, _line(data["line"]), text, about)


def _of(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise TypeError(f"{kind.__name__} expected")
    return value


def _line(value: Any) -> int | None:
    return value if type(value) is int else None


def _in_fresh_interpreter(plan: Plan) -> bytes:
    reading, writing = os.pipe()
    try:
        with tempfile.TemporaryDirectory(prefix="codekids-") as folder:
            try:
                process = subprocess.Popen(
                    runner_command(writing),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    pass_fds=(writing,),
                    cwd=folder,
                    env=environment(plan, folder),
                    start_new_session=True,
                )
            finally:
                os.close(writing)
            return _talk(process, plan, reading)
    finally:
        os.close(reading)


def environment(plan: Plan, folder: str) -> dict[str, str]:
    """What the runner sees of ours: no token, no address; a fixed hash seed, so that a set prints alike every time."""
    own = {"HOME": folder, "CODEKIDS_LANGUAGE": plan.language, "PYTHONHASHSEED": "0", "PYTHONUTF8": "1"}
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "SYSTEMROOT") if name in os.environ}
    return kept | own


def _talk(process: subprocess.Popen[bytes], plan: Plan, reading: int) -> bytes:
    deadline = time.monotonic() + plan.longest
    try:
        assert process.stdin is not None  # Popen was given a pipe
        try:
            process.stdin.write(plan.to_json().encode())
            process.stdin.close()
        except BrokenPipeError:
            pass
        return _read_until(reading, deadline)
    finally:
        _end(process)


def _read_until(reading: int, deadline: float) -> bytes:
    parts: list[bytes] = []
    size = 0
    while size < _MOST_ANSWER_BYTES:
        ready, _, _ = select.select([reading], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            break
        part = os.read(reading, 1 << 16)
        if not part:
            break
        parts.append(part)
        size += len(part)
    return b"".join(parts)


def _end(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(timeout=0.5)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def lines_of(text: str) -> Sequence[str]:
    """Printed text as lines without the empty end and without spaces at line ends."""
    return [line.rstrip() for line in text.rstrip().splitlines()]
