"""``bring_back`` and ``start_again``: an earlier version of this notebook, or the notebook as it came.

Versions are kept by the workspace (``satul.workspace.versions``), and the page puts one in the place of what is there:
these words ask it to. Neither takes anything away: what is there becomes a version first.
"""

from satul import notebook, telling
from satul.words import say


def bring_back() -> None:
    """Show the versions of this notebook, each to be brought back with one tap."""
    _ask("bring-back")


def start_again() -> None:
    """Begin this notebook anew, once the child has said yes."""
    _ask("start-again")


def _ask(what: str) -> None:
    if notebook.current() is None:
        return  # a judge runs us
    try:
        from satul.going_back_widget import GoingBackWidget

        telling.show(GoingBackWidget(what))
    except Exception:  # noqa: BLE001 - no widgets, half-installed widgets: a sentence always works
        telling.trouble("no widget for going back")
        telling.tell(say("back.nowhere"))
