"""Signs that tablets write: put right where one thing can be meant, left alone everywhere else."""

# ruff: noqa: RUF001 - signs that look like others are what this is about

import pytest

from codekids_exercises.tablets import mended

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("typed", "meant", "signs"),
    [
        ("print(„Salut”)", 'print("Salut")', ("quotes",)),
        ("print(“a”, ”b”)", 'print("a", "b")', ("quotes",)),
        ("print(‘a’)", 'print("a")', ("quotes",)),
        ("print(«da»)", 'print("da")', ("quotes",)),
        ('print(“Salut")', 'print("Salut")', ("quotes",)),
        ('print("Salut”)', 'print("Salut")', ("quotes",)),
        ("print(f“{x} mere”)", 'print(f"{x} mere")', ("quotes",)),
        ("print(„Ana a zis «da»”)", 'print("Ana a zis «da»")', ("quotes",)),
        ('print(„a"b”)', "print('a\"b')", ("quotes",)),
        ("x = 5 – 3", "x = 5 - 3", ("minus",)),
        ("x = −3", "x = -3", ("minus",)),
        (f"if x:\n{NBSP * 4}y = 1", "if x:\n    y = 1", ("space",)),
        ("x\u200b = 1", "x = 1", ("space",)),
        ("def f():\n    …", "def f():\n    ...", ("dots",)),
        ("for i in range(3);\n    print(i)", "for i in range(3):\n    print(i)", ("colon",)),
        ("while x;  # ;\n    y = 1", "while x:  # ;\n    y = 1", ("colon",)),
        ("if x == “a”;\n    y = „;”", 'if x == "a":\n    y = ";"', ("quotes", "colon")),
        ('t = """„\n”"""\ny = „a”', 't = """„\n”"""\ny = "a"', ("quotes",)),
    ],
)
def test_put_right(typed: str, meant: str, signs: tuple[str, ...]) -> None:
    found = mended(typed)
    assert (found.source, found.signs) == (meant, signs)
    assert mended(found.source).source == meant


@pytest.mark.parametrize(
    "source",
    [
        'print("El a zis „da” – așa")',
        f'print("10{NBSP}000")',
        "x = 1; y = 2;",
        "# „comentariu” – cu semne\nx = 1",
        'print("""„lung”\n– text""")',
    ],
)
def test_a_program_that_python_reads_stays(source: str) -> None:
    assert mended(source).source == source
    assert mended(source).signs == ()


@pytest.mark.parametrize(
    "source",
    [
        "print(“a”",  # something else is wrong as well
        "while True; x = 1",  # where does the block begin?
        "print(‘Ana’s’)",  # which one closes?
        "print(„a\"b'c”)",
        "d = {„a”; 1}",
        "if x\n    y = „a”",
    ],
)
def test_what_is_not_clear_is_left_for_an_explanation(source: str) -> None:
    assert mended(source).source == source


def test_nothing_breaks_it() -> None:
    for source in ("", "„", "”", '"', "'", '"""', "#", ";", "if;", "\x00“”", "(" * 300 + "“"):
        assert mended(source).signs == ()
