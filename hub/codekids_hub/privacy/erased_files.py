"""What lies on the disk of children, taken away: homes, their work in nbgrader's courses, their names in the logs."""

# mypy: disallow-untyped-calls=False

import mmap
import re
from collections.abc import Collection, Iterable
from pathlib import Path

from sqlalchemy import text

from codekids_grading.courses import Course, read_course, remove
from codekids_hub.privacy.places import course_folders
from codekids_hub.settings import Settings


def erase(settings: Settings, child_ids: Collection[str]) -> None:
    """Erase some children's files: each course and log is looked through once for all. Again changes nothing."""
    if not child_ids:
        return
    for child_id in child_ids:
        _remove(settings.homes / child_id)
    for configuration in sorted(settings.courses.glob("*/nbgrader_config.py")):
        _leave_course(read_course(configuration.parent), frozenset(child_ids))
    _leave_logs(settings.data.glob("*.log*"), child_ids)


def _leave_course(course: Course, child_ids: frozenset[str]) -> None:
    """Out of the gradebook through nbgrader's own interface, then out of every folder of the course."""
    if (
        Path(course.directory.db_url.removeprefix("sqlite:///")).exists()
        or "sqlite" not in course.directory.db_url
    ):
        with course.gradebook() as book:
            there = sorted(child_ids.intersection(str(each.id) for each in book.students))
            for child_id in there:
                book.remove_student(child_id)
            if there:
                with book.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                    connection.execute(text("VACUUM"))  # what was deleted leaves the file, too
    with course.lock():
        for _step, _child, folder in list(course_folders(course.folder, child_ids)):
            _remove(folder)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        remove(path)
    else:
        path.unlink(missing_ok=True)


def _leave_logs(logs: Iterable[Path], child_ids: Collection[str]) -> None:
    """Write over the names in place: whoever writes on at the end of the log is not disturbed."""
    names = re.compile(b"|".join(re.escape(each.encode()) for each in child_ids))
    for log in logs:
        if log.stat().st_size == 0:
            continue
        with log.open("r+b") as file, mmap.mmap(file.fileno(), 0) as content:
            for found in [match.span() for match in names.finditer(content)]:
                content[slice(*found)] = b"-" * (found[1] - found[0])
