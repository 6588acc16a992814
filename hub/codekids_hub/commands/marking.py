"""``codekids mark``: marks the hand-ins of any nbgrader course directory, sealed and in parallel."""

import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import click

from codekids_grading.course_marking import Marked, prepare
from codekids_grading.courses import read_course
from codekids_grading.homeworks import Homeworks
from codekids_grading.marking import REASONS
from codekids_grading.sandbox import open_sandbox
from codekids_hub.addresses import project_root


@click.command()
@click.option(
    "--course",
    "folder",
    required=True,
    type=click.Path(path_type=Path),
    help="The course directory, with nbgrader_config.py or gradebook.db.",
)
@click.option("--assignment", required=True, help="The name of the assignment.")
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=lambda: os.cpu_count() or 1,
    show_default="one a processor",
    help="How many notebooks run at the same time.",
)
@click.option(
    "--sandbox", default="bubblewrap", show_default=True, help="The kind of walls to run them behind."
)
@click.option("--force", is_flag=True, help="Mark again what is marked already.")
def mark(folder: Path, assignment: str, jobs: int, sandbox: str, force: bool) -> None:
    """Mark an assignment: the same marks in the same gradebook as nbgrader autograde, but sealed and in parallel.

    What is marked with the same bytes is skipped, so that an interrupted run goes on where it was. Ends with 1 when a hand-in
    could not be checked this time; nothing is written for such a one, and the next run tries it again.
    """
    walls = open_sandbox(sandbox)
    sets = project_root() / "exercises" / "sets"
    homeworks = Homeworks(sets if sets.is_dir() else None)
    work = prepare(read_course(folder), assignment, walls, judge_of=homeworks.judge_of)
    students = work.students()
    found: list[Marked] = []
    with click.progressbar(length=len(students), label=f"Marking {assignment}", file=sys.stderr) as bar:
        for one in work.mark_all(jobs, force=force):
            found.append(_lean(one))
            bar.update(1)
    click.echo(report(found))
    sys.exit(1 if any(one.trouble for one in found) else 0)


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
