"""Judging apart: the judge stays out here with what is expected; the child's program answers from behind the walls.

See :mod:`codekids_exercises.judge`. Nothing but the child's own program and the calls to make goes in; plain JSON comes out.
"""

from typing import Protocol

from codekids_exercises.runs import Observation, Plan, Runner, environment, read_answer, runner_command
from codekids_exercises.verdict import Verdict
from codekids_grading.inside.launch import CHANNEL
from codekids_grading.sandbox import Job, Limits, Sandbox, SandboxBroken, run


class Judge(Protocol):
    """Judges one task of a homework by the teacher's full list of cases."""

    def __call__(self, task: str, source: str, run: Runner) -> Verdict | None:
        """The verdict on the answer ``source``; None when a person judges this task."""
        ...


def sealed_runner(sandbox: Sandbox, *, memory: int = 1 << 30) -> Runner:
    """Runs a judge's plan behind the walls.

    The runner raises SandboxBroken, or RunnerFailed of codekids_exercises: the answer was not judged, it is not the child's doing.
    """

    def runner(plan: Plan) -> tuple[Observation, ...]:
        job = Job(
            tuple(runner_command(CHANNEL)),
            environment={
                name: value
                for name, value in environment(plan, "/sandbox").items()
                if name.startswith(("PYTHON", "CODEKIDS"))
            },
            limits=Limits(seconds=plan.longest, memory=memory),
            warm="runner",
        )
        outcome = run(sandbox, job, plan.to_json().encode())
        if (
            outcome.ended == "killed"
        ):  # perhaps by somebody else: if it was the answer's own doing, it does it again
            outcome = run(sandbox, job, plan.to_json().encode())
        if outcome.ended == "broken":
            raise SandboxBroken(reason="somebody ended it")
        if not outcome.answer and outcome.ended == "failed":
            raise SandboxBroken(reason="the runner gave no answer")
        return read_answer(outcome.answer, plan)

    return runner
