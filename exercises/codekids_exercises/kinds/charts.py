"""Look at the charts that were drawn: their data, axes and words; never at pixels."""

import math
from collections.abc import Callable, Mapping
from typing import Any

from codekids_exercises.challenge import Case, Check
from codekids_exercises.kinds.base import COUNT, COUNTS, Kind, Measure, Seen, counted, one_by_one, trouble
from codekids_exercises.runs import Observation

Chart = Mapping[str, Any]


def _measure(check: Check, seen: Seen) -> Measure:
    return one_by_one(check, seen, lambda case, observation: _look(check, case, observation))


def _look(check: Check, case: Case, observation: Observation) -> Measure:
    stopped = trouble(observation)
    if stopped:
        return Measure(False, False, stopped, {"seen": "0", "wanted": ""})
    charts = read(observation.seen.get("charts"))
    wanted_kind = check.settings.get("chart")
    charts = [one for one in charts if wanted_kind in (None, one.get("kind"))]
    what = check.settings["what"]
    if what == "number":
        fits, cut, wanted = counted(len(charts), check.settings)
        return Measure(fits, fits, cut, {"seen": str(len(charts)), "wanted": wanted})
    if not charts:
        return Measure(False, False, "no chart", {"seen": "0", "wanted": ""}, "no-chart")
    results = [_LOOKS[what](one, check.settings) for one in charts]
    fits = _enough(what, [good for good, _ in results], check.settings)
    return Measure(
        fits, fits, [found for _, found in results], {"seen": str(results[-1][1])[:80], "wanted": ""}
    )


def _enough(what: str, good: list[bool], settings: Mapping[str, Any]) -> bool:
    """Whether it holds for enough charts: for as many as the check counts, else for all axes and for any other thing."""
    if what != "gaps" and not COUNTS.keys().isdisjoint(settings):
        return counted(sum(good), settings)[0]
    return all(good) if what == "axis-from-zero" else any(good)


def read(snapshot: Any) -> list[Chart]:
    """The charts of a snapshot; what makes no sense is left out: it comes from a child's process."""
    if not isinstance(snapshot, list):
        return []
    return [one for one in snapshot[:100] if isinstance(one, dict)]


def values_of(chart: Chart) -> list[list[float | None]]:
    """The values of each series, rounded to six places."""
    series = chart.get("series")
    if not isinstance(series, list):
        return []
    return [_numbers(one.get("values")) for one in series if isinstance(one, dict)]


def _numbers(values: Any) -> list[float | None]:
    if not isinstance(values, list):
        return []
    return [round(float(one), 6) if _is_number(one) else None for one in values]


def _is_number(value: Any) -> bool:
    return type(value) in (int, float) and math.isfinite(value)


def _words(name: str) -> Callable[[Chart, Mapping[str, Any]], tuple[bool, Any]]:
    def look(chart: Chart, settings: Mapping[str, Any]) -> tuple[bool, Any]:
        there = isinstance(chart.get(name), str) and bool(chart[name].strip())
        return there, there

    return look


def _labels(chart: Chart, settings: Mapping[str, Any]) -> tuple[bool, Any]:
    found = [str(one) for one in chart.get("labels") or []]
    wanted = settings.get("wanted")
    if wanted is None:
        return bool(found) and all(len(values) == len(found) for values in values_of(chart)), len(found)
    return found == [str(one) for one in wanted], found


def _values(chart: Chart, settings: Mapping[str, Any]) -> tuple[bool, Any]:
    wanted = [None if one == "gap" else round(float(one), 6) for one in settings["wanted"]]
    return wanted in values_of(chart), values_of(chart)


def _gaps(chart: Chart, settings: Mapping[str, Any]) -> tuple[bool, Any]:
    gaps = sum(values.count(None) for values in values_of(chart))
    fits, cut, _ = counted(gaps, settings)
    return fits, cut


def _axis_from_zero(chart: Chart, settings: Mapping[str, Any]) -> tuple[bool, Any]:
    start = chart.get("y_from")
    values = [one for series in values_of(chart) for one in series if one is not None]
    honest = (
        start == 0 or (start is None and chart.get("kind") == "bar") or (bool(values) and min(values) < 0)
    )
    return honest, honest


def _axis_starts(chart: Chart, settings: Mapping[str, Any]) -> tuple[bool, Any]:
    start = chart.get("y_from")
    if start is None and chart.get("kind") == "bar":
        start = min([0, *(one for series in values_of(chart) for one in series if one is not None)])
    start = _numbers([start])[0]
    return start == round(float(settings["wanted"][0]), 6), start


_LOOKS: dict[str, Callable[[Chart, Mapping[str, Any]], tuple[bool, Any]]] = {
    "title": _words("title"),
    "x-label": _words("x_label"),
    "y-label": _words("y_label"),
    "labels": _labels,
    "values": _values,
    "gaps": _gaps,
    "axis-from-zero": _axis_from_zero,
    "axis-starts": _axis_starts,
}

THINGS: Mapping[str, tuple[str, ...]] = {
    **{name: () for name in ("title", "x-label", "y-label", "labels", "axis-from-zero")},
    **{name: (COUNT,) for name in ("number", "gaps")},
    **{name: ("wanted",) for name in ("values", "axis-starts")},
}
"""What a check may look at: how many charts there are; title, x-label, y-label (some words are there); labels (`wanted`, or
one for every value); values (a series is `wanted`, "gap" for none); gaps (how many values are missing); axis-from-zero; axis-starts (at the one number in `wanted`).

With `exactly`, `at_least` or `at_most`, all but number and gaps count the charts for which they hold."""

KIND = Kind(
    "charts",
    settings={"what": str, "chart": str, "wanted": list, **COUNTS},
    required=frozenset({"what"}),
    things=THINGS,
    choices={"chart": ("line", "bar")},
    measure=_measure,
    words=frozenset({"seen", "wanted"}),
)
