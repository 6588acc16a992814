"""What of a notebook is the child's work: the words in its cells. And what differs between two states of it."""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_HEADING = re.compile(r"^#+\s+(.+)$", re.MULTILINE)
_LINES = 6
"""Most lines of one cell that a preview shows."""
_MUCH = 20
"""Characters of one cell that are worth a version of their own when they go."""
_COMPARED = 1_500
"""Longer texts are compared by their length alone: that is quick."""

Work = tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Change:
    """One cell that differs. ``step``: the heading above it; ``lines``: a sign and a line each: ``+`` would come back,
    ``-`` would go, a space stays; ``more``: how many lines are not shown.
    """

    step: str
    lines: tuple[tuple[str, str], ...]
    more: int


def cells_of(content: Any) -> list[dict[str, Any]]:
    """The cells of a notebook's content; none when it is no notebook."""
    cells = content.get("cells") if isinstance(content, dict) else None
    return [cell for cell in cells if isinstance(cell, dict)] if isinstance(cells, list) else []


def work_of(content: Any) -> Work:
    """The id, kind and words of each cell, in order: two states with the same work are the same to a child."""
    return tuple((_id(cell), str(cell.get("cell_type")), _source(cell)) for cell in cells_of(content))


def loses_much(before: Any, after: Any) -> bool:
    """Whether most of the words of a cell are gone."""
    now = {_id(cell): _source(cell).strip() for cell in cells_of(after)}
    for cell in cells_of(before):
        had = _source(cell).strip()
        stays = _common(had, now.get(_id(cell), ""))
        if len(had) - stays >= _MUCH and stays * 2 < len(had):
            return True
    return False


def _common(before: str, after: str) -> int:
    """About how many characters stand in both."""
    if before == after or max(len(before), len(after)) > _COMPARED:
        return min(len(before), len(after))
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())


def changes(now: Any, then: Any) -> list[Change]:
    """What bringing back ``then`` would change in ``now``, cell by cell."""
    present = {_id(cell): _source(cell) for cell in cells_of(now)}
    kept = {_id(cell) for cell in cells_of(then)}
    found = [
        _change(step, present.get(_id(cell), ""), _source(cell))
        for step, cell in _with_steps(then)
        if present.get(_id(cell), "") != _source(cell)
    ]
    gone = [
        _change(step, _source(cell), "")
        for step, cell in _with_steps(now)
        if _id(cell) not in kept and _source(cell)
    ]
    return found + gone


def _change(step: str, now: str, then: str) -> Change:
    told = [line for line in difflib.ndiff(now.splitlines(), then.splitlines()) if line[0] != "?"]
    differ = [index for index, line in enumerate(told) if line[0] != " "]
    first = max(0, min(differ, default=0) - 1)
    shown = told[first : first + _LINES]
    rest = sum(1 for index in differ if index >= first + len(shown))
    return Change(step, tuple((line[0], line[2:]) for line in shown), rest)


def _with_steps(content: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    step = ""
    for cell in cells_of(content):
        found = _HEADING.search(_source(cell)) if cell.get("cell_type") == "markdown" else None
        step = found[1].strip() if found else step
        yield step, cell


def _id(cell: dict[str, Any]) -> str:
    return str(cell.get("id", ""))


def _source(cell: dict[str, Any]) -> str:
    source = cell.get("source", "")
    return "".join(map(str, source)) if isinstance(source, list) else str(source)
