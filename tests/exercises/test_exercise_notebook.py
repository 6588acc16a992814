from pathlib import Path
from typing import Any

import pytest

from codekids_exercises.localise import localised
from codekids_exercises.notebook import build
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


def test_the_guess_and_the_blocks_are_cells_that_only_show(sets: Path) -> None:
    folder = sets / "beginners/our-set/add-up"
    options = "\n\n- A: 1\n- B: 2\n"
    for language, word in (("ro", "Ghici"), ("en", "Guess")):
        prose = (folder / f"{language}.md").read_text(encoding="utf-8")
        predict = f"## predict\n\n{word}.{options}\n## make"
        more = prose.replace("## make", predict).replace("## make", f"## parsons\n\n{word}.\n\n## make")
        (folder / f"{language}.md").write_text(more, encoding="utf-8")
    (folder / "code/predict.py").write_text("print(1)\n")
    (folder / "code/parsons.py").write_text("a = 1\nprint(a)\n")
    challenge = read_sets(sets)[0].challenges[0]
    cells = build(challenge, localised(challenge, "en", hidden=False, version="v1"), {})["cells"]
    found = {cell["id"]: cell for cell in cells}
    assert found["predict-text"]["source"].endswith("Guess.")
    assert [cell["id"] for cell in cells if cell["metadata"]["satul"]["role"] == "part"] == [
        "predict-guess",
        "parsons-blocks",
    ]
    assert found["predict-guess"]["source"] == "guess_first()"
    assert found["parsons-blocks"]["source"] == "order_blocks()"
    assert found["parsons"]["source"] == ""
    assert not any(
        found[name]["metadata"]["editable"] for name in ("predict-guess", "parsons-blocks", "parsons")
    )
