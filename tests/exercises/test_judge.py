import os
import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from codekids_exercises.challenge import Case, Check, ContentError, Mistake, ReleasedChallenge, Task
from codekids_exercises.judge import judge, judge_all, judge_meant
from codekids_exercises.observing import is_blank
from codekids_exercises.runs import Observation, Plan, RunnerFailed, run_here
from codekids_exercises.verdict import Verdict

RIGHT = "def twice(n):\n    return n * step\n"


def test_a_right_answer_is_done(judged: Callable[[str], Verdict]) -> None:
    verdict = judged(RIGHT)
    assert verdict.status == "done"
    assert [(one.passed, one.message) for one in verdict.checks] == [(True, "It doubles.")]


@pytest.mark.parametrize(
    "source",
    [
        "def twice(n):\n    return n + 2",
        "def twice(n):\n    return float(n * 2)",
        "def twice(n):\n    print(n * 2)",
        "def twice(n):\n    return {2: 4, 5: 10}.get(n)",
        "def Twice(n):\n    return n * 2",
        "twice = 4",
        "def twice(n):\n    return str(n * 2)",
        "class Any:\n    def __eq__(self, other): return True\ndef twice(n):\n    return Any()",
        "def twice(n):\n    raise SystemExit(0)",
    ],
)
def test_a_wrong_answer_is_not(judged: Callable[[str], Verdict], source: str) -> None:
    verdict = judged(source)
    assert verdict.status == "try_again"
    assert not verdict.checks[0].passed
    assert "1662" not in str(verdict)


def test_it_says_what_is_wanted_and_what_came(judged: Callable[[str], Verdict]) -> None:
    message = judged("def twice(n):\n    return n").checks[0].message
    assert message == "It does not double yet. `twice(2)` should give 4. Yours gives 2."


@pytest.mark.parametrize(
    "source",
    [
        "",
        "  \n",
        "# nothing\n",
        "...",
        "raise NotImplementedError()",
        "def twice(n):\n    pass",
        "def twice( n ):  # my\n  pass\n\n",
        "def twice(n):\n    pass\n...",
        "def twice(n):\n    pass\n# YOUR CODE HERE\nraise NotImplementedError()",
    ],
)
def test_a_blank_answer_gets_the_first_hint(judged: Callable[[str], Verdict], source: str) -> None:
    verdict = judged(source)
    assert (verdict.status, verdict.hint, verdict.error) == ("blank", "How much is twice two?", None)


def test_nothing_is_run_for_a_blank_answer(challenge: ReleasedChallenge) -> None:
    def run(plan: Plan) -> tuple[Observation, ...]:
        raise AssertionError

    assert judge(challenge, "make", "", run=run).status == "blank"


def test_another_indentation_of_a_broken_program_is_no_blank() -> None:
    assert not is_blank("def f(:\n", "def f():\n")
    assert is_blank("'a", "'a")


@pytest.mark.parametrize(
    ("source", "line", "told"),
    [
        ("def twice(n)\n    return n", "Line 1: SyntaxError: expected ':'", "colon"),
        ("print(“hi”", "Line 1: SyntaxError", "curly quotes"),
        ("x = 1\nForward(3)", "Line 2: NameError", "Is it forward?"),
        ("\n\n1 / 0", "Line 3: ZeroDivisionError", "divides by zero"),
    ],
)
def test_pythons_error_stays_with_a_sentence(
    judged: Callable[[str], Verdict], source: str, line: str, told: str
) -> None:
    verdict = judged(source)
    assert verdict.status == "error"
    assert (verdict.error or "").startswith(line)
    assert told in (verdict.hint or "")


def test_the_signs_of_a_tablet_are_forgiven(judged: Callable[[str], Verdict]) -> None:
    assert judged("def twice(n);\n    print(„aici”)\n    return n \u2013 \u2013n") == judged(
        "def twice(n):\n    print('aici')\n    return n - -n"
    )


@pytest.mark.parametrize(
    "source",
    [
        "n = 1\nwhile n > 0:\n    n = n + 1",
        "def twice(n):\n    while True:\n        n = n",
        "import time\ntime.sleep(99)",
        "while True:\n    print('again')",
    ],
)
def test_an_endless_program_is_explained(judged: Callable[[str], Verdict], source: str) -> None:
    verdict = judged(source)
    assert (verdict.status, verdict.error) == ("loop", None)
    assert "stopped it" in (verdict.hint or "")


def test_asking_too_much_and_going_away(judged: Callable[[str], Verdict]) -> None:
    assert "more questions" in (judged("name = input()").hint or "")
    for away in ("import os\nos._exit(1)", "def twice(n):\n    import os\n    os._exit(0)"):
        verdict = judged(away)
        assert verdict.status == "error"
        assert "shut Python down" in (verdict.hint or "")


def test_the_program_is_not_told_what_is_expected(challenge: ReleasedChallenge) -> None:
    plans: list[str] = []

    def run(plan: Plan) -> tuple[Observation, ...]:
        plans.append(plan.to_json())
        return run_here(plan)

    assert judge(challenge, "make", RIGHT, prelude="", run=run).status == "done"
    assert "1662" not in plans[0]
    assert "831" in plans[0]


def test_a_setup_replaces_what_is_given(challenge: ReleasedChallenge) -> None:
    assert judge(challenge, "make", RIGHT, setup="step = 3", prelude="").status == "try_again"


def test_an_unknown_task_and_a_broken_prelude(challenge: ReleasedChallenge) -> None:
    with pytest.raises(ContentError, match="no task 'dance'"):
        judge(challenge, "dance", RIGHT)
    with pytest.raises(RunnerFailed):
        judge(challenge, "make", RIGHT, prelude="import no_such_library")


def test_a_known_mistake_is_recognised_in_another_answer(challenge: ReleasedChallenge) -> None:
    wrong = ["def twice(n):\n    print(n * 2)", "def twice(n)\n    return n", "while True: pass"]
    marks = [one.fingerprint for one in judge_all(challenge, "make", wrong, prelude="")]
    assert len(set(marks)) == 3
    mistakes = {mark: Mistake(f"m{place}", f"Hint {place}.") for place, mark in enumerate(marks)}
    task = replace(challenge.task("make"), mistakes=mistakes)
    knowing = replace(challenge, tasks={"make": task})
    for place, other in enumerate(
        [
            "def twice(number):\n    print('It is', number + number)",
            "if 1 > 0\n    x = 1",
            "n = 0\nwhile n < 3:\n    print('')",
        ]
    ):
        verdict = judge(knowing, "make", other, prelude="")
        assert (verdict.mistake, verdict.hint) == (f"m{place}", f"Hint {place}.")


def test_a_task_with_input_runs_each_script(turtle: str) -> None:
    cases = (
        Case(inputs=("Ana",), lines=("Salut, Ana!",)),
        Case(inputs=("Vlad",), lines=("Salut, Vlad!",), hidden=True),
    )
    task = Task("make", "", checks=(Check("greets", "printed", {}, cases, "Da.", "Nu."),))
    ours = ReleasedChallenge("s", "c", "ro", "1", "T", {"make": task})
    assert judge(ours, "make", "n = input('Cine? ')\nprint(f'Salut, {n}!')", prelude="").status == "done"
    assert judge(ours, "make", "n = input()\nprint('Salut, Ana!')", prelude="").status == "try_again"
    assert judge(ours, "make", "n = int(input())", prelude="").status == "error"


def test_drawings_and_charts_are_judged(turtle: str) -> None:
    checks = (
        Check(
            "closed", "drawing", {"what": "closed", "at_least": 1}, (), "Yes.", "Closed: {seen} of {wanted}."
        ),
        Check("title", "charts", {"what": "title"}, (), "Yes.", "No title."),
    )
    ours = ReleasedChallenge("s", "c", "en", "1", "T", {"make": Task("make", "", checks=checks)})
    open_ = "line(0, 0, 9, 0)\nline(9, 0, 9, 9)\n"
    assert (
        judge(ours, "make", open_ + "line(9, 9, 0, 0)\nchart([1], 'Ours')", prelude=turtle).status == "done"
    )
    verdict = judge(ours, "make", open_ + "chart([1])", prelude=turtle)
    assert [one.message for one in verdict.checks] == ["Closed: 0 of 1.", "No title."]


def test_a_judgement_is_well_under_a_second_of_work(judged: Callable[[str], Verdict]) -> None:
    work = []
    for _ in range(3):
        before = os.times()
        judged(RIGHT)
        work.append(sum(os.times()[:4]) - sum(before[:4]))
    assert min(work) < 1.0


def test_what_a_person_looks_at_should_run() -> None:
    ours = ReleasedChallenge("s", "homework", "en", "1", "T", {"own": Task("own", "", points=2, review=True)})
    assert judge(ours, "own", "x = 1", prelude="").status == "done"
    assert judge(ours, "own", "x = ", prelude="").status == "error"
    assert judge(ours, "own", "", prelude="").status == "blank"


def of_one_check(check: Check, given: str = "") -> ReleasedChallenge:
    return ReleasedChallenge("s", "c", "en", "1", "T", {"make": Task("make", "", given, checks=(check,))})


def test_a_case_may_say_where_chance_starts() -> None:
    given = "import random\ndice = [random.randint(1, 6) for throw in range(20)]\n"
    dice = random.Random(7)
    fours = [dice.randint(1, 6) for throw in range(20)].count(4)
    check = Check("fours", "value", {"name": "n"}, (Case(gives=str(fours), seed=7),), "Yes.", "No.")
    ours = of_one_check(check, given)
    assert judge(ours, "make", "n = dice.count(4)", prelude="", seed=3).status == "done"
    assert judge(ours, "make", "n = dice.count(4) + 1", prelude="").status == "try_again"


def test_a_sentence_with_a_place_is_told_only_of_a_case_that_may_be_told() -> None:
    cases = (Case(gives="4", given="n = 2"), Case(gives="18", given="n = 9", hidden=True))
    ours = of_one_check(Check("x", "value", {"name": "x"}, cases, "Yes.", "With `{given}` no."))
    assert judge(ours, "make", "x = n", prelude="").checks[0].message.startswith("With `n = 2` no.")
    hidden = judge(ours, "make", "x = 4", prelude="").checks[0].message
    assert hidden == "With other values it does not work yet. What could be different?"
    asked = judge(ours, "make", "x = input()", prelude="").checks[0].message
    assert asked == "We could not look at this yet."


def test_braces_that_are_no_place_stay() -> None:
    check = Check("x", "printed", {}, (Case(lines=("a",)),), "Yes.", 'Write `f"{name}"`.')
    message = judge(of_one_check(check), "make", "print(1)", prelude="").checks[0].message
    assert message == 'Write `f"{name}"`. It should show “a”. Yours shows “1”.'


def test_of_what_a_child_can_have_meant_one_may_pass(challenge: ReleasedChallenge) -> None:
    wrong, broken = "def twice(n):\n    return n", "    return n * step"
    assert judge_meant(challenge, "make", [broken, RIGHT, wrong], prelude="").status == "done"
    assert judge_meant(challenge, "make", [broken, wrong], prelude="").status == "error"


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("def twice(n):\n    print(n * 2)", "The function twice shows something on line 2"),
        ("def twice(n):\n    return n + '2'", "Line 2 adds a text and a number"),
        (
            "def twice(n):\n    for i in range(2):\n        s = n * i\n        return s",
            "The return on line 4",
        ),
        (
            "def twice(n):\n    i = 0\n    while i < 2:\n        s = n",
            "Nothing in the loop at line 3 changes i",
        ),
    ],
)
def test_a_slip_that_no_task_knows_is_told(judged: Callable[[str], Verdict], source: str, told: str) -> None:
    verdict = judged(source)
    assert (verdict.status in ("try_again", "loop"), verdict.mistake) == (True, None)
    assert told in (verdict.hint or "")
