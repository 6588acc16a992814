import ast
from pathlib import Path
from typing import Any

import pytest

from codekids_exercises.homework_notebook import childs_book, solution_cell, source_book
from codekids_exercises.localise import localised
from codekids_exercises.source import read_sets

Cells = dict[str, dict[str, Any]]


@pytest.fixture
def books(homework_sets: Path) -> tuple[Cells, Cells]:
    """The cells of nbgrader's source and of what a child gets, by their ids."""
    homework = read_sets(homework_sets)[0].homework
    assert homework is not None
    full = localised(homework, "ro", hidden=True, version="v1")
    made = (source_book(homework, full, {}), childs_book(homework, full, {}))
    source, childs = ({cell["id"]: cell for cell in book["cells"]} for book in made)
    return source, childs


def test_the_cells_are_what_nbgrader_wants(books: tuple[Cells, Cells]) -> None:
    marks = {name: cell["metadata"]["nbgrader"] for name, cell in books[0].items()}
    assert all(mark["grade_id"] == name and mark["schema_version"] == 3 for name, mark in marks.items())
    assert {
        name: (mark["grade"], mark["solution"], mark["locked"], mark.get("points"))
        for name, mark in marks.items()
    } == {
        "story": (False, False, True, None),
        "begin": (False, False, True, None),
        "modify-text": (False, False, True, None),
        "modify": (False, True, False, None),
        "modify-check": (True, False, True, 1.0),
        "make-text": (False, False, True, None),
        "make-given": (False, False, True, None),
        "make": (False, True, False, None),
        "make-check": (True, False, True, 2.5),
        "own-text": (False, False, True, None),
        "own": (True, True, False, 2.0),
    }


def test_what_a_child_may_change(books: tuple[Cells, Cells]) -> None:
    for cells in books:
        assert [name for name, cell in cells.items() if cell["metadata"]["editable"]] == [
            "modify",
            "make",
            "own",
        ]
        assert not any(cell["metadata"]["deletable"] for cell in cells.values())


def test_the_solution_and_the_hidden_tests(books: tuple[Cells, Cells]) -> None:
    source, childs = books
    assert source["modify"]["source"] == (
        "def aduna(unu, doi):\n    ### BEGIN SOLUTION\n    return unu + doi\n    ### END SOLUTION"
    )
    assert source["modify-check"]["source"].endswith('### END HIDDEN TESTS\nverifica("modify")')
    assert "verifica = teachers_check(" in source["modify-check"]["source"]
    assert "aduna(77, 5)" in source["modify-check"]["source"]
    for cell in source.values():
        if cell["cell_type"] == "code":
            ast.parse(cell["source"])
    assert childs["modify"]["source"] == "def aduna(unu, doi):\n    ..."
    assert childs["make"]["source"] == "# Al meu:\n..."
    assert childs["modify-check"]["source"] == 'verifica("modify")'
    assert childs["make-text"]["source"].startswith("## 2. Fă tu (2.5 puncte)")
    assert childs["modify-text"]["source"].startswith("## 1. Schimbă (un punct)")


@pytest.mark.parametrize(
    ("starter", "reference", "cell"),
    [
        ("# My:", "a()", "# My:\n{\na()\n}"),
        ("a()\n", "a()\nb()\n", "a()\n{\nb()\n}"),
        ("a()\nb()", "b()", "a()\nb()\n{\nb()\n}"),
        ("def f():\n    ...", "def f():\n    return 1", "def f():\n    {\n    return 1\n    }"),
        ("def f():\n    ...", "def g():\n    return 1", "def f():\n    ...\n{\ndef g():\n    return 1\n}"),
        ("", "a()", "{\na()\n}"),
    ],
)
def test_the_reference_goes_on_from_the_starter(starter: str, reference: str, cell: str) -> None:
    wanted = cell.replace("{", "### BEGIN SOLUTION").replace("}", "### END SOLUTION")
    assert solution_cell(starter, reference) == wanted
