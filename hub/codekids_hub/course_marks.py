"""Marks a whole course from the command line, and tells what came of it."""

import sys
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import click

from codekids_grading.course_marking import Marked, prepare
from codekids_grading.courses import read_course
from codekids_grading.homeworks import Homeworks
from codekids_grading.marking import REASONS
from codekids_grading.sandbox import open_sandbox
from codekids_hub.addresses import project_root


def mark_course(folder: Path, assignment: str, jobs: int, sandbox: str, force: bool) -> list[Marked]:
    """Mark every hand-in of an assignment, with a bar that shows how far it is.

    :param sandbox: the kind of walls
    """
    with closing(open_sandbox(sandbox)) as walls:
        sets = project_root() / "exercises" / "sets"
        homeworks = Homeworks(sets if sets.is_dir() else None)
        work = prepare(read_course(folder), assignment, walls, judge_of=homeworks.judge_of)
        students = work.students()
        found: list[Marked] = []
        with click.progressbar(length=len(students), label=f"Marking {assignment}", file=sys.stderr) as bar:
            for one in work.mark_all(jobs, force=force):
                found.append(_lean(one))
                bar.update(1)
        return found


def _lean(marked: Marked) -> Marked:
    """Without the notebooks, so that memory stays flat over thousands of hand-ins."""
    slim = {name: one and replace(one, notebook=None) for name, one in marked.markings.items()}
    return replace(marked, markings=slim)


def report(found: Iterable[Marked]) -> str:
    """What was done, in lines: how many, how they were judged, and whom to look at."""
    found = list(found)
    done = [one for one in found if not one.skipped and not one.trouble]
    lines = [f"{len(done)} marked, {sum(one.skipped for one in found)} marked before."]
    markings = [
        (one.student, name, it) for one in done for name, it in one.markings.items() if it is not None
    ]
    for judged, text in (
        ("in-process", "Judged in one process with the child's code, as nbgrader does"),
        ("apart", "Judged apart from the child's code"),
        ("person", "For a person to look at"),
    ):
        names = sorted(
            {
                f"{name}/{task.grade_id}"
                for _, name, it in markings
                for task in it.tasks
                if task.judged == judged
            }
        )
        if names:
            lines.append(f"{text}: {', '.join(names)}.")
    for student, name, it in markings:
        if it.status == "not_checked":
            lines.append(f"{student}: {name}.ipynb was not checked. {REASONS[it.reason]}")
        spoilt = [one.partition(":")[2] for one in it.warnings if one.startswith("tampered:")]
        if spoilt:
            lines.append(
                f"{student}: {name}.ipynb changed the tools of the tests ({', '.join(spoilt)}); they were put back."
            )
    lines += [f"{one.student}: could not be checked this time: {one.trouble}" for one in found if one.trouble]
    return "\n".join(lines)
