"""Courses on disk: nbgrader's course directory of each club, in which homework is released, marked and answered."""

import contextlib
import fcntl
import hashlib
import tempfile
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from codekids_exercises import homework
from codekids_exercises.catalogue import SetEntry
from codekids_grading import answering, bundles, courses
from codekids_grading.course_marking import Work, prepare, put_hand_in
from codekids_grading.homeworks import Homeworks
from codekids_grading.marking import Marking, TaskMark, mark
from codekids_grading.sandbox import Sandbox, open_sandbox
from codekids_grading.store import Store
from codekids_hub import harmless
from codekids_hub.answer_output import shown_by
from codekids_hub.homework import course_id
from codekids_hub.marking import Job, Told, ToldCheck, ToldTask
from codekids_hub.settings import Settings
from codekids_hub.storage.tables import Club

NOTEBOOK = "homework"
"""nbgrader's name of the one notebook of each of our homeworks."""


class CouldNotCheck(Exception):
    """The hand-in could not be checked now; it is not the child's doing, and it is tried again."""


class CourseFiles:
    """The course directories of one installation.

    :raises codekids_grading.sandbox.NoSeal: from :meth:`mark`, when nothing can be sealed on this machine
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.store = Store(settings.store)
        self._sandbox = cache(open_sandbox)
        self._homeworks = Homeworks(settings.content, settings.released)

    def has_homework(self, set_id: str) -> bool:
        """Whether a set has a homework."""
        return homework.has_homework(self._settings.content, set_id)

    def make(self, club: Club, entry: SetEntry) -> str:
        """Release a set's homework in a club's course, in the club's language; the digest of the released bundle.

        One at a time in a course: nbgrader empties the folder before it writes, and nobody may read it then.

        :raises codekids_grading.bundles.NoNotebook: nothing was made
        """
        name = course_id(club)
        with tempfile.TemporaryDirectory() as draft, self._holding([f"release {name}"]):
            course = courses.make_course(self._folder(name), name)
            homework.write_source(self._settings.content, entry.id, club.language, Path(draft))
            released = courses.add_homework(course, entry.id, Path(draft) / entry.id)
            files = {
                path.relative_to(released).as_posix(): path.read_bytes()
                for path in released.rglob("*")
                if path.is_file()
            }
        bundle = bundles.write(files)
        bundles.read(bundle)
        return self.store.put(bundle)

    def mark(self, job: Job, counts: Callable[[str], bool]) -> Told:
        """Mark a hand-in. The one that counts, an owner's last, goes into the course and its gradebook.

        :raises CouldNotCheck: not now
        """
        sandbox: Sandbox = self._sandbox()
        bundle = bundles.read(self.store.get(job.digest))
        course = courses.read_course(self._folder(job.course_id))
        with self._holding(f"{job.course_id}/{job.assignment}/{owner}" for owner in job.owners):
            work = prepare(course, job.assignment, sandbox, judge_of=self._homeworks.judge_of)
            told = None
            for owner in filter(counts, job.owners):
                put_hand_in(course, job.assignment, owner, bundle, job.received_at)
                marked = work.mark_one(owner)
                if marked.trouble:
                    raise CouldNotCheck(marked.trouble)
                told = told or _told(marked.markings.get(NOTEBOOK))
        if told is not None:
            return told
        return _told(self._mark_aside(work, bundle.files.get(f"{NOTEBOOK}.ipynb", b""), sandbox))

    def answer(
        self, course: str, assignment: str, child_id: str, task: str, comment: str, points: float | None
    ) -> str:
        """Write a mentor's word into the gradebook; the digest of the feedback page that comes of it, made harmless.

        :raises codekids_grading.answering.NotMarkedYet: there is nothing to write on
        """
        read = courses.read_course(self._folder(course))
        answering.write_answer(read, assignment, child_id, NOTEBOOK, task, comment, points)
        page = answering.feedback_page(read, assignment, child_id, NOTEBOOK)
        return self.store.put(harmless.page(page).encode())

    def _mark_aside(self, work: Work, submitted: bytes, sandbox: Sandbox) -> Marking:
        template = work.templates[NOTEBOOK]
        return mark(template, submitted, sandbox, judge=self._homeworks.judge_of(template), rules=work.rules)

    def _folder(self, course: str) -> Path:
        return self._settings.courses / course

    @contextlib.contextmanager
    def _holding(self, names: Iterable[str]) -> Iterator[None]:
        """One at a time, on whatever worker: two hand-ins of the same child share nbgrader's folders."""
        locks = self._settings.courses / ".locks"
        locks.mkdir(parents=True, exist_ok=True)
        with contextlib.ExitStack() as held:
            for name in sorted(names):  # in one order for all, so that no two wait for each other
                lock = locks / hashlib.sha256(name.encode()).hexdigest()[:32]
                file = held.enter_context(lock.open("w"))
                fcntl.flock(file, fcntl.LOCK_EX)
            yield


def _told(marking: Marking | None) -> Told:
    if marking is None or marking.status != "marked":
        return Told(False, (), (marking.reason,) if marking else ())
    shown = shown_by(marking.notebook)
    tasks = tuple(_told_task(task, shown.get(task.task, "")) for task in marking.tasks)
    return Told(True, tasks, marking.warnings)


def _told_task(task: TaskMark, output: str) -> ToldTask:
    checks = tuple(ToldCheck(each.name, each.passed, each.message) for each in task.checks)
    points = None if task.judged == "person" else task.points
    return ToldTask(task.task, points, task.max_points, checks, task.hint, task.mistake, task.source, output)
