"""Cards on paper, read with another program than the one that made them."""

import re

import pytest

from codekids_hub import card_sheets
from codekids_hub.animals import ANIMALS
from codekids_hub.card_sheets import Place
from codekids_hub.cards import DealtCard
from hub.reading_pdfs import opened, text_of

PLACE = Place("Biblioteca Comunală Pietrari, Pietrari", "ro", "https://club.pietrari.ro")
NAMES = [
    "Maria",
    "Ștefan",
    "Ana-Maria",
    "Zoltán",
    "Őze",
    "Маша",
    "Veveriță-Portocalie",
    "abcdefghijklmnopqrstuvwx",
    "Luca",
]
PER_POINT = 72 / 25.4


def dealt(number: int) -> DealtCard:
    """A card that opens nothing."""
    animal = ANIMALS[number % len(ANIMALS)].id
    return DealtCard(
        "k22222222222", NAMES[number], animal, "PIETRARI", ("căpșună", "ghețar"), f"token{number}"
    )


def test_eight_on_a_page_of_a4() -> None:
    with opened(card_sheets.sheet(PLACE, [dealt(number) for number in range(9)])) as document:
        assert len(document) == 2
        assert [round(side / PER_POINT) for side in document[0].get_size()] == [210, 297]
        assert text_of(document, 0).count("PIETRARI") == 8
        assert text_of(document, 1).count("PIETRARI") == 1


@pytest.mark.parametrize("number", range(7))
def test_a_card_says_all_that_a_child_needs(number: int) -> None:
    with opened(card_sheets.sheet(PLACE, [dealt(number)])) as document:
        text = text_of(document, 0)
    animal = ANIMALS[number].ro
    for word in (PLACE.library, animal, "1 căpșună", "2 ghețar", "club.pietrari.ro", "clubul PIETRARI"):
        assert word in text
    assert NAMES[number] in text


def test_it_speaks_the_language_of_the_club() -> None:
    with opened(card_sheets.sheet(Place("Library", "en", PLACE.origin), [dealt(0)])) as document:
        assert "My two words" in text_of(document, 0) and ANIMALS[0].en in text_of(document, 0)


def test_a_name_that_is_too_long_stays_on_its_card() -> None:
    with opened(card_sheets.sheet(PLACE, [dealt(7)])) as document:
        page = document[0].get_textpage()
        right = max(page.get_charbox(index)[2] for index in range(page.count_chars()))
        assert right <= (card_sheets.LEFT + card_sheets.WIDTH) * PER_POINT
        assert "abcdefgh" in page.get_text_range()


def test_a_sheet_has_no_secret_but_what_is_printed() -> None:
    pdf = card_sheets.sheet(PLACE, [dealt(0)])
    assert b"token0" not in pdf and b"k22222222222" not in pdf and b"Maria" not in pdf
    assert not re.search(rb"/(URI|EmbeddedFile|JavaScript)", pdf)
