"""The words that a child can write."""

import tomllib
from pathlib import Path

import pytest

import satul
from satul.colors import _TABLE
from satul.names import ROMANIAN, ROMANIAN_PARAMETERS, public_namespace

SETS = Path(__file__).parents[2] / "exercises" / "sets"


def test_star_gives_both_languages_and_nothing_else() -> None:
    assert set(satul.__all__) == {*ROMANIAN, *ROMANIAN.values()} == set(public_namespace())


def test_words_are_plain_identifiers() -> None:
    for word in satul.__all__:
        assert word.isascii() and word.isidentifier()


def test_romanian_parameters_are_different_words() -> None:
    assert len(set(ROMANIAN_PARAMETERS.values())) == len(ROMANIAN_PARAMETERS)


@pytest.mark.skipif(not SETS.is_dir(), reason="the sets are not here")
def test_the_sets_use_the_same_words() -> None:
    listed = tomllib.loads((SETS / "names.toml").read_text(encoding="utf-8"))["ro"]
    assert listed["names"] == ROMANIAN
    assert listed["parameters"] == ROMANIAN_PARAMETERS
    assert listed["strings"] == {english: romanian for english, romanian, _ in _TABLE}
