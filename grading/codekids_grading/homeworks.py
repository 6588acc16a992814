"""Our own homework: where its judge comes from.

The source notebook in the course carries every task with all its cases in the hidden part of its test cells, so that a course can be
marked wherever it lies. The known mistakes and hints are in the folder of the sets; they are used when both have the same version.
"""

import ast
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from codekids_exercises import homework
from codekids_exercises.challenge import ContentError, ReleasedChallenge, Task
from codekids_exercises.judge import judge
from codekids_exercises.released import task_from
from codekids_exercises.runs import PRELUDE, Runner
from codekids_exercises.verdict import Verdict
from codekids_grading.apart import Judge
from codekids_grading.templates import Template

_TEACHERS = "teachers_check"


class Homeworks:
    """The judges of our homework; what a set's known mistakes are is found out once.

    :param sets: the folder of the sets, None where there is none
    :param content: the released content, where known mistakes have been found out already
    """

    def __init__(
        self, sets: Path | None = None, content: Path | None = None, *, prelude: str = PRELUDE
    ) -> None:
        self._sets, self._content, self._prelude = sets, content, prelude
        self._known: dict[tuple[str, str], ReleasedChallenge | None] = {}
        self._lock = threading.Lock()

    def judge_of(self, template: Template) -> Judge | None:
        """The judge of a notebook; None when it is no homework of ours."""
        if template.homework is None:
            return None
        challenge = self._same(template.homework) or carried(template)
        return None if challenge is None else _judging(challenge, self._prelude)

    def _same(self, about: Mapping[str, Any]) -> ReleasedChallenge | None:
        """The homework in the folder of the sets, if it is this very version."""
        key = str(about.get("set")), str(about.get("language"))
        with self._lock:
            if key not in self._known:
                self._known[key] = self._learnt(*key)
            found = self._known[key]
        return found if found is not None and found.version == about.get("version") else None

    def _learnt(self, set_id: str, language: str) -> ReleasedChallenge | None:
        if self._sets is None:
            return None
        try:
            return homework.judged(self._sets, set_id, language, content=self._content, prelude=self._prelude)
        except ContentError:
            return None


def carried(template: Template) -> ReleasedChallenge | None:
    """The homework as its own source notebook carries it: all cases, no known mistakes. None when it carries none."""
    about = template.homework or {}
    tasks: dict[str, Task] = {}
    for cell in template.cells:
        data = _data(cell.source) if cell.graded and cell.fixed else None
        if data is not None:
            try:
                tasks[data["id"]] = task_from(data["id"], data["task"])
            except (KeyError, TypeError):
                continue
    if not tasks:
        return None
    set_id, language = str(about.get("set")), str(about.get("language"))
    return ReleasedChallenge(set_id, "homework", language, str(about.get("version")), "", tasks)


def _data(source: str) -> Any:
    """What a test cell gives to the teacher's check."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return None
    for one in ast.walk(tree):
        if (
            isinstance(one, ast.Call)
            and isinstance(one.func, ast.Name)
            and one.func.id == _TEACHERS
            and one.args
        ):
            try:
                return ast.literal_eval(one.args[0])
            except ValueError:
                return None
    return None


def _judging(challenge: ReleasedChallenge, prelude: str) -> Judge:
    def judging(task: str, source: str, run: Runner) -> Verdict | None:
        if task not in challenge.tasks:
            return None
        return judge(challenge, task, source, prelude=prelude, run=run)

    return judging
