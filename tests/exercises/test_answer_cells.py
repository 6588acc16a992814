from typing import Any

import pytest

from codekids_exercises.answer_cells import meant, sources_for


def cell(source: str, task: str = "make", role: str = "answer", kind: str = "code") -> dict[str, Any]:
    return {"cell_type": kind, "source": source, "metadata": {"satul": {"role": role, "task": task}}}


def test_the_cells_that_say_that_they_are_the_answer() -> None:
    cells = [
        cell("a"),
        cell("b", task="modify"),
        cell("c", role="check"),
        cell("d", kind="markdown"),
        {"cell_type": "code", "source": "e", "metadata": {"satul": 3}},
        {"cell_type": "code", "source": "f", "metadata": {}},
        cell("g"),
    ]
    assert sources_for("make", cells) == ("a", "g")


@pytest.mark.parametrize(
    ("sources", "likely"),
    [
        ([], ("",)),
        (["x = 1"], ("x = 1",)),
        (["start", "start"], ("start",)),
        (["x = 1", "start"], ("x = 1", "x = 1\nstart")),
        (["x = 1", ""], ("x = 1",)),
        (["x = 1", "x = 1"], ("x = 1", "x = 1\nx = 1")),
        (["def f():", "    return 1"], ("def f():\n    return 1", "    return 1")),
        (["start", "x = 1"], ("x = 1", "start\nx = 1")),
    ],
)
def test_what_a_child_can_have_meant(sources: list[str], likely: tuple[str, ...]) -> None:
    assert meant(sources, "start\n") == likely
