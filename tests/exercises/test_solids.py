import pytest

from codekids_exercises.solids import Corner, Triangle, describe, normal, read


def box(x: float, y: float, z: float, *, turned: bool = False) -> str:
    corners = [(i * x, j * y, k * z) for k in (0, 1) for j in (0, 1) for i in (0, 1)]
    faces = [(0, 2, 3, 1), (4, 5, 7, 6), (0, 1, 5, 4), (2, 6, 7, 3), (0, 4, 6, 2), (1, 3, 7, 5)]
    triangles = [(corners[a], corners[b], corners[c]) for a, b, c, d in faces]
    triangles += [(corners[a], corners[c], corners[d]) for a, b, c, d in faces]
    return stl([(a, c, b) for a, b, c in triangles] if turned else triangles)


def stl(triangles: list[Triangle]) -> str:
    def vertex(corner: Corner) -> str:
        return "vertex " + " ".join(str(float(one)) for one in corner)

    facets = (
        f"facet normal 0 0 0\nouter loop\n{vertex(a)}\n{vertex(b)}\n{vertex(c)}\nendloop\nendfacet\n"
        for a, b, c in triangles
    )
    return f"solid box\n{''.join(facets)}endsolid box\n"


def test_a_box_is_closed_and_has_its_size_and_volume() -> None:
    triangles = read(box(20, 10, 5))
    assert triangles is not None
    about = describe(triangles)
    assert (about.triangles, about.size, about.open_edges, about.closed) == (12, (20, 10, 5), 0, True)
    assert about.volume == pytest.approx(1000)


def test_a_box_that_stands_elsewhere_has_the_same_volume() -> None:
    triangles = read(box(20, 10, 5))
    assert triangles is not None
    moved: list[Triangle] = [
        ((a[0] + 7, a[1] - 9, a[2] + 100), (b[0] + 7, b[1] - 9, b[2] + 100), (c[0] + 7, c[1] - 9, c[2] + 100))
        for a, b, c in triangles
    ]
    assert describe(moved).volume == pytest.approx(1000)


def test_inside_out_is_closed_with_a_negative_volume() -> None:
    triangles = read(box(20, 10, 5, turned=True))
    assert triangles is not None
    assert describe(triangles).closed
    assert describe(triangles).volume == pytest.approx(-1000)


def test_holes_turned_facets_and_flat_facets_are_open() -> None:
    triangles = read(box(1, 1, 1))
    assert triangles is not None
    assert describe(triangles[1:]).open_edges == 3
    a, b, c = triangles[0]
    assert not describe([(a, c, b), *triangles[1:]]).closed
    assert not describe([*triangles, triangles[0]]).closed
    assert describe([(a, a, b), *triangles]).open_edges == 3
    assert not describe([]).closed


@pytest.mark.parametrize(
    "text",
    [
        "",
        "solid box\nendsolid box",
        "a box",
        box(1, 1, 1).replace("endsolid box", ""),
        box(1, 1, 1).replace("endloop", "", 1),
        box(1, 1, 1).replace("vertex 0.0", "vertex nan", 1),
        box(1, 1, 1).replace("vertex 0.0", "vertex 1e30", 1),
        box(1, 1, 1).replace("endfacet", "endfacet and more", 1),
    ],
)
def test_what_is_no_object(text: str) -> None:
    assert read(text) is None


def test_spaces_capitals_and_the_written_normal_do_not_matter() -> None:
    text = (
        box(2, 2, 2).replace("\n", "\r\n  ").replace("facet", "FACET").replace("normal 0 0 0", "normal 9 9 9")
    )
    triangles = read(text)
    assert triangles is not None
    assert describe(triangles).volume == pytest.approx(8)


def test_a_normal_looks_away() -> None:
    assert normal(((0, 0, 0), (2, 0, 0), (0, 2, 0))) == (0, 0, 1)
    assert normal(((0, 0, 0), (1, 1, 1), (2, 2, 2))) == (0, 0, 0)
