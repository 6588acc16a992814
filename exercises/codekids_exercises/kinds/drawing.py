"""Look at the structure of what the turtle drew; never at pixels."""

from collections.abc import Callable, Mapping
from typing import Any

from codekids_exercises import shapes
from codekids_exercises.challenge import Case, Check
from codekids_exercises.kinds.base import (
    COUNT,
    COUNTS,
    Kind,
    Measure,
    Seen,
    counted,
    given_of,
    one_by_one,
    trouble,
)
from codekids_exercises.runs import Observation
from codekids_exercises.shapes import Drawing

_COUNTERS: dict[str, Callable[[Drawing], int]] = {
    "closed": lambda drawing: shapes.outline(drawing).closed,
    "pieces": lambda drawing: shapes.outline(drawing).pieces,
    "loose-ends": lambda drawing: shapes.outline(drawing).loose_ends,
    "strokes": lambda drawing: len(shapes.strokes(drawing)),
    "slanted": shapes.slanted,
    "colours": lambda drawing: len(shapes.colours(drawing)),
    "fills": lambda drawing: len(drawing.fills),
    "heading": lambda drawing: drawing.heading,
    "lengths": lambda drawing: len({round(one.length) for one in shapes.strokes(drawing)}),
}

THINGS: Mapping[str, tuple[str, ...]] = {
    **{name: (COUNT,) for name in (*_COUNTERS, "groups")},
    **{name: ("wanted",) for name in ("sides", "size", "named-colours")},
}
"""What a check may look at.

Counts: closed (areas that lines close), pieces (parts that do not touch), strokes (straight lines), slanted, colours,
fills, groups (equal parts, one after another, none on another), lengths (different lengths), loose-ends (corners where a line
just ends), heading (where the turtle looks at the end, in degrees).
Lists, with `wanted`: sides (the lengths of all lines, in any order), size (width and height), named-colours (each is
there, by its English name).

Cases are for drawings that depend on a value: each has `given`, the code that stands above the answer, and for a count
perhaps `gives`, the exact number that this drawing needs.
"""


def _measure(check: Check, seen: Seen) -> Measure:
    return one_by_one(check, seen, lambda case, observation: _look(check, case, observation))


def _look(check: Check, case: Case, observation: Observation) -> Measure:
    """One drawing. A case's `gives` is the exact number that it wants."""
    own = {"given": given_of(case)}
    stopped = trouble(observation)
    if stopped:
        return Measure(False, False, stopped, own | {"seen": "0", "wanted": case.gives or ""})
    drawing = shapes.read(observation.seen.get("drawing"))
    what = check.settings["what"]
    if what in _COUNTERS or what == "groups":
        bounds = check.settings if case.gives is None else {"exactly": int(case.gives)}
        number = (
            shapes.equal_groups(drawing, bounds.get("exactly", 0))
            if what == "groups"
            else _COUNTERS[what](drawing)
        )
        fits, cut, wanted = counted(number, bounds)
        return Measure(fits, fits, cut, own | {"seen": str(number), "wanted": wanted})
    wanted = check.settings["wanted"]
    fits, found = _listed(what, wanted, drawing)
    said = dict(zip(wanted, check.settings.get("said", wanted), strict=True))  # as the child writes them
    words = {
        name: ", ".join(str(said.get(one, one)) for one in ones)
        for name, ones in (("seen", found), ("wanted", wanted))
    }
    return Measure(fits, fits, found, own | words | {"seen": words["seen"] or "0"})


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
    things=THINGS,
    measure=_measure,
    may=frozenset({"given", "gives"}),
    words=frozenset({"seen", "wanted", "given"}),
)
