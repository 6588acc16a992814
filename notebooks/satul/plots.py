"""Charts as pictures: an honest axis, gaps that stay gaps, series told apart by more than colour."""

from dataclasses import dataclass

from satul.charts import Chart, Series
from satul.scale import shown, ticks
from satul.svg import AMBER, FAINT, GREEN, INK, LINE, PAPER, Picture, document, element, text
from satul.words import count, say

_WIDTH = 640
_HEIGHT = 380
_CHARACTER = 6.6  # pixels of a character at the small size
_SMALL = 12
_COLORS = (GREEN, AMBER, "#2266d3", "#8b3fc7", "#be123c", "#4d5b6a")
_DASHES = ("none", "9 5", "2 5", "12 4 2 4", "5 3", "16 6")
_FEW_BARS = 16


@dataclass(frozen=True)
class Frame:
    """The plot's rectangle in pixels, what its value axis holds, and how many places it has."""

    left: float
    top: float
    right: float
    bottom: float
    low: float
    high: float
    places: int
    marks: list[float]

    @property
    def band(self) -> float:
        """The width of one place."""
        return (self.right - self.left) / max(self.places, 1)

    def x(self, place: float) -> float:
        """The middle of a place."""
        return self.left + (place + 0.5) * self.band

    def y(self, value: float) -> float:
        """The height of a value, kept inside the frame."""
        kept = min(max(value, self.low), self.high)
        return self.bottom - (kept - self.low) / (self.high - self.low) * (self.bottom - self.top)


def plot(chart: Chart) -> Picture:
    """The picture of a chart."""
    frame = _frame(chart)
    alt = describe(chart)
    parts = [_patterns(), _words(chart, frame), _axes(chart, frame)]
    drawer = _bars if chart.kind == "bar" else _lines
    parts += [_gaps(chart, frame), drawer(chart, frame), _legend(chart, frame)]
    if not chart.present:
        middle = {"x": (frame.left + frame.right) / 2, "y": (frame.top + frame.bottom) / 2}
        parts.append(text(say("charts.empty"), **middle, text_anchor="middle", fill=FAINT, font_size=15))
    return Picture(document(_WIDTH, _HEIGHT, chart.title or say(f"charts.alt_{chart.kind}"), alt, parts), alt)


def describe(chart: Chart) -> str:
    """The chart in one sentence."""
    title = f" „{chart.title}”" if chart.title else ""
    kind = say(f"charts.alt_{chart.kind}")
    values = count("charts.values", len(chart.present))
    if not chart.present:
        return say("charts.alt", kind=kind, title=title, values=values)
    gaps = count("charts.gaps", chart.gaps) if chart.gaps else ""
    low, high = shown(min(chart.present)), shown(max(chart.present))
    return say("charts.alt_range", kind=kind, title=title, values=values, low=low, high=high, gaps=gaps)


def _frame(chart: Chart) -> Frame:
    low, high, marks = _axis(chart)
    widest = max(len(shown(mark)) for mark in marks) * _CHARACTER
    head = 20 + 30 * bool(chart.title) + 20 * bool(chart.y_label) + 24 * (len(chart.series) > 1)
    foot = 40 + 22 * bool(chart.x_label)
    return Frame(
        left=26 + widest,
        top=head + 8,
        right=_WIDTH - 24,
        bottom=_HEIGHT - foot,
        low=low,
        high=high,
        places=len(chart.series[0].values),
        marks=marks,
    )


def _axis(chart: Chart) -> tuple[float, float, list[float]]:
    """Where the value axis starts and ends, and its marks.

    Bars start at 0, whatever their values; a line's axis fits its values, with 0 when that is near. Only the
    child's own ``y_from`` says otherwise.
    """
    least, most = min(chart.present, default=0.0), max(chart.present, default=1.0)
    if chart.kind == "bar" or 0 <= least < 0.4 * most:
        least = min(least, 0.0)
    if chart.kind == "bar":
        most = max(most, 0.0)
    if chart.y_from is None:
        marks = ticks(least, most)
        return marks[0], marks[-1], marks
    start = chart.y_from
    marks = ticks(start, max(most, start))
    return start, marks[-1], [start, *(mark for mark in marks if mark - start > (marks[1] - marks[0]) / 2)]


def _words(chart: Chart, frame: Frame) -> str:
    title = text(chart.title, x=24, y=36, font_size=18, font_weight=700, fill=INK) if chart.title else ""
    above = text(chart.y_label, x=24, y=frame.top - 14, font_size=13, fill=FAINT) if chart.y_label else ""
    middle = (frame.left + frame.right) / 2
    below = text(chart.x_label, x=middle, y=_HEIGHT - 18, font_size=13, fill=FAINT, text_anchor="middle")
    return title + above + (below if chart.x_label else "")


def _axes(chart: Chart, frame: Frame) -> str:
    small = {"font_size": _SMALL, "fill": FAINT}
    parts = ""
    for mark in frame.marks:
        y = frame.y(mark)
        base = mark == 0 or (mark == frame.low and frame.low > 0)
        across = f"M{frame.left:.1f} {y:.1f}H{frame.right:.1f}"
        parts += element("path", d=across, stroke="#a49d8f" if base else LINE, stroke_width=1.2)
        parts += text(shown(mark), x=frame.left - 8, y=y + 4, text_anchor="end", **small)
    labels = chart.labels or tuple(str(n + 1) for n in range(frame.places))
    widest = max((len(label) for label in labels), default=1)
    every = max(1, -int(-(min(widest, 14) * _CHARACTER + 8) // frame.band))
    for place in range(0, len(labels), every):
        label = labels[place] if widest <= 14 else _cut(labels[place], 14)
        parts += text(label, x=frame.x(place), y=frame.bottom + 19, text_anchor="middle", **small)
    return parts


def _cut(label: str, most: int) -> str:
    return label if len(label) <= most else label[: most - 1] + "…"


def _gaps(chart: Chart, frame: Frame) -> str:
    """A pale band with a word where no series has a value."""
    parts = ""
    for place in range(frame.places):
        if any(series.values[place] is not None for series in chart.series):
            continue
        width = min(frame.band * 0.86, 74)
        box = {"x": frame.x(place) - width / 2, "y": frame.top, "height": frame.bottom - frame.top}
        parts += element("rect", **box, width=width, rx=6, fill="url(#gap)")
        word = say("charts.missing") if width > 44 else "?"
        middle = {"x": frame.x(place), "y": frame.bottom - 8, "text_anchor": "middle"}
        parts += text(word, **middle, font_size=_SMALL, fill=FAINT)
    return parts


def _lines(chart: Chart, frame: Frame) -> str:
    parts = ""
    for n, series in enumerate(chart.series):
        color, dash = _COLORS[n % len(_COLORS)], _DASHES[n % len(_DASHES)]
        for run in _runs(series):
            points = " ".join(f"{frame.x(place):.1f},{frame.y(value):.1f}" for place, value in run)
            parts += element(
                "polyline",
                points=points,
                fill="none",
                stroke=color,
                stroke_width=3,
                stroke_dasharray=dash,
                stroke_linejoin="round",
                stroke_linecap="round",
            )
            if frame.band > 9:
                parts += "".join(_dot(n, frame.x(place), frame.y(value)) for place, value in run)
            elif len(run) == 1:
                parts += _dot(n, frame.x(run[0][0]), frame.y(run[0][1]))
    return parts


def _runs(series: Series) -> list[list[tuple[int, float]]]:
    """The values between gaps, with their places."""
    runs: list[list[tuple[int, float]]] = [[]]
    for place, value in enumerate(series.values):
        if value is None:
            runs.append([])
        else:
            runs[-1].append((place, value))
    return [run for run in runs if run]


def _dot(n: int, x: float, y: float) -> str:
    look = {"fill": PAPER, "stroke": _COLORS[n % len(_COLORS)], "stroke_width": 2.5}
    if n % 3 == 1:
        return element("rect", x=x - 4, y=y - 4, width=8, height=8, **look)
    if n % 3 == 2:
        return element("path", d=f"M{x:.1f} {y - 5.5:.1f}l5 9h-10z", **look)
    return element("circle", cx=x, cy=y, r=4.5, **look)


def _bars(chart: Chart, frame: Frame) -> str:
    rows = len(chart.series)
    width = min(frame.band * 0.72 / rows, 76)
    base = min(max(0.0, frame.low), frame.high)
    parts = ""
    for n, series in enumerate(chart.series):
        for place, value in enumerate(series.values):
            x = frame.x(place) + (n - rows / 2) * width
            if value is None:
                middle = {"x": x + width / 2, "y": frame.y(base) - 7, "text_anchor": "middle"}
                parts += text("?", **middle, font_size=_SMALL, fill=FAINT) if rows > 1 else ""
                continue
            parts += _bar(n, x, frame.y(base), width - 2 * (rows > 1), frame.y(value))
            if frame.places * rows <= _FEW_BARS:
                above = value >= base
                y = frame.y(value) + (-7 if above else 16)
                middle = {"x": x + width / 2, "y": y, "text_anchor": "middle"}
                parts += text(shown(value), **middle, font_size=_SMALL, font_weight=600, fill=INK)
    base_line = f"M{frame.left:.1f} {frame.y(base):.1f}H{frame.right:.1f}"
    return parts + element("path", d=base_line, stroke="#a49d8f", stroke_width=1.5)


def _bar(n: int, x: float, base: float, width: float, end: float) -> str:
    """A bar from its base to its end, round at the end only."""
    round_by = min(5.0, width / 2, abs(end - base))
    down = round_by if end < base else -round_by
    path = (
        f"M{x:.1f} {base:.1f}V{end + down:.1f}Q{x:.1f} {end:.1f} {x + round_by:.1f} {end:.1f}"
        f"H{x + width - round_by:.1f}Q{x + width:.1f} {end:.1f} {x + width:.1f} {end + down:.1f}V{base:.1f}Z"
    )
    solid = element("path", d=path, fill=_COLORS[n % len(_COLORS)])
    return solid + (element("path", d=path, fill=f"url(#bar{n % 3})") if n % 3 else "")


def _legend(chart: Chart, frame: Frame) -> str:
    if len(chart.series) < 2:
        return ""
    parts, x, y = "", 24.0, 58.0 if chart.title else 28.0
    for n, series in enumerate(chart.series):
        if chart.kind == "bar":
            parts += _bar(n, x, y + 5, 16, y - 9)
        else:
            look = {"stroke": _COLORS[n % len(_COLORS)], "stroke_dasharray": _DASHES[n % len(_DASHES)]}
            parts += element("path", d=f"M{x} {y - 4}h26", stroke_width=3, **look)
            parts += _dot(n, x + 13, y - 4)
        gap = 22 if chart.kind == "bar" else 33
        parts += text(series.name, x=x + gap, y=y, font_size=13, fill=INK)
        x += gap + len(series.name) * 7.2 + 22
    return parts


def _patterns() -> str:
    """What tells bars apart without colour, and what fills a gap."""
    tile = {"patternUnits": "userSpaceOnUse", "width": 8, "height": 8}
    slanted = {**tile, "patternTransform": "rotate(45)"}
    stripe = element("path", d="M0 0V8", stroke=PAPER, stroke_width=2)
    dot = element("circle", cx=4, cy=4, r=1.6, fill=PAPER)
    pale = element("path", d="M0 0V8", stroke="#efe6d4", stroke_width=5)
    patterns = (("bar1", stripe, slanted), ("bar2", dot, tile), ("gap", pale, slanted))
    return element(
        "defs", "".join(element("pattern", drawn, id=name, **look) for name, drawn, look in patterns)
    )
