"""Look at what the program prints, with scripted answers to `input()`."""

import unicodedata
from collections.abc import Sequence
from typing import Any

from codekids_exercises.challenge import Case, Check
from codekids_exercises.kinds.base import Kind, Measure, Seen, each_case, given_of
from codekids_exercises.runs import Observation, lines_of

MATCHES = ("all", "has")
"""all: exactly these lines; has: these texts, in this order, each in a line of its own."""


def _measure(check: Check, seen: Seen) -> Measure:
    loose = bool(check.settings.get("loose", False))
    asks = check.settings.get("asks")

    def look(case: Case, observation: Observation) -> tuple[bool, Any]:
        lines = [tidy(line, loose) for line in lines_of(observation.printed)]
        wanted = [tidy(line, loose) for line in case.lines or ()]
        fits = has(lines, wanted) if check.settings.get("match") == "has" else lines == wanted
        asked_well = asks is None or observation.asked == asks
        return fits and asked_well, [lines, observation.asked]

    return each_case(check, seen, look, _explain)


def _explain(case: Case, observation: Observation) -> tuple[dict[str, str], str]:
    words = {
        "given": given_of(case),
        "inputs": ", ".join(case.inputs),
        "wanted": " / ".join(case.lines or ()),
        "got": " / ".join(lines_of(observation.printed))[:200] or "…",
    }
    return words, ("printed", "printed-with", "printed-with-more")[min(2, len(case.inputs))]


def tidy(line: str, loose: bool) -> str:
    """A line for comparing: single spaces; `loose` also forgets capitals, diacritics and the end mark."""
    line = " ".join(unicodedata.normalize("NFC", line).split())
    if not loose:
        return line
    plain = unicodedata.normalize("NFD", line.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).rstrip(".!")


def has(lines: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether the wanted texts appear in this order, each in a later line than the one before."""
    rest = iter(lines)
    return all(any(text in line for line in rest) for text in wanted)


KIND = Kind(
    "printed",
    settings={"match": str, "loose": bool, "asks": int},
    measure=_measure,
    needs=frozenset({"lines"}),
    choices={"match": MATCHES},
    words=frozenset({"given", "inputs"}),
)
