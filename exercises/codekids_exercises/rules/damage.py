"""What happens to a notebook's text and cells on its way through tablets, mails and children's hands."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from codekids_exercises.answer_cells import ANSWER, meant, sources_for

Cell = dict[str, Any]


def of_text(code: str) -> dict[str, str]:
    """The same program as tablets, mails and other editors leave it, by what was done to it."""
    lines = code.rstrip("\n").split("\n")
    return {
        "Windows line ends": "\r\n".join(lines),
        "spaces at line ends": " \n".join([*lines, ""]),
        "blank lines between": "\n\n".join(lines),
        "comments and a missing last line end": "# ...\n" + "\n".join(lines) + "\n# ...",
    }


def of_cells(book: Mapping[str, Any], task: str, code: str, starter: str) -> dict[str, tuple[str, ...]]:
    """What is found as the answer `code` to a task when the cells of its notebook are damaged, by what was done to them."""
    found = {}
    for what, damage in _DAMAGES.items():
        cells = [dict(cell) for cell in book["cells"]]
        place = next(number for number, cell in enumerate(cells) if _answers(cell, task))
        cells[place]["source"] = code.rstrip("\n")
        found[what] = meant(sources_for(task, damage(cells, place)), starter)
    return found


def _answers(cell: Cell, task: str) -> bool:
    own = cell["metadata"]["satul"]
    return bool(own.get("role") == ANSWER and own.get("task") == task)


def _copied(cells: list[Cell], place: int) -> list[Cell]:
    return [*cells[: place + 1], {**cells[place], "id": "copy"}, *cells[place + 1 :]]


def _first_copied(cells: list[Cell], place: int) -> list[Cell]:
    """A copy that was made before the answer was written, and stayed empty."""
    return [*cells[: place + 1], {**cells[place], "id": "copy", "source": ""}, *cells[place + 1 :]]


def _split(cells: list[Cell], place: int) -> list[Cell]:
    lines = cells[place]["source"].split("\n")
    cut = (len(lines) + 1) // 2
    parts = ("\n".join(lines[:cut]), "\n".join(lines[cut:]))
    halves = [
        {**cells[place], "id": name, "source": part}
        for name, part in zip(("half", place), parts, strict=True)
    ]
    return [*cells[:place], *halves, *cells[place + 1 :]]


def _alone(cells: list[Cell], place: int) -> list[Cell]:
    return [cells[place]]


def _turned(cells: list[Cell], place: int) -> list[Cell]:
    return cells[::-1]


_DAMAGES: Mapping[str, Callable[[list[Cell], int], Sequence[Cell]]] = {
    "a copied cell": _copied,
    "an empty copy": _first_copied,
    "a split cell": _split,
    "all other cells deleted": _alone,
    "cells in another order": _turned,
}
