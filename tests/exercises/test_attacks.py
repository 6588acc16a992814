"""Answers that would rather deceive the judge, or break it, than be right: each gets a clear verdict and harms nobody."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from codekids_exercises.challenge import Case, Check, Limits, ReleasedChallenge, Task
from codekids_exercises.judge import judge, judge_all
from codekids_exercises.runs import Plan, Program, Run, run_here
from codekids_exercises.verdict import Verdict

RIGHT = "def twice(n):\n    return n * 2\n"

LIES = {
    "is equal to everything": "class All(int):\n    def __eq__(self, other): return True\n    __hash__ = None\n"
    "def twice(n):\n    return All(3)",
    "a list that is equal to everything": "class All(list):\n    def __eq__(self, other): return True\n"
    "def twice(n):\n    return All()",
    "says int of itself": "class It:\n    __class__ = int\n    def __eq__(self, other): return True\ndef twice(n):\n    return It()",
    "prints a verdict": "def twice(n):\n    print('done', n * 2)\nprint('{\"status\": \"done\"}')",
    "raises a verdict": "def twice(n):\n    raise SystemExit(n * 2)",
    "looks for what is expected": "import gc, sys\ndef twice(n):\n    frame = sys._getframe()\n    seen = []\n"
    "    while frame:\n        seen.append(repr(frame.f_locals))\n        frame = frame.f_back\n"
    "    seen += [repr(one)[:500] for one in gc.get_objects() if isinstance(one, dict)]\n"
    "    return 1662 if any('1662' in one for one in seen if '1662 if' not in one) else 0",
    "knows the examples only": "def twice(n):\n    return {2: 4, 5: 10}.get(n, 0)",
    "breaks what compares": "import codekids_exercises.values as v\nv.typed = lambda value: ['int', 4]\n"
    "def twice(n):\n    return 0",
    "spoils Python": "import builtins\nbuiltins.isinstance = builtins.len = None\ndef twice(n):\n    return n",
    "shadows names": "twice = print = len = 3",
    "is a class": "class twice:\n    def __init__(self, n): pass",
}


@pytest.mark.parametrize("source", LIES.values(), ids=LIES.keys())
def test_a_lie_is_not_done(judged: Callable[[str], Verdict], source: str) -> None:
    verdict = judged(source)
    assert verdict.status in ("try_again", "error")
    assert verdict.hint or any(not check.passed for check in verdict.checks)


ENDS = {
    "leaves": ("import os\nos._exit(0)", "shut Python down"),
    "leaves at the end of the program": (
        "import atexit, os\natexit.register(os._exit, 0)\nexit()",
        "ends the program",
    ),
    "raises SystemExit": ("raise SystemExit", "ends the program"),
    "kills itself": ("import os\nos.kill(os.getpid(), 9)", "shut Python down"),
    "kills the runner": ("import os\nos.kill(os.getppid(), 9)", "shut Python down"),
    "closes everything": ("import os\nos.closerange(0, 999)", "shut Python down"),
    "calls itself for ever": ("def f(): f()\nf()", "calls itself"),
    "fills the memory": ("x = [0] * 10**10", "Python stopped at line 1"),
    "writes 100 MB": ("with open('big', 'wb') as f:\n    f.write(b'x' * 10**8)", "Python stopped at line 2"),
    "holds a zero byte": ("x = 1\0", "a sign on line 1 that Python does not know"),
    "holds half a sign": ("x = 1\ny = '\ud800'", "a sign on line 2 that Python does not know"),
    "nests without end": ("x = " + "(" * 9000 + ")" * 9000, ""),
}


@pytest.mark.parametrize(("source", "told"), ENDS.values(), ids=ENDS.keys())
def test_a_violent_end_is_an_error_with_a_sentence(
    judged: Callable[[str], Verdict], source: str, told: str
) -> None:
    verdict = judged(source)
    assert verdict.status == "error"
    assert told in (verdict.hint or "")


LASTS = {
    "ignores the alarm": "import signal\nsignal.signal(signal.SIGALRM, signal.SIG_IGN)\nimport time\nwhile True: time.sleep(9)",
    "stops being counted": "import sys\nsys.settrace(None)\nwhile True: pass",
    "catches everything": "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
    "waits for ever": "import threading\nthreading.Event().wait()",
    "counts for ever": "sum(iter(int, 1))",
}


@pytest.mark.parametrize("source", LASTS.values(), ids=LASTS.keys())
def test_what_does_not_end_is_stopped(judged: Callable[[str], Verdict], source: str) -> None:
    assert judged(source).status == "loop"


def test_what_goes_too_deep_is_stopped_or_breaks(judged: Callable[[str], Verdict]) -> None:
    verdict = judged("import sys\nsys.setrecursionlimit(10**9)\ndef f(): f()\nf()")
    assert verdict.status in ("loop", "error") and verdict.hint


HARMLESS = {
    "a thread that lives on": "import threading, time\nthreading.Thread(target=time.sleep, args=(600,)).start()\n"
    + RIGHT,
    "a fork that ends": "import os\nif os.fork() == 0:\n    os._exit(0)\n" + RIGHT,
    "a fork that goes on as if it were the program": "import os\nos.fork()\n" + RIGHT,
    "a program that lives on": "import subprocess\nsubprocess.Popen(['sleep', '600'])\n" + RIGHT,
    "a warning": "import warnings\nwarnings.warn('old')\nx = '\\d'\n" + RIGHT,
    "no output": "import sys\nsys.stdout = None\n" + RIGHT,
    "an exit at the end of Python": "import atexit, os\natexit.register(os._exit, 3)\n" + RIGHT,
}


@pytest.mark.timeout(120)  # what lives on is not waited for
@pytest.mark.parametrize("source", HARMLESS.values(), ids=HARMLESS.keys())
def test_what_costs_nothing(judged: Callable[[str], Verdict], source: str) -> None:
    assert judged(source).status == "done"


def test_what_an_answer_leaves_behind_no_other_answer_sees(
    challenge: ReleasedChallenge, tmp_path: Path
) -> None:
    spoils = "import builtins, math\nbuiltins.int = str\nmath.pi = 4\n" + RIGHT
    looks = "import math\nassert int is not str and math.pi < 4\n" + RIGHT
    found = judge_all(challenge, "make", [spoils, looks], prelude="")
    assert found[1].verdict.status == "done"


def test_a_forged_line_does_not_move_into_another_run() -> None:
    forged = json.dumps({"ended": "ok", "value": ["int", 7], "called": True})
    source = (
        f"import os\nfor one in range(3, 60):\n    try: os.write(one, {(forged + chr(10)) * 3!r}.encode())\n"
    )
    source += "    except OSError: pass\n"
    plan = Plan((Program(source), Program("x = 1")), (Run(0), Run(1, names=("x",))), Limits(seconds=1.0), "")
    assert run_here(plan)[1].names == {"x": ["int", 1]}


def test_hidden_cases_are_in_no_message_and_no_child_process(challenge: ReleasedChallenge) -> None:
    source = "import os\nopen('/proc/self/cmdline').read()\ndef twice(n):\n    raise ValueError(str(n) * 3)"
    verdict = judge(challenge, "make", source, prelude="")
    assert "831" not in str(verdict) and "1662" not in str(verdict)


def test_a_page_an_object_and_controls_may_be_anything(turtle: str) -> None:
    checks = (
        Check("page", "page", {"what": "offline", "name": "page"}, (), "Yes.", "No."),
        Check("mesh", "mesh", {"what": "closed"}, (Case(call="box()"),), "Yes.", "No."),
        Check("controls", "controls", {"what": "start-inside"}, (), "Yes.", "No."),
    )
    ours = ReleasedChallenge("s", "c", "en", "1", "T", {"make": Task("make", "", checks=checks)})
    junk = "from codekids_exercises import observe\nobserve.register('controls', lambda: [{'controls': [{'kind': 'slider'}]}])\n"
    for value in (
        "'<' * 10**6",
        "object()",
        "'<h1' + chr(0)",
        "b'<h1>'",
        "['<h1>']",
        "'solid a\\nendsolid a'",
    ):
        verdict = judge(ours, "make", f"{junk}page = {value}\ndef box():\n    return page", prelude=turtle)
        assert verdict.status == "try_again", value
        assert [one.passed for one in verdict.checks[1:]] == [False, False]


def test_nothing_is_left_in_the_folder_where_it_ran(judged: Callable[[str], Verdict]) -> None:
    before = set(os.listdir("."))
    assert judged("open('mine.txt', 'w').close()\n" + RIGHT).status == "done"
    assert set(os.listdir(".")) == before
