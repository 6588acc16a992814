"""Notebook nodes with types: nbformat carries none of its own."""

# mypy: disallow-untyped-calls=False

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nbformat import from_dict
from nbformat.notebooknode import NotebookNode
from nbformat.v4 import writes as notebook_text


def node(data: Mapping[str, Any]) -> NotebookNode:
    """A node, with nodes inside, from plain data; a copy."""
    made: NotebookNode = from_dict(dict(data))
    return made


def stream(name: str, text: str) -> NotebookNode:
    """Printed text."""
    return node({"output_type": "stream", "name": name, "text": text})


def error(name: str, message: str, trace: list[str]) -> NotebookNode:
    """An error."""
    return node({"output_type": "error", "ename": name, "evalue": message, "traceback": trace})


def display(data: Mapping[str, Any], metadata: Mapping[str, Any]) -> NotebookNode:
    """Something displayed."""
    return node({"output_type": "display_data", "data": data, "metadata": metadata})


def result(data: Mapping[str, Any], metadata: Mapping[str, Any], count: int | None) -> NotebookNode:
    """The value of a cell."""
    return node(
        {"output_type": "execute_result", "data": data, "metadata": metadata, "execution_count": count}
    )


def write(notebook: NotebookNode, path: Path) -> None:
    """A notebook's file."""
    path.write_text(notebook_text(notebook), encoding="utf-8", errors="replace", newline="\n")


def clean(text: str) -> str:
    """Text that can be written: half of a sign of two halves becomes a question mark."""
    return text.encode("utf-8", "replace").decode()


def plain(value: Any, depth: int = 20) -> Any:
    """JSON with clean text and no more than ``depth`` levels.

    :raises ValueError: there are more
    """
    if depth < 0:
        raise ValueError("too deep")
    if isinstance(value, dict):
        return {clean(str(key)): plain(one, depth - 1) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one, depth - 1) for one in value]
    return clean(value) if isinstance(value, str) else value
