"""Rules that run answers: right ones pass, wrong ones fail, each in its own way."""

import ast
from collections.abc import Iterator

from codekids_exercises.challenge import Check, Task
from codekids_exercises.judge import Findings
from codekids_exercises.mutants import mutants
from codekids_exercises.rules.base import Complaint, Subject
from codekids_exercises.source import SourceTask, mistake_of
from codekids_exercises.steps import code_names

SEEDS = (0, 1, 2)
LEAST_MISTAKES = 4
LEAST_RIGHT = {"make": 3}
LEAST_CAUGHT = 0.8


def reference_passes(subject: Subject) -> Iterator[Complaint]:
    """The reference answer passes every check, hidden cases too, in three runs with different seeds."""
    for task in subject.tasks:
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
        written = list(_written_down(subject.full.task(task.id)))
        for found in subject.judged(task, written):
            if found.verdict.status == "done":
                yield (
                    subject.where(task.id),
                    "The examples' answers written as constants pass; add a hidden case.",
                )


def _written_down(task: Task) -> Iterator[str]:
    """Programs that only know the public cases: the first one's answer for all, and each one's own answer."""
    calls = [check for check in task.checks if check.kind == "call"]
    tables: dict[str, dict[str, str]] = {}
    for check in calls:
        for case in check.cases:
            if not case.hidden and case.call and case.gives:
                call = ast.parse(case.call, mode="eval").body
                assert isinstance(call, ast.Call)  # the reader of the content saw to it
                name, arguments = ast.unparse(call.func), ", ".join(map(ast.unparse, call.args))
                tables.setdefault(name, {})[f"({arguments},)" if arguments else "()"] = case.gives
    if tables:
        yield "\n".join(
            f"def {name}(*a): return {next(iter(known.values()))}" for name, known in tables.items()
        )
        yield "\n".join(
            f"def {name}(*a): return {{{', '.join(f'repr({key}): {gives}' for key, gives in known.items())}}}"
            "[repr(a)]"
            for name, known in tables.items()
        )
    printed = [check for check in task.checks if check.kind == "printed"]
    if printed and any(case.inputs for check in printed for case in check.cases):
        yield _prints_first(printed[0])


def _prints_first(check: Check) -> str:
    first = check.cases[0]
    return "input()\n" * len(first.inputs) + "".join(f"print({line!r})\n" for line in first.lines or ())


def mutants_caught(subject: Subject) -> Iterator[Complaint]:
    """One operator changed in the reference: at least 80% of such programs fail."""
    for task in subject.tasks:
        changed = list(mutants(subject.answers(task).reference))
        passed = [
            source
            for source, found in zip(changed, subject.judged(task, changed), strict=True)
            if found.verdict.status == "done"
        ]
        if len(passed) > (1 - LEAST_CAUGHT) * len(changed):
            yield (
                subject.where("answers", task.id),
                f"{len(passed)} of {len(changed)} changed references pass, such as: {passed[0]!r}",
            )


def blank_fails_kindly(subject: Subject) -> Iterator[Complaint]:
    """An empty or unchanged answer fails with the first hint; the starting code runs and does not pass."""
    for task in subject.tasks:
        it = subject.full.task(task.id)
        for found in subject.judged(task, ["", it.starter, it.starter + "\n# ?\n"]):
            if found.verdict.status != "blank" or not found.verdict.hint:
                yield (
                    subject.where(task.id),
                    f"An unchanged answer is {found.verdict.status}, without the first hint.",
                )
        run = subject.judged(task, [it.starter + "\npass\n"])[0].verdict
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


def hints_never_answer(subject: Subject) -> Iterator[Complaint]:
    """No hint shows code that passes: the last step of the ladder is a twin problem, never the answer."""
    for task in subject.tasks:
        texts = subject.words.texts.hints.get(task.id, ())
        names = [name for _, text in texts for name in code_names(text)]
        for name, found in zip(
            names, subject.judged(task, [subject.code[name] for name in names]), strict=True
        ):
            if found.verdict.status == "done":
                yield (
                    subject.where("code", name),
                    f"This hint's code passes the task {task.id}; show a twin instead.",
                )


def _why(found: Findings) -> str:
    verdict = found.verdict
    failing = [f"{check.name}: {check.message}" for check in verdict.checks if not check.passed]
    return verdict.error or verdict.hint or " ".join(failing) or verdict.status
