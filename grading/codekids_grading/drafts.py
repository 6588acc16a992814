"""Drafts: the folder of a hand-in that is being marked, beside the course until it is whole."""

import contextlib
import os
import secrets
import shutil
import time
from pathlib import Path

from nbgrader.utils import find_all_files

from codekids_grading.courses import OWN, Course, remove

_OLD = 86_400


def new(course: Course) -> Path:
    """A place for a draft; it is made when it is filled."""
    return course.folder / OWN / f"draft-{secrets.token_hex(8)}"


def fill(course: Course, assignment: str, student: str, draft: Path) -> None:
    """The files beside the notebooks; the teacher's win, except those that the configuration lets a student change."""
    draft.mkdir(parents=True)
    ignore = [*course.directory.ignore, "*.ipynb"]
    source, submitted = course.source(assignment), course.submitted(student, assignment)
    kept = {str(source / name) for name in course.autograde().exclude_overwriting.get(assignment, [])}
    for folder, files in (
        (submitted, find_all_files(str(submitted), ignore)),
        (source, [one for one in find_all_files(str(source), ignore) if one not in kept]),
    ):
        for file in map(Path, files):
            if file.is_symlink() or not file.is_file():
                continue
            there = draft / file.relative_to(folder)
            there.parent.mkdir(parents=True, exist_ok=True)
            there.unlink(missing_ok=True)
            shutil.copyfile(file, there)


def set_permissions(course: Course, draft: Path) -> None:
    """As nbgrader sets them on what it has autograded."""
    rights = int(str(course.autograde().permissions), 8)
    shared = course.directory.groupshared
    for path, _, files in os.walk(draft):
        Path(path).chmod(0o2775 if shared else 0o755)
        for file in files:
            (Path(path) / file).chmod(rights)


def discard(draft: Path) -> None:
    """Remove a draft that is not needed any more, if it is there."""
    if draft.exists():
        remove(draft)


def discard_left_over(course: Course) -> None:
    """Remove drafts of a run that was killed."""
    for draft in (course.folder / OWN).glob("draft-*"):
        with contextlib.suppress(OSError):
            if time.time() - draft.stat().st_mtime > _OLD:
                remove(draft)
