"""Notebooks as children leave them, and as they were meant."""

from collections.abc import Callable
from typing import Any

import pytest
from nbformat.notebooknode import NotebookNode

from codekids_grading.nodes import node
from codekids_grading.reading import new_cell
from codekids_grading.repair import repair
from codekids_grading.templates import Template, TemplateCell


def flags(name: str, **more: object) -> dict[str, Any]:
    """nbgrader's metadata."""
    return {"grade_id": name, "grade": False, "solution": False, "locked": False, "task": False, **more}


TEMPLATE = Template(
    "homework",
    (
        TemplateCell("", "code", "import math", None, "imports"),
        TemplateCell("one", "code", "def one():\n    ...", flags("one", solution=True), "one"),
        TemplateCell("one-check", "code", "assert one() == 1", flags("one-check", grade=True, locked=True, points=1.0), "one-check"),
        TemplateCell("two", "code", "def two():\n    ...", flags("two", solution=True), "two"),
        TemplateCell("two-check", "code", "assert two() == 2", flags("two-check", grade=True, locked=True, points=1.0), "two-check"),
        TemplateCell("tell", "markdown", "Tell.", flags("tell", grade=True, solution=True, points=1.0), "tell"),
    ),
)  # fmt: skip

ONE, TWO = "def one():\n    return 1", "def two():\n    return 2"


def handed_in() -> list[NotebookNode]:
    """What an orderly child hands in."""
    cells = []
    for it in TEMPLATE.cells:
        source = {"one": ONE, "two": TWO, "tell": "It was warm."}.get(it.name, it.source)
        cell = new_cell(it.kind, source)
        cell.id = it.cell_id
        if it.nbgrader:
            cell.metadata["nbgrader"] = node({"grade_id": it.name})
        cells.append(cell)
    return cells


def lose(*names: str, ids: bool = True) -> Callable[[list[NotebookNode]], object]:
    """Cells lose their names."""

    def spoil(cells: list[NotebookNode]) -> None:
        for cell in cells:
            if cell.id in names:
                cell.metadata.clear()
                cell.id = "" if ids else cell.id

    return spoil


def copied(cells: list[NotebookNode]) -> None:
    cells.insert(2, node(cells[1]))
    cells.insert(5, node(cells[3]))


def starter_again(cells: list[NotebookNode]) -> None:
    again = node(cells[1])
    again.source = TEMPLATE.cells[1].source
    cells.insert(2, again)


def split(cells: list[NotebookNode]) -> None:
    first = node(cells[1])
    cells[1].source, first.source = ONE, "unit = 1"
    cells.insert(1, first)


def retyped(cells: list[NotebookNode]) -> None:
    cells[1] = node({"cell_type": "raw", "id": "one", "metadata": cells[1].metadata, "source": ONE})


def changed_tests(cells: list[NotebookNode]) -> None:
    cells[2].source = "assert True"


def everything_lost(cells: list[NotebookNode]) -> None:
    for cell in cells:
        cell.metadata.clear()
        cell.id = ""


def one_id(cells: list[NotebookNode]) -> None:
    for cell in cells:
        cell.id = "same"


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda cells: None, id="orderly"),
        pytest.param(copied, id="copied"),
        pytest.param(starter_again, id="starter-again"),
        pytest.param(split, id="split"),
        pytest.param(retyped, id="retyped"),
        pytest.param(changed_tests, id="tests-changed"),
        pytest.param(one_id, id="ids-collide"),
        pytest.param(everything_lost, id="metadata-lost"),
        pytest.param(lose("one", "two"), id="answers-lost-their-names"),
        pytest.param(lose("one-check", "two", ids=False), id="metadata-lost-ids-kept"),
        pytest.param(lambda cells: cells.pop(2), id="test-deleted"),
        pytest.param(lambda cells: cells.__delitem__(slice(2, 3)) or cells.pop(3), id="tests-deleted"),
        pytest.param(lambda cells: cells.reverse(), id="reversed"),
        pytest.param(lambda cells: cells.insert(0, cells.pop(3)), id="answer-moved-up"),
        pytest.param(lambda cells: cells.append(cells.pop(1)), id="answer-moved-down"),
    ],
)
def test_is_repaired(spoil: Callable[[list[NotebookNode]], object]) -> None:
    cells = handed_in()
    spoil(cells)
    pieces = repair(TEMPLATE, node({"cells": cells})).pieces
    named = {
        piece.template.name: piece.node for piece in pieces if piece.template and piece.template.nbgrader
    }
    assert (named["one"].source, named["two"].source) == (ONE, TWO)
    assert named["one-check"].source == "assert one() == 1"
    assert all(named[it.name].cell_type == it.kind for it in TEMPLATE.cells if it.nbgrader)
    assert named["tell"].source == "It was warm."
    names = [piece.template.name for piece in pieces if piece.template and piece.template.nbgrader]
    assert names == ["one", "one-check", "two", "two-check", "tell"]
    assert len({piece.node.id for piece in pieces}) == len(pieces)


def test_a_deleted_answer_is_the_starter() -> None:
    cells = handed_in()
    del cells[1]
    found = repair(TEMPLATE, node({"cells": cells}))
    assert "missing:one" in found.warnings
    assert (
        next(p.node.source for p in found.pieces if p.template and p.template.name == "one")
        == TEMPLATE.cells[1].source
    )


def test_a_childs_own_cells_stay_where_they_are() -> None:
    cells = handed_in()
    cells.insert(2, new_cell("code", "print(one())"))
    found = repair(TEMPLATE, node({"cells": cells}))
    assert found.pieces[2].node.source == "print(one())" and not found.pieces[2].trusted
    assert not found.warnings


def test_what_a_file_says_of_points_and_locks_is_not_believed() -> None:
    cells = handed_in()
    cells[1].metadata["nbgrader"].update(grade=True, points=100, locked=False, schema_version=99)
    found = repair(TEMPLATE, node({"cells": cells}))
    assert found.pieces[1].node.metadata.nbgrader == TEMPLATE.cells[1].nbgrader
