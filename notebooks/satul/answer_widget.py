"""The answer as a widget: the same words as its still form, and a button that opens the next hint.

Looks and moves are in ``answer_widget.css`` and ``answer_widget.js`` beside this module; what all our widgets share in ``look.css``.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from satul import icons
from satul.answer import Answer, bundle, inner, mark, step
from satul.look import style
from satul.markdown import to_html
from satul.words import language, say


class AnswerWidget(anywidget.AnyWidget):
    """An answer that a child can ask for more hints.

    Args:
        answer: what to say.
        on_hint: called with the step (from 0) that the child has just opened.
    """

    _esm = Path(__file__).parent / "answer_widget.js"
    _css = style("answer_widget.css")

    view = traitlets.Dict().tag(sync=True)
    opened = traitlets.Int(0).tag(sync=True)

    def __init__(self, answer: Answer, on_hint: Callable[[int], None]) -> None:
        super().__init__(view=_view(answer), opened=answer.opened)
        self._answer, self._on_hint = answer, on_hint
        self.observe(self._opened, names="opened")

    def _opened(self, change: Any) -> None:
        for n in range(change["old"], min(change["new"], len(self._answer.hints))):
            self._on_hint(n)

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        data, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        return {**data, **bundle(self._answer)}, metadata


def _view(answer: Answer) -> dict[str, Any]:
    """What the browser's side draws; HTML in it is made by ``satul.markdown`` alone."""
    return {
        "language": language(),
        "status": answer.status,
        "icon": icons.source(answer.status),
        "hint_icon": icons.source("hint"),
        "headline": answer.headline,
        "checks": [
            {"passed": passed, "mark": mark(passed), "html": inner(words)} for passed, words in answer.checks
        ],
        "error": answer.error,
        "lead": to_html(answer.lead) if answer.lead else "",
        "hints": [
            {"label": step(n, len(answer.hints)), "html": to_html(hint)}
            for n, hint in enumerate(answer.hints)
        ],
        "words": {
            name: say(f"answer.{name}")
            for name in ("checks", "hint_title", "first_hint", "next_hint", "no_more_hints")
        },
    }
