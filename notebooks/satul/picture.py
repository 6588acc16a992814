"""The sheet as a picture: a light grid, what was drawn, the turtle where it stands."""

import math
from dataclasses import dataclass

from satul.colors import shade
from satul.drawing import Drawing, Fill, Point, Segment
from satul.scale import round_step, shown
from satul.svg import FAINT, GREEN, LINE, Picture, document, element, text
from satul.turtle import Turtle
from satul.words import count, say

_SMALLEST = (360.0, 270.0)
_LARGEST = (640.0, 480.0)
_MARGIN = 34.0
_FOOT = 16.0  # for the words under the drawing
_CLOSEST = 1.5  # pixels a step, at most
_SQUARE = 42  # pixels a grid square, at least


@dataclass(frozen=True)
class View:
    """From steps (y upward) to pixels (y downward)."""

    scale: float
    left: float
    top: float
    width: float
    height: float

    def at(self, point: Point) -> Point:
        """Where a point of the sheet is in the picture."""
        return (point[0] - self.left) * self.scale, (self.top - point[1]) * self.scale


def draw(turtle: Turtle) -> Picture:
    """The picture of a turtle and its sheet."""
    view = fit([*turtle.sheet.points(), (turtle.x, turtle.y)])
    alt = describe(turtle)
    parts = [_grid(view), *_marks(turtle.sheet, view), _animal(turtle, view)]
    return Picture(document(view.width, view.height, say("turtle.title"), alt, parts), alt)


def describe(turtle: Turtle) -> str:
    """The drawing in one or two sentences."""
    place = {"x": shown(round(turtle.x, 1)), "y": shown(round(turtle.y, 1))}
    lines, fills = len(turtle.sheet.segments), len(turtle.sheet.fills)
    if not lines and not fills:
        return say("turtle.alt_empty", **place)
    counted = {"lines": count("turtle.lines", lines), "fills": count("turtle.fills", fills)}
    return say("turtle.alt" if fills else "turtle.alt_lines", **counted, **place)


def fit(points: list[Point]) -> View:
    """A view with all ``points`` in it, in the middle, as large as fits."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    scale = min(
        _CLOSEST,
        (_LARGEST[0] - 2 * _MARGIN) / max(wide, 1),
        (_LARGEST[1] - 2 * _MARGIN - _FOOT) / max(high, 1),
    )
    width = round(max(_SMALLEST[0], wide * scale + 2 * _MARGIN))
    height = round(max(_SMALLEST[1], high * scale + 2 * _MARGIN + _FOOT))
    middle = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    return View(scale, middle[0] - width / scale / 2, middle[1] + (height - _FOOT) / scale / 2, width, height)


def _grid(view: View) -> str:
    step = round_step(max(view.width, view.height) / view.scale, max(view.width, view.height) // _SQUARE)
    right, bottom = view.left + view.width / view.scale, view.top - view.height / view.scale
    path = ""
    for n in range(math.floor(view.left / step) + 1, math.ceil(right / step)):
        path += f"M{view.at((n * step, 0))[0]:.1f} 1V{view.height - 1:.0f}"
    for n in range(math.floor(bottom / step) + 1, math.ceil(view.top / step)):
        path += f"M1 {view.at((0, n * step))[1]:.1f}H{view.width - 1:.0f}"
    steps = count("turtle.steps", round(step)) if step >= 1 else shown(step)
    label = text(
        say("turtle.square", steps=steps),
        x=view.width - 12,
        y=view.height - 10,
        font_size=11,
        text_anchor="end",
        fill=FAINT,
    )
    return element("path", d=path, stroke=LINE, stroke_width=1, fill="none") + label


def _marks(sheet: Drawing, view: View) -> list[str]:
    """Fills, and lines that go on from each other in one pen drawn as one path."""
    parts: list[str] = []
    run: list[Segment] = []
    for mark in sheet.marks:
        goes_on = run and isinstance(mark, Segment) and _continues(run[-1], mark)
        if run and not goes_on:
            parts.append(_line(run, view))
            run = []
        if isinstance(mark, Fill):
            parts.append(element("polygon", points=_points(list(mark.points), view), fill=shade(mark.color)))
        else:
            run.append(mark)
    return parts + ([_line(run, view)] if run else [])


def _continues(last: Segment, following: Segment) -> bool:
    same_pen = (last.color, last.width) == (following.color, following.width)
    return same_pen and last.end == following.start


def _line(run: list[Segment], view: View) -> str:
    closed = len(run) > 2 and math.dist(run[0].start, run[-1].end) < 1e-4
    points = [line.start for line in run] + ([] if closed else [run[-1].end])
    return element(
        "polygon" if closed else "polyline",
        points=_points(points, view),
        fill="none",
        stroke=shade(run[0].color),
        stroke_width=max(1.5, run[0].width * view.scale),
        stroke_linecap="round",
        stroke_linejoin="round",
    )


def _points(points: list[Point], view: View) -> str:
    placed = (view.at(point) for point in points)
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in placed)


_SKIN = "#5fae63"
_LEGS = "M5-7l6-5M5 7l6 5M-6-7l-5-5M-6 7l-5 5"
_SHELL = "M-3.5-5L3.5-5L7 0L3.5 5L-3.5 5L-7 0ZM-3.5-5l-2-4M3.5-5l2-4M-3.5 5l-2 4M3.5 5l2 4M7 0h4.5M-7 0h-4.5"


def _animal(turtle: Turtle, view: View) -> str:
    """The turtle, seen from above; its head shows where it will go."""
    x, y = view.at((turtle.x, turtle.y))
    legs = {"stroke": _SKIN, "stroke_linecap": "round", "fill": "none"}
    lines = {"stroke": "#7fd1c4", "stroke_width": 1.2, "fill": "none", "stroke_linejoin": "round"}
    body = (
        element("path", d="M-11 0l-6 0", stroke_width=3, **legs)
        + element("path", d=_LEGS, stroke_width=6, **legs)
        + element("ellipse", cx=16, cy=0, rx=6.5, ry=5.5, fill=_SKIN)
        + element("circle", cx=18.5, cy=-2.6, r=1.3, fill="#1f2933")
        + element("circle", cx=18.5, cy=2.6, r=1.3, fill="#1f2933")
        + element("ellipse", cx=0, cy=0, rx=12.5, ry=10.5, fill=GREEN, stroke="#fffdf8", stroke_width=1.2)
        + element("path", d=_SHELL, **lines)
    )
    return element("g", body, transform=f"translate({x:.1f} {y:.1f}) rotate({-turtle.heading:.1f})")
