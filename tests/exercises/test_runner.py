import json
import os
import time
from pathlib import Path

import pytest

from codekids_exercises import runner
from codekids_exercises.challenge import Limits
from codekids_exercises.runs import Observation, Plan, Program, Run, observations, run_here

FAST = Limits(seconds=1.0)


def run(source: str, *, prelude: str = "", given: str = "", **more: object) -> Observation:
    plan = Plan((Program(source, given),), (Run(0, **more),), FAST, prelude)  # type: ignore[arg-type]
    return run_here(plan)[0]


def test_text_values_and_names_come_back() -> None:
    seen = run(
        "print('hi')\nx = [1, None]\ndef f(a):\n    print('in f')\n    return a + 0.5",
        call="f(2)",
        names=("x",),
    )
    assert (seen.ended, seen.called, seen.value) == ("ok", True, ["float", 2.5])
    assert seen.printed == "in f\n"
    assert seen.names == {"x": ["list", [["int", 1], ["None", None]]]}


def test_input_is_scripted_and_prompts_are_not_printed() -> None:
    seen = run("name = input('Who? ')\nprint('Hello', name)", inputs=("Ana",))
    assert (seen.printed, seen.asked) == ("Hello Ana\n", 1)
    assert run("input()\ninput()", inputs=("Ana",)).ended == "asked"


def test_what_a_producer_shows_is_seen_and_fresh_for_each_run(turtle: str) -> None:
    plan = Plan((Program("line(0, 0, 1, 0)"),), (Run(0), Run(0, inputs=("x",))), FAST, turtle)
    assert [len(one.seen["drawing"]["segments"]) for one in run_here(plan)] == [1, 1]


def test_every_run_starts_clean() -> None:
    source = "import math\nmath.pi = getattr(math, 'mine', 0) + 1\nmath.mine = math.pi\nbag = []\ndef f():\n"
    source += "    bag.append(1)\n    return len(bag) + math.pi"
    plan = Plan((Program(source),), tuple(Run(0, call="f()", seed=seed) for seed in (1, 2, 3)), FAST, "")
    assert [one.value for one in run_here(plan)] == [["int", 2]] * 3


def test_a_rehearsal_leaves_nothing_behind() -> None:
    source = "import random\nprint(random.random(), sorted(globals()), add if 'add' in globals() else 0)"
    plan = Plan((Program(source),), (Run(0), Run(0, seed=3)), FAST, "")
    before = observations(runner.answer(plan.to_json(), forking=False), plan)
    runner.warm("")
    assert observations(runner.answer(plan.to_json(), forking=False), plan) == before
    assert [one.ended for one in before] == ["ok", "ok"]


def test_an_error_has_its_line_in_the_childs_program() -> None:
    seen = run("def f(n):\n    return 1 / n\n\nf(0)", given="import os")
    assert seen.failure is not None
    assert (seen.ended, seen.failure.kind, seen.failure.line) == ("error", "ZeroDivisionError", 2)
    broken = run("x = 1\nif x\n    print(x)").failure
    assert broken is not None
    assert (broken.kind, broken.line) == ("SyntaxError", 2)


@pytest.mark.parametrize(
    ("source", "ended"),
    [
        ("import os\nos._exit(0)", "gone"),
        ("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", "gone"),
        ("import sys\nsys.exit()", "error"),
        ("raise KeyboardInterrupt", "error"),
        ("raise BaseException('all')", "error"),
        ("while True:\n    pass", "steps"),
        ("while True: pass", "steps"),
        ("for i in iter(int, 1): i", "steps"),
        ("while(1):0", "steps"),
        ("if 1:\n    for i in iter(int, 1):\ti  # on and on", "steps"),
        ("sum(range(10**12))", "time"),
        ("import time\ntime.sleep(600)", "time"),
        ("print('x' * 10**6)", "output"),
        ("import sys\nwhile True: sys.stdout.write('x' * 1000)", "output"),
        ("def f(): f()\nf()", "error"),
        ("x = 'a' * 10**10", "error"),
        ("open('big', 'wb').write(b'x' * 10**8)", "error"),
    ],
)
def test_bad_ends_are_told_apart(source: str, ended: str) -> None:
    assert run(source).ended == ended


def test_who_waits_for_the_processor_is_not_taken_for_endless() -> None:
    assert run(f"import time\ntime.sleep({2 * FAST.seconds})").ended == "ok"


def test_a_loop_that_catches_everything_is_stopped_too() -> None:
    source = "while True:\n    try:\n        while True: pass\n    except BaseException: pass"
    assert run(source).ended in ("steps", "time")


def test_an_endless_loop_tells_its_line_and_costs_one_limit() -> None:
    source = "n = 1\nwhile n > 0:\n    n = n + 1"
    plan = Plan((Program(source),), tuple(Run(0, inputs=(str(one),)) for one in range(50)), FAST, "")
    seen = run_here(plan)
    assert seen[0].line in (2, 3)
    assert {one.ended for one in seen[1:]} == {"skipped"}


def test_the_real_output_is_nowhere(capfd: pytest.CaptureFixture[str]) -> None:
    seen = run(
        "import os, subprocess\nos.write(1, b'noise')\nos.write(2, b'noise')\nsubprocess.run(['echo', 'noise'])"
    )
    assert (seen.ended, seen.printed) == ("ok", "")
    assert capfd.readouterr() == ("", "")


def test_a_forged_answer_is_only_a_value() -> None:
    forged = json.dumps({"ended": "ok", "called": True, "value": ["int", 99], "printed": "forged"}) + "\n"
    source = f"import os\nfor one in range(3, 60):\n    try: os.write(one, {forged!r}.encode())\n"
    source += "    except OSError: pass\nos._exit(0)"
    seen = run(source)
    assert (seen.printed, seen.value) == ("forged", ["int", 99])


@pytest.mark.parametrize(
    "junk",
    ["{", "[]", "null", "{}", "[3]", '[{"ended": 3}]', '[{"ended": "ok", "names": 3}]', "x" * 9_000_000],
)
def test_a_junk_answer_is_gone(junk: str) -> None:
    source = (
        f"import os\nfor one in range(3, 60):\n    try: os.write(one, {junk[:1]!r}.encode() * {len(junk)})\n"
    )
    source = (
        source
        if len(set(junk)) == 1
        else source.replace(f"{junk[:1]!r}.encode() * {len(junk)}", f"{junk!r}.encode()")
    )
    assert run(source + "    except OSError: pass\nos._exit(0)").ended == "gone"


def test_the_runner_may_be_killed_by_a_program_that_is_then_gone() -> None:
    assert run("import os, signal\nos.kill(os.getppid(), signal.SIGKILL)").ended == "gone"


def test_a_started_process_does_not_outlive_its_run(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    source = f"import subprocess\nsubprocess.Popen(['sh', '-c', 'sleep 2; touch {mark}'])"
    assert run(source).ended == "ok"
    time.sleep(2.5)
    assert not mark.exists()


def test_no_key_of_ours_is_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUPYTERHUB_API_TOKEN", "secret")
    seen = run("import os\nprint(sorted(os.environ))\nprint(open('/proc/self/environ').read())")
    assert "secret" not in seen.printed
    assert "JUPYTERHUB_API_TOKEN" not in seen.printed


def test_it_runs_without_forks_too_as_in_pyodide(turtle: str) -> None:
    plan = Plan(
        (Program("print(1)\nline(0, 0, 1, 0)"), Program("while True: pass")),
        (Run(0), Run(1), Run(0)),
        FAST,
        turtle,
    )
    found = json.loads(runner.answer(plan.to_json(), forking=False))["runs"]
    assert [one["ended"] for one in found] == ["ok", "steps", "ok"]
    assert found[2]["printed"] == "1\n"
    assert os.getpid() > 0


def test_a_run_may_have_something_else_given(turtle: str) -> None:
    runs = (Run(0, names=("x",)), Run(0, names=("x",), given="n = 7"))
    seen = run_here(Plan((Program("x = n + 1", "n = 2"),), runs, FAST, ""))
    assert [one.names["x"] for one in seen] == [["int", 3], ["int", 8]]


def test_runs_together_start_clean_and_end_alike(turtle: str) -> None:
    programs = (Program("line(0, 0, 1, 0)\nprint(len(dir()))"), Program("while True: pass"), Program("1 / 0"))
    runs = tuple(Run(number, seed=seed) for number in range(3) for seed in range(3))
    apart, together = (
        run_here(Plan(programs, runs, Limits(seconds=0.5), turtle, together=how)) for how in (False, True)
    )
    assert [one.ended for one in together] == ["ok"] * 3 + ["steps", "skipped", "skipped"] + ["error"] * 3
    assert together[:3] == apart[:3] and together[6:] == apart[6:]
    assert [len(one.seen["drawing"]["segments"]) for one in together[:3]] == [1, 1, 1]


def test_together_one_that_goes_away_takes_only_its_own_runs() -> None:
    programs = (Program("import os\nos._exit(0)"), Program("print(1)"))
    seen = run_here(Plan(programs, (Run(0), Run(0, seed=1), Run(1)), FAST, "", together=True))
    assert [one.ended for one in seen] == ["gone", "gone", "ok"]


def test_chance_starts_where_the_run_says_and_again_before_the_call() -> None:
    source = "import random\nx = random.random()\nrandom.random()\ndef f():\n    return random.random()"
    plan = Plan(
        (Program(source),), tuple(Run(0, call="f()", names=("x",), seed=n) for n in (7, 7, 8)), FAST, ""
    )
    first, again, other = run_here(plan)
    assert first.value == first.names["x"] == again.value
    assert other.value != first.value


def test_a_program_may_run_twice_in_the_same_place(turtle: str) -> None:
    source = (
        "name = input()\ntry:\n    n = n + 1\nexcept NameError:\n    n = 1\nprint(n, name)\nline(0, 0, 1, 0)"
    )
    plan = Plan((Program(source),), (Run(0, ("Ana",), twice=True),), FAST, turtle)
    seen = run_here(plan)[0]
    assert (seen.first, seen.printed, seen.asked) == ("1 Ana\n", "2 Ana\n", 1)
    assert len(seen.seen["drawing"]["segments"]) == 1
    stopped = run("print(1)\nprint = 3", twice=True)
    assert (stopped.ended, stopped.first) == ("error", "1\n")
