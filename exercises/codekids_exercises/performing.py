"""One run of a child's program in this interpreter: what it prints, asks, returns and shows, until it ends or is ended.

Nothing here knows what is expected, and nothing here forks: see `runner`.
"""

import ast
import builtins
import io
import json
import random
import re
import signal
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import CodeType, FrameType, ModuleType
from typing import Any

from codekids_exercises import observe
from codekids_exercises.values import typed

ANSWER_FILE = "<answer>"
"""The file name of the child's program in tracebacks."""

GRACE = 2.0
"""Seconds that a run which was told to stop has to say what it showed."""

_GIVEN_FILE = "<given>"
_PERHAPS_ON_ONE_LINE = re.compile(r"\b(?:for|while)\b.*:[^\S\n]*[^\s#]")
"""Something after a colon after the word of a loop: without that, no loop stands on one line."""
_MOST_PRINTED = 50_000


class Stop(BaseException):
    """The run is over; not an Exception, so that a child's `except` rarely swallows it."""

    def __init__(self, why: str, line: int | None = None) -> None:
        self.why = why
        self.line = line


class _Printed(io.StringIO):
    """What the program prints, up to a limit."""

    def write(self, text: str) -> int:
        room = _MOST_PRINTED - self.tell()
        super().write(text[: max(0, room)])
        if len(text) > room:
            raise Stop("output")
        return len(text)

    def clear(self) -> None:
        """Forget what was printed."""
        self.seek(0)
        self.truncate()


class _Steps:
    """Counts the lines of the child's own code; other code runs at full speed.

    Python tells of no new line in a loop that stands on one line, so there every small step counts.
    """

    def __init__(self, most: int, *, finely: bool) -> None:
        self.left = most
        self.finely = finely

    def enter(self, frame: FrameType, event: str, arg: object) -> Callable[..., Any] | None:
        if frame.f_code.co_filename != ANSWER_FILE:
            return None
        frame.f_trace_opcodes = self.finely
        return self.step

    def step(self, frame: FrameType, event: str, arg: object) -> Callable[..., Any]:
        if event in ("line", "opcode"):
            self.left -= 1
            if self.left < 0:
                raise Stop("steps", frame.f_lineno)
        return self.step


class _Answers:
    """`input()` with scripted answers."""

    def __init__(self, answers: list[str]) -> None:
        self.answers = answers
        self.asked = 0

    def __call__(self, prompt: object = "") -> str:
        self.asked += 1
        if self.asked > len(self.answers):
            raise Stop("asked")
        return self.answers[self.asked - 1]


def perform(plan: Mapping[str, Any], run: Mapping[str, Any], space: Mapping[str, Any]) -> dict[str, Any]:
    """One run."""
    program = plan["programs"][run["program"]]
    given = program["given"] if run.get("given") is None else run["given"]
    module = ModuleType("__main__")
    module.__dict__.update(space)
    stage = _Stage(module.__dict__, _Printed(), _Answers(run["inputs"]), run.get("seed") or 0)
    kept = (sys.stdout, sys.stderr, builtins.input, sys.modules.get("__main__"), sys.gettrace())
    found: dict[str, Any] = {"ended": "ok"}
    began = time.perf_counter()
    try:
        sys.stdout, sys.stderr, builtins.input = stage.printed, _Printed(), stage.answers
        sys.modules["__main__"] = module
        stage.set_up()
        stage.play(given, program["source"], run, plan["limits"]["steps"], found)
    except Stop as stop:
        found.update({"ended": stop.why, "line": stop.line})
    except BaseException as error:  # noqa: BLE001 - a child's program may raise anything
        found.update({"ended": "error", "failure": _failure(error)})
    finally:
        sys.settrace(kept[4])
        sys.stdout, sys.stderr, builtins.input = kept[0], kept[1], kept[2]
        if kept[3] is not None:
            sys.modules["__main__"] = kept[3]
    found["seconds"] = round(time.perf_counter() - began, 4)
    found.update({"printed": stage.printed.getvalue(), "asked": stage.answers.asked, "seen": _seen()})
    return found


@dataclass(frozen=True)
class _Stage:
    """Where a program runs: its names, what it prints, who answers it, where chance starts."""

    space: dict[str, Any]
    printed: _Printed
    answers: _Answers
    seed: int

    def set_up(self) -> None:
        """Nothing was drawn, printed or asked; chance starts anew."""
        observe.reset()
        self.printed.clear()
        self.answers.asked = 0
        random.seed(self.seed)

    def play(self, given: str, source: str, run: Mapping[str, Any], most: int, found: dict[str, Any]) -> None:
        """Everything that a run asks for; `found` gets what it shows."""
        code = _compiled(source, ANSWER_FILE)
        steps = _Steps(most, finely=_loops_on_one_line(source))
        self._run(given, code, steps)
        if run.get("twice"):
            found["first"] = self.printed.getvalue()
            self.set_up()
            self._run(given, code, steps)
        if run["call"] is not None:
            sys.settrace(steps.enter)
            self._call(run["call"], found)
        names = {name: typed(self.space[name]) for name in run["names"] if name in self.space}
        found["names"] = names

    def _run(self, given: str, code: CodeType, steps: _Steps) -> None:
        exec(_compiled(given, _GIVEN_FILE), self.space)  # noqa: S102 - what this process is for
        sys.settrace(steps.enter)
        exec(code, self.space)  # noqa: S102 - what this process is for
        sys.settrace(None)

    def _call(self, text: str, found: dict[str, Any]) -> None:
        self.printed.clear()  # what the call prints is another thing than what the program prints
        name, values = _call_in(text)
        function = self.space.get(name)
        if not callable(function):
            raise Stop("missing")
        arguments = [ast.literal_eval(value) for value in values]
        found["called"] = True
        random.seed(self.seed)
        value = function(*arguments)
        sys.settrace(None)
        found.update({"value": typed(value), "arguments": typed(arguments)})


@lru_cache(256)
def _call_in(text: str) -> tuple[str, tuple[ast.expr, ...]]:
    """The function that is called, and with what."""
    call = ast.parse(text, mode="eval").body
    assert isinstance(call, ast.Call)  # the reader of the content saw to it
    assert isinstance(call.func, ast.Name)
    return call.func.id, tuple(call.args)


@lru_cache(256)
def _compiled(source: str, file: str) -> CodeType:
    plain = source.isascii() and "\0" not in source
    for number, line in enumerate(() if plain else source.split("\n"), 1):
        if not _readable(line):  # a zero byte, half a sign: no text that Python could read
            raise SyntaxError("invalid character", (file, number, None, None))
    return compile(source, file, "exec")


def _readable(line: str) -> bool:
    return "\0" not in line and not any("\ud800" <= sign <= "\udfff" for sign in line)


@lru_cache(256)
def _loops_on_one_line(source: str) -> bool:
    if not _PERHAPS_ON_ONE_LINE.search(source):  # to read a program once more takes longer than to run most
        return False
    loops = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.For | ast.While))
    return any(loop.body[0].lineno == loop.lineno for loop in loops)


def _seen() -> dict[str, Any]:
    try:
        seen = observe.snapshot()
        json.dumps(seen)
    except BaseException:  # noqa: BLE001 - the child's program may have broken the producer
        return {}
    return seen


def _failure(error: BaseException) -> dict[str, Any]:
    try:
        message = str(error)[:500]
    except BaseException:  # noqa: BLE001 - a child's own exception class
        message = ""
    if isinstance(error, SyntaxError):
        message, line = error.msg, error.lineno
        if error.filename != ANSWER_FILE:
            line = None
        return {
            "kind": type(error).__name__,
            "message": str(message),
            "line": line,
            "text": error.text or "",
            "about": "",
        }
    line, trace = None, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == ANSWER_FILE:
            line = trace.tb_lineno
        trace = trace.tb_next
    about = _about(error)
    return {"kind": type(error).__name__, "message": message, "line": line, "text": "", "about": about}


def _about(error: BaseException) -> str:
    """What an error of satul's is about, in a word that is the same in every language; nothing for another error."""
    try:
        about = error.about  # type: ignore[attr-defined]
    except BaseException:  # noqa: BLE001 - a child's own exception class
        return ""
    return about[:100] if type(about) is str else ""


def wake_after(working: float, waiting: float) -> None:
    """Stop the run that begins now when it worked for so many seconds, or took so many by the clock; end the process of
    one that does not let itself be stopped."""

    def alarm(number: int, frame: FrameType | None) -> None:
        _set_timers(signal.SIG_DFL, GRACE, GRACE)
        raise Stop("time", _answer_line(frame))

    _set_timers(alarm, working, waiting)


def wake_no_more() -> None:
    """The run is over."""
    _set_timers(signal.SIG_IGN, 0, 0)


def _set_timers(handler: Any, working: float, waiting: float) -> None:
    for timer, number, seconds in (
        (signal.ITIMER_PROF, signal.SIGPROF, working),
        (signal.ITIMER_REAL, signal.SIGALRM, waiting),
    ):
        signal.setitimer(timer, 0)
        signal.signal(number, handler)
        signal.setitimer(timer, seconds)


def _answer_line(frame: FrameType | None) -> int | None:
    while frame is not None:
        if frame.f_code.co_filename == ANSWER_FILE:
            return frame.f_lineno
        frame = frame.f_back
    return None
