import os
from functools import partial

import pytest

from codekids_exercises.challenge import ContentError
from codekids_exercises.runs import Observation, Plan, Program, Run, Runner, RunnerFailed
from codekids_exercises.workers import share


def doubled(prelude: str, number: int, run: Runner) -> tuple[int, int]:
    """A number doubled by a program, and the process that asked."""
    plan = Plan((Program(f"x = {number} * 2"),), (Run(0, names=("x",)),), prelude=prelude)
    return run(plan)[0].names["x"][1], os.getpid()


def refused(number: int, run: Runner) -> int:
    """Refuses one number as content is refused."""
    if number == 3:
        raise ContentError("There is no 3.")
    return number


def vanishes(number: int, run: Runner) -> int:
    """The process is gone."""
    os._exit(1)


def in_order(cpus: int, pieces: int) -> tuple[list[int], set[int]]:
    found = dict(share(partial(doubled, ""), list(range(pieces)), cpus=cpus))
    return [found[number][0] for number in range(pieces)], {process for _, process in found.values()}


def test_work_is_shared_by_processes() -> None:
    found, processes = in_order(2, 8)
    assert found == [0, 2, 4, 6, 8, 10, 12, 14]
    assert len(processes) == 2 and os.getpid() not in processes


def test_little_work_and_one_processor_need_no_other_process() -> None:
    for cpus, pieces in ((2, 2), (1, 8)):
        found, processes = in_order(cpus, pieces)
        assert found == [2 * number for number in range(pieces)]
        assert processes == {os.getpid()}


def test_another_runner_is_used_here() -> None:
    def run(plan: Plan) -> tuple[Observation, ...]:
        return (Observation("ok", names={"x": ["int", 7]}),)

    assert [one[1][0] for one in share(partial(doubled, ""), list(range(8)), run=run)] == [7] * 8


@pytest.mark.parametrize("cpus", [1, 2])
def test_what_is_refused_there_is_refused_here(cpus: int) -> None:
    with pytest.raises(ContentError, match="There is no 3"):
        list(share(refused, list(range(8)), cpus=cpus))


def test_a_worker_that_vanishes_is_told() -> None:
    with pytest.raises(RunnerFailed, match="Try again"):
        list(share(vanishes, list(range(8)), cpus=2))
