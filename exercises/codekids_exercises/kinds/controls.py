"""Look at the controls that `interact` was asked for: how many, of which kind, for what, with which limits. No widget is needed."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from codekids_exercises.challenge import Check
from codekids_exercises.kinds.base import COUNT, COUNTS, Kind, Measure, Seen, counted, one_by_one, trouble
from codekids_exercises.runs import Observation

Control = Mapping[str, Any]

SORTS = ("slider", "choice", "tick", "text")
_MOST = 200


def _measure(check: Check, seen: Seen) -> Measure:
    return one_by_one(check, seen, lambda case, observation: _look(check, observation))


def _look(check: Check, observation: Observation) -> Measure:
    stopped = trouble(observation)
    if stopped:
        return Measure(False, False, stopped, {"seen": "0", "wanted": ""})
    controls = read(observation.seen.get("controls"))
    if not controls and check.settings["what"] not in ("number", "kinds"):
        return Measure(False, False, "no control", {"seen": "0", "wanted": ""}, "no-control")
    return _LOOKS[check.settings["what"]](controls, check.settings)


def read(snapshot: Any) -> Sequence[Control]:
    """The controls of a snapshot, in order; what makes no sense is left out: it comes from a child's process."""
    calls = snapshot[:_MOST] if isinstance(snapshot, list) else []
    lists = [one.get("controls") for one in calls if isinstance(one, dict)]
    found = [control for one in lists if isinstance(one, list) for control in one[:_MOST]]
    return [one for one in found if isinstance(one, dict) and one.get("kind") in SORTS][:_MOST]


def _number(controls: Sequence[Control], settings: Mapping[str, Any]) -> Measure:
    fits, cut, wanted = counted(len(controls), settings)
    return Measure(fits, fits, cut, {"seen": str(len(controls)), "wanted": wanted})


def _kinds(controls: Sequence[Control], settings: Mapping[str, Any]) -> Measure:
    return _number([one for one in controls if one.get("kind") == settings["name"]], settings)


def _names(controls: Sequence[Control], settings: Mapping[str, Any]) -> Measure:
    there = sorted({str(one.get("name"))[:40] for one in controls})
    fits = set(settings["wanted"]) <= set(there)
    found = [name for name in settings["wanted"] if name in there]
    words = {"seen": ", ".join(there), "wanted": ", ".join(settings["wanted"])}
    return Measure(fits, fits, found, words)


def _limits(controls: Sequence[Control], settings: Mapping[str, Any]) -> Measure:
    found = [[one["least"], one["most"]] for one in _sliders(controls)]
    fits = list(settings["wanted"]) in found
    words = {"seen": ", ".join(map(_span, found)) or "0", "wanted": _span(settings["wanted"])}
    return Measure(fits, fits, found, words)


def _start_inside(controls: Sequence[Control], settings: Mapping[str, Any]) -> Measure:
    sliders = _sliders(controls)
    outside = [one for one in sliders if not one["least"] <= one["start"] <= one["most"]]
    fits = bool(sliders) and not outside
    words = {"seen": ", ".join(f"{one['start']:g}" for one in outside), "wanted": ""}
    return Measure(fits, fits, len(outside) if sliders else "no slider", words)


def _sliders(controls: Sequence[Control]) -> Sequence[Control]:
    """The sliders whose limits are numbers."""
    needed = ("least", "most", "start")
    return [
        one
        for one in controls
        if one["kind"] == "slider" and all(_is_number(one.get(name)) for name in needed)
    ]


def _is_number(value: Any) -> bool:
    return type(value) in (int, float) and math.isfinite(value)


def _span(limits: Any) -> str:
    return " … ".join(f"{one:g}" for one in limits)


_LOOKS: dict[str, Callable[[Sequence[Control], Mapping[str, Any]], Measure]] = {
    "number": _number,
    "kinds": _kinds,
    "names": _names,
    "limits": _limits,
    "start-inside": _start_inside,
}

THINGS: Mapping[str, tuple[str, ...]] = {
    "number": (COUNT,),
    "kinds": ("name", COUNT),
    "names": ("wanted",),
    "limits": ("wanted",),
    "start-inside": (),
}
"""What a check may look at: number (of controls); kinds (how many of the kind `name`); names (each of `wanted` has a control);
limits (some slider goes from and to `wanted`); start-inside (there is a slider, and each starts within its limits)."""

KIND = Kind(
    "controls",
    settings={"what": str, "name": str, "wanted": list, **COUNTS},
    required=frozenset({"what"}),
    things=THINGS,
    measure=_measure,
    words=frozenset({"seen", "wanted"}),
)
