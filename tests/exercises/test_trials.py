from dataclasses import replace

from codekids_exercises.challenge import Case, Check, ReleasedChallenge, Task
from codekids_exercises.rules.trials import Trial, Trials
from codekids_exercises.runs import Observation, Plan, run_here


def made(*cases: Case) -> ReleasedChallenge:
    task = Task("make", "", checks=(Check("f", "call", {}, cases, "Yes.", "No."),))
    return ReleasedChallenge("s", "c", "en", "1", "T", {"make": task})


CASES = (
    Case(call="f(9)", gives="9", hidden=True),
    Case(call="f(1)", gives="1"),
    Case(call="f(2)", gives="2"),
)


def test_everything_is_run_once_for_all_rules() -> None:
    plans: list[Plan] = []

    def run(plan: Plan) -> tuple[Observation, ...]:
        plans.append(plan)
        return run_here(plan)

    trials = Trials(made(*CASES), made(*CASES[1:]), "", run)
    sources = ["def f(n): return n", "def f(n): return {1: 1, 2: 2}[n]", "", "def f(n): return 0"]
    trials.prepare(Trial("make", source) for source in sources)
    full = trials.findings("make", sources, public=False, seed=0)
    public = trials.findings("make", sources, public=True, seed=0)
    assert [one.verdict.status for one in full] == ["done", "try_again", "blank", "try_again"]
    assert [one.verdict.status for one in public] == ["done", "done", "blank", "try_again"]
    assert full[3].fingerprint == public[3].fingerprint
    assert len(plans) == 1


def test_a_hidden_case_that_does_not_end_hides_no_public_one() -> None:
    trials = Trials(made(*CASES), made(*CASES[1:]), "", run_here)
    source = "def f(n):\n    while n == 9:\n        pass\n    return n"
    assert trials.findings("make", [source], public=False, seed=0)[0].verdict.status == "loop"
    assert trials.findings("make", [source], public=True, seed=0)[0].verdict.status == "done"


def test_what_python_reads_as_the_same_program_is_run_once_and_judged_by_its_own_text() -> None:
    plans: list[Plan] = []

    def run(plan: Plan) -> tuple[Observation, ...]:
        plans.append(plan)
        return run_here(plan)

    lines = Check("short", "code", {"what": "lines", "at_most": 1}, (), "Yes.", "No.")
    task = made(*CASES).task("make")
    short = replace(made(*CASES), tasks={"make": replace(task, checks=(*task.checks, lines))})
    trials = Trials(short, short, "", run)
    sources = [
        "def f(n): return n",
        "# mine\ndef f(n): return n\r\n",
        "def f(n):\n    return n",
        "def f(m): return m",
    ]
    found = trials.findings("make", sources, public=False, seed=0)
    assert [len(plan.programs) for plan in plans] == [2]
    assert [one.verdict.status for one in found] == ["done", "done", "try_again", "done"]


def test_a_wrong_answer_is_run_in_its_public_cases_only() -> None:
    plans: list[Plan] = []

    def run(plan: Plan) -> tuple[Observation, ...]:
        plans.append(plan)
        return run_here(plan)

    trials = Trials(made(*CASES), made(*CASES[1:]), "", run)
    trials.prepare([Trial("make", "def f(n): return 0", public=True)])
    found = trials.findings("make", ["def f(n): return 0"], public=True, seed=0)[0]
    assert found.verdict.status == "try_again"
    assert [[run.call for run in plan.runs] for plan in plans] == [["f(1)", "f(2)"]]
