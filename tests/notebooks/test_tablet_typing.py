"""What a tablet typed runs, is told, and is judged as it was meant."""

# ruff: noqa: RUF001 - signs that look like others are what this is about

from pathlib import Path

from notebooks.village import Shell
from satul import notebook

BEGIN = 'begin("the-set/the-challenge", "ro")'


def test_a_run_reads_what_was_meant_and_says_so(shell: Shell) -> None:
    shell.run(BEGIN, "begin")
    result = shell.run("x = „Bună”\ny = 5 – 3")
    assert result.success
    assert (shell.shell.user_ns["x"], shell.shell.user_ns["y"]) == ("Bună", 2)
    assert shell.text.startswith("Unele tastaturi scriu alte semne decât cele din Python.")
    assert "liniuța lungă ca -" in shell.text


def test_nothing_is_said_of_a_good_program(shell: Shell) -> None:
    shell.run(BEGIN, "begin")
    shell.run('x = "„Bună” – a zis"')
    assert shell.text == ""
    assert shell.shell.user_ns["x"] == "„Bună” – a zis"


def test_what_is_not_clear_is_explained_with_its_line(shell: Shell) -> None:
    shell.run(BEGIN, "begin")
    assert not shell.run("x = 1\nprint(“a”").success
    assert "linia 2" in shell.text


def test_a_check_says_it_too_and_forgives(shell: Shell, content: Path) -> None:
    shell.run(BEGIN, "begin")
    shell.run("print(„salut”)", "make")
    shell.run('verifica("make")', "make-check")
    assert "ghilimelele rotunde" in shell.text
    assert "Gata, ai reușit!" in shell.text


def test_a_check_looks_at_what_stands_in_the_cell_now(shell: Shell, content: Path) -> None:
    shell.run(BEGIN, "begin")
    notebook.stands({"make": ("print('salut')",)})
    shell.run('verifica("make")', "make-check")
    assert "Gata, ai reușit!" in shell.text
    shell.run("print('pa')", "make")
    shell.run('verifica("make")', "make-check")
    assert "Gata" not in shell.text


def test_a_copied_or_split_answer_is_judged_as_it_was_meant(shell: Shell, content: Path) -> None:
    shell.run(BEGIN, "begin")
    for sources in (("print('pa')", "print('salut')"), ("print(", "'salut')"), ("print('salut')",) * 2):
        notebook.stands({"make": sources})
        shell.run('verifica("make")', "make-check")
        assert "Gata, ai reușit!" in shell.text, sources
