"""Courses to measure with: made and released as a teacher does it, with hand-ins in their place."""

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from codekids_exercises import homework
from codekids_exercises.localise import answers_in
from codekids_exercises.source import read_homework, read_names
from codekids_grading import courses
from codekids_hub.bench import plain_course

LEVEL, SET, LANGUAGE = "advanced", "village-in-numbers", "en"
"""A homework of ours in which children draw charts."""


@dataclass(frozen=True)
class Choice:
    """An answer to a task, and whether it is right."""

    source: str
    right: bool


@dataclass(frozen=True)
class BenchCourse:
    """A course directory with hand-ins of one homework."""

    folder: Path
    assignment: str
    notebook: str

    def copy(self, folder: Path) -> "BenchCourse":
        """The same once more, before anything of it is marked."""
        shutil.copytree(self.folder, folder, symlinks=True)
        return BenchCourse(folder, self.assignment, self.notebook)

    def hand_in(self, answers: Sequence[Mapping[str, str]]) -> None:
        """Put hand-ins where ``nbgrader collect`` puts them: the released notebook with these answers."""
        released = self.folder / "release" / self.assignment / f"{self.notebook}.ipynb"
        book = json.loads(released.read_text(encoding="utf-8"))
        for number, one in enumerate(answers):
            folder = self.folder / "submitted" / f"child{number:05}" / self.assignment
            folder.mkdir(parents=True)
            (folder / "timestamp.txt").write_text("2026-11-20 10:00:00.000000 UTC", encoding="utf-8")
            made = json.dumps(answered(book, one))
            (folder / f"{self.notebook}.ipynb").write_text(made, encoding="utf-8")


def answered(book: Mapping[str, Any], answers: Mapping[str, str]) -> dict[str, Any]:
    """A notebook with these answers in its cells."""
    cells = [
        {**cell, "source": answers.get(cell["metadata"].get("nbgrader", {}).get("grade_id"), cell["source"])}
        for cell in book["cells"]
    ]
    return {**book, "cells": cells}


def plain(folder: Path, answers: Sequence[Mapping[str, str]]) -> BenchCourse:
    """Somebody else's course, judged in one process."""
    plain_course.write_course(folder)
    courses.generate(courses.read_course(folder), plain_course.ASSIGNMENT)
    made = BenchCourse(folder, plain_course.ASSIGNMENT, plain_course.NOTEBOOK)
    made.hand_in(answers)
    return made


def own(folder: Path, sets: Path, count: int) -> BenchCourse:
    """A homework of ours, judged apart. The hand-ins are the set's right and wrong answers in all combinations."""
    course = courses.make_course(folder, "bench")
    draft = folder / "draft"
    homework.write_source(sets, SET, LANGUAGE, draft)
    courses.add_homework(course, SET, draft / SET)
    shutil.rmtree(draft)
    made = BenchCourse(folder, SET, Path(homework.NOTEBOOK).stem)
    answers = own_answers(sets, LANGUAGE, count)
    made.hand_in([{name: one.source for name, one in each.items()} for each in answers])
    return made


def own_answers(sets: Path, language: str, count: int) -> list[dict[str, Choice]]:
    """Answers to each task of that homework, right and wrong ones in all combinations; no two hand-ins are alike."""
    it = read_homework(sets / LEVEL / SET / "homework", LEVEL, read_names(sets))
    choices: dict[str, list[Choice]] = {}
    for name, task in it.tasks.items():
        found = answers_in(it, task, language)
        right = [Choice(one, True) for one in (found.reference, *found.right.values())]
        choices[name] = right + [Choice(one, False) for one in found.wrong.values()]
    return [
        {name: _marked(some[(number // (place + 1)) % len(some)], number) for place, (name, some) in enumerate(choices.items())}
        for number in range(count)
    ]  # fmt: skip


def _marked(one: Choice, number: int) -> Choice:
    return Choice(f"{one.source}\n# {number}", one.right)
