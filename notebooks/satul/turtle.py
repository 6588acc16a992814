"""The turtle and its words. It starts in the middle of the sheet, looks right (east), pen down.

Each function is what a command does; ``satul.names`` gives it the words that a child writes. All turns are in
degrees, all ways in steps.
"""

import math
from dataclasses import dataclass, field

from codekids_exercises import observe
from satul import colors
from satul.commands import word
from satul.drawing import MOST_SEGMENTS, Drawing, Fill, Point, Segment, tidy
from satul.errors import KindError
from satul.numbers import number

CIRCLE_SIDES = 60
_FAR = 100_000


@dataclass
class Turtle:
    """A turtle with its sheet."""

    x: float = 0.0
    y: float = 0.0
    heading: float = 0.0
    pen: bool = True
    color: str = "black"
    width: float = 2.0
    moved: bool = False
    sheet: Drawing = field(default_factory=Drawing)
    filling: tuple[int, str, list[Point]] | None = None

    def go(self, x: float, y: float) -> None:
        """Walk in a straight line; draw when the pen is down."""
        self.moved = True
        if max(abs(x), abs(y)) > _FAR:
            raise KindError("value.too_big", value=f"{max(abs(x), abs(y)):g}")
        if self.pen and (x, y) != (self.x, self.y):
            if len(self.sheet.marks) >= MOST_SEGMENTS:
                raise KindError("turtle.full", most=MOST_SEGMENTS)
            self.sheet.marks.append(Segment((self.x, self.y), (x, y), self.color, self.width))
        self.x, self.y = x, y
        if self.filling:
            self.filling[2].append((x, y))

    def turn(self, degrees: float) -> None:
        """Turn counter-clockwise."""
        self.moved = True
        self.heading = tidy((self.heading + degrees) % 360) % 360

    def ahead(self, steps: float) -> Point:
        """The point that lies ``steps`` ahead."""
        radians = math.radians(self.heading)
        return tidy(self.x + steps * math.cos(radians)), tidy(self.y + steps * math.sin(radians))

    def snapshot(self) -> dict[str, object]:
        """The drawing as plain JSON: the form that the engine observes."""
        return {
            "segments": [
                [*map(tidy, (*line.start, *line.end)), line.color, tidy(line.width)]
                for line in self.sheet.segments
            ],
            "fills": [
                {"color": fill.color, "points": [[tidy(x), tidy(y)] for x, y in fill.points]}
                for fill in self.sheet.fills
            ],
            "turtle": [tidy(self.x), tidy(self.y), tidy(self.heading)],
        }


_turtle = Turtle()


def the_turtle() -> Turtle:
    """The one turtle of this program."""
    return _turtle


def fresh_sheet() -> None:
    """A new sheet with a new turtle."""
    global _turtle
    _turtle = Turtle()


observe.register("drawing", lambda: _turtle.snapshot(), fresh_sheet)


def forward(steps: object) -> None:
    """Walk ahead."""
    _turtle.go(*_turtle.ahead(number(steps, "forward")))


def back(steps: object) -> None:
    """Walk backwards, without turning."""
    _turtle.go(*_turtle.ahead(-number(steps, "back")))


def left(degrees: object) -> None:
    """Turn left on the spot."""
    _turtle.turn(number(degrees, "left"))


def right(degrees: object) -> None:
    """Turn right on the spot."""
    _turtle.turn(-number(degrees, "right"))


def pen_up() -> None:
    """Lift the pen: walking leaves no line."""
    _turtle.pen, _turtle.moved = False, True


def pen_down() -> None:
    """Put the pen down: walking draws."""
    _turtle.pen, _turtle.moved = True, True


def color(name: object) -> None:
    """Take a pen of this colour."""
    _turtle.color = colors.canonical(name, word("color"))


def width(size: object) -> None:
    """Take a pen of this width, 1 to 100."""
    wanted = number(size, "width")
    if not 1 <= wanted <= 100:
        raise KindError("value.width", value=f"{wanted:g}")
    _turtle.width = wanted


def fill_start(color: object = None) -> None:
    """Begin a filled shape, in ``color`` or in the pen's own colour."""
    if _turtle.filling:
        raise KindError("turtle.already_filling", end=word("fill_end"))
    paint = _turtle.color if color is None else colors.canonical(color, word("fill_start"))
    _turtle.filling = (len(_turtle.sheet.marks), paint, [(_turtle.x, _turtle.y)])
    _turtle.moved = True


def fill_end() -> None:
    """End the filled shape and paint it, under its own lines."""
    if not _turtle.filling:
        raise KindError("turtle.not_filling", start=word("fill_start"), end=word("fill_end"))
    place, paint, points = _turtle.filling
    _turtle.filling = None
    _turtle.sheet.marks.insert(place, Fill(paint, tuple(points)))


def jump_to(x: object, y: object) -> None:
    """Go to a point of the sheet without drawing."""
    place = number(x, "jump_to"), number(y, "jump_to")
    pen, _turtle.pen = _turtle.pen, False
    try:
        _turtle.go(*place)
    finally:
        _turtle.pen = pen


def circle(radius: object, degrees: object = 360) -> None:
    """Walk around a circle whose middle lies to the left (to the right for a negative radius).

    Less than 360 ``degrees`` draw an arc.
    """
    size, around = number(radius, "circle"), number(degrees, "circle")
    sides = max(1, min(10 * CIRCLE_SIDES, round(CIRCLE_SIDES * abs(around) / 360)))
    turn = math.copysign(around / sides, size * around) if size and around else 0.0
    start, heading = (_turtle.x, _turtle.y), _turtle.heading
    for side in range(1, sides + 1):
        _turtle.go(*_on_circle(start, heading, size, turn * side))
    _turtle.turn(turn * sides)


def clear_drawing() -> None:
    """Take a new sheet: no lines, the turtle in the middle."""
    fresh_sheet()
    _turtle.moved = True


def _on_circle(start: Point, heading: float, radius: float, turned: float) -> Point:
    a, b = math.radians(heading), math.radians(heading + turned)
    return tidy(start[0] + radius * (math.sin(b) - math.sin(a))), tidy(
        start[1] - radius * (math.cos(b) - math.cos(a))
    )
