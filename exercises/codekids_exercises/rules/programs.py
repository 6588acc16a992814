"""The programs that rules run for a task: its answers, and what is made of them to prove the checks.

They are all known before any rule looks, so that a task's programs run in one process (`trials`).
"""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from codekids_exercises.challenge import Check, Task
from codekids_exercises.localise import Answers
from codekids_exercises.mutants import mutants
from codekids_exercises.rules.trials import Trial

SEEDS = (0, 1, 2)


@dataclass(frozen=True)
class Programs:
    """What is run for a task. `written_down`: programs that only know the public cases; `changed`: references with one
    operator changed; `damaged`: what the reference becomes in other machines and hands, by what was done to it: programs of which one must pass; `hints`: the code that hints show, by file name.
    """

    answers: Answers
    untouched: tuple[str, ...]
    started: str
    written_down: tuple[str, ...]
    changed: tuple[str, ...]
    damaged: Mapping[str, tuple[str, ...]]
    hints: Mapping[str, str]
    solved: str | None
    """What nbgrader's source holds: the starter with the reference in it. Only a homework has it."""

    def trials(self, task: str) -> Iterator[Trial]:
        """Every program as it is run; the same one may come twice. Wrong answers are known by their public cases."""
        yield from (Trial(task, self.answers.reference, seed) for seed in SEEDS)
        yield from (Trial(task, source, SEEDS[0], public=True) for source in self.answers.wrong.values())
        more: Sequence[str] = (
            *self.answers.right.values(),
            self.started,
            *self.written_down,
            *self.changed,
            *(one for meant in self.damaged.values() for one in meant),
            *self.hints.values(),
            *([self.solved] if self.solved else []),
        )
        yield from (Trial(task, source, SEEDS[0]) for source in more)


def programs_of(
    task: Task,
    answers: Answers,
    hints: Mapping[str, str],
    damaged: Mapping[str, tuple[str, ...]],
    solved: str | None,
) -> Programs:
    """The programs of a task, which has its hidden cases."""
    return Programs(
        answers,
        ("", task.starter, f"{task.starter}\n# ?\n"),
        f"{task.starter}\npass\n",
        tuple(written_down(task, answers.reference)),
        tuple(mutants(answers.reference)),
        damaged,
        hints,
        solved,
    )


def written_down(task: Task, reference: str) -> Iterator[str]:
    """Programs that only know the public cases.

    The first case's answer for all, each case's own answer, and the reference with a value that it should be given.
    """
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
    given = {
        case.given
        for check in task.checks
        for case in check.cases
        if case.given is not None and not case.hidden
    }
    yield from (f"{text}\n{reference}" for text in sorted(given))


def _prints_first(check: Check) -> str:
    first = check.cases[0]
    return "input()\n" * len(first.inputs) + "".join(f"print({line!r})\n" for line in first.lines or ())


def imports(code: str) -> set[str]:
    """The modules that a program imports."""
    try:
        nodes = list(ast.walk(ast.parse(code)))
    except SyntaxError:  # a half-built answer
        return set(re.findall(r"^\s*(?:import|from)\s+(\w+)", code, flags=re.MULTILINE))
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    return {name.split(".")[0] for name in names}
