"""``bench marking``: stock ``nbgrader autograde`` and ``codekids mark`` on the same courses, with the scores compared one by one."""

# mypy: disallow-untyped-calls=False

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook

from codekids_hub.addresses import project_root
from codekids_hub.bench import courses, plain_course
from codekids_hub.bench.courses import BenchCourse
from codekids_hub.bench.machine import this_machine
from codekids_hub.bench.reports import Report, SideBySide
from codekids_hub.bench.spending import Spent, as_usual, spent_by

METHOD = (
    "stock: `nbgrader autograde --assignment NAME`; ours: `codekids mark --course DIR --assignment NAME`",
    "one after the other, each on its own copy of the same course, from the start of its process to its end",
    "CPU: user and system of the process and of every process below it, orphans included (wait4); wall: the clock",
    "compared: each automatic score, whether a person has to look, and each automatic comment, of every hand-in and cell",
    "endless: one program among them never ends; both wait for the course's time limit, so its times are no measure",
)
LONG, SHORT = 100, 4
ENDLESS = 2

Values = Mapping[str, tuple[object, ...]]


def measure(folder: Path, count: int) -> Report:
    """Mark courses of ``count`` hand-ins with both tools, in a folder that may be thrown away."""
    machine = this_machine()
    sets = project_root() / "exercises" / "sets"
    made = {
        "assert cells": courses.plain(folder / "plain", plain_course.hand_ins(count)),
        "our homework": courses.own(folder / "own", sets, count),
        "endless": courses.plain(folder / "endless", plain_course.endless(ENDLESS)),
    }
    rows, troubles = [], []
    for what, course in made.items():
        row, trouble = side_by_side(what, course)
        rows.append(row)
        troubles += trouble
    most = max(row.ours.peak_mib for row in rows)
    notes = (f"the largest process of ours held {most:.0f} MiB",)
    return Report("marking", machine, METHOD, tuple(rows), notes, tuple(troubles))


def side_by_side(what: str, course: BenchCourse) -> tuple[SideBySide, list[str]]:
    """Mark a course with both, and what went wrong."""
    stock = course.copy(course.folder.with_name(f"{course.folder.name}-stock"))
    theirs, values = spend_stock(stock), {}
    ours = spend_ours(course)
    values = {one: scores(one) for one in (stock, course)}
    different = differences(values[stock], values[course])
    count = len(list((course.folder / "submitted").iterdir()))
    troubles = []
    for name, spent, one in (("nbgrader autograde", theirs, stock), ("codekids mark", ours, course)):
        if spent.code:
            last = _said(one).read_text(errors="replace").strip().splitlines()[-1:]
            troubles.append(f"{what}: {name} ended with {spent.code}: {' '.join(last)}")
    if not values[stock]:
        troubles.append(f"{what}: nothing was marked")
    timed = what != "endless"
    return SideBySide(what, count, theirs, ours, len(values[stock]), different, timed), troubles


def spend_stock(course: BenchCourse) -> Spent:
    """What ``nbgrader autograde`` spends on it."""
    command = [sys.executable, "-m", "nbgrader", "autograde", "--assignment", course.assignment]
    return spent_by(command, course.folder, _environment(), _said(course))


def spend_ours(course: BenchCourse) -> Spent:
    """What ``codekids mark`` spends on it."""
    command = [sys.executable, "-m", "codekids_hub", "mark", "--course", str(course.folder)]
    return spent_by(
        [*command, "--assignment", course.assignment], course.folder, _environment(), _said(course)
    )


def _environment() -> dict[str, str]:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    return {**as_usual(), "PATH": path, "CODEKIDS_ROOT": str(project_root())}


def _said(course: BenchCourse) -> Path:
    return course.folder / "said.log"


def scores(course: BenchCourse) -> Values:
    """Every automatic value in a gradebook, by child and cell."""
    found: dict[str, tuple[object, ...]] = {}
    with Gradebook(f"sqlite:///{course.folder / 'gradebook.db'}", "bench") as gradebook:
        submissions: Any = gradebook.find_assignment(course.assignment).submissions
        for one in submissions:
            for book in one.notebooks:
                where = f"{one.student.id}/{book.name}"
                for grade in book.grades:
                    found[f"{where}/{grade.name}"] = (grade.auto_score, grade.needs_manual_grade)
                for comment in book.comments:
                    found[f"{where}/{comment.name} comment"] = (comment.auto_comment,)
    return found


def differences(stock: Values, ours: Values) -> tuple[str, ...]:
    """Where two gradebooks disagree."""
    return tuple(
        f"{where}: {stock.get(where)} by the stock tool, {ours.get(where)} by ours"
        for where in sorted({*stock, *ours})
        if stock.get(where) != ours.get(where)
    )
