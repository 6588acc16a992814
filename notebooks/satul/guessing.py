"""``guess_first``: what a child thinks will happen, before the cell above is run. No guess is right or wrong."""

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from satul import kept, notebook, telling
from satul.challenge import begun, parts_of
from satul.commands import word
from satul.markdown import to_plain
from satul.words import say

if TYPE_CHECKING:
    from satul.guess_widget import GuessWidget

CELL = "predict"
"""The cell whose result is guessed."""

_PART = "guess"
_LONGEST = 300


@dataclass(frozen=True)
class Guess:
    """A child's guess. `choice`: a letter or words of its own; `ran`: the cell was run; `was`: "yes" or "no", as the child says."""

    choice: str = ""
    ran: bool = False
    was: str = ""


_shown: "GuessWidget | None" = None


def guess_first() -> None:
    """Ask what will happen when the cell above is run."""
    if notebook.current() is None:
        return
    challenge = begun()
    if challenge is None:
        return telling.tell(say("challenge.not_begun", begin=word("begin")))
    options = parts_of(challenge).options
    guess = from_kept(kept.read(*challenge.name).get(_PART))
    try:
        from satul.guess_widget import GuessWidget

        global _shown
        _shown = GuessWidget(options, guess, lambda now: kept.keep(*challenge.name, _PART, asdict(now)))
        telling.show(_shown)
    except Exception:  # noqa: BLE001 - no widgets, half-installed widgets: the still form always works
        telling.trouble("no widget for the guess")
        telling.tell(still(options))
    notebook.listen(_ran)


def still(options: tuple[tuple[str, str], ...]) -> str:
    """The question where there are no widgets."""
    lines = [f"{letter}: {to_plain(text)}" for letter, text in options]
    return "\n".join([say("guess.question"), *lines])


def from_kept(data: Any) -> Guess:
    """The guess as it was kept; what makes no sense is forgotten."""
    if not isinstance(data, dict):
        return Guess()
    choice, was = data.get("choice"), data.get("was")
    return Guess(
        choice[:_LONGEST] if isinstance(choice, str) else "",
        data.get("ran") is True,
        was if was in ("yes", "no") else "",
    )


def _ran(cell: notebook.Ran) -> None:
    if cell.cell == CELL and _shown is not None:
        _shown.now(replace(_shown.guess, ran=True))
