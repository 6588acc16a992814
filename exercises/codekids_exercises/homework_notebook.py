"""A homework as a notebook: nbgrader's source with solutions and hidden tests, or what a child gets of it.

Ids of cells are nbgrader's grade ids: the task's name for its answer, `<task>-check` for its test cell. What is to be read
or run only is locked for nbgrader, too, so that a deleted cell comes back. `schema_version` 3 is nbgrader 0.9's.
"""

from collections.abc import Mapping
from pprint import pformat
from typing import Any

from codekids_exercises.challenge import ReleasedChallenge, Task
from codekids_exercises.localise import answers_in, code_in
from codekids_exercises.notebook import Cell, book, code_cell, markdown_cell, opening
from codekids_exercises.released import task_json
from codekids_exercises.source_form import SourceChallenge
from codekids_exercises.steps import HEADINGS, with_code
from codekids_exercises.translate import translate

STUB = "..."
"""What stands where a child's answer belongs: Python that does nothing, alone in a line or in a function."""

_BEGIN, _END = "### BEGIN SOLUTION", "### END SOLUTION"
_BEGIN_HIDDEN, _END_HIDDEN = "### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS"

_POINTS = {
    "ro": {1: "un punct", 0: "{n} puncte"},
    "en": {1: "1 point", 0: "{n} points"},
}


def source_book(
    homework: SourceChallenge, full: ReleasedChallenge, glossary: Mapping[str, str]
) -> dict[str, Any]:
    """nbgrader's source of a homework. `full`: the homework in one language with its hidden cases."""
    cells = [_read_only(cell) for cell in opening(homework, full.language, glossary)]
    for number, task in enumerate(full.tasks.values(), 1):
        cells.extend(_task_cells(homework, full, task, number))
    about = {"set": homework.set_id, "homework": True, "language": full.language, "version": full.version}
    return book(cells, about)


def childs_book(
    homework: SourceChallenge, full: ReleasedChallenge, glossary: Mapping[str, str]
) -> dict[str, Any]:
    """What `nbgrader generate_assignment` makes of the source with our stub, without checksums."""
    made = source_book(homework, full, glossary)
    for cell in made["cells"]:
        cell["source"] = _without(_without(cell["source"], _BEGIN, _END, STUB), _BEGIN_HIDDEN, _END_HIDDEN)
    return made


def solution_cell(starter: str, reference: str) -> str:
    """The starter with the reference as nbgrader's solution in it: in the place of its last `...`, else after it."""
    kept, answer = starter.rstrip().splitlines(), reference.rstrip().splitlines()
    indent = ""
    if kept and kept[-1].strip() == STUB and answer[: len(kept) - 1] == kept[:-1]:
        last = kept.pop()
        indent = last[: len(last) - len(last.lstrip())]
    if answer[: len(kept)] == kept:
        answer = answer[len(kept) :]
    return "\n".join([*kept, indent + _BEGIN, *answer, indent + _END])


def _without(source: str, begin: str, end: str, stub: str | None = None) -> str:
    """The source without its marked regions; a stub takes the place of each."""
    lines: list[str] = []
    inside = False
    for line in source.split("\n"):
        if begin in line:
            inside = True
            lines += [] if stub is None else [line.replace(begin, stub)]
        elif end in line:
            inside = False
        elif not inside:
            lines.append(line)
    return "\n".join(lines)


def _task_cells(homework: SourceChallenge, full: ReleasedChallenge, task: Task, number: int) -> list[Cell]:
    language = full.language
    prose = with_code(homework.words[language].texts.steps[task.id], code_in(homework, language))
    heading = f"## {number}. {HEADINGS[task.id][language]} ({_worth(task.points, language)})"
    cells = [_read_only(markdown_cell(f"{task.id}-text", task.id, f"{heading}\n\n{prose}"))]
    if task.given:
        cells.append(_read_only(code_cell(f"{task.id}-given", task.id, task.given, locked=True)))
    reference = answers_in(homework, homework.tasks[task.id], language).reference
    source = solution_cell(task.starter, reference)
    answer = code_cell(task.id, "answer", source, locked=False, task=task.id)
    points = task.points if task.review else None
    cells.append(_marked(answer, solution=True, points=points))
    if not task.review:
        check = code_cell(f"{task.id}-check", "check", _test(homework, full, task), locked=True, task=task.id)
        cells.append(_marked(check, locked=True, points=task.points))
    return cells


def _worth(points: float, language: str) -> str:
    return _POINTS[language][1 if points == 1 else 0].format(n=f"{points:g}")


def _test(homework: SourceChallenge, full: ReleasedChallenge, task: Task) -> str:
    """The test cell: `check("task")`, which nbgrader's hidden part turns into the teacher's check."""
    words = homework.words[full.language].code
    said = translate(f'check("{task.id}")', words)
    data = pformat(teachers_data(full, task), width=100, sort_dicts=False)
    return "\n".join(
        (
            _BEGIN_HIDDEN,
            "from codekids_exercises.homework_check import teachers_check",
            f"{translate('check', words)} = teachers_check(",
            data,
            ")",
            _END_HIDDEN,
            said,
        )
    )


def teachers_data(full: ReleasedChallenge, task: Task) -> dict[str, Any]:
    """What the teacher's check needs of a task: all its cases, no hint and no mistake."""
    needed = task_json(task) | {"signs": (), "hints": (), "mistakes": {}}
    return {"set": full.set_id, "language": full.language, "id": task.id, "task": needed}


def _read_only(cell: Cell) -> Cell:
    return _marked(cell, locked=True)


def _marked(cell: Cell, *, locked: bool = False, solution: bool = False, points: float | None = None) -> Cell:
    """The cell with nbgrader's metadata; `points` make it one that is graded."""
    own: dict[str, Any] = {
        "schema_version": 3,
        "grade_id": cell["id"],
        "cell_type": cell["cell_type"],
        "grade": points is not None,
        "solution": solution,
        "locked": locked,
        "task": False,
    }
    if points is not None:
        own["points"] = points
    return {**cell, "metadata": {**cell["metadata"], "nbgrader": own}}
