"""What the judge itself says, one file a language beside this module. Sentences about a task come from the task's own words."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_PLACE = re.compile(r"\{([a-z]+)\}")


@cache
def sentences(language: str) -> Mapping[str, str]:
    """All sentences of a language, by their names."""
    file = Path(__file__).parent / f"sentences.{language}.toml"
    found: dict[str, str] = tomllib.loads(file.read_text(encoding="utf-8"))
    return found


def say(sentence: str, language: str, words: Mapping[str, object] | None = None) -> str:
    """The sentence in that language, its places filled; a place without a word stays empty."""
    known = words or {}
    return _PLACE.sub(lambda found: str(known.get(found[1], "")), sentences(language)[sentence])


def fill(text: str, words: Mapping[str, object]) -> str:
    """Fill the places `{word}` of a text; braces that are no place of ours, as in an f-string, stay as they are."""
    return _PLACE.sub(lambda found: str(words.get(found[1], found[0])), text)


def places(text: str) -> set[str]:
    """The places of a sentence."""
    return set(_PLACE.findall(text))
