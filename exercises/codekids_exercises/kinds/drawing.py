"""Look at the structure of what the turtle drew; never at pixels."""

from collections.abc import Callable
from typing import Any

from codekids_exercises import shapes
from codekids_exercises.challenge import Check
from codekids_exercises.kinds.base import COUNTS, Kind, Measure, Seen, counted, trouble
from codekids_exercises.shapes import Drawing

_COUNTERS: dict[str, Callable[[Drawing], int]] = {
    "closed": lambda drawing: shapes.outline(drawing).closed,
    "pieces": lambda drawing: shapes.outline(drawing).pieces,
    "loose-ends": lambda drawing: shapes.outline(drawing).loose_ends,
    "strokes": lambda drawing: len(shapes.strokes(drawing)),
    "slanted": shapes.slanted,
    "colours": lambda drawing: len(shapes.colours(drawing)),
    "fills": lambda drawing: len(drawing.fills),
    "groups": shapes.equal_groups,
    "lengths": lambda drawing: len({round(one.length) for one in shapes.strokes(drawing)}),
}

THINGS = (*sorted(_COUNTERS), "sides", "size", "named-colours")
"""What a check may look at.

Counts: closed (areas that lines close), pieces (parts that do not touch), strokes (straight lines), slanted, colours,
fills, groups (equal parts, one after another), lengths (different lengths), loose-ends (corners where a line just ends).
Lists, with `wanted`: sides (the lengths of all lines, in any order), size (width and height), named-colours (each is
there, by its English name).
"""


def _measure(check: Check, seen: Seen) -> Measure:
    observation = seen.observations[0]
    stopped = trouble(observation)
    if stopped:
        return Measure(False, False, stopped, {"seen": "0", "wanted": ""})
    drawing = shapes.read(observation.seen.get("drawing"))
    what = check.settings["what"]
    if what in _COUNTERS:
        number = _COUNTERS[what](drawing)
        fits, cut, wanted = counted(number, check.settings)
        return Measure(fits, fits, cut, {"seen": str(number), "wanted": wanted})
    fits, found = _listed(what, check.settings["wanted"], drawing)
    words = {
        "seen": ", ".join(map(str, found)) or "0",
        "wanted": ", ".join(map(str, check.settings["wanted"])),
    }
    return Measure(fits, fits, found, words)


def _listed(what: str, wanted: list[Any], drawing: Drawing) -> tuple[bool, list[Any]]:
    if what == "named-colours":
        there = shapes.colours(drawing)
        return set(wanted) <= set(there), [colour for colour in wanted if colour in there]
    if what == "size":
        found = list(shapes.size(drawing))
        return found == wanted, found
    lengths = sorted(round(one.length) for one in shapes.strokes(drawing))
    return lengths == sorted(wanted), lengths


KIND = Kind(
    "drawing",
    settings={"what": str, "wanted": list, **COUNTS},
    required=frozenset({"what"}),
    measure=_measure,
    words=frozenset({"seen", "wanted"}),
)
