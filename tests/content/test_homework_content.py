"""The real homework with the real nbgrader: what a child gets of it, and that stock autograde gives the judge's points."""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from traitlets.config import Config

from codekids_exercises import homework, released
from codekids_exercises.judge import judge
from codekids_exercises.localise import answers_in
from codekids_exercises.source_form import SourceChallenge, SourceSet, mistake_of
from codekids_exercises.warm import WarmRunner

pytestmark = pytest.mark.filterwarnings("ignore")
"""nbgrader's own warnings are not ours to mend."""

LANGUAGE = {"beginners": "ro", "advanced": "en"}
"""The language in which a level's homework is marked here; what checks measure is the same in the other."""


@pytest.fixture(scope="module")
def homeworks(all_sets: Sequence[SourceSet]) -> dict[str, SourceChallenge]:
    return {one.id: one.homework for one in all_sets if one.homework}


@pytest.fixture(autouse=True)
def our_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    """nbgrader starts `alembic` by its name."""
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")


def course(folder: Path, *, stub: bool) -> Any:
    """nbgrader as a teacher starts it, in a course's folder; with `stub` as we configure it, else as it comes."""
    config = Config()
    config.CourseDirectory.root = str(folder)
    config.CourseDirectory.db_url = f"sqlite:///{folder / 'gradebook.db'}"
    config.CourseDirectory.course_id = "ours"
    if stub:
        config.ClearSolutions.code_stub = dict(homework.CODE_STUB)
    api: Any = NbGraderAPI
    return api(config=config)


def read(path: Path) -> Any:
    notebooks: Any = nbformat
    return notebooks.read(path, as_version=nbformat.NO_CONVERT)


def hand_in(folder: Path, student: str, set_id: str, answers: dict[str, str]) -> None:
    """Answers to tasks, in the released notebook."""
    book = read(folder / "release" / set_id / homework.NOTEBOOK)
    for cell in book.cells:
        if cell.id in answers:
            cell.source = answers[cell.id]
    path = folder / "submitted" / student / set_id / homework.NOTEBOOK
    path.parent.mkdir(parents=True)
    notebooks: Any = nbformat
    notebooks.write(book, path)


def scores(folder: Path, student: str, set_id: str) -> dict[str, float | None]:
    """The points that nbgrader gave, by task; None where it waits for a person."""
    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}", "ours") as book:
        grades = book.find_submission_notebook("homework", set_id, student).grades
        return {
            one.name.removesuffix("-check"): None if one.needs_manual_grade else one.score for one in grades
        }


def test_every_set_has_homework(
    sets: Path, all_sets: Sequence[SourceSet], homeworks: dict[str, SourceChallenge]
) -> None:
    for one in all_sets:
        assert homework.has_homework(sets, one.id) and one.id in homeworks


@pytest.mark.parametrize("language", ["ro", "en"])
def test_what_nbgrader_releases(
    sets: Path, content: Path, homeworks: dict[str, SourceChallenge], tmp_path: Path, language: str
) -> None:
    api = course(tmp_path, stub=True)
    for set_id, ours in homeworks.items():
        homework.write_source(sets, set_id, language, tmp_path / "source")
        assert api.generate_assignment(set_id)["success"]
        book = read(tmp_path / "release" / set_id / homework.NOTEBOOK)
        nbformat.validate(book)
        text = json.dumps(book, ensure_ascii=False)
        assert "SOLUTION" not in text and "HIDDEN" not in text and "teachers_check" not in text
        full = homework.judged(sets, set_id, language, content=content)
        cells = {cell.id: cell.source for cell in book.cells}
        for task in ours.tasks.values():
            assert answers_in(ours, task, language).reference.strip() not in cells.values()
            assert judge(full, task.id, cells[task.id]).status == "blank"
        for check in (check for task in full.tasks.values() for check in task.checks):
            for case in (case for case in check.cases if case.hidden):
                assert case.call is None or case.call not in text


@pytest.mark.parametrize(
    "set_id",
    [
        "buttons-and-sliders",
        "carpet-pattern",
        "fair-die",
        "object-for-someone",
        "problems-map",
        "weather-station",
    ],
)
def test_stock_autograde_gives_the_judges_points(
    sets: Path, homeworks: dict[str, SourceChallenge], tmp_path: Path, set_id: str
) -> None:
    ours = homeworks[set_id]
    language = LANGUAGE[ours.level]
    homework.write_source(sets, set_id, language, tmp_path / "source")
    api = course(tmp_path, stub=set_id != "carpet-pattern")
    assert api.generate_assignment(set_id)["success"]
    full = homework.judged(sets, set_id, language)
    answers = {task.id: answers_in(ours, task, language) for task in ours.tasks.values()}
    wrong = {name: max(task.wrong.items())[1] for name, task in answers.items() if task.wrong}
    right = {name: max(task.right.items())[1] for name, task in answers.items() if task.right}
    students = {
        "ana": {name: task.reference for name, task in answers.items()},
        "dan": {**right, "modify": wrong["modify"]},
        "ion": {"modify": right["modify"], "make": wrong["make"]},
    }
    for student, handed_in in students.items():
        hand_in(tmp_path, student, set_id, handed_in)
        assert api.autograde(set_id, student)["success"]
        given = scores(tmp_path, student, set_id)
        for name, task in full.tasks.items():
            if task.review:
                assert given[name] == (None if name in handed_in else 0)
            else:
                done = judge(full, name, handed_in.get(name, "")).status == "done"
                assert given[name] == (task.points if done else 0), (student, name)
    assert [scores(tmp_path, "ana", set_id)[name] for name in ("modify", "make")] == [2, 2]
    assert scores(tmp_path, "dan", set_id)["modify"] == 0 == scores(tmp_path, "ion", set_id)["make"]


@pytest.mark.parametrize("language", ["ro", "en"])
def test_a_child_can_check_at_home(
    sets: Path, content: Path, homeworks: dict[str, SourceChallenge], warm: WarmRunner, language: str
) -> None:
    for set_id, ours in homeworks.items():
        at_home = released.read(content, set_id, "homework", language)
        marked = homework.judged(sets, set_id, language, content=content)
        assert marked.version == at_home.version
        for task in ours.checked:
            answers = answers_in(ours, task, language)
            assert judge(at_home, task.id, answers.reference, run=warm).status == "done"
            name = max(answers.wrong)
            for challenge in (at_home, marked):
                verdict = judge(challenge, task.id, answers.wrong[name], run=warm)
                assert verdict.mistake == mistake_of(name)
            assert at_home.hints(task.id)
