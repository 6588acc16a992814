"""The drawing as a picture: whole, described, harmless."""

from xml.etree import ElementTree

import pytest

from satul import turtle, words
from satul.picture import draw, fit
from satul.svg import document, element, text

SVG = "{http://www.w3.org/2000/svg}"


def parsed() -> ElementTree.Element:
    return ElementTree.fromstring(draw(turtle.the_turtle()).svg)


def house() -> None:
    turtle.color("brown")
    turtle.fill_start("yellow")
    for _ in range(4):
        turtle.forward(100)
        turtle.left(90)
    turtle.fill_end()
    turtle.jump_to(300, 300)
    turtle.forward(10)


def test_it_says_what_it_shows() -> None:
    house()
    picture = draw(turtle.the_turtle())
    assert picture.alt == "Desen cu 5 linii și o formă colorată. Țestoasa e la (310, 300)."
    root = parsed()
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == "Desenul tău"
    assert root.findtext(f"{SVG}desc") == picture.alt


def test_it_says_so_in_english() -> None:
    words.use("en")
    assert draw(turtle.the_turtle()).alt == "The sheet is empty. The turtle is at (0, 0)."
    turtle.forward(3.5)
    assert draw(turtle.the_turtle()).alt == "A drawing with one line. The turtle is at (3.5, 0)."


def test_lines_that_go_on_are_one_path_and_a_fill_lies_below() -> None:
    house()
    shapes = [child for child in parsed() if child.tag in (f"{SVG}polygon", f"{SVG}polyline")]
    assert [(shape.tag.removeprefix(SVG), shape.get("fill")) for shape in shapes] == [
        ("polygon", "#f7cf2e"),
        ("polygon", "none"),
        ("polyline", "none"),
    ]
    assert shapes[1].get("stroke") == "#8d5524"


@pytest.mark.parametrize("size", [0, 1, 100, 5_000, 100_000])
def test_everything_fits(size: float) -> None:
    corners = [(-size, 0.0), (size, size), (0.0, -size)]
    view = fit(corners)
    for corner in corners:
        x, y = view.at(corner)
        assert 20 <= x <= view.width - 20
        assert 20 <= y <= view.height - 20
    assert view.width <= 640 and view.height <= 480


def test_a_notebook_shows_it_as_an_image_with_words() -> None:
    house()
    bundle = draw(turtle.the_turtle())._repr_mimebundle_()
    assert bundle["text/html"].startswith('<img src="data:image/svg+xml;base64,')
    assert 'alt="Desen cu 5 linii' in bundle["text/html"]
    assert set(bundle) == {"text/html", "text/plain"}


def test_words_are_escaped() -> None:
    svg = document(10, 10, "<a>", '"&', [text("<script>"), element("g", data_x='"><script>')])
    assert "<script" not in svg
    ElementTree.fromstring(svg)


def test_a_big_drawing_stays_light() -> None:
    for _ in range(2_000):
        turtle.forward(50)
        turtle.left(91)
    assert len(draw(turtle.the_turtle()).svg) < 40_000
