"""Sliders, choices and ticks that call a child's function: what was asked for, checked and kept for the engine to observe.

No widget is needed: only ``satul.controls_widget``, in a notebook, makes real ones of them.
"""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from codekids_exercises import observe
from satul.commands import word
from satul.drawing import tidy
from satul.errors import KindError
from satul.numbers import number, short

MOST_CONTROLS = 20
MOST_CHOICES = 50


@dataclass(frozen=True)
class Control:
    """What moves one parameter of a function.

    ``kind`` is slider, choice, tick or text; ``start`` its first value. A slider has ``least``, ``most`` and ``step``; a
    choice has ``choices``, each with its words.
    """

    kind: str
    start: Any
    least: float = 0.0
    most: float = 0.0
    step: float = 1.0
    choices: tuple[tuple[str, Any], ...] = ()

    def snapshot(self, name: str) -> dict[str, object]:
        """The control as plain JSON: the form that the engine observes."""
        if self.kind == "slider":
            limits = {"least": self.least, "most": self.most, "step": self.step, "start": self.start}
            return {"name": name, "kind": self.kind, **limits}
        if self.kind == "choice":
            return {"name": name, "kind": self.kind, "choices": [words for words, _ in self.choices]}
        return {"name": name, "kind": self.kind, "start": self.start}


_made: list[tuple[str, Mapping[str, Control]]] = []


def forget() -> None:
    """Start again with no control."""
    _made.clear()


def _snapshot() -> list[dict[str, object]]:
    return [
        {"function": function, "controls": [one.snapshot(name) for name, one in controls.items()]}
        for function, controls in _made
    ]


observe.register("controls", _snapshot, forget)


def slider(least: object, most: object, start: object = None, step: object = None) -> Control:
    """A slider from ``least`` to ``most``. It begins in the middle, or at ``start``, and goes by 1, or by ``step``."""
    low, high = _whole(number(least, "slider")), _whole(number(most, "slider"))
    if low >= high:
        raise KindError("controls.limits", least=f"{low:g}", most=f"{high:g}")
    by = (
        (1 if isinstance(low, int) and isinstance(high, int) else 0.1)
        if step is None
        else _whole(number(step, "slider"))
    )
    if by <= 0:
        raise KindError("controls.step", value=f"{by:g}")
    begins = _middle(low, high, by) if start is None else _whole(number(start, "slider"))
    return Control("slider", begins, low, high, by)


def _middle(low: float, high: float, by: float) -> float:
    """Where the slider's handle can stand, in the middle or just before."""
    steps = int((high - low) / by / 2 + 1e-9)
    return _whole(tidy(low + steps * by))


def interact(function: object, /, **controls: object) -> None:
    """Call ``function`` again whenever one of its controls moves: ``interact(area, width=slider(0, 30))``."""
    if not callable(function):
        raise KindError("controls.no_function", name=word("interact"), value=short(function))
    found = {name: _control(name, value) for name, value in controls.items()}
    if len(found) > MOST_CONTROLS:
        raise KindError("controls.too_many", most=MOST_CONTROLS)
    _refuse_strangers(function, found)
    _made.append((getattr(function, "__name__", "?"), found))
    from satul import notebook

    if not notebook.show_controls(function, found):
        function(**{name: control.start for name, control in found.items()})


def _control(name: str, value: object) -> Control:
    if isinstance(value, Control):
        return value
    if isinstance(value, bool):
        return Control("tick", value)
    if isinstance(value, str):
        return Control("text", value)
    if isinstance(value, tuple) and len(value) in (2, 3):
        return slider(*value) if len(value) == 2 else slider(value[0], value[1], step=value[2])
    if isinstance(value, (list, dict)) and 0 < len(value) <= MOST_CHOICES:
        pairs = value.items() if isinstance(value, dict) else ((one, one) for one in value)
        choices = tuple((str(words), meant) for words, meant in pairs)
        return Control("choice", choices[0][1], choices=choices)
    raise KindError("controls.unknown", name=name, value=short(value), slider=word("slider"))


def _refuse_strangers(function: Callable[..., Any], controls: Mapping[str, Control]) -> None:
    """Each control must be a parameter of the function, and each parameter without a value must have a control."""
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):  # something of Python's own, which does not tell
        return
    title = getattr(function, "__name__", "?")
    if any(one.kind is one.VAR_KEYWORD for one in parameters):
        return
    known = [one.name for one in parameters]
    for name in controls:
        if name not in known:
            listed = ", ".join(f"`{one}`" for one in known) or "()"
            raise KindError("controls.stranger", function=title, name=name, known=listed)
    for one in parameters:
        if one.default is one.empty and one.kind is not one.VAR_POSITIONAL and one.name not in controls:
            raise KindError("controls.missing", function=title, name=one.name, slider=word("slider"))


def _whole(value: float) -> float:
    return int(value) if float(value).is_integer() else value
