"""Errors as a child meets them."""

import pytest

from notebooks.village import Shell


def test_our_error_is_a_sentence_and_the_childs_line(
    shell: Shell, capsys: pytest.CaptureFixture[str]
) -> None:
    result = shell.run('def casa():\n    inainte("10")\n\ncasa()')
    assert not result.success
    assert shell.text == (
        "inainte are nevoie de un număr, iar '10' e text. Șterge ghilimelele: inainte(10).\n"
        'Linia 2: inainte("10")'
    )
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err
    assert "satul" not in out + err


@pytest.mark.parametrize(
    ("code", "sentence", "python"),
    [
        ("a = 1\nb = a / 0", "Pe linia 2 se împarte la zero", "ZeroDivisionError: division by zero"),
        ("print(“hei”", "Pe linia 1 sunt ghilimele rotunde", "SyntaxError"),
        ("for i in range(3)\n    print(i)", "lipsesc două puncte", "SyntaxError: expected ':'"),
        ("if 1:\nprint(1)", "Linia 2 trebuie împinsă la dreapta", "IndentationError"),
        ("casa = 3\nprint(casaa)", "Nu cumva este casa?", "NameError"),
        ("x = qwerty", "Python nu cunoaște numele qwerty", "NameError"),
        ("n = 'a' + 1", "se adună un text cu un număr", "TypeError"),
        (
            "raise OSError(27, 'File too large')",
            "nu mai este loc: programul nu a putut scrie la linia 1",
            "OSError: [Errno 27]",
        ),
        ("raise RuntimeError('x')", "Programul s-a oprit la linia 1", "RuntimeError: x"),
    ],
)
def test_pythons_words_stay_under_one_sentence(
    shell: Shell, capsys: pytest.CaptureFixture[str], code: str, sentence: str, python: str
) -> None:
    shell.run("inainte(1)")
    capsys.readouterr()
    shell.run(code)
    assert sentence in shell.text
    said = "".join(capsys.readouterr())
    assert python in said
    assert "satul" not in said


def test_a_command_that_was_overwritten(shell: Shell) -> None:
    shell.run("inainte(1)")
    shell.run("culoare = 'rosu'\nculoare('rosu')")
    assert "culoare era o comandă" in shell.text


def test_a_command_before_the_first_cell(shell: Shell) -> None:
    shell.run("inainte(1)\ndel stanga")
    shell.run("stanga(90)")
    assert shell.text == "Python nu știe încă stanga. Rulează întâi celula de început, cea cu incepe."


def test_a_child_stops_the_program(shell: Shell) -> None:
    shell.run("inainte(1)")
    shell.run("x = 1\nraise KeyboardInterrupt")
    assert shell.text.startswith("Ai oprit programul. Era la linia 2.")


def test_english(shell: Shell) -> None:
    from satul import words

    words.use("en")
    shell.run("forward()")
    assert shell.text.startswith("forward needs something more between its brackets: steps.")
