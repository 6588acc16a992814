"""The course of nbgrader's own documentation, as ``nbgrader quickstart`` makes it: the same rows from us as from nbgrader.

Its two students and its notebooks are taken from the installed package when the test runs.
"""

import copy
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbgrader
import pytest
from nbgrader.api import Gradebook

from codekids_grading.course_marking import prepare
from codekids_grading.courses import read_course
from codekids_grading.sandbox import Sandbox

SUBMITTED = Path(nbgrader.__file__).parent / "docs" / "source" / "user_guide" / "submitted"
RIGHT = {
    "squares": "def squares(n):\n    if n < 1:\n        raise ValueError('n')\n    return [i ** 2 for i in range(1, n + 1)]",
    "sum_of_squares": "def sum_of_squares(n):\n    return sum(squares(n))",
}
Change = Callable[[list[dict[str, Any]]], object]


def answers(**sources: str) -> Change:
    """Answer these cells so."""

    def change(cells: list[dict[str, Any]]) -> None:
        for cell in cells:
            name = cell["metadata"].get("nbgrader", {}).get("grade_id")
            cell["source"] = sources.get(name, cell["source"])

    return change


def own_cells(cells: list[dict[str, Any]]) -> None:
    """A child's notes and tries between the teacher's cells."""
    answers(**RIGHT)(cells)
    empty: dict[str, Any] = {"metadata": {}, "outputs": [], "execution_count": None}
    cells.insert(0, {"cell_type": "code", "id": "own-1", "source": "n = 3\nn", **empty})
    cells.append({"cell_type": "markdown", "id": "own-2", "source": "Gata! ăîâșț", "metadata": {}})
    cells.append({"cell_type": "code", "id": "own-3", "source": "1 / 0", **empty})


def weakened_tests(cells: list[dict[str, Any]]) -> None:
    """The teacher's tests made easy: they come back as the teacher wrote them."""
    for cell in cells:
        about = cell["metadata"].get("nbgrader", {})
        if about.get("grade") and not about.get("solution"):
            cell["source"], about["points"] = "assert True", 99


STUDENTS: dict[str, Change] = {
    "right": answers(**RIGHT),
    "blank": lambda cells: None,
    "own-cells": own_cells,
    "tests-weakened": weakened_tests,
    "half": answers(squares="def squares(n):\n    return [i ** 2 for i in range(1, n + 1)]"),
    "without-squares": answers(**RIGHT | {"sum_of_squares": "def sum_of_squares(n):\n    return n * (n + 1) * (2 * n + 1) // 6"}),
    "prints": answers(**RIGHT | {"squares": "print('hello')\n" + RIGHT["squares"]}),
    "slips": answers(squares="def squares(n)\n    return n"),
    "raises": answers(squares="raise RuntimeError('no')", sum_of_squares="import nowhere"),
    "told": answers(**RIGHT, sum_of_squares_equation="$\\sum_i i^2$", sum_of_squares_application="print(sum_of_squares(3))"),
}  # fmt: skip


def nbgrader_in(folder: Path, *arguments: str) -> str:
    """Run the stock command."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments],
        cwd=folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )
    return done.stdout + done.stderr


def rows(folder: Path) -> dict[tuple[str, ...], tuple[object, ...]]:
    """Every row of marks and comments in the gradebook."""
    found: dict[tuple[str, ...], tuple[object, ...]] = {}
    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}", "course101") as gradebook:
        for submission in gradebook.find_assignment("ps1").submissions:
            who = submission.student.id
            found[who,] = (str(submission.timestamp), submission.score, submission.needs_manual_grade)
            for book in submission.notebooks:
                found[who, book.name] = (
                    book.score,
                    book.max_score,
                    book.failed_tests,
                    book.late_submission_penalty,
                )
                for grade in book.grades:
                    found[who, book.name, grade.name] = (
                        grade.auto_score,
                        grade.manual_score,
                        grade.needs_manual_grade,
                    )
                for comment in book.comments:
                    found[who, book.name, comment.name, "comment"] = (comment.auto_comment,)
    return found


@pytest.fixture(scope="module")
def course101(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course, released, with the documentation's students and ours."""
    folder = tmp_path_factory.mktemp("quickstart")
    said = nbgrader_in(folder, "quickstart", "course101")
    course = folder / "course101"
    said += nbgrader_in(course, "generate_assignment", "ps1")
    released = {path.stem: json.loads(path.read_text()) for path in course.glob("release/ps1/*.ipynb")}
    assert set(released) == {"problem1", "problem2"}, said
    shutil.copytree(SUBMITTED, course / "submitted")
    for number, (student, change) in enumerate(STUDENTS.items()):
        place = course / "submitted" / student / "ps1"
        place.mkdir(parents=True)
        (place / "timestamp.txt").write_text(f"2026-11-20 10:{number:02}:00.000000 UTC")
        for name, book in copy.deepcopy(released).items():
            if name == "problem1":
                change(book["cells"])
            (place / f"{name}.ipynb").write_text(json.dumps(book))
    (course / "submitted" / "half" / "ps1" / "problem2.ipynb").unlink()
    (course / "submitted" / "told" / "ps1" / "timestamp.txt").unlink()
    (course / "submitted" / "right" / "ps1" / "problem3.ipynb").write_text(json.dumps(released["problem2"]))
    (course / "submitted" / "right" / "ps1" / "notes.txt").write_text("mine")
    return course


@pytest.mark.timeout(1500)
def test_the_same_rows_as_autograde_writes(course101: Path, sandbox: Sandbox, tmp_path: Path) -> None:
    stock = tmp_path / "stock" / "course101"
    shutil.copytree(course101, stock)
    work = prepare(read_course(course101), "ps1", sandbox)
    assert set(work.students()) == {*STUDENTS, "bitdiddle", "hacker"}
    found = list(work.mark_all(2))
    assert not [one for one in found if one.trouble or one.unchecked]
    said = nbgrader_in(stock, "autograde", "ps1")
    ours, theirs = rows(course101), rows(stock)
    assert {key: (ours.get(key), row) for key, row in theirs.items() if ours.get(key) != row} == {}, said[
        -3000:
    ]
    assert ours == theirs
    assert ours["right", "problem1", "correct_squares"] == (1.0, None, False), "it was really marked"
