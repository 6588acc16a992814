"""Notebook nodes with types: nbformat carries none of its own."""

# mypy: disallow-untyped-calls=False

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nbformat import from_dict
from nbformat import write as write_notebook
from nbformat.notebooknode import NotebookNode


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
    write_notebook(notebook, path)
