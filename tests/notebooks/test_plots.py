"""Charts as pictures."""

import re
from xml.etree import ElementTree

import pytest

from satul.charts import Chart, Series
from satul.plots import _axis, plot
from satul.scale import round_step, shown, ticks

SVG = "{http://www.w3.org/2000/svg}"


def chart(kind: str, *rows: tuple[float | None, ...], **more: object) -> Chart:
    series = tuple(Series(f"s{n}", row) for n, row in enumerate(rows))
    return Chart(kind, series, **more)  # type: ignore[arg-type]


def drawn(picture: Chart) -> ElementTree.Element:
    return ElementTree.fromstring(plot(picture).svg)


def texts(root: ElementTree.Element) -> list[str]:
    return [node.text or "" for node in root.iter(f"{SVG}text")]


def test_bars_start_at_zero() -> None:
    assert _axis(chart("bar", (92, 97)))[0] == 0
    assert _axis(chart("bar", (-92, -97)))[1] == 0


def test_a_line_fits_its_values_and_shows_zero_when_it_is_near() -> None:
    assert _axis(chart("line", (92, 97)))[0] == 92
    assert _axis(chart("line", (2, 97)))[0] == 0
    assert _axis(chart("line", (-3, 9)))[0] < -3


def test_only_the_child_moves_the_axis() -> None:
    low, _, marks = _axis(chart("bar", (92, 97), y_from=90))
    assert (low, marks[0]) == (90, 90)


def test_a_gap_breaks_the_line_and_is_named() -> None:
    root = drawn(chart("line", (1, 2, None, 4, 5)))
    assert len(list(root.iter(f"{SVG}polyline"))) == 2
    assert "lipsă" in texts(root)


def test_a_lonely_value_between_gaps_is_seen() -> None:
    assert len(list(drawn(chart("line", (None, 3, None))).iter(f"{SVG}circle"))) >= 1


def test_words_and_labels_are_there_and_escaped() -> None:
    picture = chart("bar", (1, 2), labels=("<b>", "marți"), title="A & B", x_label="ziua", y_label="grade")
    assert {"<b>", "marți", "A & B", "ziua", "grade"} <= set(texts(drawn(picture)))


def test_series_differ_by_more_than_color() -> None:
    lines = drawn(chart("line", (1, 2), (2, 3), (3, 4)))
    assert len({node.get("stroke-dasharray") for node in lines.iter(f"{SVG}polyline")}) == 3
    bars = plot(chart("bar", (1, 2), (2, 3), (3, 4))).svg
    assert "url(#bar1)" in bars and "url(#bar2)" in bars
    assert {"s0", "s1", "s2"} <= set(texts(lines))


def test_negative_bars_hang_from_zero() -> None:
    root = drawn(chart("bar", (5, -5)))
    paths = [node.get("d", "") for node in root.iter(f"{SVG}path") if node.get("fill") == "#0f766e"]
    up, down = (re.findall(r"[MV ](-?[\d.]+)V(-?[\d.]+)", path)[0] for path in paths)
    assert up[0] == down[0]
    assert float(up[1]) < float(up[0]) < float(down[1])


def test_many_labels_are_thinned_out() -> None:
    few = texts(drawn(chart("line", tuple(range(200)))))
    assert len(few) < 40


def test_it_says_what_it_shows() -> None:
    picture = plot(chart("line", (-3, None, 9.5), title="Vremea"))
    assert picture.alt == "Grafic cu linii „Vremea”: 2 valori, de la -3 la 9.5, o valoare lipsă."
    assert plot(chart("bar", ())).alt == "Grafic cu bare: 0 valori."


@pytest.mark.parametrize("kind", ["line", "bar"])
@pytest.mark.parametrize(
    "row", [(), (None,), (0,), (0, 0), (-1,), (1e-9, 2e-9), (1e15, 2e15), (7, 7, 7), (None, None, 3)]
)
@pytest.mark.parametrize("y_from", [None, 0, -5, 1e-10])
def test_odd_values_draw_something_valid(
    kind: str, row: tuple[float | None, ...], y_from: float | None
) -> None:
    svg = plot(chart(kind, row, y_from=y_from)).svg
    ElementTree.fromstring(svg)
    assert "nan" not in svg and "inf" not in svg


def test_round_steps_and_ticks() -> None:
    assert [round_step(span, 5) for span in (1, 7, 40, 100, 4_999)] == [0.2, 2, 10, 20, 1_000]
    assert ticks(0, 10, 5) == [0, 2, 4, 6, 8, 10]
    assert ticks(0.1, 0.3, 2) == [0.1, 0.2, 0.3]
    assert [shown(n) for n in (3.0, 0.1 + 0.2, -2.5, 1_000_000)] == ["3", "0.3", "-2.5", "1000000"]
