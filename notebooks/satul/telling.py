"""Saying and showing something to the child, under the cell that runs. Without IPython a sentence is printed."""

import sys
from typing import Any

from satul.words import say


def shell() -> Any:
    """The IPython that runs us; None where there is none, as in the judge's runner."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython is not None and hasattr(ipython, "get_ipython") else None


def show(thing: object) -> None:
    """Display ``thing`` under the running cell."""
    if shell() is not None:
        from IPython.display import display

        display(thing)  # type: ignore[no-untyped-call]


def show_bundle(bundle: dict[str, str]) -> None:
    """Display one thing that comes in several forms, by MIME type."""
    if shell() is not None:
        from IPython.display import display

        display(bundle, raw=True)  # type: ignore[no-untyped-call]


def tell(sentence: str, tone: str = "kind") -> None:
    """Say one sentence to the child."""
    from satul.note import Note

    note = Note(sentence, tone=tone)
    if shell() is not None:
        show(note)
    else:
        print(note.plain())


def tell_mended(source: str) -> None:
    """Say which signs were put right before a program runs or is checked, if any were."""
    from codekids_exercises.tablets import mended

    signs = [say(f"tablet.{sign}") for sign in mended(source).signs]
    if signs:
        tell(say("tablet.read", signs=", ".join(signs)), tone="good")


def trouble(what: str) -> None:
    """Log the error that is handled now; the child is not shown it."""
    import logging

    log = logging.getLogger("satul")
    if not log.handlers:
        log.addHandler(logging.NullHandler())
    log.exception(what)
