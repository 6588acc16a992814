"""``codekids mark``: marks the hand-ins of any nbgrader course directory, sealed and in parallel."""

import contextlib
import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import click


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
    with _quick_start():
        from codekids_hub.course_marks import mark_course, report

    found = mark_course(folder, assignment, jobs, sandbox, force)
    click.echo(report(found))
    sys.exit(1 if any(one.trouble for one in found) else 0)


@contextlib.contextmanager
def _quick_start() -> Iterator[None]:
    """Import without two things that take longer than the marking of many hand-ins.

    An optional part of jsonschema compiles a grammar for a format (``iri``) that no notebook has; jsonschema looks for it and goes on
    without it. And Python looks for garbage again and again, in what is imported to stay.
    """
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
    gc.disable()
    yield
    gc.freeze()
    gc.enable()
