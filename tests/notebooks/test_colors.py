"""One canonical name for each colour."""

import pytest

from satul import words
from satul.colors import canonical, known_colors, shade
from satul.errors import KindError


@pytest.mark.parametrize(
    ("written", "canon"),
    [
        ("red", "red"),
        ("rosu", "red"),
        ("ROȘU", "red"),
        ("verde_deschis", "light green"),
        ("light-green", "light green"),
        (" grey ", "gray"),
        ("#FFaa00", "#ffaa00"),
        ("#fa0", "#ffaa00"),
    ],
)
def test_spellings(written: str, canon: str) -> None:
    assert canonical(written, "culoare") == canon


@pytest.mark.parametrize("language", ["ro", "en"])
def test_every_known_color_is_accepted_and_has_a_look(language: str) -> None:
    words.use(language)
    for name in known_colors():
        assert shade(canonical(name, "color")).startswith("#")


def test_an_unknown_color_gets_a_guess() -> None:
    with pytest.raises(KindError, match=r"„albastri”. Poate „albastru”"):
        canonical("albastri", "culoare")


@pytest.mark.parametrize("value", [3, None, ["red"], "#12", ""])
def test_what_is_no_color(value: object) -> None:
    with pytest.raises(KindError):
        canonical(value, "culoare")
