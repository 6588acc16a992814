"""Lines to put in order: what behaves right is right, and a good beginning is told."""

from itertools import permutations

import pytest

from codekids_exercises.blocks import Wanted, learnt, right_orders, shuffled, sort_of
from codekids_exercises.parts import Blocks

KNOCKS = """voice = "wolf"
knocks = 0
while voice != "mother":
    knocks = knocks + 1
    voice = "mother"
print(knocks)
"""
KEY = "our-set/knocks"


def blocks_of(code: str, *inputs: str, prelude: str = "") -> Blocks:
    wanted = [Wanted(KEY, code, inputs)]
    return learnt(wanted, right_orders(wanted, "en", prelude=prelude), "en", prelude=prelude)[0]


@pytest.fixture(scope="module")
def knocks() -> Blocks:
    return blocks_of(KNOCKS)


def judged(blocks: Blocks, *lines: str, prelude: str = "") -> tuple[bool, int]:
    found = sort_of(blocks, KEY, lines, "en", prelude=prelude)
    return found.right, found.good


def test_every_order_that_does_the_same_is_right(knocks: Blocks) -> None:
    a, b, *rest = KNOCKS.splitlines()
    assert judged(knocks, a, b, *rest) == (True, 6)
    assert judged(knocks, b, a, *rest) == (True, 6)
    assert judged(knocks, a, b, rest[0], rest[2], rest[1], rest[3]) == (True, 6)


def test_a_good_beginning_is_counted_from_the_top(knocks: Blocks) -> None:
    a, b, loop, count, stop, tell = KNOCKS.splitlines()
    assert judged(knocks, b, a, tell, loop, count, stop) == (False, 2)
    assert judged(knocks, a, b, loop, count, tell, stop) == (False, 4)
    assert judged(knocks, tell, a, b, loop, count, stop) == (False, 0)


def test_no_other_order_is_right(knocks: Blocks) -> None:
    """Of all 720 orders exactly those pass that print 1: run here, one after the other, as plain Python."""
    right = set()
    for order in permutations(KNOCKS.splitlines()):
        said: list[object] = []
        try:
            exec(compile("\n".join(order), "x", "exec"), {"print": said.append})  # noqa: S102 - our own lines
        except (SyntaxError, NameError):
            continue
        if said == [1]:
            right.add(order)
    passing = {order for order in right if judged(knocks, *order)[0]}
    assert passing == right
    assert len(right) == 4


def test_input_is_answered() -> None:
    blocks = blocks_of("name = input()\nage = input()\nprint(name, age)\n", "Ana", "11")
    assert judged(blocks, "name = input()", "age = input()", "print(name, age)") == (True, 3)
    assert judged(blocks, "age = input()", "name = input()", "print(name, age)") == (False, 0)


def test_what_shows_nothing_has_one_order() -> None:
    blocks = blocks_of("a = 1\nb = 2\n")
    assert blocks.shows == ""
    assert judged(blocks, "a = 1", "b = 2") == (True, 2)
    assert judged(blocks, "b = 2", "a = 1") == (False, 0)


def test_a_picture_may_be_drawn_in_any_order() -> None:
    from exercises.conftest import TURTLE

    blocks = blocks_of("line(0, 0, 9, 0)\nline(9, 0, 9, 9)\nline(9, 9, 0, 0)\n", prelude=TURTLE)
    lines = ("line(9, 9, 0, 0)", "line(0, 0, 9, 0)", "line(9, 0, 9, 9)")
    assert judged(blocks, *lines, prelude=TURTLE) == (True, 3)
    assert judged(blocks, lines[0], lines[0], lines[1], prelude=TURTLE)[0] is False


def test_a_program_without_end_is_wrong_and_nothing_more() -> None:
    blocks = blocks_of("n = 3\nwhile n > 0:\n    print(n)\n    n = n - 1\nn = 5\n")
    assert judged(blocks, "n = 3", "while n > 0:", "    print(n)", "    n = n - 1", "n = 5") == (True, 5)
    assert judged(blocks, "n = 5", "while n > 0:", "    print(n)", "    n = n - 1", "n = 3") == (False, 0)


def test_lines_are_always_mixed_in_the_same_way() -> None:
    code = "a()\nb()\nc()\n"
    assert shuffled(code) == shuffled(code) != code
    assert sorted(shuffled(code).split()) == sorted(code.split())
    for pair in ("a()\nb()\n", "b()\na()\n"):
        assert shuffled(pair) != pair


def test_what_is_released_does_not_hold_the_order(knocks: Blocks) -> None:
    assert knocks.lines == tuple(shuffled(KNOCKS).splitlines())
    assert list(knocks.lines) != KNOCKS.splitlines()
    assert all(len(mark) == 16 for mark in (knocks.shows, *knocks.begins))
