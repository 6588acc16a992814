"""What may hold of a value where many are right: limits, sums, lengths, texts that are filled in.

All looks at typed values (`values`): they come from a child's process and may be anything.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from codekids_exercises.challenge import Traits
from codekids_exercises.prose import word_count
from codekids_exercises.values import Typed, shown

TYPES = ("list", "dict", "int", "float", "str", "bool", "tuple", "number")
"""The types that a case may ask for; number is int or float."""

Fault = tuple[str, str]
"""A sentence of `sentences`, and more about it: alike for values that are wrong in the same way."""


def first_fault(traits: Traits, got: Typed | None) -> Fault | None:
    """What does not hold of a value; None when all holds."""
    return next(_faults(traits, got), None)


def _faults(traits: Traits, got: Typed | None) -> Iterator[Fault]:
    kind = str(got[0]) if got else "nothing"
    if traits.type is not None and kind not in _names(traits.type):
        yield f"trait-{traits.type}", kind
        return
    if traits.filled is not None:
        yield from _unfilled(traits, got)
    if traits.length is not None or traits.different is not None:
        yield from _of_length(traits, got)
    if traits.within is not None or traits.total is not None:
        yield from _of_numbers(traits, got)


def _names(kind: str) -> tuple[str, ...]:
    return ("int", "float") if kind == "number" else (kind,)


def _unfilled(traits: Traits, got: Typed | None) -> Iterator[Fault]:
    if got is None or got[0] != "dict":
        yield "trait-dict", str(got[0]) if got else "nothing"
        return
    there = {key[1]: value for key, value in got[1] if key[0] == "str"}
    for key in traits.filled or ():
        if key not in there:
            yield "trait-missing", key
        elif there[key][0] != "str" or word_count(there[key][1]) < traits.words:
            yield "trait-thin", key


def _of_length(traits: Traits, got: Typed | None) -> Iterator[Fault]:
    parts = _parts(got)
    if parts is None:
        yield "trait-list", str(got[0]) if got else "nothing"
        return
    if traits.length is not None and len(parts) != traits.length:
        yield "trait-length", "less" if len(parts) < traits.length else "more"
    if traits.different is not None and _different(parts) < traits.different:
        yield "trait-different", "one" if _different(parts) < 2 else "few"


def _of_numbers(traits: Traits, got: Typed | None) -> Iterator[Fault]:
    numbers = _numbers(got)
    if not numbers:
        yield "trait-no-number", str(got[0]) if got else "nothing"
        return
    if traits.within is not None:
        least, most = traits.within
        ways = {"less" if number < least else "more" for number in numbers if not least <= number <= most}
        if ways:
            yield "trait-within", "-".join(sorted(ways))
    if traits.total is not None and abs(sum(numbers) - traits.total) > 1e-6:
        yield "trait-total", "less" if sum(numbers) < traits.total else "more"


def _parts(got: Typed | None) -> list[Any] | None:
    """What a value is made of: the items of a list, the values of a dict, the letters of a text."""
    if got is None or got[0] not in ("list", "tuple", "set", "dict", "str"):
        return None
    return [value for _, value in got[1]] if got[0] == "dict" else list(got[1])


def _different(parts: list[Any]) -> int:
    return len({json.dumps(part) for part in parts})


def _numbers(got: Typed | None) -> list[float] | None:
    """All numbers of a value; None when something in it is no number."""
    if got is None:
        return None
    if got[0] in ("int", "float"):
        return [got[1]] if type(got[1]) in (int, float) else None
    if got[0] not in ("list", "tuple", "set", "dict"):
        return None
    found: list[float] = []
    for part in _parts(got) or ():
        numbers = _numbers(part)
        if numbers is None:
            return None
        found += numbers
    return found


def words_for(traits: Traits, got: Typed | None, fault: Fault) -> Mapping[str, str]:
    """The words that fill the fault's sentence."""
    sentence, about = fault
    if sentence == "trait-within" and traits.within is not None:
        least, most = traits.within
        outside = next(one for one in _numbers(got) or [0] if not least <= one <= most)
        return {"least": f"{least:g}", "most": f"{most:g}", "got": f"{outside:g}"}
    if sentence == "trait-total" and traits.total is not None:
        return {"wanted": f"{traits.total:g}", "got": f"{sum(_numbers(got) or []):g}"}
    if sentence == "trait-length":
        return {"wanted": str(traits.length), "got": str(len(_parts(got) or ()))}
    if sentence == "trait-different":
        return {"wanted": str(traits.different), "got": str(_different(_parts(got) or []))}
    return {"key": about, "got": shown(got)}
