"""Programs that run for long, stopped in this process."""

import pytest

from notebooks.village import Shell
from satul import notebook


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch, shell: Shell) -> Shell:
    """A shell that stops a cell after a second."""
    monkeypatch.setenv("CODEKIDS_STOP_AFTER", "1")
    shell.run("inainte(1)")
    return shell


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (
            "n = 3\nwhile n > 0:\n    x = n",
            "linia 2 nu se mai termina. Care linie din ea schimbă condiția n > 0?",
        ),
        (
            "while True:\n    pass",
            "linia 1 nu se mai termina. Care linie din ea ar putea s-o oprească, cu break?",
        ),
        ("for i in range(10**12):\n    x = i", "Bucla for de la linia 1 mai avea de lucru."),
        ("x = 1\nsum(iter(lambda: 0, 1))", "Era la linia 2."),
        ("import time\n\ntime.sleep(100)", "Era la linia 3."),
        ("import time\nwhile True:\n    try:\n        time.sleep(9)\n    except:\n        pass", "linia 2"),
        ("while True:\n    try:\n        x = 1 / 0\n    except:\n        pass", "linia 1"),
        ("def f():\n  while True:\n    try:\n      int('x')\n    except:\n      pass\nf()", "linia 2"),
    ],
)
def test_a_program_without_end_is_stopped_with_a_question(short: Shell, code: str, sentence: str) -> None:
    result = short.run(code)
    assert isinstance(result.error_in_exec, KeyboardInterrupt)
    assert sentence in short.text
    assert "după 1 secunde" in short.text
    assert short.run("x = 2").success


def test_who_listens_knows_that_it_was_stopped(short: Shell) -> None:
    book = notebook.current()
    assert book is not None
    told: list[notebook.Ran] = []
    book.listeners.append(told.append)
    short.run("while True: pass", "make")
    short.run("1 / 0", "make")
    assert [ran.stopped for ran in told] == [True, False]


def test_a_long_run_is_noticed_once(monkeypatch: pytest.MonkeyPatch, shell: Shell) -> None:
    monkeypatch.setattr("satul.settings.LOOP_AFTER", 0.6)
    shell.run("inainte(1)")
    book = notebook.current()
    assert book is not None
    cells: list[str | None] = []
    book.long_listeners.append(cells.append)
    assert shell.run("import time\ntime.sleep(2)", "make").success
    assert shell.run("time.sleep(0.1)", "modify").success
    assert cells == ["make"]


def test_a_pause_does_not_count(short: Shell) -> None:
    short.run("from satul import notebook\nimport time")
    code = "with notebook.current().undisturbed():\n    time.sleep(2.2)"
    assert short.run(code).success


def test_zero_means_never(monkeypatch: pytest.MonkeyPatch, shell: Shell) -> None:
    monkeypatch.setenv("CODEKIDS_STOP_AFTER", "0")
    shell.run("inainte(1)")
    assert shell.run("import time\ntime.sleep(1.3)").success
