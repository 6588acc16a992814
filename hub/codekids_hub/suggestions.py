"""What a mentor could say: one good thing, what a known mistake's hint says, one question; in the child's language.

A beginning that the mentor changes at will; chosen by the situation, the same one for equal answers.
"""

from codekids_hub.marking import ToldTask
from codekids_hub.refusals import N_
from codekids_hub.translation import catalogue

_GOOD = {
    "blank": N_("You opened the homework and handed it in: that is the first step."),
    "none": N_("You tried it in your own way, and that is how it begins."),
    "some": N_("A part of it works already:"),
    "all": N_("Everything works, and one can follow your idea well."),
    "person": N_("I liked looking at what you made."),
}
_QUESTION = {
    "blank": N_("What is the smallest piece that you could try first?"),
    "none": N_("When you run it line by line, where does something happen that you did not expect?"),
    "some": N_("What would you change first, and what do you think will happen then?"),
    "all": N_("What would you add to it just for yourself?"),
    "person": N_("Which part are you proud of, and what would you change?"),
}


def situation(task: ToldTask) -> str:
    """Which of the situations this is: ``blank``, ``none`` right, ``some`` right, ``all`` right, or for a ``person``."""
    passed = [check.passed for check in task.checks]
    if not task.source.strip() or task.source.strip() == "...":
        return "blank"
    if passed and not all(passed):
        return "some" if any(passed) else "none"
    if task.points is None:
        return "person"
    return "all" if task.points >= task.max_points else "none"


def suggest(task: ToldTask, language: str) -> str:
    """A comment to begin with."""
    translate = catalogue(language).gettext
    now = situation(task)
    good = translate(_GOOD[now])
    if now == "some":
        good = f"{good} {next(check.message for check in task.checks if check.passed)}"
    return " ".join(filter(None, (good, task.hint, translate(_QUESTION[now]))))


def points(task: ToldTask) -> float:
    """Points to begin with: what the checks gave; for a person's task all of them, none for an empty answer."""
    if task.points is not None:
        return task.points
    return {"blank": 0.0, "none": 0.0, "some": task.max_points / 2}.get(situation(task), task.max_points)
