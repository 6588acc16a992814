"""Whether a text is Romanian as Romanians write it: no English left, all diacritics, their own quotes."""

import re
from collections.abc import Iterator

from codekids_exercises import prose

_ENGLISH = re.compile(
    r"\b(again|and|answer|because|but|can|change|check|could|count|did|does|draw|every|first|for|from|gives?|good|guess|has|have"
    r"|help|how|into|is|it|its|lines?|look|make|many|name|next|not|numbers?|of|only|press|read|right|run|should|shows?|take|than"
    r"|that|the|their|then|there|these|they|this|those|try|two|use|values?|what|when|where|which|who|why|will|with|words?|would"
    r"|write|wrong|yes|you|your)\b"
)
_ROMANIAN = re.compile(
    r"[ăâîșț]|\b(ai|am|aceasta|acest|atunci|ca|care|ce|cu|cum|de|din|e|ei|el|este|la|mai|nu|o|pe|pentru|prin|sau|se|sunt|un|unde)\b"
)
_ONLY_ROMANIAN = re.compile(
    r"\b(și|este|sunt|pentru|care|când|dacă|după|până|fără|trebuie|linia|scrie|numărul|cum|unde|nu|ce|din)\b"
)
_BARE = re.compile(
    r"\b(acelasi|aceeasi|asa|cand|catre|daca|dintai|dupa|esti|fara|gaseste|iata|in|inca|incat|intai|isi|iti|numar|numarul|putin"
    r"|scoala|si|stii|toti|totusi|urmatoarea|urmatorul)\b"
)
_CEDILLA = re.compile("[şţŞŢ]")
_CODE_LINE = re.compile(r"^\{\{.*\}\}$", re.MULTILINE)
_FENCE = re.compile(r"```.*?```", re.DOTALL)


def faults(text: str) -> Iterator[str]:
    """What is not Romanian in a Markdown text; pieces of code are left out."""
    if _CEDILLA.search(text):
        yield "There is a ş or ţ with a cedilla; write ș and ț with a comma."
    for sentence in prose.sentences(text):
        if looks_english(sentence):
            yield f"This looks English: {sentence!r}"
        elif bare := _BARE.search(sentence.lower()):
            yield f"The word {bare[0]!r} has lost its diacritics in {sentence!r}"
    words = _CODE_LINE.sub("", prose.without_spans(_FENCE.sub("", text)))
    if re.search(r'["\u201c]', words):
        yield "Romanian quotes are „ and ”; there is another one."
    elif words.count("„") != words.count("”"):
        yield "A quote „ or ” has no partner."


def looks_english(sentence: str) -> bool:
    """Whether a sentence is English: two words that only English has, or one where nothing is Romanian."""
    low = sentence.lower()
    english = set(_ENGLISH.findall(low))
    return len(english) >= 2 or (bool(english) and len(low.split()) > 2 and not _ROMANIAN.search(low))


def looks_romanian(sentence: str) -> bool:
    """Whether a sentence of an English text is Romanian."""
    return len(set(_ONLY_ROMANIAN.findall(sentence.lower()))) >= 2
