"""Makes nbgrader courses for tests: source notebooks from a few words, hand-ins as a child's changes to the released one."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

CONFIGURATION = """c = get_config()
c.CourseDirectory.course_id = "our-course"
c.ExecutePreprocessor.timeout = 3
c.Execute.timeout = 3
"""

Json = dict[str, Any]


def code(source: str, name: str = "", **nbgrader: object) -> Json:
    """A code cell; with a name one of nbgrader's."""
    return _cell("code", source, name, nbgrader) | {"execution_count": None, "outputs": []}


def text(source: str, name: str = "", **nbgrader: object) -> Json:
    """A Markdown cell."""
    return _cell("markdown", source, name, nbgrader)


def _cell(kind: str, source: str, name: str, nbgrader: Mapping[str, object]) -> Json:
    flags = {"grade": False, "solution": False, "locked": False, "task": False, **nbgrader}
    metadata = {"nbgrader": {"grade_id": name, "schema_version": 3, **flags}} if name else {}
    cell_id = name or f"plain-{abs(hash(source)) % 10**8}"
    return {"cell_type": kind, "id": cell_id, "metadata": metadata, "source": source}


def answer(name: str, solution: str, before: str = "") -> Json:
    """A cell for a child's code."""
    body = f"{before}### BEGIN SOLUTION\n{solution}\n### END SOLUTION"
    return code(body, name, solution=True)


def tests(name: str, source: str, points: float = 1) -> Json:
    """A cell with the teacher's tests."""
    return code(source, name, grade=True, locked=True, points=points)


def notebook(cells: list[Json]) -> Json:
    """A notebook."""
    spec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": spec}, "cells": cells}


SOURCE = [
    text("# Our homework"),
    code("import math"),
    code("def square(n):\n    ### BEGIN SOLUTION\n    return n * n\n    ### END SOLUTION", "square", solution=True),
    tests(
        "square-tests",
        "assert square(2) == 4\n### BEGIN HIDDEN TESTS\nassert square(-3) == 9\n### END HIDDEN TESTS",
        2,
    ),
    code("def words(text):\n    ### BEGIN SOLUTION\n    return text.split()\n    ### END SOLUTION", "words", solution=True),
    tests("words-tests", "score = 0.0\nfor given, wanted in [('a b', ['a', 'b']), ('', [])]:\n"
          "    if words(given) == wanted:\n        score += 1.5\nscore", 3),
    code("def area(r):\n    ### BEGIN SOLUTION\n    return math.pi * r ** 2\n    ### END SOLUTION", "area", solution=True),
    tests("area-tests", "assert abs(area(1) - 3.14159) < 0.001"),
    text("What did you find out?\n\n### BEGIN SOLUTION\nSomething.\n### END SOLUTION", "tell", grade=True, solution=True,
         points=2),
    code("### BEGIN SOLUTION\nprint('hi')\n### END SOLUTION", "show", grade=True, solution=True, points=1),
    text("Draw a house.", "house", task=True, locked=True, points=4),
]  # fmt: skip

SOLVED = {
    "square": "def square(n):\n    return n * n",
    "words": "def words(text):\n    return text.split()",
    "area": "def area(r):\n    return math.pi * r ** 2",
    "tell": "It is warmer.",
    "show": "print('hi')",
}


class CourseFolder:
    """A course with one homework of one notebook."""

    def __init__(self, folder: Path, cells: list[Json] | None = None) -> None:
        self.folder = folder
        (folder / "source" / "ps1").mkdir(parents=True)
        (folder / "nbgrader_config.py").write_text(CONFIGURATION)
        self.write(folder / "source" / "ps1" / "problem1.ipynb", notebook(cells or SOURCE))

    def generate(self) -> None:
        """The released version, by our own way."""
        from codekids_grading.courses import generate, read_course

        generate(read_course(self.folder), "ps1")

    def released(self) -> Json:
        """The released notebook."""
        content: Json = json.loads((self.folder / "release" / "ps1" / "problem1.ipynb").read_text())
        return content

    def hand_in(
        self,
        student: str,
        answers: Mapping[str, str] = SOLVED,
        change: Callable[[Json], object] | None = None,
    ) -> Path:
        """A hand-in of the released notebook with answers; ``change`` may spoil it further."""
        content = self.released()
        for cell in content["cells"]:
            name = cell["metadata"].get("nbgrader", {}).get("grade_id")
            if name in answers:
                cell["source"] = answers[name]
        if change is not None:
            change(content)
        return self.hand_in_bytes(student, json.dumps(content).encode())

    def hand_in_bytes(self, student: str, content: bytes, at: str = "2026-11-20 10:00:00.000000 UTC") -> Path:
        """A hand-in of any bytes."""
        folder = self.folder / "submitted" / student / "ps1"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "timestamp.txt").write_text(at)
        path = folder / "problem1.ipynb"
        path.write_bytes(content)
        return path

    def write(self, path: Path, content: Json) -> None:
        """A notebook's file."""
        path.write_text(json.dumps(content), encoding="utf-8")

    def copy(self, folder: Path) -> "CourseFolder":
        """The same once more."""
        shutil.copytree(self.folder, folder)
        other = CourseFolder.__new__(CourseFolder)
        other.folder = folder
        return other

    def nbgrader(self, *arguments: str) -> str:
        """Run the stock command in it."""
        done = subprocess.run(
            [sys.executable, "-m", "nbgrader", *arguments],
            cwd=self.folder,
            capture_output=True,
            text=True,
            timeout=240,
            env={**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"},
            check=False,
        )
        return done.stdout + done.stderr

    def scores(self) -> dict[tuple[str, str], tuple[object, ...]]:
        """Every row of marks and comments."""
        from nbgrader.api import Gradebook

        found: dict[tuple[str, str], tuple[object, ...]] = {}
        with Gradebook(f"sqlite:///{self.folder / 'gradebook.db'}", "our-course") as gradebook:
            for submission in gradebook.find_assignment("ps1").submissions:
                for one in submission.notebooks:
                    who = submission.student.id
                    found[who, ""] = (one.late_submission_penalty, str(submission.timestamp), one.score)
                    for grade in one.grades:
                        found[who, grade.name] = (
                            grade.auto_score,
                            grade.manual_score,
                            grade.needs_manual_grade,
                        )
                    for comment in one.comments:
                        found[who, f"{comment.name} comment"] = (comment.auto_comment,)
        return found

    def points(self, student: str) -> dict[str, object]:
        """The automatic points of a student by cell."""
        return {
            name: row[0]
            for (who, name), row in self.scores().items()
            if who == student and len(row) == 3 and name
        }
