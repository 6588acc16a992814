"""Running answers: the half of judging that needs no judge."""

import io
import tokenize
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from codekids_exercises.challenge import Case, Check, Limits, Task
from codekids_exercises.kinds.registry import kind_named
from codekids_exercises.runs import PRELUDE, Observation, Plan, Program, Run, Runner, run_here
from codekids_exercises.tablets import mended

_MOST_SOURCE = 100_000

Observed = Mapping[Run, Observation]
"""What was observed of one answer, by the runs that its task asks for; nothing for a blank answer, which is not run."""


@dataclass(frozen=True)
class Attempt:
    """An answer to a task, to be run with a seed. `given` stands above it."""

    task: Task
    source: str
    seed: int = 0
    given: str | None = None

    @property
    def blank(self) -> bool:
        """Whether there is nothing to run."""
        return is_blank(self.source, self.task.starter)

    @property
    def program(self) -> Program:
        """What is run: with the signs that tablets get wrong put right."""
        given = self.task.given if self.given is None else self.given
        return Program(mended(self.source[:_MOST_SOURCE]).source, given)


def observe(
    attempts: Sequence[Attempt],
    language: str,
    *,
    prelude: str = PRELUDE,
    run: Runner = run_here,
    together: bool = False,
) -> tuple[Observed, ...]:
    """Run attempts, those with the same limits in one process; each run starts clean. `together`: see `Plan`."""
    found: list[Observed] = [{}] * len(attempts)
    groups: dict[Limits, list[int]] = {}
    for place, attempt in enumerate(attempts):
        if not attempt.blank:
            groups.setdefault(attempt.task.limits, []).append(place)
    for limits, places in groups.items():
        wanted = [runs_of(attempts[place].task) for place in places]
        plan = Plan(
            tuple(attempts[place].program for place in places),
            tuple(
                replace(one, program=number, seed=attempts[place].seed if one.seed is None else one.seed)
                for number, place in enumerate(places)
                for one in wanted[number]
            ),
            limits,
            prelude,
            language,
            together,
        )
        seen = iter(run(plan))
        for place, runs in zip(places, wanted, strict=True):
            found[place] = {one: next(seen) for one in runs}
    return tuple(found)


def runs_of(task: Task) -> tuple[Run, ...]:
    """The different runs that a task's checks and signs ask for, the plain one first if there is one.

    A task without checks is run once: what a person looks at should run.
    """
    wanted = [
        run_for(check, case) for check in (*task.checks, *task.signs) for case in check.cases or (Case(),)
    ]
    wanted = wanted or [Run(0)]
    return tuple(
        sorted(dict.fromkeys(wanted), key=lambda run: (run.twice, run.call is not None, len(run.inputs)))
    )


def run_for(check: Check, case: Case) -> Run:
    """The run that a case of a check asks for."""
    name = check.settings.get("name") if kind_named(check.kind).reads_name else None
    names = (name,) if name and case.call is None else ()
    return Run(0, case.inputs, case.call, names, case.seed, case.given, check.kind == "twice")


def is_blank(source: str, starter: str) -> bool:
    """Whether an answer says nothing: no code at all, or the starter with other spaces and comments.

    What nbgrader puts where an answer belongs (`...` in ours, `raise NotImplementedError()` in others') is nothing.
    """
    code = _without_stub(_tokens(source))
    return not code or code == _without_stub(_tokens(starter))


def _without_stub(tokens: list[str]) -> list[str]:
    stub = ["raise", "NotImplementedError", "(", ")"]
    if tokens[-len(stub) :] == stub:
        tokens = tokens[: -len(stub)]
    return [token for token in tokens if token != "..."]


def _tokens(source: str) -> list[str]:
    """The words of a program without comments, line ends and spaces."""
    nothing = (
        tokenize.COMMENT,
        tokenize.NL,
        tokenize.NEWLINE,
        tokenize.INDENT,
        tokenize.DEDENT,
        tokenize.ENDMARKER,
    )
    try:
        tokens = tokenize.generate_tokens(io.StringIO(source).readline)
        return [token.string for token in tokens if token.type not in nothing]
    except (tokenize.TokenError, SyntaxError):
        return [
            line.strip() for line in source.splitlines() if line.strip() and not line.strip().startswith("#")
        ]
