import os
import subprocess
from collections.abc import Iterator
from dataclasses import replace

import pytest

from codekids_exercises.challenge import Limits
from codekids_exercises.runs import Plan, Program, Run, RunnerFailed, run_here
from codekids_exercises.warm import WarmRunner

FAST = Limits(seconds=1.0)


@pytest.fixture
def warm() -> Iterator[WarmRunner]:
    with WarmRunner() as runner:
        yield runner


def plan_of(*sources: str, prelude: str = "", together: bool = True, language: str = "ro") -> Plan:
    programs = tuple(Program(source) for source in sources)
    runs = tuple(Run(number, names=("x",)) for number in range(len(sources)))
    return Plan(programs, runs, FAST, prelude, language, together)


def test_it_observes_what_a_fresh_process_observes(warm: WarmRunner, turtle: str) -> None:
    plan = plan_of(
        "line(0, 0, 1, 0)\nx = 1\nprint(x)",
        "while True: pass",
        "1 / 0",
        "import os\nos._exit(3)",
        "import random\nx = random.random()",
        "line(0, 0, 1, 0)\nx = len(dir())",
        "print('x' * 10**6)",
        "x = {'b', 'a', 'c'}\nprint(x)",
        prelude=turtle,
    )
    apart = run_here(replace(plan, together=False))
    assert [one.ended for one in apart] == ["ok", "steps", "error", "gone", "ok", "ok", "output", "ok"]
    assert warm(plan) == warm(plan) == apart


def test_a_program_that_never_lets_go_costs_only_itself(warm: WarmRunner) -> None:
    stuck = (
        "import time\nwhile True:\n    try:\n        time.sleep(9)\n    except BaseException:\n        pass"
    )
    assert [one.ended for one in warm(plan_of("x = 1", stuck, "x = 2"))] == ["ok", "time", "ok"]


def test_one_process_for_all_plans_and_languages(warm: WarmRunner) -> None:
    asks = "import os\nx = os.getppid(), os.environ['CODEKIDS_LANGUAGE']"
    first, second = warm(plan_of(asks))[0], warm(plan_of(asks, language="en"))[0]
    assert first.names["x"][1][0] == second.names["x"][1][0]
    assert [one.names["x"][1][1] for one in (first, second)] == [["str", "ro"], ["str", "en"]]


def test_each_plan_stands_in_an_empty_folder(warm: WarmRunner) -> None:
    source = "import os\nx = os.listdir()\nopen('mine.txt', 'w').close()"
    assert [warm(plan_of(source))[0].names["x"] for _ in range(2)] == [["list", []]] * 2


def test_who_ends_the_process_spoils_nothing_for_others(warm: WarmRunner) -> None:
    ends = "import os, signal\nos.kill(os.getppid(), signal.SIGKILL)"
    assert warm(plan_of("x = 1"))[0].names["x"] == ["int", 1]
    assert warm(plan_of(ends))[0].ended == "gone"
    assert warm(plan_of("x = 2"))[0].names["x"] == ["int", 2]


def test_a_prelude_that_fails_is_told_and_the_next_plan_works(warm: WarmRunner) -> None:
    with pytest.raises(RunnerFailed, match="no_such_library"):
        warm(plan_of("x = 1", prelude="import no_such_library"))
    assert warm(plan_of("x = 1"))[0].ended == "ok"


def test_nothing_is_left_when_it_is_closed() -> None:
    with WarmRunner() as runner:
        seen = runner(plan_of("import os\nx = os.getppid(), os.getcwd()"))[0].names["x"][1]
    (_, process), (_, folder) = seen
    assert not os.path.exists(folder)
    assert subprocess.run(["ps", "-p", str(process)], capture_output=True, check=False).returncode == 1
