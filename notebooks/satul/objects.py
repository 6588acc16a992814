"""Objects for a 3D printer: facets, the STL text of a solid, and its picture."""

import math
from collections.abc import Sequence
from typing import Any

from codekids_exercises.solids import Corner, Triangle, describe, normal, read
from satul.commands import word
from satul.errors import KindError
from satul.numbers import number, short
from satul.scale import shown
from satul.svg import GREEN, INK, Picture, document, element, text
from satul.words import count, say

MOST_FACETS = 5_000
_WIDTH, _HEIGHT, _MARGIN = 480.0, 360.0, 40.0
_LIGHT = (0.35, -0.55, 0.76)


def facet(a: object, b: object, c: object) -> str:
    """The STL text of one facet. Its three corners (x, y, z) go counter-clockwise, seen from outside; millimetres."""
    corners = (_corner(a), _corner(b), _corner(c))
    lines = [f"    vertex {_told(one)}" for one in corners]
    return "\n".join(
        [f"facet normal {_told(normal(corners))}", "  outer loop", *lines, "  endloop", "endfacet", ""]
    )


def solid(name: object, facets: object) -> str:
    """The STL text of a solid: its name, and the facets that ``facet`` made, in a list or as one text."""
    if isinstance(facets, str):
        facets = [facets]
    if not isinstance(facets, (list, tuple)) or not all(isinstance(one, str) for one in facets):
        raise KindError("objects.no_facets", name=word("solid"), facet=word("facet"))
    title = " ".join(str(name).split()) or "object"
    body = "".join(one if one.endswith("\n") else one + "\n" for one in facets)
    return f"solid {title}\n{body}endsolid {title}\n"


def show_object(stl: object) -> None:
    """Draw the object of an STL text, seen from the front, from the right and from above."""
    triangles = read(stl) if isinstance(stl, str) else None
    if triangles is None:
        raise KindError("objects.no_stl", name=word("show_object"), value=short(stl), solid=word("solid"))
    if len(triangles) > MOST_FACETS:
        raise KindError("objects.too_many", most=MOST_FACETS)
    from satul import notebook

    notebook.show_made(picture(triangles))


def _corner(value: Any) -> Corner:
    if not isinstance(value, (list, tuple)) or len(value) != 3:
        raise KindError("objects.corner", name=word("facet"), value=short(value))
    x, y, z = (number(one, "facet") for one in value)
    return x, y, z


def _told(point: Corner) -> str:
    return " ".join(f"{round(one, 6) + 0.0:.10g}" for one in point)


def picture(triangles: Sequence[Triangle]) -> Picture:
    """The object with its size, and in words."""
    about = describe(triangles)
    size = " \u00d7 ".join(shown(round(one, 1)) for one in about.size)
    facets = count("objects.facets", len(triangles))
    alt = say("objects.alt" if about.closed else "objects.alt_open", size=size, facets=facets)
    place = _view([_flat(corner) for triangle in triangles for corner in triangle])
    parts = [_drawn(one, place) for one in sorted(triangles, key=_depth)]
    foot = text(f"{size} mm", x=16, y=_HEIGHT - 14, font_size=14, fill=INK)
    return Picture(document(_WIDTH, _HEIGHT, say("objects.title"), alt, [*parts, foot]), alt)


def _flat(point: Corner) -> tuple[float, float]:
    """A point of the object on the picture, seen at an angle; y still upward."""
    x, y, z = point
    return (x + y) * math.cos(math.radians(30)), (y - x) * math.sin(math.radians(30)) + z


def _depth(triangle: Triangle) -> tuple[bool, float]:
    """What is drawn first has the smaller one: triangles that look away from the eye, then those farther away."""
    x, y, z = normal(triangle)
    return x - y + z > 0, sum(x - y + z for x, y, z in triangle)


def _view(points: Sequence[tuple[float, float]]) -> tuple[float, float, float]:
    """Scale, and what is left and on top."""
    xs, ys = [x for x, _ in points] or [0.0], [y for _, y in points] or [0.0]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    scale = min((_WIDTH - 2 * _MARGIN) / max(wide, 1e-6), (_HEIGHT - 2 * _MARGIN) / max(high, 1e-6))
    left = (max(xs) + min(xs)) / 2 - _WIDTH / scale / 2
    return scale, left, (max(ys) + min(ys)) / 2 + _HEIGHT / scale / 2


def _drawn(triangle: Triangle, place: tuple[float, float, float]) -> str:
    scale, left, top = place
    flat = [_flat(corner) for corner in triangle]
    points = " ".join(f"{(x - left) * scale:.1f},{(top - y) * scale:.1f}" for x, y in flat)
    light = max(0.0, sum(a * b for a, b in zip(normal(triangle), _LIGHT, strict=True)))
    shade = f"{0.25 + 0.65 * (1 - light):.2f}"
    paper = element("polygon", points=points, fill="#fff")
    return paper + element(
        "polygon", points=points, fill=GREEN, fill_opacity=shade, stroke=INK, stroke_width=0.6
    )
