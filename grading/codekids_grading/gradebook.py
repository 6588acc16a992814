"""Writes marks into nbgrader's gradebook, the same rows with the same values as ``nbgrader autograde`` writes.

See nbgrader's ``SaveAutoGrades``, ``AssignLatePenalties`` and ``Autograde.init_assignment``. Recording again changes nothing, except
that what a person had marked by hand is asked to be looked at again.
"""

# mypy: disallow-untyped-calls=False

import warnings
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from nbformat.notebooknode import NotebookNode
from nbgrader import utils
from nbgrader.api import Gradebook, MissingEntry, SubmittedNotebook
from sqlalchemy.exc import SAWarning

from codekids_grading.marking import Marking, TaskMark

NO_RESPONSE = "No response."

Penalty = Callable[[str, float, float], float | None]
"""Points to take off: of a student, the score and the seconds too late."""


class NoStudent(Exception):
    """The gradebook has no such student, and the course's configuration says not to make one."""


def record(
    gradebook: Any,
    assignment: str,
    student: str,
    markings: Mapping[str, Marking | None],
    *,
    at: datetime | None = None,
    penalty: Penalty | None = None,
    create_student: bool = True,
) -> None:
    """Record the marks of a hand-in.

    :param markings: by the names of the assignment's notebooks; None for one that was not handed in, which has 0 points
    :param at: when it was handed in, in UTC
    """
    _prepare(gradebook, assignment, student, at, create_student)
    for name, marking in markings.items():
        notebook = gradebook.find_submission_notebook(name, assignment, student)
        if marking is None:
            _nothing(notebook)
        elif marking.status == "marked":
            _marks(notebook, {task.grade_id: task for task in marking.tasks})
            _comments(notebook, marking.notebook)
    gradebook.db.commit()
    late = gradebook.find_submission(assignment, student).total_seconds_late
    for name, marking in markings.items():
        if marking is not None:
            notebook = gradebook.find_submission_notebook(name, assignment, student)
            points = penalty(student, notebook.score, late) if penalty is not None and late > 0 else None
            notebook.late_submission_penalty = (
                None if points is None else min(max(0.0, points), notebook.score)
            )
    gradebook.db.commit()


def is_complete(gradebook: Gradebook, assignment: str, student: str) -> bool:
    """Whether every test of a hand-in has a score."""
    try:
        submission = gradebook.find_submission(assignment, student)
    except MissingEntry:
        return False
    for notebook in submission.notebooks:
        answers = {comment.name for comment in notebook.comments}
        if any(grade.auto_score is None and grade.name not in answers for grade in notebook.grades):
            return False
    return True


def _prepare(
    gradebook: Gradebook, assignment: str, student: str, at: datetime | None, create_student: bool
) -> None:
    try:
        gradebook.find_student(student)
    except MissingEntry:
        if not create_student:
            raise NoStudent(student) from None
        gradebook.update_or_create_student(student)
    known: Any = {} if at is None else {"timestamp": at}
    with warnings.catch_warnings():
        # nbgrader 0.9 links rows before it adds them; SQLAlchemy says so, and the rows are right.
        warnings.simplefilter("ignore", SAWarning)
        gradebook.update_or_create_submission(assignment, student, **known)


def _nothing(notebook: SubmittedNotebook) -> None:
    for grade in notebook.grades:
        grade.auto_score = 0
        grade.needs_manual_grade = False


def _marks(notebook: SubmittedNotebook, marks: Mapping[str, TaskMark]) -> None:
    for grade in notebook.grades:
        mark = marks.get(grade.name)
        if mark is None or (mark.judged == "person" and grade.cell.type == "TaskCell"):
            continue
        grade.auto_score = mark.points
        grade.needs_manual_grade = grade.manual_score is not None or mark.points is None


def _comments(notebook: SubmittedNotebook, marked: NotebookNode | None) -> None:
    unchanged = set()
    for cell in marked.cells if marked is not None else ():
        nbgrader = cell.metadata.get("nbgrader")
        if nbgrader and not utils.is_task(cell) and nbgrader.get("checksum") == utils.compute_checksum(cell):
            unchanged.add(nbgrader["grade_id"])
    for comment in notebook.comments:
        comment.auto_comment = NO_RESPONSE if comment.name in unchanged else None
