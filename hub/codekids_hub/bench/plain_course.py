"""A course of anybody's, with nbgrader's plain ``assert`` cells, and as many different hand-ins as are wanted."""

import json
import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ASSIGNMENT, NOTEBOOK = "ps1", "problem1"
SECONDS = 3
"""How long a cell of this course may take."""

CONFIGURATION = f"""c = get_config()
c.CourseDirectory.course_id = "bench"
c.ExecutePreprocessor.timeout = {SECONDS}
c.Execute.timeout = {SECONDS}
"""

TASKS: Mapping[str, tuple[str, str, float]] = {
    "largest": (
        "def largest(numbers):\n    best = numbers[0]\n    for one in numbers:\n        if one > best:\n            best = one\n    return best",
        "assert largest([3, 9, 2]) == 9\n### BEGIN HIDDEN TESTS\nassert largest([-5, -2]) == -2\n### END HIDDEN TESTS",
        2,
    ),
    "vowels": (
        "def vowels(text):\n    return sum(letter in 'aeiou' for letter in text.lower())",
        "points = 0\nfor text, wanted in [('lup', 1), ('VULPE', 2), ('', 0)]:\n    if vowels(text) == wanted:\n        points += 1\npoints",
        3,
    ),
    "table": (
        "def table(n):\n    return [[row * column for column in range(1, n + 1)] for row in range(1, n + 1)]",
        "assert table(2) == [[1, 2], [2, 4]]\nassert len(table(5)) == 5",
        1,
    ),
    "colder": (
        "def colder(days):\n    return [day for day, degrees in days.items() if degrees < 0]",
        "assert colder({'luni': -3, 'joi': 4}) == ['luni']\n### BEGIN HIDDEN TESTS\nassert colder({}) == []\n### END HIDDEN TESTS",
        2,
    ),
}  # fmt: skip
"""By name: the solution, the tests, the points."""

ANSWERS: Mapping[str, tuple[str, ...]] = {
    "largest": (
        "def largest(numbers):\n    return max(numbers)",
        "def largest(numbers):\n    return sorted(numbers)[-1]",
        "def largest(numbers):\n    best = 0\n    for one in numbers:\n        if one > best:\n            best = one\n    return best",
        "def largest(numbers)\n    return max(numbers)",
        "def largest(numbers):\n    print('numbers:', numbers)\n    return max(numbers)",
    ),
    "vowels": (
        "def vowels(text):\n    count = 0\n    for letter in text:\n        if letter in 'aeiou':\n            count += 1\n    return count",
        "import re\ndef vowels(text):\n    return len(re.findall('[aeiou]', text.lower()))",
        "def vowels(text):\n    return len(text)",
        "def vowels(text):\n    return text.count('a')",
    ),
    "table": (
        "def table(n):\n    rows = []\n    for row in range(1, n + 1):\n        rows.append([row * column for column in range(1, n + 1)])\n    return rows",
        "def table(n):\n    return [[row * column for column in range(n)] for row in range(n)]",
        "import time\ndef table(n):\n    return 1 / 0",
        "from collections import defaultdict\ndef table(n):\n    return [[(r + 1) * (c + 1) for c in range(n)] for r in range(n)]",
    ),
    "colder": (
        "import json, math, datetime\ndef colder(days):\n    return list(filter(lambda day: days[day] < 0, days))",
        "def colder(days):\n    return [day for day in days if days[day] <= 4]",
        "def colder(days):\n    for day in days:\n        if days[day] < 0:\n            return [day]",
        "from IPython.display import HTML\nHTML('<svg><rect width=\"9\"/></svg>')\ndef colder(days):\n    return sorted(days)[:1]",
    ),
}  # fmt: skip
"""By name: what children write instead of the solution."""

ENDLESS = "def vowels(text):\n    count = 0\n    while True:\n        count += 1\n    return count"


def write_course(folder: Path) -> None:
    """The course's source; nothing is released yet."""
    cells = [_text("# Homework"), _code("import math")]
    for name, (solution, tests, points) in TASKS.items():
        body = f"### BEGIN SOLUTION\n{solution}\n### END SOLUTION"
        cells.append(_code(body, name, solution=True))
        cells.append(_code(tests, f"{name}-tests", grade=True, locked=True, points=points))
    source = folder / "source" / ASSIGNMENT
    source.mkdir(parents=True)
    (folder / "nbgrader_config.py").write_text(CONFIGURATION, encoding="utf-8")
    spec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    book = {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": spec}, "cells": cells}
    (source / f"{NOTEBOOK}.ipynb").write_text(json.dumps(book), encoding="utf-8")


def hand_ins(count: int) -> list[dict[str, str]]:
    """Answers by task, for so many children; the same ones every time, and no two alike."""
    chance = random.Random(2026)
    found = []
    for number in range(count):
        answers = {}
        for name, (solution, _, _) in TASKS.items():
            answer = chance.choice((solution, solution, *ANSWERS[name]))
            answers[name] = f"{answer}\n# {number}"
        if chance.random() < 0.1:
            del answers[chance.choice(list(answers))]  # left as it was
        found.append(answers)
    return found


def endless(count: int) -> list[dict[str, str]]:
    """The same, with one program among them that never ends."""
    found = hand_ins(count)
    found[count // 2]["vowels"] = ENDLESS
    return found


def _code(source: str, name: str = "", **flags: object) -> dict[str, Any]:
    return _cell("code", source, name, flags) | {"execution_count": None, "outputs": []}


def _text(source: str) -> dict[str, Any]:
    return _cell("markdown", source, "title", {"locked": True})


def _cell(kind: str, source: str, name: str, flags: Mapping[str, object]) -> dict[str, Any]:
    known = {"grade": False, "solution": False, "locked": False, "task": False, **flags}
    metadata = {"nbgrader": {"grade_id": name, "schema_version": 3, **known}} if name else {}
    return {"cell_type": kind, "id": name or "begin", "metadata": metadata, "source": source}
