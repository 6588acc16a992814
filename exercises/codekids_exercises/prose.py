"""How hard a text is to read: sentences, words and LIX, of Markdown without its code.

LIX (Björnsson 1968) = words / sentences + 100 * words longer than six letters / words.
"""

import re
from dataclasses import dataclass

_FENCE = re.compile(r"```.*?```", re.DOTALL)
_SPAN = re.compile(r"`[^`]*`")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*|\d+")
_END = re.compile(r"[.!?:…]+(?=\s|$|[”\")])|\n")


@dataclass(frozen=True)
class Reading:
    """Counts of a text."""

    words: int
    sentences: int
    long_words: int

    @property
    def mean_sentence(self) -> float:
        """Words in a sentence, on average."""
        return self.words / max(1, self.sentences)

    @property
    def lix(self) -> float:
        """Björnsson's readability index; lower is easier."""
        return self.mean_sentence + 100 * self.long_words / max(1, self.words)


def spans(markdown: str) -> list[str]:
    """The pieces of code inside the text, in order."""
    return [span.strip("`") for span in _SPAN.findall(_FENCE.sub("\n", markdown))]


def without_spans(markdown: str) -> str:
    """The text without the pieces of code inside it."""
    return _SPAN.sub("", markdown)


def numbers(markdown: str) -> list[str]:
    """The numbers in the text, in order; not those of code lines."""
    return re.findall(r"\d+(?:\.\d+)?", _FENCE.sub("\n", markdown))


def plain(markdown: str) -> str:
    """The text without code, tables and marks; a piece of code counts as one short word."""
    text = _FENCE.sub("\n", markdown)
    text = re.sub(r"^\{\{.*\}\}$|^\|.*\|$|^#+ ", "", text, flags=re.MULTILINE)
    text = re.sub(r"\]\([^)]*\)", "]", _SPAN.sub("x", text))
    text = re.sub(r"^\s*(?:[-*]|\d+\.)\s+", "", text, flags=re.MULTILINE)
    return text.replace("*", "")


def word_count(text: str) -> int:
    """The words of a text; signs and numbers alone are none."""
    return sum(not word.isdigit() for word in _WORD.findall(text))


def sentences(markdown: str) -> list[str]:
    """The sentences of the text; an item of a list is one, with or without a full stop."""
    return [one.strip() for one in _END.split(plain(markdown)) if one and _WORD.search(one)]


def read(markdown: str) -> Reading:
    """Count a text."""
    found = sentences(markdown)
    words = [word for sentence in found for word in _WORD.findall(sentence)]
    return Reading(len(words), len(found), sum(len(word) > 6 for word in words))
