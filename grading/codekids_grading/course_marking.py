"""Marks the hand-ins of a course directory: sealed, in parallel, and able to go on where it was interrupted.

What ``nbgrader autograde`` leaves behind is left behind: the autograded notebooks and the gradebook's rows, so that whatever
nbgrader does next goes on from there.
"""

import glob
import hashlib
import re
from collections.abc import Callable, Generator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from nbgrader.api import MissingEntry

from codekids_grading import drafts, nodes
from codekids_grading import gradebook as books
from codekids_grading.apart import Judge
from codekids_grading.bundles import Bundle
from codekids_grading.courses import OWN, Course, KeptOpen, put_in_place
from codekids_grading.homeworks import Homeworks
from codekids_grading.marking import Marking, Rules, mark
from codekids_grading.reading import MOST_BYTES
from codekids_grading.refusals import N_, Refusal
from codekids_grading.sandbox import LIMITS, Limits, Sandbox
from codekids_grading.templates import Template, read_templates

_LONG = 900.0
TIMESTAMP = "%Y-%m-%d %H:%M:%S.%f UTC"

JudgeOf = Callable[[Template], Judge | None]
"""The judge of a notebook of our own homework; None for one that is not ours."""


class NoAssignment(Refusal):
    """The gradebook knows no such homework."""

    message = N_(
        "There is no homework %(assignment)s in this course. Run nbgrader generate_assignment first."
    )


@dataclass(frozen=True)
class Marked:
    """What came of one hand-in. ``skipped``: it was marked before, with the same bytes; ``trouble``: it could not be checked now."""

    student: str
    markings: Mapping[str, Marking | None] = field(default_factory=dict)
    skipped: bool = False
    trouble: str = ""

    @property
    def unchecked(self) -> tuple[str, ...]:
        """Notebooks that are no notebooks."""
        return tuple(name for name, one in self.markings.items() if one and one.status == "not_checked")


@dataclass(frozen=True)
class Work:
    """The marking of one homework of a course."""

    course: Course
    assignment: str
    sandbox: Sandbox
    templates: Mapping[str, Template]
    teachers: Mapping[Path, Path]
    outline: books.Outline
    rules: Rules
    version: str
    judge_of: JudgeOf

    def students(self) -> tuple[str, ...]:
        """Whoever has handed in, sorted."""
        directory = self.course.directory
        pattern = directory.format_path(directory.submitted_directory, directory.student_id, self.assignment)
        expression = directory.format_path(
            directory.submitted_directory, "(?P<student>.*)", re.escape(self.assignment), escape=True
        )
        left_out = set(directory.student_id_exclude.split(",")) if directory.student_id_exclude else set()
        found = (re.fullmatch(expression, path) for path in glob.glob(pattern) if Path(path).is_dir())
        return tuple(sorted({one["student"] for one in found if one} - left_out))

    def mark_all(self, jobs: int, *, force: bool = False) -> Generator[Marked, None, None]:
        """Mark every hand-in, as they come; the gradebook is written by this thread."""
        waiting: set[Future[_Done]] = set()
        with self.course.kept_open() as gradebook, ThreadPoolExecutor(max_workers=jobs) as pool:
            write = partial(self._write, gradebook=gradebook)
            try:
                for student in self.students():
                    if not force and self.is_marked(student):
                        yield Marked(student, skipped=True)
                        continue
                    waiting.add(pool.submit(self._look, student))
                    if len(waiting) >= 2 * jobs:
                        ended, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                        yield from map(write, (one.result() for one in ended))
                while waiting:
                    ended, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                    yield from map(write, (one.result() for one in ended))
            finally:  # interrupted: what was not written is not kept
                for one in waiting:
                    if not one.cancel():
                        drafts.discard(one.result().draft)

    def mark_one(self, student: str) -> Marked:
        """Mark one hand-in that lies in the course's submitted folder."""
        with self.course.kept_open() as gradebook:
            return self._write(self._look(student), gradebook)

    def is_marked(self, student: str) -> bool:
        """Whether this very hand-in is marked already, by us or by nbgrader."""
        note = self._note(student)
        if note.exists():
            return note.read_text(encoding="utf-8") == self.digest(student)
        there = self.course.autograded(student, self.assignment)
        if not there.is_dir():
            return False
        new, old = (
            self.course.timestamp(self.course.submitted(student, self.assignment)),
            self.course.timestamp(there),
        )
        if new is not None and old is not None and new > old:
            return False
        with self.course.gradebook() as gradebook:
            return books.is_complete(gradebook, self.assignment, student)

    def digest(self, student: str) -> str:
        """Of everything that a marking depends on."""
        found = hashlib.sha256(self.version.encode())
        folder = self.course.submitted(student, self.assignment)
        for path in sorted(one for one in folder.rglob("*") if one.is_file() and not one.is_symlink()):
            found.update(str(path.relative_to(folder)).encode("utf-8", "surrogateescape") + b"\0")
            with path.open("rb") as file:
                found.update(hashlib.file_digest(file, "sha256").digest())
        return found.hexdigest()

    def _note(self, student: str) -> Path:
        name = hashlib.sha256(student.encode()).hexdigest()[:32]
        return (
            self.course.folder
            / OWN
            / "marked"
            / hashlib.sha256(self.assignment.encode()).hexdigest()[:16]
            / name
        )

    def _look(self, student: str) -> "_Done":
        """Everything but the gradebook, in any thread."""
        draft = drafts.new(self.course)
        try:
            digest = self.digest(student)
            drafts.fill(self.course, self.course.submitted(student, self.assignment), self.teachers, draft)
            markings = {name: self._mark(student, name, it, draft) for name, it in self.templates.items()}
            return _Done(Marked(student, markings), draft, digest)
        except Exception as error:  # noqa: BLE001 - one bad hand-in, one broken sandbox: never the end of the others
            return _Done(Marked(student, trouble=f"{type(error).__name__}: {error}"), draft, "")

    def _mark(self, student: str, name: str, template: Template, draft: Path) -> Marking | None:
        path = self.course.submitted(student, self.assignment) / f"{name}.ipynb"
        if path.is_symlink() or not path.is_file():
            return None
        judge = self.judge_of(template)
        with path.open("rb") as file:
            submitted = file.read(MOST_BYTES + 1)
        found = mark(template, submitted, self.sandbox, judge=judge, given=draft, rules=self.rules)
        return found

    def _write(self, done: "_Done", gradebook: KeptOpen) -> Marked:
        """The gradebook and the autograded folder, one hand-in at a time."""
        marked = done.marked
        try:
            if not marked.trouble:
                self._keep(done, gradebook)
        except Exception as error:  # noqa: BLE001 - a full disk, a locked gradebook: told, and tried again next time
            marked = Marked(marked.student, trouble=f"{type(error).__name__}: {error}")
        finally:
            drafts.discard(done.draft)
        return marked

    def _keep(self, done: "_Done", kept: KeptOpen) -> None:
        student, markings = done.marked.student, done.marked.markings
        note = self._note(student)
        note.parent.mkdir(parents=True, exist_ok=True)
        note.unlink(missing_ok=True)
        for name, marking in markings.items():
            if marking is not None and marking.notebook is not None:
                nodes.write(marking.notebook, done.draft / f"{name}.ipynb")
        drafts.set_permissions(self.course, done.draft)
        with kept.alone() as gradebook:
            books.record(
                gradebook,
                self.outline,
                student,
                markings,
                at=self.course.timestamp(self.course.submitted(student, self.assignment)),
                penalty=self.course.penalty,
                create_student=self.course.autograde.create_student,
            )
            if any(one is not None and one.notebook is not None for one in markings.values()):
                put_in_place(done.draft, self.course.autograded(student, self.assignment))
        note.write_text(done.digest, encoding="utf-8")


@dataclass(frozen=True)
class _Done:
    marked: Marked
    draft: Path
    digest: str


def prepare(
    course: Course,
    assignment: str,
    sandbox: Sandbox,
    *,
    judge_of: JudgeOf | None = None,
    limits: Limits = LIMITS,
) -> Work:
    """Get ready to mark a homework.

    :param judge_of: finds the judges of our own homework; by default what the homework carries itself
    :raises NoAssignment: the gradebook does not know it
    """
    drafts.discard_left_over(course)
    with course.gradebook() as gradebook:
        try:
            templates = read_templates(gradebook, assignment, course.source(assignment))
            outline = books.outline(gradebook, assignment)
        except MissingEntry:
            raise NoAssignment(assignment=assignment) from None
    steps = [
        lambda node, step=step: step.preprocess_cell(node, {}, 0)[0]
        for step in course.polishing()
        if step.enabled
    ]
    patience = course.patience()
    enough = 4 * (patience.cell or _LONG)  # one long cell or a few loops, but not a loop in every cell
    limits = replace(limits, seconds=max(limits.seconds, enough))
    rules = Rules(limits, patience, tuple(steps))
    teachers = drafts.teachers(course, assignment)
    version = hashlib.sha256(repr(sorted(templates.items())).encode()).hexdigest()
    return Work(
        course,
        assignment,
        sandbox,
        templates,
        teachers,
        outline,
        rules,
        version,
        judge_of or Homeworks().judge_of,
    )


def put_hand_in(course: Course, assignment: str, student: str, bundle: Bundle, at: datetime) -> None:
    """Lay a hand-in where ``nbgrader collect`` lays it, with its ``timestamp.txt``.

    :param at: when it was received, with a time zone
    """
    draft = drafts.new(course)
    try:
        for name, content in bundle.files.items():
            path = draft / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        (draft / "timestamp.txt").write_text(_in_utc(at).strftime(TIMESTAMP), encoding="utf-8")
        put_in_place(draft, course.submitted(student, assignment))
    finally:
        drafts.discard(draft)


def _in_utc(at: datetime) -> datetime:
    return at if at.tzinfo is None else (at - (at.utcoffset() or at - at)).replace(tzinfo=None)
