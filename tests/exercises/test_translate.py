import pytest

from codekids_exercises.translate import Words, pieces, translate

WORDS = Words(
    names={"forward": "inainte", "size": "marime", "line_chart": "grafic_linii", "red": "rosu"},
    parameters={"title": "titlu", "size": "dimensiune"},
    strings={"red": "rosu", "Hello, {name}!": "Salut, {nume}!", "My house:": "Casa mea:"},
)


@pytest.mark.parametrize(
    ("english", "romanian"),
    [
        ("forward(50)", "inainte(50)"),
        ("forwards(50)", "forwards(50)"),
        ("my.forward(50)", "my.forward(50)"),
        ('color("red")', 'color("rosu")'),
        ("color('red')", "color('rosu')"),
        ('color("reds")', 'color("reds")'),
        ("red = 1", "rosu = 1"),
        ('print(f"Hello, {name}!")', 'print(f"Salut, {nume}!")'),
        ('line_chart(a, title="red")', 'grafic_linii(a, titlu="rosu")'),
        ("size = 3\nf(size=size)", "marime = 3\nf(dimensiune=marime)"),
        ("# My house:\nforward(1)  # My house:", "# Casa mea:\ninainte(1)  # Casa mea:"),
        ("for forward in x:\n    pass\n", "for inainte in x:\n    pass\n"),
        ("forward(1", "inainte(1"),
        ("if size == 1\n    forward(1)", "if marime == 1\n    inainte(1)"),
        ('print("ș", forward)', 'print("ș", inainte)'),
        ("", ""),
    ],
)
def test_only_whole_words_change(english: str, romanian: str) -> None:
    assert translate(english, WORDS) == romanian


def test_english_stays_itself() -> None:
    code = 'def f(a):\n    """Doc."""\n    return f"{a:>3}" + a.b[0]  # x\n'
    assert translate(code, Words()) == code


def test_pieces_are_told_apart() -> None:
    found = [(piece.kind, piece.text) for piece in pieces('chart(a, title="x")  # why')]
    assert found == [
        ("name", "chart"),
        ("name", "a"),
        ("parameter", "title"),
        ("string", "x"),
        ("comment", "why"),
    ]
