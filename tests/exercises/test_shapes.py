import math
from itertools import pairwise
from typing import Any

import pytest

from codekids_exercises import shapes
from codekids_exercises.shapes import Drawing

Points = list[tuple[float, float]]


def drawn(*lines: Points, colour: str = "black", fills: list[Any] | None = None) -> Drawing:
    segments = [[*a, *b, colour, 2] for line in lines for a, b in pairwise(line)]
    return shapes.read({"segments": segments, "fills": fills or []})


SQUARE: Points = [(0, 0), (60, 0), (60, 60), (0, 60), (0, 0)]
ROOF: Points = [(0, 60), (30, 100), (60, 60)]


def moved(points: Points, x: float, y: float) -> Points:
    return [(a + x, b + y) for a, b in points]


def circle(radius: float, sides: int = 60) -> Points:
    turns = [2 * math.pi * one / sides for one in range(sides + 1)]
    return [(radius * math.cos(turn), radius * math.sin(turn)) for turn in turns]


@pytest.mark.parametrize(
    ("lines", "pieces", "closed", "loose"),
    [
        ([], 0, 0, 0),
        ([SQUARE], 1, 1, 0),
        ([SQUARE[:-1]], 1, 0, 2),
        ([SQUARE, ROOF], 1, 2, 0),
        ([SQUARE, [(-20, 60), (30, 110), (80, 60), (-20, 60)]], 1, 2, 0),
        ([SQUARE, [(20, 0), (20, 30), (40, 30), (40, 0)]], 1, 2, 0),
        ([SQUARE, SQUARE], 1, 1, 0),
        ([[(0, 0), (50, 0), (0, 0)]], 1, 0, 2),
        ([[(0, 0), (10, 0)], [(20, 0), (30, 0)]], 2, 0, 4),
        ([SQUARE, moved(SQUARE, 90, 0)], 2, 2, 0),
        ([SQUARE, moved(SQUARE, 60, 0)], 1, 2, 0),
        ([SQUARE, moved(SQUARE, 30, 20)], 1, 3, 0),
        ([circle(20)], 1, 1, 0),
        ([[(0.2, 0.1), (60, 0), (60.3, 60), (0, 59.9), (0, 0)]], 1, 1, 0),
    ],
)
def test_pieces_closed_areas_and_loose_ends(
    lines: list[Points], pieces: int, closed: int, loose: int
) -> None:
    assert shapes.outline(drawn(*lines)) == shapes.Outline(pieces, closed, loose)


def test_a_line_in_two_goes_is_one_stroke() -> None:
    assert [one.length for one in shapes.strokes(drawn([(0, 0), (20, 0), (60, 0), (60, 10)]))] == [60, 10]


def test_slanted_size_and_colours() -> None:
    house = drawn(SQUARE, ROOF, fills=[{"color": "red", "points": [[0, 0], [1, 0], [1, 1]]}])
    assert shapes.slanted(house) == 2
    assert shapes.size(house) == (60, 100)
    assert shapes.colours(house) == ("black", "red")
    assert shapes.size(Drawing()) == (0, 0)


@pytest.mark.parametrize(
    ("lines", "groups"),
    [
        ([], 0),
        ([SQUARE], 4),
        ([[(0, 0), (10, 0)], [(20, 0), (30, 0)], [(40, 0), (50, 0)]], 3),
        ([[(0, 0), (10, 0), (10, 5)], [(20, 5), (30, 5), (30, 10)]], 2),
        ([[(0, 0), (10, 0), (10, 5), (40, 5)]], 1),
    ],
)
def test_equal_groups(lines: list[Points], groups: int) -> None:
    assert shapes.equal_groups(drawn(*lines)) == groups


TEETH: Points = [(0, 0), (20, 0), (20, 20), (40, 20), (40, 0)]


@pytest.mark.parametrize(
    ("lines", "wanted", "seen"),
    [
        ([moved(TEETH, 40 * one, 0) for one in range(6)], 6, 6),
        ([moved(TEETH, 40 * one, 0) for one in range(6)], 3, 3),
        ([moved(TEETH, 40 * one, 0) for one in range(6)], 4, 6),
        ([SQUARE] * 3, 3, 4),
        ([moved(circle(10), 30 * one, 0) for one in range(5)], 5, 5),
        ([[(10 * one, 0), (10 * one + 10, 0)] for one in range(7)], 7, 7),
    ],
)
def test_equal_groups_that_are_wanted(lines: list[Points], wanted: int, seen: int) -> None:
    assert shapes.equal_groups(drawn(*lines), wanted) == seen


@pytest.mark.parametrize(
    ("turtle", "heading"),
    [
        ([0, 0, 359.9999], 0),
        ([1, 2, 90.2], 90),
        ([0, 0, math.nan], 0),
        ([0, 0, "x"], 0),
        (3, 0),
        ([0, 0, 10**400], 0),
    ],
)
def test_where_the_turtle_looks(turtle: object, heading: int) -> None:
    assert shapes.read({"turtle": turtle}).heading == heading


@pytest.mark.parametrize(
    "junk",
    [
        None,
        3,
        {"segments": 3},
        {"segments": [[1, 2], "x", [0, 0, math.nan, 1, "red", 1], [0, 0, 1, 1, 5, 1]], "fills": 3},
    ],
)
def test_junk_draws_nothing(junk: object) -> None:
    assert shapes.read(junk) == Drawing()


def test_a_wild_drawing_is_looked_at_in_time() -> None:
    wild = [[math.cos(one) * one, math.sin(one) * one, one, -one, "red", 1] for one in range(20_000)]
    assert shapes.outline(shapes.read({"segments": wild})).pieces > 0
