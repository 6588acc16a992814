"""The way back as a widget: it asks the page once by itself, and again with its button."""

from pathlib import Path
from typing import Any

import anywidget
import traitlets

from satul.look import style
from satul.words import language, say


class GoingBackWidget(anywidget.AnyWidget):
    """Asks the page for the versions of this notebook.

    Args:
        what: "bring-back" or "start-again".
    """

    _esm = Path(__file__).parent / "going_back_widget.js"
    _css = style("part.css")

    view = traitlets.Dict().tag(sync=True)
    asked = traitlets.Bool(False).tag(sync=True)
    """Whether the page was asked by itself already: a page that is opened again shows the button only."""

    def __init__(self, what: str) -> None:
        words = {name: say(f"back.{name}") for name in ("nowhere", what)}
        button = say(f"back.{what}-button")
        super().__init__(view={"what": what, "language": language(), "words": words, "button": button})

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        data, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        return {**data, "text/plain": self.view["words"][self.view["what"]]}, metadata
