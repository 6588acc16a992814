"""Sliders and choices: what is asked for is kept, with widgets and without."""

from typing import Any

import pytest

import satul
from codekids_exercises import observe
from notebooks.village import Shell
from satul import controls, words
from satul.errors import KindError


def area(width: int, height: int = 2) -> int:
    return width * height


def asked() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = observe.snapshot()["controls"]
    return found


@pytest.fixture(autouse=True)
def fresh() -> None:
    controls.forget()


def test_every_sort_of_control_is_kept() -> None:
    def all_of(a: int, b: float, c: str, d: str, e: bool, f: str) -> None:
        print(a, b, c, d, e, f)

    satul.interact(
        all_of,
        a=satul.slider(0, 30, start=10, step=5),
        b=(0, 1.5),
        c=["red", "blue"],
        d={"big": 3},
        e=True,
        f="hi",
    )
    (call,) = asked()
    assert call["function"] == "all_of"
    assert call["controls"] == [
        {"name": "a", "kind": "slider", "least": 0, "most": 30, "step": 5, "start": 10},
        {"name": "b", "kind": "slider", "least": 0, "most": 1.5, "step": 0.1, "start": 0.7},
        {"name": "c", "kind": "choice", "choices": ["red", "blue"]},
        {"name": "d", "kind": "choice", "choices": ["big"]},
        {"name": "e", "kind": "tick", "start": True},
        {"name": "f", "kind": "text", "start": "hi"},
    ]


def test_the_function_is_called_once_with_what_it_starts_from(capsys: pytest.CaptureFixture[str]) -> None:
    satul.interactiv(lambda x, y: print(x, y), x=satul.glisor(0, 9), y=["a", "b"])
    assert capsys.readouterr().out == "4 a\n"


@pytest.mark.parametrize(
    ("limits", "start"),
    [
        ((0, 10, None, 3), 3),
        ((1, 10), 5),
        ((-3, 0), -2),
        ((0, 9, None, 20), 0),
        ((0.5, 2), 1.2),
        ((0, 10, 4, 3), 4),
    ],
)
def test_a_slider_starts_where_its_handle_can_stand(limits: tuple[Any, ...], start: float) -> None:
    assert satul.slider(*limits).start == start


def test_parameters_in_romanian() -> None:
    satul.interactiv(area, width=satul.glisor(minim=2, maxim=8, inceput=3, pas=1))
    assert asked()[0]["controls"][0]["start"] == 3


@pytest.mark.parametrize(
    ("call", "told"),
    [
        ("interact(area(3))", "brackets: its name alone"),
        ("interact(area, width=7)", "For a number write `slider(0, 10)`"),
        ("interact(area, width=[])", "cannot make a control"),
        ("interact(area, size=slider(0, 3))", "has no parameter `size`. It has: `width`, `height`"),
        ("interact(area)", "needs a control for `width`"),
        ("interact(area, width=slider(9, 3))", "must end higher"),
        ("interact(area, width=slider(0, 3, step=0))", "more than 0"),
        ('interact(area, width=slider("a", 3))', "needs a number"),
        ("interact()", "needs something more"),
    ],
)
def test_what_cannot_be_done_is_told(call: str, told: str) -> None:
    words.use("en")
    with pytest.raises(KindError) as refused:
        eval(
            call, {**vars(satul), "area": lambda: None} if "area()" in call else {**vars(satul), "area": area}
        )
    assert told in str(refused.value)


def test_real_widgets_call_the_function_and_show_what_it_draws(shell: Shell) -> None:
    shell.run(
        "from satul import *\ndef row(n, long):\n    for i in range(n):\n        forward(long)\n    return n"
    )
    shell.run("forward(5)\ninteract(row, n=slider(1, 5, start=2), long=['10', '20'])", cell="make")
    assert any("application/vnd.jupyter.widget-view+json" in shown for shown in shell.shown)


def test_real_widgets_show_what_the_function_returns(shell: Shell) -> None:
    shell.run("from satul import *\ndef area(width):\n    return width * 1111")
    shell.run("interact(area, width=slider(0, 30, start=4))", cell="make")
    assert any("4444" in str(shown.get("text/plain")) for shown in shell.shown)


def test_a_slider_becomes_the_widget_that_fits() -> None:
    from ipywidgets.widgets.widget_int import IntSlider

    from satul.controls_widget import widget

    whole, parts = (widget("n", one) for one in (controls.slider(0, 9, start=99), controls.slider(0, 1.5)))
    assert isinstance(whole, IntSlider)
    assert whole.value == 9
    assert type(parts).__name__ == "FloatSlider"
    assert {type(widget("n", controls._control("n", one))).__name__ for one in (True, "a", ["a"])} == {
        "Checkbox",
        "Text",
        "Dropdown",
    }
