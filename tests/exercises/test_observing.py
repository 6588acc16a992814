from dataclasses import replace

from codekids_exercises.challenge import Case, Check, Limits, Task
from codekids_exercises.observing import Attempt, observe, runs_of
from codekids_exercises.runs import Observation, Plan, Run, run_here

TASK = Task("make", "x = 0", given="n = 2", checks=(Check("x", "value", {"name": "x"}, (Case(gives="4"),)),))


def test_attempts_with_equal_limits_share_a_process() -> None:
    plans: list[Plan] = []

    def run(plan: Plan) -> tuple[Observation, ...]:
        plans.append(plan)
        return run_here(plan)

    slow = replace(TASK, id="slow", limits=Limits(seconds=2.0), given="n = 3")
    attempts = [
        Attempt(TASK, "x = n * 2"),
        Attempt(slow, "x = n"),
        Attempt(TASK, "x = 0"),
        Attempt(TASK, "x = n", given="n = 9"),
    ]
    seen = observe(attempts, "en", prelude="", run=run)
    assert [len(plan.programs) for plan in plans] == [2, 1]
    values = [[one.names["x"][1] for one in observed.values()] for observed in seen]
    assert values == [[4], [3], [], [9]]


def test_a_task_without_checks_is_run_once() -> None:
    assert runs_of(Task("own", "")) == (Run(0),)
