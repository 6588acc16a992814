from codekids_exercises.challenge import Case, Check, ReleasedChallenge, Task
from codekids_exercises.rules.trials import Trials
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
    trials.prepare(("make", source, 0) for source in sources)
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
