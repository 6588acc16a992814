"""Drafts: the folder of a hand-in that is being marked, beside the course until it is whole."""

import contextlib
import os
import secrets
import shutil
import time
from collections.abc import Mapping
from pathlib import Path

from nbgrader.utils import find_all_files

from codekids_grading.courses import OWN, Course, remove

_OLD = 86_400


def new(course: Course) -> Path:
    """A place for a draft; it is made when it is filled."""
    return course.folder / OWN / f"draft-{secrets.token_hex(8)}"


def teachers(course: Course, assignment: str) -> dict[Path, Path]:
    """The teacher's files beside the notebooks, by their names; without those that the configuration lets a student change."""
    found = _beside(course, course.source(assignment))
    for name in course.autograde.exclude_overwriting.get(assignment, []):
        found.pop(Path(name), None)
    return found


def fill(course: Course, submitted: Path, teachers: Mapping[Path, Path], draft: Path) -> None:
    """The files beside the notebooks of a hand-in; the teacher's win."""
    draft.mkdir(parents=True)
    for name, file in {**_beside(course, submitted), **teachers}.items():
        there = draft / name
        there.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, there)


def _beside(course: Course, folder: Path) -> dict[Path, Path]:
    """The files of a folder, by their names in it."""
    found = map(Path, find_all_files(str(folder), [*course.directory.ignore, "*.ipynb"]))
    return {one.relative_to(folder): one for one in found if one.is_file() and not one.is_symlink()}


def set_permissions(course: Course, draft: Path) -> None:
    """As nbgrader sets them on what it has autograded."""
    rights = int(str(course.autograde.permissions), 8)
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
