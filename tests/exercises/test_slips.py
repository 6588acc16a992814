import pytest

from codekids_exercises.slips import slip_in

SLIPS = [
    ("forward\nleft(90)", "no-brackets", 1),
    ("def f():\n    return 1\nf", "no-brackets", 3),
    ("x = 1\nx == 5", "compares-to-give", 2),
    ('if a == "da" or "nu":\n    print(a)', "always-true", 1),
    ("for days in days:\n    print(days)", "loop-takes-the-list", 1),
    ("x = []\nx = x.append(3)", "nothing-kept", 2),
    ('name = "ana"\nname.upper()\nprint(name)', "forgotten-text", 2),
    ("age = input()\nif age == 12:\n    print(age)", "text-is-no-number", 2),
    ("for n in [1, 2]:\n    total = 0\n    total = total + n", "starts-again", 2),
    ("for n in [1, 2]:\n    found = []\n    if n > 1:\n        found.append(n)", "starts-again", 2),
    ("def f(a):\n    for n in a:\n        s = n\n        return s", "returns-too-early", 4),
    ("def f(a):\n    b = a * 2\n    print(b)", "print-for-return", 3),
    ("def f(a):\n    b = a * 2", "nothing-returned", 2),
    ("a = 3\ndef f(n):\n    return a * 2", "not-the-parameter", 2),
    ("def f(n):\n    n = 5\n    return n * 2", "parameter-replaced", 2),
]


@pytest.mark.parametrize(("source", "slip", "line"), SLIPS)
def test_a_slip_is_named_with_its_line_in_both_languages(source: str, slip: str, line: int) -> None:
    found = slip_in(source, ["forward", "left"], ["f"])
    assert found is not None
    assert (found.id, found.words["line"]) == (slip, line)
    for language in ("ro", "en"):
        assert str(line) in found.told(language) and "{" not in found.told(language)


@pytest.mark.parametrize(
    "source",
    [
        "",
        "print(",
        "def f(n):\n    total = 0\n    for i in range(n):\n        total += i\n    return total",
        "for row in rows:\n    total = 0\n    for n in row:\n        total += n\n    print(total)",
        'if a == "da" or a == "nu":\n    print(a)',
        "age = int(input())\nif age == 12:\n    print(age)",
        "age = input()\nage = int(age)\nif age == 12:\n    print(age)",
        "def f(a):\n    for n in a:\n        if n > 3:\n            return n",
        "def f(n):\n    n = n * 2\n    return n",
        "def g():\n    forward(10)\n    left(90)",
        "names.sort()\nname = name.upper()",
        "def f(n):\n    print(n)\n    return n",
        "for day in days:\n    print(day)",
        "x",
    ],
)
def test_what_is_no_slip(source: str) -> None:
    assert slip_in(source, (), ["f"]) is None


def test_a_function_that_only_shows_may_do_so() -> None:
    assert slip_in("def f(a):\n    print(a)") is None


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("n = 1\nwhile n < 5:\n    print(n)", "n"),
        ("a, b = 1, 2\nwhile a < b:\n    c = a", "a, b"),
        ("while len(a) < 3:\n    b = 1", "a"),
    ],
)
def test_a_condition_that_never_changes(source: str, name: str) -> None:
    found = slip_in(source, endless=True)
    assert found is not None
    assert (found.id, found.words["name"]) == ("never-changes", name)


@pytest.mark.parametrize(
    "source",
    [
        "n = 1\nwhile n < 5:\n    n = n - 1",
        "while True:\n    print(1)",
        "while a:\n    a.append(1)",
        "while a:\n    change(a)",
        "while a:\n    if b:\n        break",
        "while ask():\n    print(1)",
        "for i in iter(int, 1):\n    print(i)",
    ],
)
def test_a_condition_that_may_change(source: str) -> None:
    assert slip_in(source, endless=True) is None
