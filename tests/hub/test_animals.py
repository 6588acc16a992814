"""The animals of the cards and their pictures."""

import re
import unicodedata
from pathlib import Path

import pytest

from codekids_hub.animals import ANIMALS, find_animal, in_order
from codekids_hub.languages import LANGUAGES
from codekids_hub.static_files import static_folder

PICTURES = static_folder() / "animals"


def symbol(path: Path) -> str:
    """A picture as it stands in the file that holds all of them."""
    found = re.fullmatch(r'<svg xmlns="http://www.w3.org/2000/svg" (.*?)>(.*)</svg>', path.read_text())
    assert found, f"{path.name} is not one plain <svg>"
    return f'<symbol id="{path.stem}" {found[1]}>{found[2]}</symbol>'


def test_there_are_48_and_each_has_a_picture_of_its_own() -> None:
    ids = [animal.id for animal in ANIMALS]
    assert len(set(ids)) == len(ids) == 48
    assert sorted(ids) == sorted(path.stem for path in PICTURES.glob("*.svg"))
    assert all(re.fullmatch("[a-z]+", each) for each in ids)
    pictures = [path.read_text() for path in PICTURES.glob("*.svg")]
    assert len(set(pictures)) == 48


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_have_the_same_name(language: str) -> None:
    names = [animal.name(language) for animal in ANIMALS]
    assert len(set(names)) == 48
    assert not any(letter in name for name in names for letter in "şţ"), "s and t take a comma, not a cedilla"


def test_the_one_file_of_the_login_page_holds_the_same_pictures() -> None:
    symbols = "".join(symbol(path) for path in sorted(PICTURES.glob("*.svg")))
    whole = f'<svg xmlns="http://www.w3.org/2000/svg">{symbols}</svg>'
    assert (static_folder() / "animals.svg").read_text() == whole, "write the pictures into animals.svg again"


@pytest.mark.parametrize("folder", ["animals", "icons"])
def test_pictures_are_light_harmless_and_licensed(folder: str) -> None:
    for path in (static_folder() / folder).glob("*.svg"):
        text = path.read_text()
        assert len(text) < 4_000, path.name
        assert not re.search(r"<script|\son\w+=|href|<style|url\(", text), path.name
    assert "MIT License" in (static_folder() / folder / "LICENSE.txt").read_text()


def test_they_stand_as_a_child_looks_for_them() -> None:
    names = [animal.name("ro") for animal in in_order("ro")]
    plain = ["".join(c for c in unicodedata.normalize("NFD", name) if c.isalpha()) for name in names]
    assert plain == sorted(plain)
    assert set(in_order("en")) == set(ANIMALS)


def test_an_unknown_animal_is_nobody() -> None:
    fox = find_animal("fox")
    assert fox is not None and fox.ro == "vulpe"
    assert find_animal("<script>") is None
