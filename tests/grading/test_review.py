"""The rules of the review: what is folded and what is not, what comes first, how much fits into an evening."""

from datetime import UTC, datetime, timedelta

import pytest

from codekids_grading.review import Answer, cards_in, fold_key, minutes_for, normal_form, stack

NOON = datetime(2026, 11, 19, 12, tzinfo=UTC)

HOUSE = """
def house(size):
    for side in range(4):
        forward(size)
        left(90)

house(60)
"""


@pytest.mark.parametrize(
    "other",
    [
        HOUSE.replace("house", "casa").replace("side", "i").replace("size", "w"),
        HOUSE.replace("    ", "\t"),
        HOUSE.replace("(60)", "( 60 )  # mine, I drew it on Sunday"),
        HOUSE.replace("def house(size):", 'def house(size):\n    """My house."""'),
        HOUSE.replace("house(60)", "house(\n  60,\n)"),
        HOUSE.replace(
            "for side in range(4):\n        forward(size)\n",
            "for side in range(4):\n        forward(size);\n",
        ),
    ],
)
def test_renamed_and_reformatted_answers_are_equal(other: str) -> None:
    assert normal_form(other) == normal_form(HOUSE)


@pytest.mark.parametrize(
    "other",
    [
        HOUSE.replace("60", "61"),
        HOUSE.replace("60", "60.0"),
        HOUSE.replace("left", "right"),
        HOUSE.replace("forward(size)", "forward(side)"),
        HOUSE.replace("house(60)", ""),
        "",
    ],
)
def test_what_differs_is_not_folded(other: str) -> None:
    assert normal_form(other) != normal_form(HOUSE)


def test_two_names_do_not_become_one() -> None:
    assert normal_form("a = 1\nb = 2\nprint(a)") != normal_form("a = 1\nb = 2\nprint(b)")
    assert normal_form("a = 1\na = 2\nprint(a)") != normal_form("a = 1\nb = 2\nprint(a)")


def test_names_are_followed_everywhere() -> None:
    one = """
import math as m
def f(first, *rest, last=1, **more):
    global total
    total = [x for x in rest if (y := x)]
    try:
        return {first: last}
    except ValueError as error:
        raise error
match f(1, last=2):
    case {"a": a, **others}: print(a, others, m.pi)
    case [head, *tail] as whole: print(f"{head} {tail!r}", whole)
print(lambda k: k + total, end="")
"""
    names = {"m.": "mm.", "as m": "as mm", "first": "prim", "rest": "alte", "last": "ultim", "more": "multe"}
    names |= {
        "total": "suma",
        "error": "eroare",
        "others": "alti",
        "head": "cap",
        "tail": "coada",
        "whole": "tot",
    }
    other = one
    for name, new in names.items():
        other = other.replace(name, new)
    assert other != one and normal_form(other) == normal_form(one)
    assert normal_form(one.replace('end=""', 'sep=""')) != normal_form(one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Am ales casa\n\n  mare.", "Am ales casa mare."),
        ("%time  print(1)", "%time print(1)"),
        ("for i in", "for  i\nin"),
        ("print('\\d')", "print( '\\d' )"),
    ],
)
def test_what_is_no_python_is_compared_as_words(one: str, other: str) -> None:
    assert normal_form(one) == normal_form(other)


@pytest.mark.parametrize(
    "hostile",
    [
        "(" * 5000,
        "-" * 9000 + "1",
        "x\0y",
        "a" * 100_000,
        "[" * 90 + "]" * 90,
        "1+" * 4000 + "1",
        "\ud800",
        "é" * 50,
    ],
)
def test_hostile_sources_have_a_key_too(hostile: str) -> None:
    assert len(fold_key(hostile.encode("utf-8", "replace").decode(), "t")) == 64
    normal_form(hostile)


def test_circumstances_keep_answers_apart() -> None:
    assert fold_key("a=1", "make", "ro") == fold_key("b = 1", "make", "ro")
    assert fold_key("a=1", "make", "ro") != fold_key("a=1", "make", "en")
    assert fold_key("a=1", "ab", "c") != fold_key("a=1", "a", "bc")


def test_the_stack_folds_and_has_the_oldest_on_top_and_first_timers_above() -> None:
    def at(hours: int) -> datetime:
        return NOON + timedelta(hours=hours)

    cards = stack(
        [
            Answer(4, "make", "young", at(4)),
            Answer(3, "make", "shared", at(3)),
            Answer(1, "make", "shared", at(1)),
            Answer(2, "make", "old", at(0)),
            Answer(6, "make", "asked", at(6), asked=True),
            Answer(5, "make", "new child", at(5), first_timer=True),
        ]
    )
    assert [card.fold for card in cards] == ["new child", "asked", "old", "shared", "young"]
    assert [answer.hand_in for answer in cards[3].answers] == [1, 3]
    assert cards[3].shown.hand_in == 1


def test_forty_minutes_are_thirty_two_cards() -> None:
    assert [cards_in(minutes) for minutes in (10, 20, 40, 0)] == [8, 16, 32, 1]
    assert minutes_for(32) == 40
