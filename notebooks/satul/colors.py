"""Colours by their English or Romanian names, or as ``#rrggbb``."""

import re
import unicodedata

from satul.errors import KindError
from satul.words import language, say

# English name (the canonical one), Romanian name, how it looks.
_TABLE = (
    ("black", "negru", "#1f2933"),
    ("white", "alb", "#ffffff"),
    ("gray", "gri", "#8a949e"),
    ("red", "rosu", "#d62f2f"),
    ("orange", "portocaliu", "#f08c1a"),
    ("yellow", "galben", "#f7cf2e"),
    ("gold", "auriu", "#d9a514"),
    ("green", "verde", "#2f9e44"),
    ("light green", "verde deschis", "#94d82d"),
    ("dark green", "verde inchis", "#1b6e3a"),
    ("turquoise", "turcoaz", "#14b8a6"),
    ("blue", "albastru", "#2266d3"),
    ("light blue", "albastru deschis", "#74c0fc"),
    ("dark blue", "albastru inchis", "#1b3a8a"),
    ("purple", "mov", "#8b3fc7"),
    ("pink", "roz", "#f06595"),
    ("brown", "maro", "#8d5524"),
    ("beige", "bej", "#f0dfc0"),
)
_SHADES = {english: shade for english, _, shade in _TABLE}
_SPELLINGS = {
    **{english: english for english, _, _ in _TABLE},
    **{romanian: english for english, romanian, _ in _TABLE},
    "grey": "gray",
    "violet": "purple",
    "azuriu": "light blue",
    "lightblue": "light blue",
    "darkblue": "dark blue",
    "lightgreen": "light green",
    "darkgreen": "dark green",
}
_HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})")


def canonical(value: object, command: str) -> str:
    """The one name of a colour: the English name, or ``#rrggbb`` in small letters.

    Capitals, diacritics, ``_`` and ``-`` make no difference. ``command`` is the word that the child wrote.

    Raises:
        KindError: it is no colour that we know.
    """
    if not isinstance(value, str):
        raise KindError("value.not_color", name=command, example=known_colors()[3])
    plain = _plain(value)
    if _HEX.fullmatch(plain):
        return plain if len(plain) == 7 else "#" + "".join(digit * 2 for digit in plain[1:])
    if plain not in _SPELLINGS:
        raise _unknown(value, plain)
    return _SPELLINGS[plain]


def shade(color: str) -> str:
    """How a canonical colour looks, as ``#rrggbb``."""
    return _SHADES.get(color, color)


def known_colors() -> tuple[str, ...]:
    """The names that a child may write, in the child's language."""
    return tuple(romanian if language() == "ro" else english for english, romanian, _ in _TABLE)


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.strip().lower())
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return re.sub(r"[\s_-]+", " ", letters)


def _unknown(value: str, plain: str) -> KindError:
    import difflib

    close = difflib.get_close_matches(plain, _SPELLINGS, n=1)
    guess = say("value.guess", value=close[0]) if close else ""
    return KindError("value.unknown_color", value=value[:40], guess=guess, known=", ".join(known_colors()))
