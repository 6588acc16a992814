import pytest

from codekids_exercises.runs import (
    GONE,
    Plan,
    Program,
    Run,
    RunnerFailed,
    lines_of,
    observations,
    read_answer,
    run_here,
)

PLAN = Plan((Program("x = 1"),), (Run(0),), prelude="")


def test_a_prelude_that_fails_is_not_the_childs_fault() -> None:
    with pytest.raises(RunnerFailed, match="no_such_library"):
        run_here(Plan((Program("x = 1"),), (Run(0),), prelude="import no_such_library"))


@pytest.mark.parametrize("answer", ["", "[]", "{}", '{"runs": []}', '{"runs": 3}', "nonsense"])
def test_an_answer_that_makes_no_sense_is_refused(answer: str) -> None:
    with pytest.raises(RunnerFailed):
        observations(answer, PLAN)


def test_what_breaks_after_the_beginning_is_the_programs_doing() -> None:
    assert read_answer(b"ready\n", PLAN) == (GONE,)


def test_one_odd_run_is_gone() -> None:
    assert observations('{"runs": [{"ended": "ok", "failure": 3}]}', PLAN) == (GONE,)


def test_lines_have_no_empty_end() -> None:
    assert lines_of("a  \n\nb\n\n") == ["a", "", "b"]
