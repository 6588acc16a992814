"""Rules that run answers: right ones pass, wrong ones fail, each in its own way."""

from collections.abc import Iterator

from codekids_exercises.judge import Findings
from codekids_exercises.observing import run_for
from codekids_exercises.rules.base import Complaint, Subject
from codekids_exercises.rules.programs import SEEDS, imports
from codekids_exercises.source_form import SourceTask, mistake_of
from codekids_exercises.values import shown

_WIDGETS = frozenset({"ipywidgets", "anywidget", "IPython"})
LEAST_MISTAKES = 4
LEAST_RIGHT = {"make": 3}
LEAST_CAUGHT = 0.8
_LONGEST = 100_000
"""Letters of a value that is written down."""


def reference_passes(subject: Subject) -> Iterator[Complaint]:
    """The reference answer passes every check, hidden cases too, in three runs with different seeds."""
    for task in subject.challenge.tasks.values():
        answer = subject.answers(task).reference
        for seed in SEEDS:
            found = subject.judged(task, [answer], seed=seed)[0]
            if found.verdict.status != "done":
                yield subject.where("answers", task.id), f"The reference fails (seed {seed}): {_why(found)}"
                break


def different_but_right(subject: Subject) -> Iterator[Complaint]:
    """At least two other right answers (three for make) pass: the checks ask for the result, not for our way."""
    for task in subject.tasks:
        right = subject.answers(task).right
        least = LEAST_RIGHT.get(task.id, 2)
        if len(right) < least:
            yield (
                subject.where("right", task.id),
                f"There are {len(right)} other right answers; add {least - len(right)} more.",
            )
        for name, found in zip(right, subject.judged(task, list(right.values())), strict=True):
            if found.verdict.status != "done":
                yield subject.where("right", task.id, name), f"This right answer fails: {_why(found)}"


def mistakes_known(subject: Subject) -> Iterator[Complaint]:
    """At least four named wrong answers a task fail, each recognised and answered with its own hint."""
    for task in subject.tasks:
        names = {mistake_of(name) for name in task.wrong}
        if len(names) < LEAST_MISTAKES:
            yield (
                subject.where("wrong", task.id),
                f"There are {len(names)} known mistakes; add {LEAST_MISTAKES - len(names)} more.",
            )
        hints = subject.words.tasks[task.id].mistakes
        for name in sorted(hints):
            if list(hints.values()).count(hints[name]) > 1:
                yield (
                    subject.where("wrong", task.id, name),
                    "Another mistake has the same hint; give each its own.",
                )
        yield from _recognised(subject, task)


def _recognised(subject: Subject, task: SourceTask) -> Iterator[Complaint]:
    wrong = subject.answers(task).wrong
    judged = subject.judged(task, list(wrong.values()), public=True)
    marks: dict[str, str] = {}
    for name, found in zip(wrong, judged, strict=True):
        where = subject.where("wrong", task.id, name)
        if not found.fingerprint:
            yield (
                where,
                f"This wrong answer is {found.verdict.status}; a case that is not hidden must make it fail.",
            )
        elif mistake_of(marks.get(found.fingerprint, name)) != mistake_of(name):
            yield where, f"The checks see the same as for {marks[found.fingerprint]}; add a case or a sign."
        marks.setdefault(found.fingerprint, name)


def hard_coded_fails(subject: Subject) -> Iterator[Complaint]:
    """The examples' answers written down as constants fail: some case asks for other values."""
    for task in subject.tasks:
        constants = [*subject.programs[task.id].written_down, *_always_the_first(subject, task)]
        for found in subject.judged(task, constants):
            if found.verdict.status == "done":
                yield (
                    subject.where(task.id),
                    "The examples' answers written as constants pass; add a hidden case.",
                )


def _always_the_first(subject: Subject, task: SourceTask) -> Iterator[str]:
    """A program whose functions always give what the reference gives in their first public case, where many values are right."""
    reference = subject.answers(task).reference
    observed = subject.observed(task, reference)
    first: dict[str, str] = {}
    for check in subject.full.task(task.id).checks:
        for case in check.cases:
            value = observed[run_for(check, case)].value if case.call and observed else None
            if case.call and case.gives is None and not case.hidden and value is not None:
                first.setdefault(case.call.split("(")[0], shown(value, longest=_LONGEST))
    if first and not any(text.endswith("…") or "<" in text[:1] for text in first.values()):
        yield "".join(f"def {name}(*a): return {text}\n" for name, text in first.items())


def mutants_caught(subject: Subject) -> Iterator[Complaint]:
    """One operator changed in the reference: at least 80% of such programs fail."""
    for task in subject.tasks:
        changed = subject.programs[task.id].changed
        passed = [
            source
            for source, found in zip(changed, subject.judged(task, changed), strict=True)
            if found.verdict.status == "done"
        ]
        if len(changed) - len(passed) < LEAST_CAUGHT * len(changed):
            yield (
                subject.where("answers", task.id),
                f"{len(passed)} of {len(changed)} changed references pass, such as: {passed[0]!r}",
            )


def blank_fails_kindly(subject: Subject) -> Iterator[Complaint]:
    """An empty or unchanged answer fails with the first hint; the starting code runs and does not pass."""
    for task in subject.tasks:
        programs = subject.programs[task.id]
        for found in subject.judged(task, programs.untouched):
            if found.verdict.status != "blank" or not found.verdict.hint:
                yield (
                    subject.where(task.id),
                    f"An unchanged answer is {found.verdict.status}, without the first hint.",
                )
        run = subject.judged(task, [programs.started])[0].verdict
        if run.status != "try_again":
            yield (
                subject.where("code", task.id),
                f"The starting code is {run.status} when run: {run.error or run.hint}",
            )


def input_scripted(subject: Subject) -> Iterator[Complaint]:
    """A task whose reference uses `input()` has answers for it in its cases."""
    for task in subject.tasks:
        if "input(" not in task.reference:
            continue
        cases = [case for check in task.checks for case in check.cases]
        if not any(case.inputs for case in cases):
            yield subject.where(task.id), "The reference asks with input(), but no case has inputs."


def damage_forgiven(subject: Subject) -> Iterator[Complaint]:
    """The reference with Windows line ends, spaces at line ends, blank lines, comments or no last line end gets the same
    verdict, and so does the one whose cell was copied or split, whose other cells were deleted or put in another order."""
    for task in subject.tasks:
        for what, meant in subject.programs[task.id].damaged.items():
            found = subject.judged(task, meant)
            if all(one.verdict.status != "done" for one in found):
                yield subject.where("answers", task.id), f"The reference with {what} fails: {_why(found[0])}"


def widgets_optional(subject: Subject) -> Iterator[Complaint]:
    """No answer and no code that children see imports a widget, and none is needed to mark: every program here is run
    where no widget can be imported."""
    answers = {f"answers/{task.id}": task.reference for task in subject.challenge.tasks.values()}
    for task in subject.tasks:
        answers |= {f"right/{task.id}/{name}": code for name, code in task.right.items()}
    for name, code in {
        **{f"code/{name}": code for name, code in subject.challenge.code.items()},
        **answers,
    }.items():
        for module in sorted(imports(code) & _WIDGETS):
            yield subject.where(name), f"This code imports {module}; satul has what children need."


def hints_never_answer(subject: Subject) -> Iterator[Complaint]:
    """No hint shows code that passes: the last step of the ladder is a twin problem, never the answer."""
    for task in subject.tasks:
        shown = subject.programs[task.id].hints
        for name, found in zip(shown, subject.judged(task, list(shown.values())), strict=True):
            if found.verdict.status == "done":
                yield (
                    subject.where("code", name),
                    f"This hint's code passes the task {task.id}; show a twin instead.",
                )


def _why(found: Findings) -> str:
    verdict = found.verdict
    failing = [f"{check.name}: {check.message}" for check in verdict.checks if not check.passed]
    return verdict.error or verdict.hint or " ".join(failing) or verdict.status
