"""Course directories as nbgrader has them: read with their configuration, or made for a club.

A club's course: ``<course>/{source,release,submitted,autograded,feedback}/...``, ``gradebook.db``, ``nbgrader_config.py``.
"""

# mypy: disallow-untyped-calls=False

import contextlib
import fcntl
import functools
import io
import logging
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from jupyter_core.paths import jupyter_config_path
from nbconvert.writers.files import FilesWriter
from nbgrader.api import Gradebook
from nbgrader.apps.baseapp import NbGrader
from nbgrader.converters import Autograde, GenerateAssignment
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import AssignLatePenalties, Execute, IgnorePattern, LimitOutput
from traitlets.config import Application, Config

from codekids_exercises.homework import CODE_STUB
from codekids_grading.executing import Patience
from codekids_grading.refusals import N_, Refusal

CONFIGURATION = """\
# Made by CODE Kids Hub for the course of one club; nbgrader reads it too.
c = get_config()
c.CourseDirectory.course_id = {course_id!r}
c.ClearSolutions.code_stub = {stub!r}
"""

OWN = ".codekids"
"""The folder of our own notes in a course."""


class NoCourse(Refusal):
    """This is no course directory."""

    message = N_(
        "%(folder)s is no nbgrader course: there is no folder or no readable nbgrader_config.py (%(reason)s)."
    )


class NotGenerated(Refusal):
    """``nbgrader generate_assignment`` did not work."""

    message = N_("The homework %(assignment)s could not be made: %(reason)s")


@dataclass(frozen=True)
class Course:
    """A course directory with its configuration."""

    folder: Path
    config: Config
    directory: CourseDirectory

    @contextlib.contextmanager
    def gradebook(self) -> Iterator[Gradebook]:
        """The gradebook, for this process and thread alone as long as it is open."""
        with self.lock(), Gradebook(self.directory.db_url, self.directory.course_id) as gradebook:
            yield gradebook

    @contextlib.contextmanager
    def kept_open(self) -> Iterator["KeptOpen"]:
        """The gradebook for much work: to open it again for each hand-in takes longer than to write."""
        with contextlib.ExitStack() as stack:
            yield KeptOpen(self, stack)

    @contextlib.contextmanager
    def lock(self) -> Iterator[None]:
        """One writer at a time, over all processes of this machine."""
        own = self.folder / OWN
        own.mkdir(exist_ok=True)
        with (own / "lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def path(self, step: str, student: str, assignment: str) -> Path:
        """A folder of nbgrader's: ``step`` is one of its directories, as the configuration names it."""
        return Path(self.directory.format_path(step, student, assignment))

    def source(self, assignment: str) -> Path:
        """The folder of a homework's source."""
        return self.path(self.directory.source_directory, ".", assignment)

    def submitted(self, student: str, assignment: str) -> Path:
        """The folder of a hand-in."""
        return self.path(self.directory.submitted_directory, student, assignment)

    def autograded(self, student: str, assignment: str) -> Path:
        """The folder of a marked hand-in."""
        return self.path(self.directory.autograded_directory, student, assignment)

    def timestamp(self, folder: Path) -> datetime | None:
        """When a hand-in came, in UTC without zone, as its ``timestamp.txt`` says; None when it does not."""
        try:
            found: datetime | None = self.directory.get_existing_timestamp(str(folder))
            return found
        except (OSError, ValueError, OverflowError, AttributeError, SystemExit):
            return None

    def patience(self) -> Patience:
        """How long a cell may take, as nbgrader's ``Execute`` is configured."""
        seconds = Execute(config=self.config).timeout
        return Patience(None if seconds is None or seconds < 0 else float(seconds))

    @functools.cached_property
    def autograde(self) -> Autograde:
        """nbgrader's own autograder, for its settings."""
        return Autograde(coursedir=self.directory, config=self.config)

    def penalty(self, student: str, score: float, seconds: float) -> float | None:
        """Points that nbgrader's plugin of this course takes off for a hand-in that is late."""
        late: Any = AssignLatePenalties(config=self.config)
        late.init_plugin()
        points: float | None = late.plugin_inst.late_submission_penalty(student, score, seconds)
        return points

    def polishing(self) -> tuple[IgnorePattern, LimitOutput]:
        """nbgrader's steps between running and scoring."""
        return IgnorePattern(config=self.config), LimitOutput(config=self.config)


class KeptOpen:
    """A gradebook that stays open from its first use on. It is for one thread; see :meth:`Course.kept_open`."""

    def __init__(self, course: Course, stack: contextlib.ExitStack) -> None:
        self._course, self._stack = course, stack
        self._gradebook: Gradebook | None = None

    @contextlib.contextmanager
    def alone(self) -> Iterator[Gradebook]:
        """The gradebook, with what others have written meanwhile, and for nobody else as long as this lasts."""
        with self._course.lock():
            if self._gradebook is None:
                directory = self._course.directory
                self._gradebook = self._stack.enter_context(Gradebook(directory.db_url, directory.course_id))
            try:
                yield self._gradebook
            finally:
                self._gradebook.db.rollback()
                self._gradebook.db.expunge_all()  # what was read is read anew


def read_course(folder: Path) -> Course:
    """A course directory with its ``nbgrader_config.py`` and the machine's, as nbgrader reads them.

    :raises NoCourse: there is none, or its configuration cannot be read
    """
    folder = folder.resolve()
    if not folder.is_dir():
        raise NoCourse(folder=folder, reason="it is not there")
    app = NbGrader(raise_config_file_errors=True, log_level=logging.ERROR)
    try:
        Application.load_config_file(app, "nbgrader_config", path=[str(folder), *jupyter_config_path()])
        directory = CourseDirectory(config=app.config, root=str(folder))
    except Exception as error:
        raise NoCourse(folder=folder, reason=str(error)) from error
    directory.log = app.log
    return Course(folder, app.config, directory)


def make_course(folder: Path, course_id: str) -> Course:
    """A course for a club; one that is there already stays as it is."""
    folder.mkdir(parents=True, exist_ok=True)
    configuration = folder / "nbgrader_config.py"
    if not configuration.exists():
        draft = folder / f".{configuration.name}.{secrets.token_hex(4)}"
        draft.write_text(CONFIGURATION.format(course_id=course_id, stub=dict(CODE_STUB)), encoding="utf-8")
        draft.replace(configuration)
    (folder / "source").mkdir(exist_ok=True)
    return read_course(folder)


def add_homework(course: Course, assignment: str, source: Path) -> Path:
    """Put a homework's source in place and make its released version; the folder of that.

    :param source: a folder with nbgrader source notebooks and the files beside them
    :raises NotGenerated: nbgrader refused
    """
    place = course.source(assignment)
    place.parent.mkdir(parents=True, exist_ok=True)
    swap(source, place)
    return generate(course, assignment)


def generate(course: Course, assignment: str) -> Path:
    """As ``nbgrader generate_assignment --force``.

    :raises NotGenerated: nbgrader refused
    """
    directory = CourseDirectory(
        config=course.config, root=str(course.folder), assignment_id=assignment, student_id="."
    )
    maker = _Generate(coursedir=directory, config=course.config, force=True)
    maker.log = logging.getLogger(f"codekids.generate.{secrets.token_hex(4)}")
    maker.log.propagate = False
    said = io.StringIO()
    maker.log.addHandler(logging.StreamHandler(said))
    with course.lock():
        _make_gradebook(course.directory.db_url)
        try:
            maker.start()
        except Exception as error:
            reason = said.getvalue().strip() or str(error)
            raise NotGenerated(assignment=assignment, reason=reason) from error
    return course.path(course.directory.release_directory, ".", assignment)


def _make_gradebook(address: str) -> None:
    """Make an SQLite gradebook where there is none."""
    path = Path(address.removeprefix("sqlite:///"))
    if address.startswith("sqlite:///") and not path.exists():
        draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
        draft.write_bytes(_empty_gradebook())
        draft.replace(path)


@functools.cache
def _empty_gradebook() -> bytes:
    """nbgrader's empty gradebook. To make one, it starts ``alembic``, which takes seconds and may not be on our path."""
    program = "import sys; from nbgrader.api import Gradebook; Gradebook(sys.argv[1]).close()"
    search = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "gradebook.db"
        command = [sys.executable, "-c", program, f"sqlite:///{path}"]
        subprocess.run(command, env={**os.environ, "PATH": search}, check=True)
        return path.read_bytes()


class _Generate(GenerateAssignment):
    """nbgrader's own, without changing the folder of the whole process, for which other threads would not thank us."""

    def start(self) -> None:
        self.init_notebooks()
        self.writer = FilesWriter(parent=self, config=self.config)
        self.exporter = self.exporter_class(parent=self, config=self.config)
        for step in self.preprocessors:
            self.exporter.register_preprocessor(step)
        self.convert_notebooks()


def swap(source: Path, place: Path) -> None:
    """Copy a folder to where another may be: whoever looks sees the old one or the new one (or, for a moment, none)."""
    with tempfile.TemporaryDirectory(dir=place.parent, prefix=".codekids-") as draft:
        shutil.copytree(source, Path(draft) / "new")
        put_in_place(Path(draft) / "new", place)


def put_in_place(new: Path, place: Path) -> None:
    """Give a folder its name; one that has the name already is removed."""
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.exists():
        old = new.with_name(f"{new.name}.old")
        place.rename(old)
        new.rename(place)
        remove(old)
    else:
        new.rename(place)


def remove(folder: Path) -> None:
    """Remove a folder, whatever rights its files have."""
    for path, _, _ in os.walk(folder):
        Path(path).chmod(0o700)
    shutil.rmtree(folder)
