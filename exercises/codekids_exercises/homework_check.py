"""The teacher's check: what the hidden part of a homework's test cell does under stock `nbgrader autograde`.

The hidden part holds the task with all its cases and gives the cell's `check` another meaning: judge the answer as the
marking worker does (the same engine, another process, a clean start) and fail the cell when something is not right. A
teacher's environment needs this package and satul, nothing else: no released content, no folder of sets.

Which cell was the answer, nbgrader does not tell its kernel. So the answer is what was run since the last cell of ours.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from codekids_exercises.challenge import ReleasedChallenge
from codekids_exercises.judge import judge
from codekids_exercises.released import task_from
from codekids_exercises.runs import PRELUDE

_OURS = ("### BEGIN HIDDEN TESTS", PRELUDE.strip())
"""A cell that holds one of these is ours: a test cell, or the one that begins."""


class NotRight(AssertionError):
    """The answer does not pass; the sentences say what is not right yet, in the child's language."""


class NoNotebook(RuntimeError):
    """The teacher's check was called outside a notebook: there is no answer to look at."""


def teachers_check(data: Mapping[str, Any], *, prelude: str = PRELUDE) -> Callable[[str], None]:
    """The check of one task. `data` is what `homework_notebook.teachers_data` wrote."""
    task = task_from(data["id"], data["task"])
    homework = ReleasedChallenge(data["set"], "homework", data["language"], "", "", {task.id: task})

    def check(task_id: str) -> None:
        """Judge the answer that was run before this cell. Raises NotRight."""
        source = answer_among(_history(), task.given)
        verdict = judge(homework, task_id, source, prelude=prelude)
        for result in verdict.checks:
            print(("✓ " if result.passed else "○ ") + result.message)
        if verdict.status != "done":
            wrong = [result.message for result in verdict.checks if not result.passed]
            raise NotRight(" ".join(wrong) or verdict.hint or verdict.error or verdict.status)

    return check


def answer_among(history: Sequence[str], given: str = "") -> str:
    """The answer among the cells that were run, the last of which is the test cell: what was run since a cell of ours.

    Nothing, when an empty cell was not run; several cells, when a child split its answer.
    """
    ran = [source.strip() for source in history]
    test = ran.pop() if ran else ""
    while ran and ran[-1] == test:  # the test cell was run again
        ran.pop()
    found: list[str] = []
    while ran and not (ran[-1] == given.strip() or any(mark in ran[-1] for mark in _OURS)):
        found.insert(0, ran.pop())
    return "\n\n".join(found)


def _history() -> Sequence[str]:
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython is not None else None
    if shell is None:
        raise NoNotebook("Run this cell in its notebook, after the answer's cell.")
    return [str(source) for source in shell.history_manager.input_hist_raw]
