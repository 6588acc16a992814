"""The guess as a widget. Looks and moves are in ``part.css`` and ``guess_widget.js`` beside this module."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from satul.answer import inner
from satul.guessing import Guess, still
from satul.look import style
from satul.words import language, say

_WORDS = ("question", "late", "chosen", "compare", "yes", "no", "was_yes", "was_no", "again", "own", "keep")


class GuessWidget(anywidget.AnyWidget):
    """A guess that a child can make, compare with what came out, and make again.

    Args:
        options: what can be chosen, a letter and Markdown; none: the child writes.
        guess: where the child is.
        on_change: called with each new guess.
    """

    _esm = Path(__file__).parent / "guess_widget.js"
    _css = style("part.css")

    view = traitlets.Dict().tag(sync=True)
    choice = traitlets.Unicode("").tag(sync=True)
    ran = traitlets.Bool(False).tag(sync=True)
    was = traitlets.Unicode("").tag(sync=True)

    def __init__(
        self, options: tuple[tuple[str, str], ...], guess: Guess, on_change: Callable[[Guess], None]
    ) -> None:
        super().__init__(view=_view(options), choice=guess.choice, ran=guess.ran, was=guess.was)
        self._options, self._on_change = options, on_change
        self.observe(self._changed, names=["choice", "ran", "was"])

    @property
    def guess(self) -> Guess:
        """Where the child is now."""
        return Guess(self.choice, self.ran, self.was)

    def now(self, guess: Guess) -> None:
        """Go on from there."""
        self.choice, self.ran, self.was = guess.choice, guess.ran, guess.was

    def _changed(self, _change: Any) -> None:
        self._on_change(self.guess)

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        data, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        return {**data, "text/plain": still(self._options)}, metadata


def _view(options: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    return {
        "language": language(),
        "options": [{"letter": letter, "html": inner(text)} for letter, text in options],
        "words": {name: say(f"guess.{name}") for name in _WORDS},
    }
