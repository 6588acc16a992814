"""Objects for a printer: their text and their picture."""

import pytest

import satul
from codekids_exercises.solids import describe, read
from satul import objects, words
from satul.errors import KindError

A, B, C, D = (0, 0, 0), (10, 0, 0), (0, 10, 0), (0, 0, 10)


def pyramid() -> str:
    facets = [satul.facet(A, C, B), satul.facet(A, B, D), satul.facet(A, D, C), satul.fateta(B, C, D)]
    text: str = satul.solid("pyramid", facets)
    return text


def test_facets_make_a_closed_solid() -> None:
    triangles = read(pyramid())
    assert triangles is not None
    about = describe(triangles)
    assert (about.closed, about.size) == (True, (10, 10, 10))
    assert about.volume == pytest.approx(1000 / 6)


def test_the_text_is_as_printers_read_it() -> None:
    assert satul.facet(A, B, C).split("\n")[:3] == ["facet normal 0 0 1", "  outer loop", "    vertex 0 0 0"]
    assert satul.corp("cutie", satul.fateta(A, B, (0.5, 1 / 3, 0))).startswith("solid cutie\nfacet")
    assert "0.333333" in satul.facet(A, B, (0.5, 1 / 3, 0))


def test_the_picture_is_told_in_words() -> None:
    words.use("en")
    triangles = read(pyramid())
    assert triangles is not None
    shown = objects.picture(triangles)
    assert shown.alt == "An object of 10 \u00d7 10 \u00d7 10 mm, made of 4 facets. It is closed on all sides."
    assert shown.svg.count("<polygon") == 8
    assert "not closed yet" in objects.picture(triangles[1:]).alt


def test_what_looks_away_from_the_eye_hides_nothing() -> None:
    low, ridge = [(0, 0, 0), (60, 0, 0), (60, 40, 0), (0, 40, 0)], [(0, 20, 30), (60, 20, 30)]
    a, b, c, d, e, f = [*low, *ridge]
    seen = [(a, b, f), (a, f, e), (b, c, f)]
    hidden = [(a, d, c), (a, c, b), (a, e, d), (c, d, e), (c, e, f)]
    roof = read(satul.solid("roof", [satul.facet(*one) for one in [*seen, *hidden]]))
    assert roof is not None
    drawn = sorted(roof, key=objects._depth)
    assert set(drawn[-3:]) == set(roof[:3])


def test_showing_needs_no_notebook() -> None:
    satul.show_object(pyramid())
    satul.arata_obiectul(pyramid())


@pytest.mark.parametrize(
    ("call", "told"),
    [
        ("facet((0, 0), (1, 0, 0), (0, 1, 0))", "each with three numbers"),
        ('facet(("0", 0, 0), (1, 0, 0), (0, 1, 0))', "needs a number"),
        ("solid('a', 3)", "the ones that `facet` makes"),
        ("show_object('a box')", "the one that `solid` makes"),
        ("show_object(None)", "the one that `solid` makes"),
    ],
)
def test_what_cannot_be_done_is_told(call: str, told: str) -> None:
    words.use("en")
    with pytest.raises(KindError) as refused:
        eval(call, vars(satul))
    assert told in str(refused.value)
