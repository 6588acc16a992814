"""Writes marks into nbgrader's gradebook, the same rows with the same values as ``nbgrader autograde`` writes.

See nbgrader's ``SaveAutoGrades``, ``AssignLatePenalties`` and ``Autograde.init_assignment``. Recording again changes nothing, except
that what a person had marked by hand is asked to be looked at again.

The tables are those of nbgrader's classes, written with plain statements in one transaction: with the objects themselves, which are
read again after each commit, a hand-in takes ten times as long.
"""

# mypy: disallow-untyped-calls=False

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from nbformat.notebooknode import NotebookNode
from nbgrader import utils
from nbgrader.api import (
    Comment,
    Grade,
    Gradebook,
    MissingEntry,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy import Connection, Table, bindparam, insert, select, update

from codekids_grading.marking import Marking

NO_RESPONSE = "No response."

Penalty = Callable[[str, float, float], float | None]
"""Points to take off: of a student, the score and the seconds too late."""

_STUDENTS, _SUBMISSIONS, _BOOKS, _GRADES, _COMMENTS = (
    one.__table__ for one in (Student, SubmittedAssignment, SubmittedNotebook, Grade, Comment)
)


class NoStudent(Exception):
    """The gradebook has no such student, and the course's configuration says not to make one."""


@dataclass(frozen=True)
class Cell:
    """A cell with points or comments. ``notebook``: the key of its notebook; ``task``: a person looks at it."""

    name: str
    notebook: str
    graded: bool
    commented: bool
    task: bool


@dataclass(frozen=True)
class Outline:
    """What the rows of every hand-in of an assignment point to, by their keys in the gradebook.

    ``key``: the assignment's own; ``notebooks``: their names; ``due``: whether a hand-in can be late.
    """

    key: str
    notebooks: Mapping[str, str]
    cells: Mapping[str, Cell]
    due: bool


Given = Mapping[str, Marking | None]
"""What came of the notebooks of a hand-in, by the keys of their rows."""


def outline(gradebook: Gradebook, assignment: str) -> Outline:
    """The outline of an assignment.

    :raises MissingEntry: the gradebook does not know it
    """
    found: Any = gradebook.find_assignment(assignment)
    cells: dict[str, Cell] = {}
    for book in found.notebooks:
        cells |= {one.id: Cell(one.name, book.id, True, False, False) for one in book.grade_cells}
        cells |= {one.id: Cell(one.name, book.id, False, True, False) for one in book.solution_cells}
        cells |= {one.id: Cell(one.name, book.id, True, True, True) for one in book.task_cells}
    return Outline(
        found.id, {book.id: book.name for book in found.notebooks}, cells, found.duedate is not None
    )


def record(
    gradebook: Any,
    outline: Outline,
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
    :raises NoStudent: see there
    """
    rows: Connection = gradebook.db.connection()
    submission = _submission(rows, outline, student)
    if submission is None:
        _need_student(rows, student, create_student)
        submission = _add(rows, outline, student)
    if at is not None:
        rows.execute(update(_SUBMISSIONS).where(_SUBMISSIONS.c.id == submission).values(timestamp=at))
    books = select(_BOOKS.c.id, _BOOKS.c.notebook_id).where(_BOOKS.c.assignment_id == submission)
    given = {
        row: markings[outline.notebooks[book]]
        for row, book in rows.execute(books)
        if book in outline.notebooks
    }
    _change(rows, _GRADES, _grades(rows, outline, given))
    _change(rows, _COMMENTS, _comments(rows, outline, given))
    _change(
        rows,
        _BOOKS,
        ({"row": row, "late_submission_penalty": None} for row, one in given.items() if one is not None),
    )
    if outline.due and penalty is not None:
        _take_off(gradebook, submission, given, partial(penalty, student))
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


def _submission(rows: Connection, outline: Outline, student: str) -> str | None:
    of, by = _SUBMISSIONS.c.assignment_id == outline.key, _SUBMISSIONS.c.student_id == student
    found: str | None = rows.execute(select(_SUBMISSIONS.c.id).where(of, by)).scalar()
    return found


def _need_student(rows: Connection, student: str, create: bool) -> None:
    if rows.execute(select(_STUDENTS.c.id).where(_STUDENTS.c.id == student)).first() is None:
        if not create:
            raise NoStudent(student)
        rows.execute(insert(_STUDENTS).values(id=student))


def _add(rows: Connection, outline: Outline, student: str) -> str:
    """A submission with all that belongs to it, of which nothing is marked yet."""
    submission = _added(rows, _SUBMISSIONS, assignment_id=outline.key, student_id=student)
    books = {
        one: _added(rows, _BOOKS, assignment_id=submission, notebook_id=one) for one in outline.notebooks
    }
    belong = [
        ({"notebook_id": books[cell.notebook], "cell_id": key}, cell) for key, cell in outline.cells.items()
    ]
    for table, new in (
        (_GRADES, [row for row, cell in belong if cell.graded]),
        (_COMMENTS, [row for row, cell in belong if cell.commented]),
    ):
        if new:
            rows.execute(insert(table), new)
    return submission


def _added(rows: Connection, table: Table, **values: str) -> str:
    """A new row's key."""
    made: Any = rows.execute(insert(table).values(**values)).inserted_primary_key
    return str(made[0])


def _change(rows: Connection, table: Table, changes: Iterator[Mapping[str, object]]) -> None:
    """Change rows; each change has the row's key as ``row`` and new values by column, the same columns in each."""
    found = list(changes)
    if found:
        values: dict[str, Any] = {name: bindparam(name) for name in found[0] if name != "row"}
        rows.execute(update(table).where(table.c.id == bindparam("row")).values(values), found)


def _grades(rows: Connection, outline: Outline, given: Given) -> Iterator[dict[str, object]]:
    marks = {
        (row, task.grade_id): task for row, one in given.items() if one is not None for task in one.tasks
    }
    there = select(_GRADES.c.id, _GRADES.c.notebook_id, _GRADES.c.cell_id, _GRADES.c.manual_score)
    for row, book, key, manual in rows.execute(there.where(_GRADES.c.notebook_id.in_(given))):
        cell = outline.cells.get(key)
        mark = marks.get((book, cell.name)) if cell is not None else None
        if given[book] is None:
            yield {"row": row, "auto_score": 0, "needs_manual_grade": False}
        elif cell is not None and mark is not None and not (mark.judged == "person" and cell.task):
            looks = manual is not None or mark.points is None
            yield {"row": row, "auto_score": mark.points, "needs_manual_grade": looks}


def _comments(rows: Connection, outline: Outline, given: Given) -> Iterator[dict[str, object]]:
    unchanged = {
        (row, name) for row, one in given.items() if one is not None for name in _unchanged(one.notebook)
    }
    marked = [row for row, one in given.items() if one is not None and one.status == "marked"]
    there = select(_COMMENTS.c.id, _COMMENTS.c.notebook_id, _COMMENTS.c.cell_id)
    for row, book, key in rows.execute(there.where(_COMMENTS.c.notebook_id.in_(marked))):
        name = outline.cells[key].name if key in outline.cells else ""
        yield {"row": row, "auto_comment": NO_RESPONSE if (book, name) in unchanged else None}


def _unchanged(marked: NotebookNode | None) -> Iterator[str]:
    """The cells that are as they were released."""
    for cell in marked.cells if marked is not None else ():
        nbgrader = cell.metadata.get("nbgrader")
        if nbgrader and not utils.is_task(cell) and nbgrader.get("checksum") == utils.compute_checksum(cell):
            yield nbgrader["grade_id"]


def _take_off(
    gradebook: Any, submission: str, given: Given, penalty: Callable[[float, float], float | None]
) -> None:
    """Points off for a hand-in that is late."""
    late = gradebook.db.get(SubmittedAssignment, submission).total_seconds_late
    for row in [row for row, one in given.items() if one is not None and late > 0]:
        book = gradebook.db.get(SubmittedNotebook, row)
        points = penalty(book.score, late)
        if points is not None:
            book.late_submission_penalty = min(max(0.0, points), book.score)
