from typing import Any

import pytest

from codekids_exercises.challenge import Traits
from codekids_exercises.traits import first_fault, words_for
from codekids_exercises.values import typed

SHEET = {"problem": "The well is far away", "who": "old people mostly"}


@pytest.mark.parametrize(
    ("traits", "value"),
    [
        (Traits(type="list", within=(1, 6), length=3, different=2), [1, 6, 1]),
        (Traits(within=(0, 1)), 0.5),
        (Traits(within=(1, 2), total=3), {"a": 1, "b": 2}),
        (Traits(within=(1, 2)), [[1, 2], (1, 2)]),
        (Traits(type="number"), 2.5),
        (Traits(type="number"), 2),
        (Traits(total=0.3), [0.1, 0.2]),
        (Traits(length=4), "abcd"),
        (Traits(filled=("problem", "who")), SHEET),
        (Traits(type="dict", length=0), {}),
    ],
)
def test_what_holds(traits: Traits, value: Any) -> None:
    assert first_fault(traits, typed(value)) is None


@pytest.mark.parametrize(
    ("traits", "value", "fault"),
    [
        (Traits(type="list"), (1, 2), ("trait-list", "tuple")),
        (Traits(type="int"), True, ("trait-int", "bool")),
        (Traits(type="number"), "3", ("trait-number", "str")),
        (Traits(within=(1, 6)), [1, 7, 9], ("trait-within", "more")),
        (Traits(within=(1, 6)), [0, 7], ("trait-within", "less-more")),
        (Traits(within=(1, 6)), [1, "2"], ("trait-no-number", "list")),
        (Traits(within=(1, 6)), [], ("trait-no-number", "list")),
        (Traits(within=(1, 6)), [True], ("trait-no-number", "list")),
        (Traits(within=(1, 6)), float("nan"), ("trait-no-number", "float")),
        (Traits(total=10), {"a": 4}, ("trait-total", "less")),
        (Traits(length=2), [1, 2, 3], ("trait-length", "more")),
        (Traits(length=2), 12, ("trait-list", "int")),
        (Traits(different=2), [3, 3, 3], ("trait-different", "one")),
        (Traits(filled=("who",)), {"who": "..."}, ("trait-thin", "who")),
        (Traits(filled=("who",)), {"who": "my 2 3 4"}, ("trait-thin", "who")),
        (Traits(filled=("who",), words=5), SHEET, ("trait-thin", "who")),
        (Traits(filled=("who", "why")), SHEET, ("trait-missing", "why")),
        (Traits(filled=("who",)), {"who": ["three", "good", "words"]}, ("trait-thin", "who")),
        (Traits(filled=("who",)), "who", ("trait-dict", "str")),
    ],
)
def test_what_does_not_hold(traits: Traits, value: Any, fault: tuple[str, str]) -> None:
    assert first_fault(traits, typed(value)) == fault


def test_nothing_at_all_has_no_trait() -> None:
    for traits in (Traits(within=(1, 6)), Traits(filled=("who",)), Traits(length=1), Traits(type="str")):
        assert first_fault(traits, None) is not None


def test_a_sentence_names_what_is_outside() -> None:
    traits, got = Traits(within=(1, 6)), typed([1, 2, 9, 12])
    fault = first_fault(traits, got)
    assert fault is not None
    assert words_for(traits, got, fault) == {"least": "1", "most": "6", "got": "9"}
