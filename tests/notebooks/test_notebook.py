"""Cells in a real IPython shell: a clean sheet each, drawings shown by themselves, our errors as sentences."""

import pytest

from notebooks.village import Shell
from satul import notebook, turtle
from satul.errors import KindError


def test_a_cell_that_drew_shows_the_drawing(shell: Shell) -> None:
    shell.run("for i in range(4):\n    inainte(100)\n    stanga(90)")
    (drawing,) = shell.shown
    assert drawing["text/plain"] == "Desen cu 4 linii. Țestoasa e la (0, 0)."
    assert "<img" in drawing["text/html"] and "<script" not in drawing["text/html"]


def test_a_cell_that_did_not_draw_shows_nothing(shell: Shell) -> None:
    shell.run("inainte(1)")
    shell.run("x = 1")
    assert shell.shown == []


def test_a_cell_that_runs_again_draws_the_same(shell: Shell) -> None:
    for _ in range(2):
        shell.run("inainte(100); stanga(90)")
        assert shell.text == "Desen cu o linie. Țestoasa e la (100, 0)."


def test_functions_of_another_cell_still_draw(shell: Shell) -> None:
    shell.run("def casa():\n    inainte(5)")
    shell.run("casa()")
    assert "o linie" in shell.text


def test_what_was_drawn_before_an_error_is_shown(shell: Shell) -> None:
    shell.run("inainte(5)\ninainte('x')")
    assert "nu de 'x'" in shell.text
    assert "Desen cu o linie" in shell.text


def test_an_open_fill_is_mentioned(shell: Shell) -> None:
    shell.run("incepe_umplerea('rosu')\ninainte(5)")
    assert "Adaugă la sfârșit termina_umplerea()" in shell.text


def test_a_chart_is_shown_once(shell: Shell) -> None:
    shell.run("grafic_bare([1, 2])")
    assert [data["text/plain"] for data in shell.shown] == ["Grafic cu bare: 2 valori, de la 1 la 2."]


def test_sources_are_kept_by_cell(shell: Shell) -> None:
    shell.run("inainte(1)", "make")
    shell.run("inainte(2)", "make")
    shell.run("x = ", "modify")
    book = notebook.current()
    assert book is not None
    assert (book.sources["make"], book.sources["modify"]) == ("inainte(2)", "x = ")


def test_what_listens_may_break_without_breaking_a_cell(
    shell: Shell, capsys: pytest.CaptureFixture[str]
) -> None:
    shell.run("inainte(1)")
    book = notebook.current()
    assert book is not None
    told: list[notebook.Ran] = []
    book.listeners += [lambda ran: 1 / 0, told.append]  # type: ignore[list-item]
    assert shell.run("x = 1", "make").success
    assert told[0].cell == "make"
    assert capsys.readouterr().err == ""


def test_without_ipython_nothing_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    import satul

    satul.inainte(10)
    satul.grafic_linii([1])
    satul.begin("the-set/the-challenge", "ro")
    satul.check("make")
    satul.hint("make")
    assert capsys.readouterr().out == ""
    assert len(turtle.the_turtle().sheet.segments) == 1
    with pytest.raises(KindError):
        satul.begin("nothing")


def test_an_endless_print_is_stopped_early(shell: Shell, capsys: pytest.CaptureFixture[str]) -> None:
    shell.run("inainte(1)")
    shell.run("while True:\n    print('hei')", "make")
    assert "Care linie ar trebui să încheie bucla?" in shell.text
    assert len(capsys.readouterr().out) < 110_000
    shell.run("print('x' * 90_000)")
    assert "x" * 90_000 in capsys.readouterr().out
