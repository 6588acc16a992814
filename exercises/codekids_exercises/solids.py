"""Objects of triangles, as STL text (ASCII) tells them: whether they are closed, how large, how much is inside.

The volume of a closed object is the sum of the signed volumes of the tetrahedra between each triangle and the origin
(divergence theorem): positive when all triangles go counter-clockwise, seen from outside. Lengths are millimetres.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

Corner = tuple[float, float, float]
Triangle = tuple[Corner, Corner, Corner]

MOST_TRIANGLES = 20_000
_LARGEST = 1e6
_DECIMALS = 4
"""Corners that are equal to so many decimals are the same one."""

_NUMBER = r"([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)"
_VERTEX = rf"vertex\s+{_NUMBER}\s+{_NUMBER}\s+{_NUMBER}\s+"
_FACET = re.compile(
    rf"facet\s+normal\s+{_NUMBER}\s+{_NUMBER}\s+{_NUMBER}\s+outer\s+loop\s+{_VERTEX}{_VERTEX}{_VERTEX}"
    r"endloop\s+endfacet",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\s*solid\b[^\n]*\n(?P<facets>.*?)\s*endsolid\b[^\n]*\s*\Z", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class Solid:
    """`size`: along x, y and z. `open_edges`: sides of triangles with no neighbour. `volume`: in cubic millimetres; negative
    when the object is inside out."""

    triangles: int
    size: Corner
    volume: float
    open_edges: int

    @property
    def closed(self) -> bool:
        """Whether every side of every triangle meets exactly one other that goes the other way."""
        return self.triangles > 0 and self.open_edges == 0


def read(text: str) -> tuple[Triangle, ...] | None:
    """The triangles of an STL text; None when it is none, has none, or has something else in it."""
    whole = _WHOLE.match(text)
    if whole is None:
        return None
    found, end = [], 0
    facets = whole["facets"]
    for facet in _FACET.finditer(facets):
        if facets[end : facet.start()].strip():
            return None
        numbers = [float(one) for one in facet.groups()[3:]]
        if not all(abs(one) <= _LARGEST for one in numbers):
            return None
        found.append((_corner(numbers[0:3]), _corner(numbers[3:6]), _corner(numbers[6:9])))
        end = facet.end()
    if facets[end:].strip() or not 0 < len(found) <= MOST_TRIANGLES:
        return None
    return tuple(found)


def _corner(numbers: Sequence[float]) -> Corner:
    x, y, z = (round(one, _DECIMALS) + 0.0 for one in numbers)
    return x, y, z


def describe(triangles: Sequence[Triangle]) -> Solid:
    """What there is to say about the object."""
    corners = [corner for triangle in triangles for corner in triangle]
    spans = [max(axis) - min(axis) for axis in zip(*corners, strict=True)] or [0.0] * 3
    return Solid(
        len(triangles),
        (spans[0], spans[1], spans[2]),
        sum(_volume(one) for one in triangles),
        _open_edges(triangles),
    )


def _volume(triangle: Triangle) -> float:
    (ax, ay, az), (bx, by, bz), (cx, cy, cz) = triangle
    return (ax * (by * cz - bz * cy) - ay * (bx * cz - bz * cx) + az * (bx * cy - by * cx)) / 6


def _open_edges(triangles: Sequence[Triangle]) -> int:
    """Edges that do not meet exactly one edge in the other direction; a triangle without area has three of them."""
    edges: Counter[tuple[Corner, Corner]] = Counter()
    flat = 0
    for triangle in triangles:
        if normal(triangle) == (0.0, 0.0, 0.0):
            flat += 3
            continue
        a, b, c = triangle
        edges.update([(a, b), (b, c), (c, a)])
    alone = sum(number for (a, b), number in edges.items() if number != 1 or edges[b, a] != 1)
    return flat + alone


def normal(triangle: Triangle) -> Corner:
    """The direction that looks away from a triangle, of length 1; all 0 when it has no area."""
    (ax, ay, az), (bx, by, bz), (cx, cy, cz) = triangle
    ux, uy, uz = bx - ax, by - ay, bz - az
    vx, vy, vz = cx - ax, cy - ay, cz - az
    x, y, z = uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx
    length = math.sqrt(x * x + y * y + z * z)
    return (x / length, y / length, z / length) if length > 1e-9 else (0.0, 0.0, 0.0)
