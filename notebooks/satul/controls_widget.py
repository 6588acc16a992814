"""Controls as real widgets. The one module of controls that needs ipywidgets."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import Any

from ipywidgets.widgets.domwidget import DOMWidget
from ipywidgets.widgets.interaction import interactive
from ipywidgets.widgets.widget_bool import Checkbox
from ipywidgets.widgets.widget_float import FloatSlider
from ipywidgets.widgets.widget_int import IntSlider
from ipywidgets.widgets.widget_selection import Dropdown
from ipywidgets.widgets.widget_string import Text

from satul.controls import Control

_LOOK = {"description_width": "auto"}


Around = Callable[[], AbstractContextManager[None]]


def show(function: Callable[..., Any], controls: Mapping[str, Control], around: Around) -> None:
    """Show the controls with what the function shows under them. ``around``: what each of its calls stands in."""

    def play(**values: Any) -> Any:
        with around():
            return function(**values)

    widgets = {name: widget(name, control) for name, control in controls.items()}
    from IPython.display import display

    shown = interactive(play, {"auto_display": True}, **widgets)  # type: ignore[no-untyped-call]
    display(shown)  # type: ignore[no-untyped-call]


def widget(name: str, control: Control) -> DOMWidget:
    """The widget of one control, named after the parameter that it moves."""
    own: dict[str, Any] = {"description": name, "style": _LOOK}
    if control.kind == "choice":
        return Dropdown(options=list(control.choices), value=control.start, **own)  # type: ignore[no-untyped-call]
    if control.kind == "tick":
        return Checkbox(value=control.start, indent=False, **own)  # type: ignore[no-untyped-call]
    if control.kind == "text":
        return Text(value=control.start, continuous_update=False, **own)  # type: ignore[no-untyped-call]
    limits = (control.least, control.most, control.step, control.start)
    whole = all(isinstance(one, int) for one in limits)
    slider = IntSlider if whole else FloatSlider
    start = min(max(control.start, control.least), control.most)
    return slider(
        value=start,
        min=control.least,
        max=control.most,
        step=control.step,
        continuous_update=False,  # one call when it is let go: old laptops stay quick
        **own,
    )
