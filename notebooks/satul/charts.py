"""Line and bar charts: what a child asked to see, checked and kept for the engine to observe."""

import math
from dataclasses import dataclass
from numbers import Real
from typing import Any

from codekids_exercises import observe
from satul.commands import word
from satul.drawing import tidy
from satul.errors import KindError
from satul.numbers import number, short
from satul.words import count

MOST_VALUES = 1_000

Value = float | None


@dataclass(frozen=True)
class Series:
    """One row of numbers; ``None`` is a missing value and stays one."""

    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Chart:
    """One chart. ``y_from`` is where the child wants the value axis to start, if anywhere."""

    kind: str
    series: tuple[Series, ...]
    labels: tuple[str, ...] = ()
    title: str = ""
    x_label: str = ""
    y_label: str = ""
    y_from: Value = None

    @property
    def present(self) -> list[float]:
        """All values that are not missing."""
        return [value for series in self.series for value in series.values if value is not None]

    @property
    def gaps(self) -> int:
        """How many values are missing."""
        return sum(value is None for series in self.series for value in series.values)

    def snapshot(self) -> dict[str, object]:
        """The chart as plain JSON: the form that the engine observes."""
        return {
            "kind": self.kind,
            "title": self.title,
            "x_label": self.x_label,
            "y_label": self.y_label,
            "y_from": self.y_from,
            "labels": list(self.labels),
            "series": [{"name": series.name, "values": list(series.values)} for series in self.series],
        }


_shown: list[Chart] = []


def made() -> list[Chart]:
    """The charts of this run, in order."""
    return list(_shown)


def forget() -> None:
    """Start again with no chart."""
    _shown.clear()


observe.register("charts", lambda: [chart.snapshot() for chart in _shown], forget)


def line_chart(
    values: object,
    labels: object = None,
    title: object = "",
    x_label: object = "",
    y_label: object = "",
    y_from: object = None,
) -> None:
    """Show numbers as a line: a list, or several lists by name in a dict. ``None`` leaves a gap."""
    _keep("line", values, labels, title, x_label, y_label, y_from)


def bar_chart(
    values: object,
    labels: object = None,
    title: object = "",
    x_label: object = "",
    y_label: object = "",
    y_from: object = None,
) -> None:
    """Show numbers as bars: a list, a dict of label and number, or several lists by name in a dict."""
    _keep("bar", values, labels, title, x_label, y_label, y_from)


def _keep(
    kind: str, values: object, labels: object, title: object, x: object, y: object, start: object
) -> None:
    command = f"{kind}_chart"
    if isinstance(values, dict) and all(_single(value) for value in values.values()):
        labels = list(values) if labels is None else labels
        values = list(values.values())
    series = _series(values, command)
    length = len(series[0].values)
    chart = Chart(
        kind=kind,
        series=series,
        labels=_labels(labels, length),
        title=_text(title, "title"),
        x_label=_text(x, "x_label"),
        y_label=_text(y, "y_label"),
        y_from=None if start is None else _plain(number(start, command)),
    )
    if chart.y_from is not None and chart.present and chart.y_from > max(chart.present):
        raise KindError("charts.y_from", value=f"{chart.y_from:g}")
    _shown.append(chart)
    from satul import notebook

    notebook.show_chart(chart)


def _single(value: object) -> bool:
    return value is None or isinstance(value, Real)


def _series(values: object, command: str) -> tuple[Series, ...]:
    rows = values.items() if isinstance(values, dict) else [("", values)]
    series = tuple(Series(_text(name, "name"), _values(row, command)) for name, row in rows)
    if sum(len(one.values) for one in series) > MOST_VALUES:
        raise KindError("charts.too_many", most=MOST_VALUES)
    for one in series:
        if len(one.values) != len(series[0].values):
            a, b = len(series[0].values), len(one.values)
            raise KindError("charts.series_length", first=series[0].name, second=one.name, a=a, b=b)
    return series or (Series("", ()),)


def _values(row: object, command: str) -> tuple[Value, ...]:
    return tuple(
        _value(value, place) for place, value in enumerate(_listed(row, "not_list", name=word(command)), 1)
    )


def _value(value: object, place: int) -> Value:
    if value is None:
        return None
    if isinstance(value, str):
        raise KindError("charts.text_value", place=place, value=short(value))
    if isinstance(value, bool) or not isinstance(value, Real) or math.isinf(value):
        raise KindError("charts.bad_value", place=place, value=short(value))
    return None if math.isnan(value) else _plain(value)


def _plain(value: Any) -> float:
    return int(value) if isinstance(value, int) or float(value).is_integer() else tidy(float(value))


def _labels(labels: object, length: int) -> tuple[str, ...]:
    if labels is None:
        return ()
    found = tuple(str(label) for label in _listed(labels, "labels_list", parameter=word("labels")))
    if len(found) != length:
        values = count("charts.values", length)
        raise KindError("charts.labels_count", values=values, labels=count("charts.labels", len(found)))
    return found


def _listed(row: Any, refusal: str, **blanks: object) -> list[object]:
    if isinstance(row, (str, bytes, dict, set)):
        raise KindError(f"charts.{refusal}", **blanks)
    try:
        items = iter(row)
    except TypeError:
        raise KindError(f"charts.{refusal}", **blanks) from None
    found = [item for _, item in zip(range(MOST_VALUES + 1), items, strict=False)]
    if len(found) > MOST_VALUES:
        raise KindError("charts.too_many", most=MOST_VALUES)
    return found


def _text(value: object, parameter: str) -> str:
    if not isinstance(value, (str, int, float)):
        raise KindError("charts.text", parameter=f"`{word(parameter)}`")
    return str(value)
