"""What the turtle left on the sheet: lines and filled shapes, in the order of drawing."""

from dataclasses import dataclass, field

Point = tuple[float, float]

MOST_SEGMENTS = 20_000


@dataclass(frozen=True, slots=True)
class Segment:
    """A straight line between two points, in steps; y grows upward."""

    start: Point
    end: Point
    color: str
    width: float


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled shape: its corners in order."""

    color: str
    points: tuple[Point, ...]


@dataclass
class Drawing:
    """A sheet. ``marks`` is in painting order: a shape comes before the lines drawn around it."""

    marks: list[Segment | Fill] = field(default_factory=list)

    @property
    def segments(self) -> list[Segment]:
        """All lines, in the order of drawing."""
        return [mark for mark in self.marks if isinstance(mark, Segment)]

    @property
    def fills(self) -> list[Fill]:
        """All filled shapes, in the order in which they were begun."""
        return [mark for mark in self.marks if isinstance(mark, Fill)]

    def points(self) -> list[Point]:
        """Every point that a mark touches."""
        found: list[Point] = []
        for mark in self.marks:
            found += (mark.start, mark.end) if isinstance(mark, Segment) else mark.points
        return found


def tidy(number: float) -> float:
    """Six decimals and no negative zero, so that two equal drawings are equal numbers."""
    return round(number, 6) + 0.0
