"""The turtle walks, draws and fills; wrong arguments get one sentence."""

import math

import pytest

from codekids_exercises import observe
from satul import inainte, stanga, turtle, words
from satul.drawing import MOST_SEGMENTS
from satul.errors import KindError


def snapshot() -> dict[str, object]:
    seen = observe.snapshot()["drawing"]
    assert isinstance(seen, dict)
    return seen


def square(side: float) -> None:
    for _ in range(4):
        turtle.forward(side)
        turtle.left(90)


def test_a_square_is_closed_and_exact() -> None:
    square(100)
    assert snapshot() == {
        "segments": [
            [0.0, 0.0, 100.0, 0.0, "black", 2.0],
            [100.0, 0.0, 100.0, 100.0, "black", 2.0],
            [100.0, 100.0, 0.0, 100.0, "black", 2.0],
            [0.0, 100.0, 0.0, 0.0, "black", 2.0],
        ],
        "fills": [],
        "turtle": [0.0, 0.0, 0.0],
    }


def test_back_right_and_a_lifted_pen() -> None:
    turtle.right(90)
    turtle.back(50)
    turtle.pen_up()
    turtle.forward(20)
    turtle.pen_down()
    assert snapshot()["turtle"] == [0.0, 30.0, 270.0]
    assert len(turtle.the_turtle().sheet.segments) == 1


def test_no_step_leaves_no_line() -> None:
    turtle.forward(0)
    assert snapshot()["segments"] == []


def test_jump_draws_nothing_and_keeps_the_pen() -> None:
    turtle.jump_to(30, -40)
    turtle.forward(10)
    assert snapshot()["segments"] == [[30.0, -40.0, 40.0, -40.0, "black", 2.0]]


def test_color_and_width_are_kept_by_each_line() -> None:
    turtle.color("Roșu")
    turtle.width(7)
    turtle.forward(10)
    turtle.color("#ABC")
    turtle.forward(10)
    assert [line[4:] for line in snapshot()["segments"]] == [["red", 7.0], ["#aabbcc", 7.0]]  # type: ignore[attr-defined]


def test_a_fill_lies_under_its_own_lines() -> None:
    turtle.fill_start("galben")
    square(10)
    turtle.fill_end()
    assert snapshot()["fills"] == [
        {"color": "yellow", "points": [[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]]},
    ]
    assert turtle.the_turtle().sheet.marks[0] == turtle.the_turtle().sheet.fills[0]


def test_a_fill_has_the_pens_color_by_itself() -> None:
    turtle.color("green")
    turtle.fill_start()
    square(10)
    turtle.fill_end()
    assert turtle.the_turtle().sheet.fills[0].color == "green"


@pytest.mark.parametrize("radius", [50, -50])
def test_a_circle_comes_back_and_keeps_its_distance(radius: int) -> None:
    turtle.forward(10)
    turtle.circle(radius)
    assert snapshot()["turtle"] == [10.0, 0.0, 0.0]
    for line in turtle.the_turtle().sheet.segments[1:]:
        assert math.dist(line.start, (10, radius)) == pytest.approx(50)


def test_an_arc_turns_the_turtle() -> None:
    turtle.circle(50, 90)
    assert snapshot()["turtle"] == [50.0, 50.0, 90.0]


def test_clear_takes_a_new_sheet() -> None:
    turtle.color("red")
    square(10)
    turtle.clear_drawing()
    assert snapshot() == {"segments": [], "fills": [], "turtle": [0.0, 0.0, 0.0]}
    assert turtle.the_turtle().color == "black"


def test_the_engine_can_reset() -> None:
    square(10)
    observe.reset()
    assert snapshot()["segments"] == []


def test_an_endless_drawing_is_stopped() -> None:
    with pytest.raises(KindError, match="Foaia s-a umplut"):
        for _ in range(MOST_SEGMENTS + 1):
            square(1)
    assert len(turtle.the_turtle().sheet.segments) == MOST_SEGMENTS


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("10", "`inainte` are nevoie de un număr, iar '10' e text. Șterge ghilimelele: `inainte(10)`."),
        ("zece", "`inainte` are nevoie de un număr, nu de 'zece'. De exemplu: `inainte(100)`."),
        ([1], "`inainte` are nevoie de un număr, nu de [1]. De exemplu: `inainte(100)`."),
        (True, "`inainte` are nevoie de un număr, nu de True. De exemplu: `inainte(100)`."),
        (None, "`inainte` are nevoie de un număr, nu de None. De exemplu: `inainte(100)`."),
        (math.inf, "inf e prea mare pentru foaia noastră. Încearcă un număr mai mic."),
        (
            10**400,
            "10000000000000000000000000000… e prea mare pentru foaia noastră. Încearcă un număr mai mic.",
        ),
        (1e9, "1e+09 e prea mare pentru foaia noastră. Încearcă un număr mai mic."),
    ],
)
def test_what_is_no_number(value: object, sentence: str) -> None:
    with pytest.raises(KindError) as refused:
        inainte(value)
    assert str(refused.value) == sentence


def test_the_sentence_names_the_word_that_was_used() -> None:
    words.use("en")
    with pytest.raises(KindError, match="`stanga` needs a number"):
        stanga("a")
    with pytest.raises(KindError, match="`right` needs a number"):
        turtle.right("a")


@pytest.mark.parametrize("size", [0, -3, 101])
def test_a_pen_has_a_possible_width(size: int) -> None:
    with pytest.raises(KindError, match="între 1 și 100"):
        turtle.width(size)


def test_fills_begin_and_end_in_turn() -> None:
    with pytest.raises(KindError, match="incepe_umplerea"):
        turtle.fill_end()
    turtle.fill_start()
    with pytest.raises(KindError, match="termina_umplerea"):
        turtle.fill_start()
