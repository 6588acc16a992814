"""begin, check and hint in a real shell, with the real judge."""

from pathlib import Path

import pytest

from notebooks.village import Shell
from satul import challenge

BEGIN = 'begin("the-set/the-challenge", "ro")'
WIDGET = "application/vnd.jupyter.widget-view+json"


def test_not_begun_yet(shell: Shell, content: Path) -> None:
    shell.run('verifica("make")')
    assert shell.text == "Rulează întâi celula de început, cea cu incepe. Apoi verifică din nou."


def test_not_run_yet(shell: Shell, content: Path) -> None:
    shell.run(BEGIN, "begin")
    assert shell.run('verifica("make")', "make-check").success
    assert shell.text == "Rulează întâi celula cu răspunsul tău. Apoi verifică din nou."


def test_wrong_then_right(shell: Shell, content: Path) -> None:
    shell.run(BEGIN, "begin")
    assert shell.text == "Totul e pregătit. Spor la treabă!"
    shell.run("print('pa')", "make")
    shell.run('verifica("make")', "make-check")
    (answer,) = shell.shown
    assert WIDGET in answer
    assert answer["text/plain"].startswith("Aproape. Mai încearcă!\n○ Încă nu: Scrie salut.")
    assert "Indiciul 1 din 2" in answer["text/html"]
    shell.run("print('salut')", "make")
    shell.run('verifica("make")', "make-check")
    assert shell.text == "Gata, ai reușit!\n✓ Adevărat: Ai spus salut."
    assert "Indiciul" not in shell.shown[0]["text/html"]


def test_the_last_run_counts_not_the_first(shell: Shell, content: Path) -> None:
    shell.run(BEGIN, "begin")
    for word in ("salut", "pa"):
        shell.run(f"print('{word}')", "make")
    shell.run('check("make")', "make-check")
    assert "Încă nu" in shell.text


def test_hidden_state_does_not_help(shell: Shell, content: Path) -> None:
    shell.run(BEGIN, "begin")
    shell.run("secret = 'salut'", "predict")
    shell.run("print(secret)", "make")
    shell.run('check("make")', "make-check")
    assert "Programul s-a oprit înainte de sfârșit." in shell.text


def test_blank_opens_the_first_hint(shell: Shell, content: Path) -> None:
    shell.run(BEGIN, "begin")
    shell.run("# aici", "make")
    shell.run('check("make")', "make-check")
    assert shell.text.count("Ce cuvânt lipsește?") == 1
    assert "Indiciul 1 din 2: Ce cuvânt" in shell.text


def test_our_own_errors_are_said_once(shell: Shell, content: Path) -> None:
    shell.run(BEGIN, "begin")
    shell.run("inainte('a')", "make")
    shell.run('check("make")', "make-check")
    assert shell.text.count("are nevoie de un număr") == 1
    assert "KindError" not in shell.text


def test_hints_open_one_by_one_and_stay_open(shell: Shell, content: Path) -> None:
    shell.run(BEGIN, "begin")
    seen = []
    for _ in range(3):
        shell.run('indiciu("make")')
        seen.append(shell.text.count("Indiciul"))
    assert seen == [1, 2, 2]
    shell.run("print('pa')", "make")
    shell.run('check("make")', "make-check")
    assert shell.text.count("Indiciul") == 2


def test_english(shell: Shell, content: Path) -> None:
    shell.run(BEGIN.replace('"ro"', '"en"'), "begin")
    shell.run("print('bye')", "make")
    shell.run('check("make")', "make-check")
    assert shell.text.startswith("Almost. Try again!\n○ Not yet: Write salut.")


def test_an_unknown_task(shell: Shell, content: Path) -> None:
    shell.run(BEGIN, "begin")
    shell.run('check("mak")', "x")
    assert 'Nu găsesc sarcina „mak”. Aici poți verifica: "make".' in shell.text


@pytest.mark.parametrize("name", ["the-set/nothing", "../../etc/passwd", "the-set/the-challenge/x"])
def test_an_unknown_challenge(shell: Shell, content: Path, name: str) -> None:
    shell.run(f'begin("{name}", "ro")', "begin")
    shell.run('check("make")', "x")
    assert f"Nu găsesc provocarea „{name}”" in shell.text


def test_no_content(shell: Shell) -> None:
    shell.run(BEGIN, "begin")
    shell.run('check("make")', "x")
    assert "Cere ajutorul bibliotecarei" in shell.text


def test_a_judge_that_fails_says_that_nothing_is_lost(
    shell: Shell, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.run(BEGIN, "begin")
    shell.run("print('salut')", "make")
    monkeypatch.setattr("codekids_exercises.judge.judge_meant", lambda *_: 1 / 0)
    shell.run('check("make")', "make-check")
    assert shell.text == "Nu am putut verifica acum. Răspunsul tău e în siguranță. Mai încearcă o dată."


def test_without_widgets_the_answer_is_still_there(
    shell: Shell, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "satul.answer_widget", None)
    shell.run(BEGIN, "begin")
    shell.run("print('salut')", "make")
    shell.run('check("make")', "make-check")
    (answer,) = shell.shown
    assert set(answer) == {"text/html", "text/plain"}
    assert "Gata, ai reușit!" in answer["text/html"]


def test_beginning_again_keeps_the_open_hints(shell: Shell, content: Path) -> None:
    shell.run(BEGIN, "begin")
    shell.run('hint("make")')
    shell.run(BEGIN, "begin")
    assert challenge._begun is not None
    assert challenge._begun.opened == {"make": 1}
