"""The words of a homework's tasks, read from the released notebook that the children have: in the club's language."""

import json
import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import mistune

from codekids_grading import bundles
from codekids_grading.refusals import Refusal
from codekids_grading.store import Store
from codekids_hub import harmless

log = logging.getLogger("codekids.homework")


@dataclass(frozen=True)
class TaskWords:
    """A task as the children read it: its heading, and what follows as harmless HTML."""

    title: str
    html: str


def task_words(store: Store, digest: str) -> dict[str, TaskWords]:
    """The tasks of a released bundle by their names; empty when it cannot be read: the pages do without them.

    :param digest: of the bundle in the file store
    """
    return _read(store.folder, digest)


@lru_cache(maxsize=256)
def _read(folder: Path, digest: str) -> dict[str, TaskWords]:
    try:
        files = bundles.read(Store(folder).get(digest)).files
        name = min(name for name in files if name.endswith(".ipynb"))
        return dict(_of_cells(json.loads(files[name])["cells"]))
    except (Refusal, ValueError, KeyError, TypeError, AttributeError) as error:
        log.warning("the words of the homework %s cannot be read: %s", digest[:8], error)
        return {}


def _of_cells(cells: Sequence[dict[str, Any]]) -> Iterator[tuple[str, TaskWords]]:
    """Each answer cell with the words before it: all that stands between it and the answer before it."""
    before: list[str] = []
    for cell in cells:
        about = cell.get("metadata", {}).get("nbgrader", {})
        text = cell["source"] if isinstance(cell["source"], str) else "".join(cell["source"])
        if about.get("solution"):
            yield str(about["grade_id"]), _words("\n\n".join(before))
            before = []
        elif about.get("grade"):
            before = []
        elif cell["cell_type"] == "markdown":
            before.append(text)
        elif before:
            before.append(f"```\n{text}\n```")


def _words(markdown: str) -> TaskWords:
    """The last heading begins the task; what stands before it is the homework's story."""
    parts = re.split(r"^#{1,6} +(.+)$", markdown, flags=re.MULTILINE)
    heading, rest = (parts[-2], parts[-1]) if len(parts) > 1 else ("", markdown)
    title = re.sub(r"\s*\([^)]*\)\s*$", "", heading).strip()
    return TaskWords(title, harmless.fragment(str(mistune.html(rest.strip()))))
