"""Our own homework is judged apart: what is expected is never where a child's program is."""

import json
from collections.abc import Sequence
from pprint import pformat
from typing import Any

import pytest

from codekids_exercises.challenge import Case, Check, Hint, Limits, ReleasedChallenge, Task
from codekids_exercises.homework_notebook import teachers_data
from codekids_grading.course_marking import Work, prepare
from codekids_grading.courses import read_course
from codekids_grading.executing import Cell, Ran, run_cells
from codekids_grading.homeworks import Homeworks, carried
from codekids_grading.marking import TaskMark
from codekids_grading.sandbox import Sandbox
from grading.course_folder import CourseFolder, answer, code, notebook

SECRET = 831 * 2
TASK = Task(
    "make",
    "def twice(n):\n    ...",
    limits=Limits(seconds=1.0),
    checks=(
        Check(
            "doubles",
            "call",
            {},
            (Case(call="twice(2)", gives="4"), Case(call="twice(831)", gives=str(SECRET), hidden=True)),
            "It doubles.",
            "It does not double yet.",
        ),
    ),
    hints=(Hint("question", "How much is twice two?"),),
)
FULL = ReleasedChallenge("our-set", "homework", "en", "v1", "Twice", {"make": TASK})
ABOUT = {"set": "our-set", "homework": True, "language": "en", "version": "v1"}


def check_cell(task: Task) -> str:
    """As exercises writes it."""
    data = pformat(teachers_data(FULL, task), width=100, sort_dicts=False)
    return (
        "### BEGIN HIDDEN TESTS\nfrom codekids_exercises.homework_check import teachers_check\n"
        f"check = teachers_check(\n{data}\n)\n### END HIDDEN TESTS\ncheck({task.id!r})"
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> CourseFolder:
    """A course with a homework of ours: one task that is judged and one that a person reviews."""
    course = CourseFolder(tmp_path_factory.mktemp("homework") / "course")
    book = notebook(
        [
            code("import math", "begin", locked=True),
            answer("make", "def twice(n):\n    return 2 * n"),
            code(check_cell(TASK), "make-check", grade=True, locked=True, points=2),
            code(
                "### BEGIN SOLUTION\nprint(1)\n### END SOLUTION", "own", grade=True, solution=True, points=3
            ),
        ]
    )
    book["metadata"]["satul"] = ABOUT
    course.write(course.folder / "source" / "ps1" / "problem1.ipynb", book)
    course.generate()
    return course


@pytest.fixture
def work(made: CourseFolder, sandbox: Sandbox) -> Work:
    """Ready to mark it."""
    homeworks = Homeworks(prelude="")
    return prepare(read_course(made.folder), "ps1", sandbox, judge_of=homeworks.judge_of)


def marked(made: CourseFolder, work: Work, student: str, source: str) -> TaskMark:
    """The mark of an answer."""
    made.hand_in(student, {"make": source, "own": "print('mine')"})
    found = work.mark_one(student)
    assert not found.trouble
    marking = found.markings["problem1"]
    assert marking is not None and marking.notebook is not None
    own = next(task for task in marking.tasks if task.grade_id == "own")
    assert (own.points, own.judged) == (None, "person")
    assert str(SECRET) not in json.dumps(marking.notebook), "a hidden case is in what a child may see"
    return next(task for task in marking.tasks if task.grade_id == "make-check")


def test_a_right_answer_has_all_points_and_its_sentences(made: CourseFolder, work: Work) -> None:
    mark = marked(made, work, "right", "def twice(n):\n    return n + n")
    assert (mark.points, mark.max_points, mark.judged, mark.task) == (2.0, 2.0, "apart", "make")
    assert mark.checks[0].message == "It doubles." and mark.source.startswith("def twice")
    assert made.points("right") == {"make-check": 2.0, "own": None}


LOOKS = """
import inspect
def twice(n):
    if n == 2: return 4
    for frame in [f.frame for f in inspect.stack()]:
        for value in list(frame.f_locals.values()) + list(frame.f_globals.values()):
            if str(1661 + 1) in repr(value)[:100000]: return 1661 + 1
"""


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("def twice(n):\n    return 4", id="known-cases-only"),
        pytest.param("class Yes:\n    def __eq__(self, other): return True\ndef twice(n): return Yes()", id="equal"),
        pytest.param("class Four(int):\n    def __eq__(self, other): return True\ndef twice(n): return Four(4)", id="equal-int"),
        pytest.param("def twice(n):\n    while True: pass", id="loop"),
        pytest.param("while True: pass", id="loop-at-once"),
        pytest.param("import os\nos._exit(0)", id="exit"),
        pytest.param("import os\nfor n in range(100):\n    os.fork()", id="forks"),
        pytest.param("import os, json\nfor n in range(20):\n    try: os.write(n, json.dumps({'runs': [{'ended': 'ok'}] * 2}).encode())\n"
                     "    except OSError: pass", id="forged"),
        pytest.param(LOOKS, id="looks-around"),
        pytest.param("", id="nothing"),
    ],
)  # fmt: skip
def test_no_points_for_less(made: CourseFolder, work: Work, source: str) -> None:
    assert marked(made, work, "other", source).points == 0.0


def test_an_answer_that_the_judge_stopped_is_shown_for_a_moment_only(
    made: CourseFolder, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Cell] = []

    def looking(cells: Sequence[Cell], sandbox: Sandbox, **rules: Any) -> tuple[Ran, ...]:
        asked.extend(cells)
        return run_cells(cells, sandbox, **rules)

    monkeypatch.setattr("codekids_grading.marking.run_cells", looking)
    mark = marked(made, work, "looper", "while True:\n    pass")
    most = {cell.source: cell.most for cell in asked}
    assert mark.points == 0.0 and most["while True:\n    pass"] < most["print('mine')"]


def test_the_source_notebook_carries_all_cases_but_only_the_source(made: CourseFolder, work: Work) -> None:
    found = carried(work.templates["problem1"])
    assert found is not None and found.tasks["make"].checks == TASK.checks
    assert str(SECRET) not in (made.folder / "release" / "ps1" / "problem1.ipynb").read_text()
