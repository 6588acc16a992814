"""Rules about a homework: three small tasks, and a notebook that nbgrader can work with."""

from collections.abc import Iterator

from codekids_exercises import prose
from codekids_exercises.homework_notebook import STUB
from codekids_exercises.rules.base import Complaint, Subject

MOST_MINUTES = 20
_CHECKED = ("modify", "make")


def three_tasks(subject: Subject) -> Iterator[Complaint]:
    """A homework has a story (at most three sentences) and three small tasks, 20 minutes in all: modify and make are
    checked, make by at least two checks; own is reviewed by a person. Each has points."""
    homework = subject.challenge
    if homework.minutes > MOST_MINUTES:
        yield subject.where(), f"It takes {homework.minutes} minutes; a homework takes {MOST_MINUTES}."
    if len(prose.sentences(subject.words.texts.steps["story"])) > 3:
        yield subject.where(), "The story has more than three sentences."
    for name in _CHECKED:
        task = homework.tasks.get(name)
        if task is None or not task.checks or task.review:
            yield subject.where(name), f"The task {name} must be there, with checks and without review."
    if "own" not in homework.tasks or not homework.tasks["own"].review:
        yield subject.where("own"), "The task own must be there, with review = true."
    make = homework.tasks.get("make")
    if make and len(make.checks) == 1:
        yield subject.where("make"), "Make has one check; give it two or three."


def nbgrader_source(subject: Subject) -> Iterator[Complaint]:
    """nbgrader's source runs: the starter with the reference in it, as one cell, passes; a starter that ends with `...`
    begins like its reference. No two cells share an id."""
    ids = [cell["id"] for cell in subject.book["cells"]]
    if len(ids) != len(set(ids)):
        yield subject.where(), "Two cells of the notebook have the same id."
    for task in subject.challenge.tasks.values():
        starter, reference = task.starter.splitlines(), task.reference.splitlines()
        if starter[-1].strip() == STUB and reference[: len(starter) - 1] != starter[:-1]:
            yield subject.where("answers", task.id), f"Begin the reference like the starter above its {STUB}."
        solved = subject.programs[task.id].solved
        assert solved is not None  # it is a homework
        verdict = subject.judged(task, [solved])[0].verdict
        if verdict.status != "done":
            why = verdict.error or verdict.hint or verdict.status
            yield (
                subject.where("answers", task.id),
                f"The starter followed by the reference fails; let the reference go on from the starter: {why}",
            )
