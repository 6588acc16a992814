import json
import math
from typing import Any

import pytest

from codekids_exercises.values import rounded, same, shown, typed


@pytest.mark.parametrize(
    "value", [None, True, 3, -2.5, "ș", [1, [2.0]], (1,), {"a": [None]}, {1, 2}, math.inf, 10**400, object()]
)
def test_every_value_becomes_plain_json_and_equals_itself(value: object) -> None:
    encoded = typed(value)
    assert same(json.loads(json.dumps(encoded)), encoded)


@pytest.mark.parametrize(
    ("wanted", "got"),
    [
        (1, True),
        (1, 1.0),
        ("1", 1),
        ([1], (1,)),
        (None, 0),
        (None, "None"),
        ([1, 2], [2, 1]),
        ({"a": 1}, {"a": 2}),
    ],
)
def test_another_type_or_value_is_not_the_same(wanted: object, got: object) -> None:
    assert not same(typed(wanted), typed(got))


def test_floats_may_differ_a_little_and_numbers_in_type_if_allowed() -> None:
    assert same(typed(0.3), typed(0.1 + 0.2))
    assert same(typed([4.0, None]), typed([4, None]), any_number=True)
    assert not same(typed(True), typed(1), any_number=True)


def test_dicts_and_sets_have_no_order() -> None:
    assert same(typed({"a": 1, "b": 2}), typed({"b": 2, "a": 1}))
    assert same(typed({"x", "y"}), typed({"y", "x"}))


def test_an_object_cannot_say_what_it_is() -> None:
    class Liar(int):
        def __eq__(self, other: object) -> bool:
            return True

        __hash__ = int.__hash__

    assert not same(typed(3), typed(Liar(3)))


def test_what_has_no_end_is_cut() -> None:
    endless: list[Any] = []
    endless.append(endless)
    assert "too-big" in json.dumps(typed(endless))
    assert "too-big" in json.dumps(typed(list(range(100_000))))


@pytest.mark.parametrize("junk", [None, 3, [], ["int"], ["int", 1, 2], {"t": 1}, [["int"], 1]])
def test_junk_is_never_the_same(junk: object) -> None:
    assert not same(typed(1), junk)
    assert shown(junk) == "?"


def test_rounding_makes_sums_equal_and_showing_shortens() -> None:
    assert rounded(typed([0.1 + 0.2])) == rounded(typed([0.3]))
    assert shown(typed(["a", 1.5, None, (1,)])) == "['a', 1.5, None, (1,)]"
    assert len(shown(typed("x" * 500))) == 60
