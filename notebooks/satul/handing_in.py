"""``hand_in``: the homework that this notebook is goes to the club, and a receipt comes back.

What travels is the saved notebook without what its programs showed: marking runs them again, and the same answers
are the same bytes, so that handing them in twice gives one receipt.
"""

import json
import os
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from satul import notebook, telling
from satul.errors import KindError
from satul.words import say

if TYPE_CHECKING:
    from satul.exchange.client import Client
    from satul.exchange.records import Receipt

NOTEBOOK = "homework.ipynb"
SAVE_SECONDS = 2.0
"""How long a save may take that the page began when this cell was started."""

_unsaved: int | None = None
"""When the file was last changed, as we said that it does not hold all changes; in nanoseconds."""


@dataclass(frozen=True)
class _Homework:
    """A saved homework: its assignment, its notebook, and when the file was last changed."""

    assignment: str
    content: dict[str, Any]
    changed: int


def hand_in() -> None:
    """Hand in this homework and show the receipt."""
    book = notebook.current()
    if book is None:
        return  # a judge runs us
    from satul import settings
    from satul.exchange.client import Away, Client, Refused

    started = time.time_ns()
    around = settings.read()
    if not (around.club_api and around.token):
        raise KindError("exchange.not_connected")
    path = _path()
    _await_save(path, started)
    homework = _saved(path)
    if homework.changed < started:
        _refuse_what_is_not_saved(homework, {**book.sources, book.cell or "": ""})
    try:
        receipt, known = _hand_in(Client(around.club_api, around.token), homework, around.outbox)
    except (Away, Refused) as error:
        raise KindError.told(error.sentence) from None
    sentence = say("hand_in.again" if known else "hand_in.done", number=receipt.number)
    telling.tell(f"{sentence} {say('exchange.late')}" if receipt.late else sentence, tone="good")


def hand_in_file(club: "Client", path: Path, folder: Path) -> "Receipt":
    """Hand in the homework that is saved at ``path``; receipts are kept in ``folder``.

    Raises:
        KindError: it cannot be handed in as it is, or the club has not opened it.
        Away, Refused: of ``satul.exchange.client``; they carry a sentence.
    """
    return _hand_in(club, _saved(path), folder)[0]


def _hand_in(club: "Client", homework: _Homework, folder: Path) -> tuple["Receipt", bool]:
    """The receipt, and whether we had it already."""
    from hashlib import sha256

    from satul.exchange import bundle
    from satul.exchange.client import key_of
    from satul.exchange.receipts import Receipts

    assignment = homework.assignment
    courses = [each.course_id for each in club.assignments() if each.assignment_id == assignment]
    if not courses:
        raise KindError("hand_in.not_open")
    files = bundle.pack({NOTEBOOK: _quiet(homework.content)})
    receipts = Receipts(folder)
    last = receipts.last(courses[0], assignment)
    same = last is not None and last.receipt.sha256 == sha256(files).hexdigest()
    key = key_of(courses[0], assignment, files, last.receipt.number if last else 0)
    receipt = club.hand_in(courses[0], assignment, files, last.key if last and same else key)
    known = last is not None and last.receipt.number == receipt.number
    if not known:
        try:
            receipts.keep(courses[0], assignment, key, receipt)
        except OSError:  # the club has the work, and the number is shown
            telling.trouble("the receipt could not be kept")
    return receipt, known


def _path() -> Path:
    """The file of this notebook: as Jupyter told the kernel, else the homework beside which we run."""
    for candidate in (os.environ.get("JPY_SESSION_NAME", ""), NOTEBOOK):
        if candidate.endswith(".ipynb") and Path(candidate).is_file():
            return Path(candidate)
    raise KindError("hand_in.no_notebook")


def _await_save(path: Path, started: int) -> None:
    """Give a save that the page began with this cell some time."""
    deadline = time.monotonic() + SAVE_SECONDS
    with suppress(OSError):
        while path.stat().st_mtime_ns < started and time.monotonic() < deadline:
            time.sleep(0.1)


def _saved(path: Path) -> _Homework:
    try:
        changed = path.stat().st_mtime_ns
        content = json.loads(path.read_bytes())
        told = content["metadata"].get("satul", {})
        homework, assignment = told.get("homework"), told.get("set")
        cells = content.get("cells", [])
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise KindError("hand_in.unreadable") from None
    if not isinstance(cells, list) or not all(isinstance(cell, dict) for cell in cells):
        raise KindError("hand_in.unreadable")
    if homework is not True or not isinstance(assignment, str):
        raise KindError("hand_in.no_homework")
    return _Homework(assignment, content, changed)


def _refuse_what_is_not_saved(homework: _Homework, ran: dict[str, str]) -> None:
    """Ask for a save where a cell was run otherwise than it is saved, unless the file was saved since we asked."""
    global _unsaved
    cells = homework.content.get("cells", [])
    saved = {cell.get("id"): _text(cell.get("source")) for cell in cells}
    differs = any(source and cell in saved and saved[cell] != source for cell, source in ran.items())
    if differs and _unsaved in (None, homework.changed):
        _unsaved = homework.changed
        raise KindError("hand_in.unsaved")
    _unsaved = None


def _quiet(content: dict[str, Any]) -> bytes:
    """The notebook without outputs and counts."""
    cells = [
        {**cell, "outputs": [], "execution_count": None} if cell.get("cell_type") == "code" else cell
        for cell in content.get("cells", [])
    ]
    return json.dumps({**content, "cells": cells}, ensure_ascii=False, indent=1, sort_keys=True).encode()


def _text(source: object) -> str:
    return "".join(map(str, source)) if isinstance(source, list) else str(source or "")
