"""What a homework's notebook is, as the teacher made it: the truth that hand-ins are repaired and marked by.

nbgrader's gradebook has the cells that matter (with their hidden tests and checksums); the source notebook has their order, their
cell ids and the cells between them. Of the source notebook no solution is taken.
"""

# mypy: disallow-untyped-calls=False

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
from nbformat.notebooknode import NotebookNode
from nbgrader.api import Gradebook

SCHEMA = 3


@dataclass(frozen=True)
class TemplateCell:
    """A cell of the teacher's. ``source``: as released, but with hidden tests; ``nbgrader``: its metadata, None for a plain cell."""

    name: str
    kind: str
    source: str
    nbgrader: Mapping[str, Any] | None = None
    cell_id: str = ""
    metadata: Mapping[str, Any] = field(default_factory=dict)

    @property
    def fixed(self) -> bool:
        """Whether it is the teacher's alone: a test, a text."""
        if self.nbgrader is None:
            return False
        flags = self.nbgrader
        return not flags["solution"] and bool(flags["grade"] or flags["locked"] or flags["task"])

    @property
    def answer(self) -> bool:
        """Whether a child writes here."""
        return self.nbgrader is not None and bool(self.nbgrader["solution"])

    @property
    def graded(self) -> bool:
        """Whether there are points."""
        return self.nbgrader is not None and bool(self.nbgrader["grade"] or self.nbgrader["task"])

    @property
    def points(self) -> float:
        """How many, at most."""
        return float(self.nbgrader.get("points") or 0.0) if self.nbgrader else 0.0


@dataclass(frozen=True)
class Template:
    """A notebook of an assignment. ``homework``: our own metadata, when it is ours."""

    name: str
    cells: tuple[TemplateCell, ...]
    kernelspec: Mapping[str, Any] = field(default_factory=dict)
    homework: Mapping[str, Any] | None = None

    def cell(self, name: str) -> TemplateCell | None:
        """The cell with that grade id."""
        return next((cell for cell in self.cells if cell.nbgrader is not None and cell.name == name), None)


def read_templates(gradebook: Gradebook, assignment: str, source: Path) -> dict[str, Template]:
    """The notebooks of an assignment by name.

    :param source: the folder of its source notebooks; what is missing there is done without
    :raises nbgrader.api.MissingEntry: there is no such assignment
    """
    found = gradebook.find_assignment(assignment)
    return {one.name: _template(one, source / f"{one.name}.ipynb") for one in found.notebooks}


def _template(notebook: Any, path: Path) -> Template:
    graded = {cell.name: cell for cell in notebook.source_cells}
    flags = _flags(notebook)
    own = _source_notebook(path)
    cells: list[TemplateCell] = []
    for cell in own.cells if own is not None else ():
        name = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        if name in graded:
            cells.append(_known(graded.pop(name), flags[name], cell))
        elif not name:
            cells.append(
                TemplateCell("", cell.cell_type, cell.source, None, cell.get("id", ""), cell.metadata)
            )
    cells += [_known(cell, flags[name], None) for name, cell in graded.items()]
    ours = own.metadata.get("satul") if own is not None else None
    homework = dict(ours) if isinstance(ours, Mapping) and ours.get("homework") else None
    kernelspec = json.loads(notebook.kernelspec) if notebook.kernelspec else {}
    return Template(notebook.name, tuple(cells), kernelspec or {}, homework)


def _known(cell: Any, flags: Mapping[str, Any], own: NotebookNode | None) -> TemplateCell:
    nbgrader = {
        "grade_id": cell.name,
        "schema_version": SCHEMA,
        "locked": bool(cell.locked),
        "checksum": cell.checksum,
        "cell_type": cell.cell_type,
        **flags,
    }
    if cell.checksum is None:
        del nbgrader["checksum"]
    metadata = {} if own is None else own.metadata
    cell_id = "" if own is None else own.get("id", "")
    return TemplateCell(cell.name, cell.cell_type, cell.source or "", nbgrader, cell_id, metadata)


def _flags(notebook: Any) -> dict[str, dict[str, Any]]:
    grades = {cell.name: cell.max_score for cell in notebook.grade_cells}
    tasks = {cell.name: cell.max_score for cell in notebook.task_cells}
    solutions = {cell.name for cell in notebook.solution_cells}
    found: dict[str, dict[str, Any]] = {}
    for cell in notebook.source_cells:
        name = cell.name
        found[name] = {"grade": name in grades, "solution": name in solutions, "task": name in tasks}
        points = grades.get(name, tasks.get(name))
        if points is not None:
            found[name]["points"] = float(points)
    return found


def _source_notebook(path: Path) -> NotebookNode | None:
    try:
        found: NotebookNode = nbformat.read(path, as_version=4)
        return found
    except (OSError, ValueError, AttributeError, nbformat.ValidationError):
        return None
