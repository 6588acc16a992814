"""Any bytes at all: they are read or refused with a reason, repaired, and never an accident."""

import copy
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from codekids_grading.marking import REASONS
from codekids_grading.reading import NotANotebook, Read, read
from codekids_grading.repair import repair
from codekids_grading.templates import Template, TemplateCell

BOOK: dict[str, Any] = {
    "nbformat": 4,
    "nbformat_minor": 5,
    "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3"}, "satul": {"set": "x"}},
    "cells": [
        {"cell_type": "markdown", "id": "a", "metadata": {}, "source": ["# Satul\n", "ăîâșț"]},
        {
            "cell_type": "code",
            "id": "one",
            "metadata": {"nbgrader": {"grade_id": "one", "solution": True, "schema_version": 3}},
            "source": "def one():\n    return 1",
            "outputs": [{"output_type": "stream", "name": "stdout", "text": "1\n"}],
            "execution_count": 3,
        },
        {
            "cell_type": "code",
            "id": "one-check",
            "metadata": {"nbgrader": {"grade_id": "one-check", "grade": True, "points": 1}},
            "source": "assert one() == 1",
            "outputs": [],
            "execution_count": None,
        },
    ],
}
FLAGS = {"solution": False, "locked": False, "task": False, "grade": False}
TEMPLATE = Template(
    "homework",
    (
        TemplateCell("", "markdown", "# Satul\năîâșț", None, "a"),
        TemplateCell("one", "code", "def one():\n    ...", {**FLAGS, "grade_id": "one", "solution": True}, "one"),
        TemplateCell("one-check", "code", "assert one() == 1",
                     {**FLAGS, "grade_id": "one-check", "grade": True, "locked": True, "points": 1.0}, "one-check"),
    ),
)  # fmt: skip


def survives(content: bytes) -> Read | None:
    """What was read, if it is a notebook, and can be repaired and written again; None with a reason that has words."""
    try:
        found = read(content)
    except NotANotebook as refused:
        assert refused.reason in REASONS
        return None
    pieces = repair(TEMPLATE, found.notebook).pieces
    json.dumps([dict(piece.node) for piece in pieces]).encode()
    graded = [piece.template.name for piece in pieces if piece.template and piece.template.nbgrader]
    assert graded == ["one", "one-check"], "the teacher's cells are there, once each, in order"
    assert next(p.node.source for p in pieces if p.template and p.template.name == "one-check").startswith(
        "assert"
    )
    return found


@pytest.mark.parametrize("percent", range(1, 100, 7))
def test_cut_off_anywhere(percent: int) -> None:
    content = json.dumps(BOOK).encode()
    survives(content[: len(content) * percent // 100])


@pytest.mark.parametrize("form", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32", "latin-1", "utf-7"])
def test_in_any_encoding(form: str) -> None:
    survives(json.dumps(BOOK, ensure_ascii=form == "latin-1").encode(form))


OLD = {"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": [
    {"cell_type": "heading", "level": 1, "source": "x"},
    {"cell_type": "code", "language": "python", "input": "def one():\n    return 1", "outputs": [], "collapsed": False},
]}]}  # fmt: skip


@pytest.mark.parametrize("version", [(1, 0), (2, 0), (3, 0), (4, 0), (4, 99), (5, 0), (-1, -1), (10**30, 0)])
def test_of_any_format(version: tuple[int, int]) -> None:
    found = survives(json.dumps({**BOOK, "nbformat": version[0], "nbformat_minor": version[1]}).encode())
    assert found is not None and len(found.notebook.cells) == 3
    assert survives(json.dumps({**OLD, "nbformat": version[0]}).encode()) is not None


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda text: text.replace('"x"', "NaN"), id="not-a-number"),
        pytest.param(lambda text: text.replace('"x"', "-Infinity"), id="infinity"),
        pytest.param(lambda text: text.replace('"x"', "1" + "0" * 5000), id="a-long-number"),
        pytest.param(
            lambda text: text.replace("return 1", "return 1\\u0000\\u0001\\ud800"), id="nul-and-half-a-sign"
        ),
        pytest.param(lambda text: text.replace("return 1", "return 1\\r\\n\\r\\u2028"), id="odd-line-ends"),
        pytest.param(lambda text: text.replace('"id": "one-check"', '"id": "one"'), id="two-ids"),
        pytest.param(lambda text: text.replace('"one-check"', '"one"'), id="two-grade-ids"),
        pytest.param(lambda text: text.replace('"cells"', '"cells": [], "cells"'), id="two-keys"),
        pytest.param(lambda text: text.replace('"source"', '"Source"'), id="wrong-case"),
        pytest.param(
            lambda text: text.replace('"schema_version": 3', '"schema_version": "ninety"'), id="schema"
        ),
        pytest.param(lambda text: text.replace('"one"', '"../../../etc/passwd"'), id="a-path"),
        pytest.param(lambda text: text.replace('"one"', '"' + "a" * 100_000 + '"'), id="a-long-name"),
        pytest.param(lambda text: text.replace("{}", '{"a": ' * 500 + "1" + "}" * 500), id="deep-metadata"),
        pytest.param(lambda text: text.replace("[]", "[" * 900 + "]" * 900), id="deep-outputs"),
        pytest.param(lambda text: text.replace("'", "`") + text, id="twice"),
        pytest.param(lambda text: "<html>" + text, id="a-page-before"),
        pytest.param(lambda text: text + "\0" * 1000, id="zeros-behind"),
    ],
)
def test_spoilt_text(spoil: Any) -> None:
    survives(spoil(json.dumps(BOOK)).encode("utf-8", "surrogatepass"))


def test_many_cells_and_much_of_everything() -> None:
    book = copy.deepcopy(BOOK)
    book["cells"] += [copy.deepcopy(book["cells"][0]) for _ in range(5000)]
    assert survives(json.dumps(book).encode()) is not None
    book = copy.deepcopy(BOOK)
    book["cells"][1]["outputs"] *= 20_000
    book["cells"][0]["source"] = "x" * 3_000_000
    assert survives(json.dumps(book).encode()) is not None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(["code", "one", "a"]),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(st.text(max_size=8), below, max_size=3),
    max_leaves=6,
)  # fmt: skip


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a value."""
    found = [path] if path else []
    keys = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    return found + [place for key in keys for place in places(value[key], (*path, key))]


PLACES = places(BOOK)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from(PLACES), JSON), min_size=1, max_size=4))
def test_wrongly_typed_anywhere(changes: list[tuple[tuple[Any, ...], Any]]) -> None:
    book: Any = copy.deepcopy(BOOK)
    for path, value in changes:
        place = book
        try:
            for key in path[:-1]:
                place = place[key]
            place[path[-1]] = value
        except (KeyError, IndexError, TypeError):  # an earlier change took it away
            continue
    survives(json.dumps(book).encode("utf-8", "surrogatepass"))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(content: bytes) -> None:
    survives(content)
