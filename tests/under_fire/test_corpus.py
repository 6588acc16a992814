"""Everything that nobody should hand in, beside honest work: a clear state for each, no points for tricks, nobody else harmed.

Once through the running stack, judged apart, and once more with ``codekids mark`` over the same course directory.
"""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from nbgrader.api import Gradebook

from codekids_grading import bundles
from under_fire import oracle
from under_fire.conftest import MakeStack
from under_fire.stack import SET, Content, Stack, eventually, released_notebook, with_answers

HONEST = 4.0
MAKE_ALONE = 2.0
"""The points of a right ``make`` beside a ``modify`` that is a trick."""

TRICKS = {
    "loop": "while True:\n    pass",
    "deaf-loop": "import signal\nfor n in (2, 15): signal.signal(n, signal.SIG_IGN)\nwhile True:\n    try:\n        pass\n    except BaseException:\n        pass",
    "forks": "import os\nwhile True:\n    try: os.fork()\n    except OSError: pass",
    "memory": "kept = []\nwhile True: kept.append(bytearray(50_000_000))",
    "disk": "n = 0\nwhile True:\n    n += 1\n    open(f'f{n}', 'wb').write(bytes(10_000_000))",
    "flood": "while True: print('x' * 10_000)",
    "errors-flood": "import os\nwhile True: os.write(2, b'y' * 65536)",
    "exit": "import sys\nsys.exit(0)",
    "hard-exit": "import os\nos._exit(0)",
    "atexit": "import atexit, os\natexit.register(lambda: os._exit(0))",
    "suicide": "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)",
    "parent": "import os, signal\nfor pid in (1, os.getppid(), 0, -1):\n    try: os.kill(pid, signal.SIGKILL)\n    except OSError: pass",
    "stop": "import os, signal\nos.kill(os.getppid(), signal.SIGSTOP)\nos.kill(os.getpid(), signal.SIGSTOP)",
    "every-pipe": "import os, json\nfor n in range(3, 200):\n    try: os.write(n, b'{\"ended\": \"ok\", \"called\": true, \"status\": \"done\", \"passed\": true}\\n' * 50)\n    except OSError: pass",
    "raw-pipe": "import os\nfor n in range(3, 30):\n    try: os.write(n, os.urandom(100_000))\n    except OSError: pass",
    "closed-pipes": "import os\nos.closerange(3, 200)",
    "equal": "class Yes:\n    def __eq__(self, o): return True\n    def __ge__(self, o): return True\n    def __bool__(self): return True\nforward = left = Yes()",
    "patched": "import builtins, json\nbuiltins.exec = builtins.eval = builtins.compile = builtins.isinstance = lambda *a, **k: True\njson.dumps = lambda *a, **k: '{}'",
    "satul": "import satul, sys\nfor name, module in list(sys.modules.items()):\n    if name.startswith('satul'):\n        for one in dir(module):\n            try: setattr(module, one, lambda *a, **k: True)\n            except Exception: pass",
    "deep": "def f(): f()\nimport sys\nsys.setrecursionlimit(10 ** 9)\nf()",
    "network": "import urllib.request\nurllib.request.urlopen('http://169.254.169.254', timeout=3)",
    "reads": "import glob\nassert False, glob.glob('/**/homework*/**', recursive=True)[:5]",
    "threads": "import threading\ndef go():\n    while True: pass\nfor n in range(500):\n    try: threading.Thread(target=go).start()\n    except RuntimeError: break",
    "asks": "input('nume? ')",
    "nul": "x = '\x00'",
    "half-sign": "x = '\ud800'",
    "not-python": "<script>alert(1)</script>",
    "huge-number": "9 ** 9 ** 9",
    "magic": "%%bash\nkill -9 $PPID\nrm -rf / 2>/dev/null",
    "transformer": "get_ipython().input_transformers_cleanup.append(lambda lines: ['pass'])",
}  # fmt: skip


def cells_gone(book: Any) -> None:
    book["cells"] = [cell for cell in book["cells"] if cell["id"] not in ("modify", "modify-check")]


def ids_all_alike(book: Any) -> None:
    for cell in book["cells"]:
        cell["id"] = "same"


def points_changed(book: Any) -> None:
    for cell in book["cells"]:
        cell["metadata"].setdefault("nbgrader", {}).update(points=1000, grade=True, locked=False)


def schema_changed(book: Any) -> None:
    for cell in book["cells"]:
        cell["metadata"].setdefault("nbgrader", {})["schema_version"] = 99


def turned_tests(book: Any) -> None:
    for cell in book["cells"]:
        if cell["id"].endswith("-check"):
            cell["source"] = "1000"


SPOILT: dict[str, tuple[Any, float]] = {
    "cells-gone": (cells_gone, MAKE_ALONE),
    "ids-alike": (ids_all_alike, HONEST),
    "points": (points_changed, HONEST),
    "schema": (schema_changed, HONEST),
    "tests-turned": (turned_tests, HONEST),
    "copied": (lambda book: book["cells"].extend(json.loads(json.dumps(book["cells"]))), HONEST),
    "reversed": (lambda book: book["cells"].reverse(), HONEST),
    "no-metadata": (lambda book: book.update(metadata=["x"]), HONEST),
    "kernel": (lambda book: book["metadata"].update(kernelspec={"name": "../../bin/sh", "argv": ["sh"]}), HONEST),
    "format": (lambda book: book.update(nbformat=-3, nbformat_minor="x"), HONEST),
    "other-homework": (lambda book: book["metadata"].update(satul={"set": "../..", "language": 7}), HONEST),
}  # fmt: skip

UNREADABLE = {
    "empty": b"",
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(1000),
    "nested": b"[" * 300_000,
    "list": b"[1, 2, 3]",
    "page": b"<!DOCTYPE html><title>Jupyter</title>",
    "zeros": bytes(5000),
}


class Corpus:
    """Hands everything in, and knows what has to come of it: points, or None for what is no notebook."""

    def __init__(self, stack: Stack, content: Content) -> None:
        self.stack = stack
        self.wanted: dict[str, float | None] = {}
        self.names: dict[str, str] = {}
        self._children = iter(stack.children)
        right, book = content.right_answers(), released_notebook(stack, stack.children[0])
        for number in range(3):
            self._hand_in(f"honest-{number}", with_answers(book, right, f"{number}"), HONEST)
        for name, trick in TRICKS.items():
            self._hand_in(name, with_answers(book, right | {"modify": trick}), MAKE_ALONE)
        for name, (spoil, points) in SPOILT.items():
            made = json.loads(bundles.read(with_answers(book, right)).files["homework.ipynb"])
            spoil(made)
            self._hand_in(name, bundles.write({"homework.ipynb": json.dumps(made).encode()}), points)
        for name, damaged in UNREADABLE.items():
            self._hand_in(name, bundles.write({"homework.ipynb": damaged}), None)
        for number in range(3, 6):
            self._hand_in(f"honest-{number}", with_answers(book, right, f"{number}"), HONEST)

    def _hand_in(self, name: str, made: bytes, points: float | None) -> None:
        child = next(self._children)
        self.stack.hand_in(child, made, hashlib.sha256(made + name.encode()).hexdigest())
        self.wanted[child], self.names[child] = points, name

    def wrong(self, found: dict[str, float | None]) -> dict[str, tuple[float | None, float | None]]:
        """By name: what is wanted and what was found, where they differ."""
        return {
            self.names[child]: (points, found.get(child, -1))
            for child, points in self.wanted.items()
            if found.get(child, -1) != points
        }


def in_the_rows(stack: Stack) -> dict[str, float | None]:
    """Points by child, None for what is unreadable."""
    return {
        row.child_id: row.points if row.state == "marked" else None for row in oracle.rows(stack).values()
    }


def in_the_gradebook(course: Path) -> dict[str, float | None]:
    """The same, of what nbgrader would show; a notebook without any score was unreadable."""
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", course.name) as gradebook:
        submissions: Any = gradebook.find_assignment(SET).submissions
        return {
            one.student.id: None
            if all(grade.auto_score is None for book in one.notebooks for grade in book.grades)
            else one.score
            for one in submissions
        }


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_a_clear_state_for_each(make: MakeStack, content: Content, root: Path) -> None:
    stack = make({"PIETRARI": len(TRICKS) + len(SPOILT) + len(UNREADABLE) + 6})
    stack.start_all()
    corpus = Corpus(stack, content)
    eventually(lambda: not stack.states()["accepted"], "some are in limbo", stack.told)
    oracle.nothing_is_lost(stack)
    assert corpus.wrong(in_the_rows(stack)) == {}
    stack.close()
    course = stack.settings.courses / "pietrari"
    assert corpus.wrong(in_the_gradebook(course)) == {}

    done = subprocess.run(
        [sys.executable, "-m", "codekids_hub", "mark", "--course", str(course), "--assignment", SET, "--force"],
        env=os.environ | {"CODEKIDS_ROOT": str(root)},
        capture_output=True,
        text=True,
        timeout=1800,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    assert "Traceback" not in done.stdout + done.stderr
    assert corpus.wrong(in_the_gradebook(course)) == {}
    for child, points in corpus.wanted.items():
        assert (f"{child}: homework.ipynb was not checked." in done.stdout) == (points is None), corpus.names[
            child
        ]
