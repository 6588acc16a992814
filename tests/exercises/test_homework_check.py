from collections.abc import Sequence
from types import SimpleNamespace

import pytest

from codekids_exercises import homework_check
from codekids_exercises.challenge import ReleasedChallenge
from codekids_exercises.homework_check import NoNotebook, NotRight, answer_among, teachers_check
from codekids_exercises.homework_notebook import teachers_data

BEGIN = "from satul import *\nbegin('our-set/homework', 'en')"
TEST = "### BEGIN HIDDEN TESTS\n...\n### END HIDDEN TESTS\ncheck('make')"
OTHER = TEST.replace("make", "modify")
GIVEN = "step = 2"


@pytest.mark.parametrize(
    ("history", "answer"),
    [
        ([BEGIN, "a()", TEST], "a()"),
        ([BEGIN, "a()", OTHER, "b()", TEST], "b()"),
        ([BEGIN, "a()", OTHER, TEST], ""),
        ([BEGIN, "a()", OTHER, GIVEN, "b()", TEST], "b()"),
        ([BEGIN, "a()", OTHER, "b()", "c()", TEST], "b()\n\nc()"),
        ([BEGIN, "a()", TEST, TEST], "a()"),
        ([BEGIN, TEST], ""),
        ([TEST], ""),
        ([], ""),
    ],
)
def test_what_was_the_answer(history: Sequence[str], answer: str) -> None:
    assert answer_among(history, GIVEN) == answer


def check_in(monkeypatch: pytest.MonkeyPatch, challenge: ReleasedChallenge, answer: str) -> None:
    """The teacher's check in a notebook where this was answered."""
    history = SimpleNamespace(input_hist_raw=[BEGIN, GIVEN, answer, TEST])
    shell = SimpleNamespace(history_manager=history)
    monkeypatch.setitem(homework_check.sys.modules, "IPython", SimpleNamespace(get_ipython=lambda: shell))  # type: ignore[attr-defined]
    teachers_check(teachers_data(challenge, challenge.task("make")), prelude="")("make")


def test_a_right_answer_passes_and_is_told(
    monkeypatch: pytest.MonkeyPatch, challenge: ReleasedChallenge, capsys: pytest.CaptureFixture[str]
) -> None:
    check_in(monkeypatch, challenge, "def twice(n):\n    return n * step")
    assert capsys.readouterr().out == "✓ It doubles.\n"


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("def twice(n):\n    return {2: 4, 5: 10}.get(n)", "With other values"),
        ("def twice(n):\n    return n", "should give 4"),
        ("def twice(n)\n", "colon"),
        ("", "as you got it"),
        ("while True: pass", "does not end|stopped it"),
    ],
)
def test_any_other_answer_fails_its_cell(
    monkeypatch: pytest.MonkeyPatch, challenge: ReleasedChallenge, answer: str, told: str
) -> None:
    with pytest.raises(NotRight, match=told) as failed:
        check_in(monkeypatch, challenge, answer)
    assert "1662" not in str(failed.value)


def test_outside_a_notebook_it_says_so(monkeypatch: pytest.MonkeyPatch, challenge: ReleasedChallenge) -> None:
    monkeypatch.setitem(homework_check.sys.modules, "IPython", SimpleNamespace(get_ipython=lambda: None))  # type: ignore[attr-defined]
    with pytest.raises(NoNotebook):
        teachers_check(teachers_data(challenge, challenge.task("make")))("make")
