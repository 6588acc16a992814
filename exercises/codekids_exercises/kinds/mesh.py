"""Call a function that returns an object as STL text: is it closed, how large is it, how much is inside?"""

from collections.abc import Mapping
from typing import Any

from codekids_exercises.challenge import Case, Check
from codekids_exercises.kinds.base import Kind, Measure, Seen, one_by_one, trouble
from codekids_exercises.runs import Observation
from codekids_exercises.solids import Solid, describe, read

THINGS: Mapping[str, tuple[str, ...]] = {"closed": (), "size": (), "volume": ()}
"""What a check may look at: closed (no hole, every triangle looks outwards); size and volume, which each case says."""

_NEAR = 0.01
_NEAR_VOLUME = 0.001


def _measure(check: Check, seen: Seen) -> Measure:
    return one_by_one(
        check, seen, lambda case, observation: _look(str(check.settings["what"]), case, observation)
    )


def _look(what: str, case: Case, observation: Observation) -> Measure:
    call = case.call or ""
    words = {"call": call, "function": call.split("(")[0], "seen": "?", "wanted": _wanted(what, case)}
    stopped = trouble(observation)
    if stopped:
        failure = observation.failure
        words |= {"kind": failure.kind if failure else ""}
        detail = "no-function" if observation.ended == "missing" else "call-just-stopped"
        return Measure(False, False, stopped, words, detail)
    triangles = read(_text(observation.value))
    if triangles is None:
        return Measure(False, False, ["no object", _sort(observation.value)], words, "mesh-none")
    return _judged(what, case, describe(triangles), words)


def _text(value: Any) -> str:
    """The text that came back; it is from a child's process and may be anything."""
    is_text = isinstance(value, list) and len(value) == 2 and value[0] == "str" and isinstance(value[1], str)
    return str(value[1]) if is_text else ""


def _sort(value: Any) -> str:
    return str(value[0]) if isinstance(value, list) and value else "nothing"


def _judged(what: str, case: Case, solid: Solid, words: dict[str, str]) -> Measure:
    if what == "closed":
        words |= {"seen": str(solid.open_edges)}
        if not solid.closed:
            return Measure(False, False, ["open", solid.open_edges], words, "mesh-open")
        right = solid.volume > 0
        return Measure(
            right, right, "closed" if right else "inside out", words, None if right else "mesh-inside-out"
        )
    if what == "size":
        found = [round(one, 2) for one in solid.size]
        fits = all(abs(one - other) <= _NEAR for one, other in zip(solid.size, case.size or (), strict=True))
        words |= {"seen": _times(found)}
        return Measure(fits, fits, found, words, None if fits else "mesh-size")
    volume = round(solid.volume, 1)
    fits = abs(solid.volume - (case.volume or 0)) <= _NEAR_VOLUME * max(1.0, abs(case.volume or 0))
    words |= {"seen": f"{volume:.10g}"}
    return Measure(fits, fits, volume, words, None if fits else "mesh-volume")


def _wanted(what: str, case: Case) -> str:
    if what == "size":
        return _times(case.size or ())
    return f"{case.volume:.10g}" if what == "volume" and case.volume is not None else "0"


def _times(numbers: Any) -> str:
    return " \u00d7 ".join(f"{one:.10g}" for one in numbers)


KIND = Kind(
    "mesh",
    settings={"what": str},
    required=frozenset({"what"}),
    things=THINGS,
    measure=_measure,
    needs=frozenset({"call"}),
    may=frozenset({"given", "size", "volume"}),
    words=frozenset({"call", "seen", "wanted"}),
)
