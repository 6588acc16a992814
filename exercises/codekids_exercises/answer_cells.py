"""Which cells of a notebook are the answer to a task, after cells were copied, split, deleted or moved.

A copy and the parts of a split cell keep the metadata of the cell that they come from: its role and its task. Whether two
cells are copies or parts cannot always be told (a square that is split in the middle has two equal parts), so there may be
several programs that a child can have meant.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

ANSWER = "answer"


def sources_for(task: str, cells: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """The sources of all cells of a notebook, in order, that say that they are the answer to the task."""
    return tuple(str(cell["source"]) for cell in cells if _is_answer(cell, task))


def _is_answer(cell: Mapping[str, Any], task: str) -> bool:
    own = cell.get("metadata", {}).get("satul", {})
    is_code = cell.get("cell_type") == "code"
    return is_code and isinstance(own, dict) and own.get("role") == ANSWER and own.get("task") == task


def meant(sources: Sequence[str], starter: str = "") -> tuple[str, ...]:
    """The programs that a child can have meant with these cells, the likeliest first; at least one, perhaps an empty one."""
    there = [one.strip("\n") for one in sources if one.strip()]
    written = [one for one in there if one.strip() != starter.strip()]
    if not written:
        return (sources[-1] if sources else "",)
    likely = ("\n".join(dict.fromkeys(written)), written[-1], "\n".join(there))
    return tuple(dict.fromkeys(likely))
