"""The words of the cards: 1,024 in each language that cannot be taken for each other."""

import json
import unicodedata
from itertools import combinations

import pytest

from codekids_hub.cards import fold, word_list
from codekids_hub.languages import LANGUAGES
from codekids_hub.static_files import static_folder


def one_apart(left: str, right: str) -> bool:
    """Whether one letter changed, added or left out makes one word of the other."""
    if len(left) > len(right):
        left, right = right, left
    if len(right) - len(left) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), len(left))
    rest = left[start:] if len(left) < len(right) else left[start + 1 :]
    return rest == right[start + 1 :]


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_1024_short_plain_words(language: str) -> None:
    words = word_list(language)
    assert len(words) == 1024
    assert all(3 <= len(fold(word)) <= 9 and word.isalpha() and word == word.lower() for word in words)
    assert all(word == unicodedata.normalize("NFC", word) for word in words)
    assert not any(letter in word for word in words for letter in "şţ"), "s and t take a comma, not a cedilla"


@pytest.mark.parametrize("language", LANGUAGES)
def test_they_are_sorted_as_they_are_typed(language: str) -> None:
    typed = [fold(word) for word in word_list(language)]
    assert typed == sorted(typed)
    assert all(each.isascii() for each in typed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_slip_of_one_letter_never_makes_another_word(language: str) -> None:
    typed = [fold(word) for word in word_list(language)]
    assert len(set(typed)) == len(typed)
    assert [pair for pair in combinations(typed, 2) if one_apart(*pair)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_login_page_offers_the_same_words(language: str) -> None:
    offered = json.loads((static_folder() / "words" / f"{language}.json").read_text(encoding="utf-8"))
    assert tuple(offered) == word_list(language)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("casa", "masa", True),
        ("cas", "casa", True),
        ("casa", "case", True),
        ("casa", "mese", False),
        ("cas", "ca", True),
    ],
)
def test_one_apart(left: str, right: str, expected: bool) -> None:
    assert one_apart(left, right) is expected
