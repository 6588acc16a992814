"""Reads a notebook that a child handed in, whatever happened to it on the way.

Nothing of the file is believed: cells are made anew from what is there. A file cut off in the middle gives the cells before the
cut. Only a file with no cell to be found is no notebook.
"""

import json
from dataclasses import dataclass
from typing import Any

from nbformat.notebooknode import NotebookNode

from codekids_grading.nodes import clean, node

MOST_BYTES = 20_000_000
_MOST_CELLS = 2_000
_MOST_SOURCE = 1_000_000
_MOST_RESCUED = 4_000_000
_MOST_TRIES = 500
KINDS = ("code", "markdown", "raw")


class NotANotebook(Exception):
    """There is no cell to be found. ``reason``: too-large, empty, not-json, too-deep, no-cells or strange."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


@dataclass(frozen=True)
class Read:
    """A notebook without outputs, and what was wrong with its file."""

    notebook: NotebookNode
    warnings: tuple[str, ...] = ()


def read(content: bytes) -> Read:
    """Read a notebook's file.

    :raises NotANotebook: and nothing else
    """
    if len(content) > MOST_BYTES:
        raise NotANotebook("too-large")
    if not content.strip():
        raise NotANotebook("empty")
    try:
        data, warnings = _data(_text(content))
        cells = _cells(data)
    except RecursionError:
        raise NotANotebook("too-deep") from None
    made: list[NotebookNode] = []
    for one in cells[:_MOST_CELLS]:
        cell = _cell(one)
        if cell is None:
            warnings.append("odd-cell")
        else:
            made.append(cell)
    if cells and not made:
        raise NotANotebook("no-cells")
    notebook = node({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": made})
    return Read(notebook, tuple(sorted(set(warnings))))


def new_cell(kind: str, source: str) -> NotebookNode:
    """A cell without outputs and without a name."""
    cell = {"cell_type": kind, "id": "", "metadata": {}, "source": source}
    return node(cell | {"execution_count": None, "outputs": []} if kind == "code" else cell)


def _text(content: bytes) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    return content.decode("utf-8-sig", "replace")


def _data(text: str) -> tuple[Any, list[str]]:
    try:
        return json.loads(text), []
    except ValueError:
        pass
    try:
        return json.loads(text, strict=False), ["damaged"]
    except ValueError:
        cells = _rescued(text)
    if not cells:
        raise NotANotebook("not-json")
    return {"cells": cells}, ["damaged"]


def _rescued(text: str) -> list[Any]:
    """The whole cells of a file that is broken somewhere."""
    text = text[:_MOST_RESCUED]
    start = text.find('"cells"')
    place = text.find("[", start) if start >= 0 else -1
    if place < 0:
        return []
    decoder, cells = json.JSONDecoder(strict=False), []
    for _ in range(_MOST_TRIES):
        place = text.find("{", place)
        if place < 0:
            break
        try:
            cell, place = decoder.raw_decode(text, place)
        except ValueError:
            place = _next_cell(text, place)
            if place < 0:
                break
            continue
        if isinstance(cell, dict) and "cell_type" in cell:
            cells.append(cell)
    return cells


def _next_cell(text: str, place: int) -> int:
    """Where the cell after a broken one begins: the last brace before the next ``cell_type``."""
    first = text.find('"cell_type"', place + 1)
    following = text.find('"cell_type"', first + 1) if first >= 0 else -1
    return text.rfind("{", place + 1, following) if following >= 0 else -1


def _cells(data: Any) -> list[Any]:
    if not isinstance(data, dict):
        raise NotANotebook("strange")
    cells = data.get("cells")
    if isinstance(cells, list):
        return cells
    sheets = data.get("worksheets")  # notebooks before format 4
    if isinstance(sheets, list):
        return [cell for sheet in sheets for cell in (_mapping(sheet).get("cells") or ())]
    raise NotANotebook("no-cells")


def _cell(data: Any) -> NotebookNode | None:
    if not isinstance(data, dict):
        return None
    source = _source(data.get("source", data.get("input")))
    if source is None:
        return None
    kind = data.get("cell_type")
    kind = kind if isinstance(kind, str) and kind in KINDS else "markdown" if kind == "heading" else "code"
    cell = new_cell(kind, source)
    name = data.get("id")
    cell.id = name if isinstance(name, str) and 0 < len(name) <= 64 else ""
    # Of its metadata only the name counts: kinds, points, tags and locks are the teacher's to say.
    grade_id = _mapping(_mapping(data.get("metadata")).get("nbgrader")).get("grade_id")
    if isinstance(grade_id, str):
        cell.metadata["nbgrader"] = node({"grade_id": grade_id})
    if kind == "markdown":
        attachments = _attachments(data.get("attachments"))
        if attachments:
            cell.attachments = node(attachments)
    return cell


def _attachments(value: Any) -> dict[str, dict[str, str]]:
    found = {name: _mapping(forms) for name, forms in _mapping(value).items()}
    texts = {
        name: {kind: clean(one) for kind, one in forms.items() if isinstance(one, str)}
        for name, forms in found.items()
    }
    return {name: forms for name, forms in texts.items() if forms}


def _source(source: Any) -> str | None:
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    if source is None:
        return ""
    if not isinstance(source, str):
        return None
    return clean(source[:_MOST_SOURCE])


def _mapping(value: Any) -> dict[str, Any]:
    return {str(key): one for key, one in value.items()} if isinstance(value, dict) else {}
