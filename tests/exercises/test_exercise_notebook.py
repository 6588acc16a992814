from pathlib import Path
from typing import Any

import pytest

from codekids_exercises.localise import localised
from codekids_exercises.notebook import build, shuffled
from codekids_exercises.source import read_sets


@pytest.fixture
def book(sets: Path) -> dict[str, Any]:
    challenge = read_sets(sets)[0].challenges[0]
    return build(challenge, localised(challenge, "ro", hidden=False, version="v1"), {})


def test_begin_answer_and_check_cells(book: dict[str, Any]) -> None:
    cells = {cell["id"]: cell for cell in book["cells"]}
    codes = [cell for cell in book["cells"] if cell["cell_type"] == "code"]
    assert [cell["id"] for cell in codes] == ["begin", "make", "make-check"]
    assert cells["begin"]["source"] == 'from satul import *\nincepe("our-set/add-up", "ro")'
    assert cells["make-check"]["source"] == 'verifica("make")'
    assert cells["make"]["source"].startswith("def aduna(unu, doi):")


def test_only_the_childs_cells_can_be_changed_and_none_deleted(book: dict[str, Any]) -> None:
    editable = [cell["id"] for cell in book["cells"] if cell["metadata"]["editable"]]
    assert editable == ["make"]
    assert not any(cell["metadata"]["deletable"] for cell in book["cells"])


def test_it_says_what_it_is(book: dict[str, Any]) -> None:
    assert book["metadata"]["satul"] == {
        "set": "our-set",
        "challenge": "add-up",
        "language": "ro",
        "version": "v1",
    }
    assert (book["nbformat"], book["nbformat_minor"]) == (4, 5)
    roles = {cell["metadata"]["satul"]["role"] for cell in book["cells"]}
    assert roles == {"story", "begin", "make", "answer", "check"}
    assert len({cell["id"] for cell in book["cells"]}) == len(book["cells"])


def test_blocks_are_always_mixed_in_the_same_way() -> None:
    code = "a()\nb()\nc()\n"
    assert shuffled(code) == shuffled(code) != code
    assert sorted(shuffled(code).split()) == sorted(code.split())
    for pair in ("a()\nb()\n", "b()\na()\n"):
        assert shuffled(pair) != pair
