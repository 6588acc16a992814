"""What lies on the disk of a child, taken away: its home, its work in nbgrader's courses, its name in the logs."""

# mypy: disallow-untyped-calls=False

import mmap
from collections.abc import Iterable
from pathlib import Path

from nbgrader.api import MissingEntry
from sqlalchemy import text

from codekids_grading.courses import Course, read_course, remove
from codekids_hub.settings import Settings


def erase(settings: Settings, child_id: str) -> None:
    """Erase a child's files. Again changes nothing."""
    _remove(settings.homes / child_id)
    for configuration in settings.courses.glob("*/nbgrader_config.py"):
        _leave_course(read_course(configuration.parent), child_id)
    _leave_logs(settings.data.glob("*.log*"), child_id)


def _leave_course(course: Course, child_id: str) -> None:
    """Out of the gradebook through nbgrader's own interface, then out of every folder of the course."""
    if (
        Path(course.directory.db_url.removeprefix("sqlite:///")).exists()
        or "sqlite" not in course.directory.db_url
    ):
        with course.gradebook() as book:
            try:
                book.find_student(child_id)
            except MissingEntry:
                pass
            else:
                book.remove_student(child_id)
                with book.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                    connection.execute(text("VACUUM"))  # what was deleted leaves the file, too
    with course.lock():
        for folder in [*course.folder.glob(f"*/{child_id}"), *course.folder.glob(f".codekids/*/{child_id}")]:
            _remove(folder)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        remove(path)
    else:
        path.unlink(missing_ok=True)


def _leave_logs(logs: Iterable[Path], child_id: str) -> None:
    """Write over the name in place: whoever writes on at the end of the log is not disturbed."""
    name, blank = child_id.encode(), b"-" * len(child_id)
    for log in logs:
        if log.stat().st_size == 0:
            continue
        with log.open("r+b") as file, mmap.mmap(file.fileno(), 0) as content:
            at = content.find(name)
            while at >= 0:
                content[at : at + len(name)] = blank
                at = content.find(name, at + len(name))
