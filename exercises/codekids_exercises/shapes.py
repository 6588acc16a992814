"""The structure of a drawing: what a check may ask about a picture without looking at pixels.

A drawing is what satul's turtle shows to `observe`: segments `[x1, y1, x2, y2, colour, width]` in the order of drawing and
fills `{"color", "points"}`.
"""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise
from typing import Any

Point = tuple[float, float]

_NEAR = 0.5
"""Two ends nearer than this are the same corner: a child's rounding must not open a house."""

_MOST_SEGMENTS = 5_000
_MOST_TOUCH_TESTS = 2_000_000


@dataclass(frozen=True)
class Segment:
    """A straight stroke."""

    start: Point
    end: Point
    colour: str

    @property
    def length(self) -> float:
        """In steps of the turtle."""
        return math.dist(self.start, self.end)

    @property
    def heading(self) -> float:
        """In degrees, 0 = east, counter-clockwise, 0 <= heading < 360."""
        return math.degrees(math.atan2(self.end[1] - self.start[1], self.end[0] - self.start[0])) % 360


@dataclass(frozen=True)
class Drawing:
    """What was drawn, in order. `fills` are the colours of filled shapes; `heading`: where the turtle looks at the end,
    in whole degrees, 0 = east, 0 <= heading < 360.
    """

    segments: tuple[Segment, ...] = ()
    fills: tuple[str, ...] = ()
    heading: int = 0


def read(snapshot: Any) -> Drawing:
    """The drawing of a snapshot; what makes no sense is left out: it comes from a child's process."""
    if not isinstance(snapshot, dict):
        return Drawing()
    strokes, fills = snapshot.get("segments"), snapshot.get("fills")
    found = [_segment(one) for one in strokes[:_MOST_SEGMENTS]] if isinstance(strokes, list) else []
    colours = [_fill(one) for one in fills[:_MOST_SEGMENTS]] if isinstance(fills, list) else []
    return Drawing(
        tuple(one for one in found if one is not None),
        tuple(c for c in colours if c is not None),
        _heading(snapshot.get("turtle")),
    )


def _heading(turtle: Any) -> int:
    if not (isinstance(turtle, list) and len(turtle) == 3 and type(turtle[2]) in (int, float)):
        return 0
    return round(turtle[2]) % 360 if abs(turtle[2]) < 1e7 else 0


def _segment(data: Any) -> Segment | None:
    if not (isinstance(data, list) and len(data) >= 5 and isinstance(data[4], str)):
        return None
    numbers = data[:4]
    if not all(type(one) in (int, float) and math.isfinite(one) and abs(one) < 1e7 for one in numbers):
        return None
    segment = Segment((numbers[0], numbers[1]), (numbers[2], numbers[3]), data[4])
    return segment if segment.length > 1e-6 else None


def _fill(data: Any) -> str | None:
    if not (isinstance(data, dict) and isinstance(data.get("color"), str)):
        return None
    points = data.get("points")
    return data["color"] if isinstance(points, list) and len(points) >= 3 else None


def strokes(drawing: Drawing) -> tuple[Segment, ...]:
    """The segments, where straight ones that follow each other in one colour are one."""
    joined: list[Segment] = []
    for segment in drawing.segments:
        last = joined[-1] if joined else None
        if last is not None and _continues(last, segment):
            joined[-1] = Segment(last.start, segment.end, last.colour)
        else:
            joined.append(segment)
    return tuple(joined)


def _continues(last: Segment, following: Segment) -> bool:
    return (
        last.colour == following.colour
        and math.dist(last.end, following.start) < 1e-3
        and abs(turn(last, following)) < 0.01
    )


def turn(before: Segment, after: Segment) -> float:
    """Degrees turned to the left from one stroke to the next, -180 < turn <= 180."""
    turned = (after.heading - before.heading) % 360
    return turned - 360 if turned > 180 else turned


def slanted(drawing: Drawing) -> int:
    """How many strokes are neither level nor upright."""
    return sum(1 for one in strokes(drawing) if min(one.heading % 90, 90 - one.heading % 90) > 3)


def colours(drawing: Drawing) -> tuple[str, ...]:
    """The colours that can be seen, sorted."""
    return tuple(sorted({one.colour for one in drawing.segments} | set(drawing.fills)))


def size(drawing: Drawing) -> tuple[int, int]:
    """Width and height of what was drawn, rounded; (0, 0) for nothing."""
    points = [point for one in drawing.segments for point in (one.start, one.end)]
    if not points:
        return 0, 0
    across, up = [point[0] for point in points], [point[1] for point in points]
    return round(max(across) - min(across)), round(max(up) - min(up))


def equal_groups(drawing: Drawing, wanted: int = 0) -> int:
    """The largest number of equal parts that the drawing repeats, one after another, none of them on another; 0 for an
    empty one. When it can be seen as `wanted` parts (each perhaps of smaller equal parts), that.

    What a loop draws is looked at as it was drawn, and with straight strokes joined.
    """
    ways = [one for one in (strokes(drawing), drawing.segments) if one]
    if any(_splits(segments, _moves(segments), wanted) for segments in ways):
        return wanted
    return max((_most_groups(segments) for segments in ways), default=0)


def _most_groups(segments: tuple[Segment, ...]) -> int:
    moves = _moves(segments)
    return next(groups for groups in range(len(moves), 0, -1) if _splits(segments, moves, groups))


def _splits(segments: tuple[Segment, ...], moves: list["Move"], groups: int) -> bool:
    if groups < 1 or len(moves) % groups:
        return False
    size = len(moves) // groups
    firsts = {(_tidy(segment.start), _tidy(segment.end)) for segment in segments[::size]}
    return len(firsts) == groups and _repeats(moves, size)


def _tidy(point: Point) -> Point:
    return round(point[0], 1) + 0.0, round(point[1], 1) + 0.0


Move = tuple[float, str, float, float]
"""A segment as it follows another: length, colour, degrees turned before it, distance jumped before it."""


def _moves(segments: tuple[Segment, ...]) -> list[Move]:
    moves = []
    for index, segment in enumerate(segments):
        before = segments[index - 1] if index else None
        turned = round(turn(before, segment) % 360, 1) % 360 if before else 0.0
        jumped = round(math.dist(before.end, segment.start), 1) if before else 0.0
        moves.append((round(segment.length, 1), segment.colour, turned, jumped))
    return moves


def _repeats(moves: list[Move], size: int) -> bool:
    first, second = moves[:size], moves[size : 2 * size]
    for start in range(size, len(moves), size):
        part = moves[start : start + size]
        if part[1:] != first[1:] or part[0][:2] != first[0][:2] or part[0] != second[0]:
            return False
    return True


@dataclass(frozen=True)
class Outline:
    """The drawing as corners and edges.

    `pieces`: parts that do not touch; `closed`: areas that edges close; `loose_ends`: corners where a line just ends.
    """

    pieces: int
    closed: int
    loose_ends: int


@lru_cache(128)
def outline(drawing: Drawing) -> Outline:
    """Corners, edges and what they close. Drawing a line twice closes nothing; a door standing on a wall is closed."""
    corners = _Corners()
    lines = {_edge(corners.at(one.start), corners.at(one.end)) for one in strokes(drawing)}
    edges = {line for line in lines if line[0] != line[1]}
    if len(edges) ** 2 <= _MOST_TOUCH_TESTS:
        for crossing in _crossings(edges, corners.points):
            corners.at(crossing)
        edges = {part for edge in edges for part in _split(edge, corners.points) if part[0] != part[1]}
    roots = list(range(len(corners.points)))
    ends = Counter(corner for edge in edges for corner in edge)
    for start, end in edges:
        roots[_root(roots, start)] = _root(roots, end)
    pieces = len({_root(roots, corner) for corner in ends})
    return Outline(pieces, len(edges) - len(ends) + pieces, sum(number == 1 for number in ends.values()))


def _crossings(edges: Iterable[tuple[int, int]], points: list[Point]) -> list[Point]:
    """Where two lines cross away from their ends."""
    lines = [(points[start], points[end]) for start, end in sorted(edges)]
    return [point for one, other in combinations(lines, 2) if (point := _crossing(*one, *other)) is not None]


def _crossing(a: Point, b: Point, c: Point, d: Point) -> Point | None:
    if max(a[0], b[0]) < min(c[0], d[0]) or max(c[0], d[0]) < min(a[0], b[0]):
        return None
    across, up, other_across, other_up = b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]
    slope = across * other_up - up * other_across
    if abs(slope) < 1e-9:
        return None
    along = ((c[0] - a[0]) * other_up - (c[1] - a[1]) * other_across) / slope
    other_along = ((c[0] - a[0]) * up - (c[1] - a[1]) * across) / slope
    if not (0 < along < 1 and 0 < other_along < 1):
        return None
    return a[0] + along * across, a[1] + along * up


class _Corners:
    """Numbers points; points nearer than `_NEAR` get the same number."""

    def __init__(self) -> None:
        self.points: list[Point] = []
        self._cells: dict[tuple[int, int], list[int]] = {}

    def at(self, point: Point) -> int:
        column, row = math.floor(point[0] / _NEAR), math.floor(point[1] / _NEAR)
        for x in (column - 1, column, column + 1):
            for y in (row - 1, row, row + 1):
                for index in self._cells.get((x, y), ()):
                    if math.dist(self.points[index], point) <= _NEAR:
                        return index
        self.points.append(point)
        self._cells.setdefault((column, row), []).append(len(self.points) - 1)
        return len(self.points) - 1


def _edge(start: int, end: int) -> tuple[int, int]:
    return (start, end) if start < end else (end, start)


def _split(edge: tuple[int, int], points: list[Point]) -> Iterable[tuple[int, int]]:
    """The edge, cut wherever another corner lies on it."""
    start, end = points[edge[0]], points[edge[1]]
    length = math.dist(start, end)
    west, east = min(start[0], end[0]) - _NEAR, max(start[0], end[0]) + _NEAR
    south, north = min(start[1], end[1]) - _NEAR, max(start[1], end[1]) + _NEAR
    on_it = []
    for index, point in enumerate(points):
        if not (west <= point[0] <= east and south <= point[1] <= north) or index in edge:
            continue
        along = (
            (point[0] - start[0]) * (end[0] - start[0]) + (point[1] - start[1]) * (end[1] - start[1])
        ) / length
        aside = (
            (point[0] - start[0]) * (end[1] - start[1]) - (point[1] - start[1]) * (end[0] - start[0])
        ) / length
        if abs(aside) <= _NEAR and 0 < along < length:
            on_it.append((along, index))
    stops = [edge[0], *(index for _, index in sorted(on_it)), edge[1]]
    return (_edge(a, b) for a, b in pairwise(stops))


def _root(roots: list[int], corner: int) -> int:
    while roots[corner] != corner:
        roots[corner] = roots[roots[corner]]
        corner = roots[corner]
    return corner
