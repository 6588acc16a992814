"""What a chart keeps for the engine, and what it does not take."""

import math
from typing import Any

import pytest

import satul
from codekids_exercises import observe
from satul import charts
from satul.errors import KindError


def only() -> dict[str, Any]:
    (chart,) = observe.snapshot()["charts"]
    assert isinstance(chart, dict)
    return chart


def test_a_line_chart_with_everything() -> None:
    satul.grafic_linii(
        [3, None, -2.5, math.nan],
        etichete=["luni", "marți", "miercuri", 4],
        titlu="Temperatura",
        eticheta_x="ziua",
        eticheta_y="grade",
        y_de_la=-5,
    )
    assert only() == {
        "kind": "line",
        "title": "Temperatura",
        "x_label": "ziua",
        "y_label": "grade",
        "y_from": -5,
        "labels": ["luni", "marți", "miercuri", "4"],
        "series": [{"name": "", "values": [3, None, -2.5, None]}],
    }


def test_whole_numbers_are_the_same_however_they_were_made() -> None:
    charts.bar_chart([8 / 2, 4])
    assert only()["series"][0]["values"] == [4, 4]
    assert all(isinstance(value, int) for value in only()["series"][0]["values"])


def test_a_dict_of_numbers_is_labels_and_values() -> None:
    charts.bar_chart({"mere": 3, "pere": None})
    assert (only()["labels"], only()["series"][0]["values"]) == (["mere", "pere"], [3, None])


def test_a_dict_of_lists_is_series() -> None:
    charts.line_chart({"Pietrari": [1, 2], "Buzău": (3, 4)})
    assert [series["name"] for series in only()["series"]] == ["Pietrari", "Buzău"]


@pytest.mark.parametrize("values", [[], {}, range(0)])
def test_nothing_yet_is_fine(values: object) -> None:
    charts.line_chart(values)
    assert only()["series"] == [{"name": "", "values": []}]


def test_generators_and_ranges_are_lists_too() -> None:
    charts.line_chart(n * n for n in range(3))
    assert only()["series"][0]["values"] == [0, 1, 4]


def test_an_endless_list_is_refused() -> None:
    import itertools

    with pytest.raises(KindError, match="cel mult 1000"):
        charts.line_chart(itertools.count())


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (
            "grafic_linii(3)",
            "Graficul are nevoie de o listă de numere. De exemplu: `grafic_linii([3, 5, 2])`.",
        ),
        (
            "grafic_linii('3')",
            "Graficul are nevoie de o listă de numere. De exemplu: `grafic_linii([3, 5, 2])`.",
        ),
        ("grafic_bare([1, '2'])", "Valoarea 2 din listă e textul '2'. Scrie numărul fără ghilimele."),
        (
            "grafic_bare([1, [2]])",
            "Valoarea 2 din listă nu e un număr: [2]. Dacă lipsește, scrie `None`.",
        ),
        ("grafic_bare([1], [2, 3])", "Ai o valoare și 2 etichete. Trebuie să fie la fel de multe."),
        (
            "grafic_bare([1], 'luni')",
            'Etichetele vin într-o listă. De exemplu: `etichete=["luni", "marți"]`.',
        ),
        ("grafic_bare([1], titlu=[])", "`titlu` este un text. Pune-l între ghilimele."),
        (
            "grafic_bare([1], y_de_la=5)",
            "Axa nu poate porni de la 5: toate valorile tale sunt sub ea. Alege un număr mai mic.",
        ),
        (
            "grafic_linii({'a': [1], 'b': [1, 2]})",
            "Fiecare serie trebuie să aibă la fel de multe valori. „a” are 1, „b” are 2.",
        ),
    ],
)
def test_what_is_no_chart(call: str, sentence: str) -> None:
    with pytest.raises(KindError) as refused:
        eval(call, vars(satul))
    assert str(refused.value) == sentence
    assert charts.made() == []


def test_the_engine_can_reset() -> None:
    charts.line_chart([1])
    observe.reset()
    assert observe.snapshot()["charts"] == []
