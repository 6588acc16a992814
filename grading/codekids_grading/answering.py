"""A mentor's word in nbgrader's book: points and comments of a hand-in, and the feedback page that comes of them."""

# mypy: disallow-untyped-calls=False

import io
import logging
import secrets
from typing import Any

from nbconvert.writers.files import FilesWriter
from nbgrader.api import MissingEntry
from nbgrader.converters import GenerateFeedback
from nbgrader.coursedir import CourseDirectory

from codekids_grading.courses import Course
from codekids_grading.refusals import N_, Refusal


class NoFeedback(Refusal):
    """``nbgrader generate_feedback`` did not work."""

    message = N_("The feedback for %(assignment)s could not be made: %(reason)s")


class NotMarkedYet(Refusal):
    """There is no marked hand-in to write on."""

    message = N_("This hand-in is not in the gradebook yet.")


def write_answer(
    course: Course,
    assignment: str,
    student: str,
    notebook: str,
    task: str,
    comment: str,
    points: float | None,
) -> None:
    """Write a mentor's comment, and the points of a task that a person judges, into the gradebook. Again changes nothing.

    :param points: ``None`` leaves the points as the marking gave them
    :raises NotMarkedYet: the gradebook has no such hand-in
    """
    with course.gradebook() as book:
        try:
            found: Any = book.find_comment(task, notebook, assignment, student)
        except MissingEntry:
            raise NotMarkedYet() from None
        found.manual_comment = comment
        if points is not None:
            grade: Any = book.find_grade(task, notebook, assignment, student)
            grade.manual_score = points
            grade.needs_manual_grade = False
        book.db.commit()


def feedback_page(course: Course, assignment: str, student: str, notebook: str) -> str:
    """The feedback page of a hand-in, as ``nbgrader generate_feedback --force`` writes it into the course.

    It shows what a child made: clean it before anybody sees it.

    :raises NoFeedback: nbgrader refused
    """
    directory = CourseDirectory(
        config=course.config, root=str(course.folder), assignment_id=assignment, student_id=student
    )
    maker = _Feedback(coursedir=directory, config=course.config, force=True)
    maker.log = logging.getLogger(f"codekids.feedback.{secrets.token_hex(4)}")
    maker.log.propagate = False
    said = io.StringIO()
    maker.log.addHandler(logging.StreamHandler(said))
    with course.lock():
        try:
            maker.start()
            path = course.path(course.directory.feedback_directory, student, assignment) / f"{notebook}.html"
            return path.read_text(encoding="utf-8")
        except Exception as error:
            raise NoFeedback(assignment=assignment, reason=said.getvalue().strip() or str(error)) from error


class _Feedback(GenerateFeedback):
    """nbgrader's own, without changing the folder of the whole process, for which other threads would not thank us."""

    def start(self) -> None:
        self.init_notebooks()
        self.writer = FilesWriter(parent=self, config=self.config)
        self.exporter = self.exporter_class(parent=self, config=self.config)
        for step in self.preprocessors:
            self.exporter.register_preprocessor(step)
        self.convert_notebooks()
