"""The blocks as a widget. Looks and moves are in ``part.css`` and ``blocks_widget.js`` beside this module."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from satul import icons
from satul.look import style
from satul.ordering import CELL, still
from satul.words import language, say

_WORDS = ("help", "up", "down", "moved", "check", "run", "looking", "list")


class BlocksWidget(anywidget.AnyWidget):
    """Lines that a child puts in order.

    Args:
        lines: the lines as they come at first.
        order: places of the lines, in the order that the child left.
        on_order: called with each new order.
        judge: says of the lines in an order whether it is right, and a sentence.
    """

    _esm = Path(__file__).parent / "blocks_widget.js"
    _css = style("part.css")

    view = traitlets.Dict().tag(sync=True)
    order = traitlets.List(traitlets.Int()).tag(sync=True)
    asked = traitlets.List(traitlets.Int()).tag(sync=True)
    """The order that the child asks about; empty when it asks nothing."""
    answer = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        lines: Sequence[str],
        order: Sequence[int],
        on_order: Callable[[list[int]], None],
        judge: Callable[[Sequence[str]], tuple[bool, str]],
    ) -> None:
        super().__init__(view=_view(lines), order=list(order))
        self._lines, self._on_order, self._judge = lines, on_order, judge
        self.observe(self._moved, names="order")
        self.observe(self._asked, names="asked")

    def _moved(self, change: Any) -> None:
        if sorted(change["new"]) == list(range(len(self._lines))):
            self._on_order(change["new"])

    def _asked(self, change: Any) -> None:
        if sorted(change["new"]) == list(range(len(self._lines))):
            right, sentence = self._judge([self._lines[place] for place in change["new"]])
            self.answer = {"right": right, "text": sentence}
            self.asked = []

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        data, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        return {**data, "text/plain": still(self._lines).replace("`", "")}, metadata


def _view(lines: Sequence[str]) -> dict[str, Any]:
    return {
        "language": language(),
        "lines": list(lines),
        "cell": CELL,
        "done_icon": icons.source("done"),
        "go_on_icon": icons.source("try_again"),
        "words": {name: say(f"blocks.{name}", line="{line}", n="{n}", of="{of}") for name in _WORDS},
    }
