"""Files that children hand in, as they really come."""

import json

import pytest

from codekids_grading.reading import NotANotebook, read

CELL: dict[str, object] = {
    "cell_type": "code",
    "id": "a",
    "metadata": {},
    "source": "x = 1",
    "outputs": [],
    "execution_count": None,
}


def whole(*cells: object, **more: object) -> bytes:
    """A notebook's file."""
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells, **more}).encode()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(b"", "empty", id="empty"),
        pytest.param(b" \n", "empty", id="blank"),
        pytest.param(b"%PDF-1.7 \xff\xfe\x00", "not-json", id="pdf"),
        pytest.param(b"[1, 2]", "strange", id="list"),
        pytest.param(b"{}", "no-cells", id="nothing"),
        pytest.param(b'{"cells": {"a": 1}}', "no-cells", id="mapping"),
        pytest.param(b'{"cells": [1, "a", null]}', "no-cells", id="no-cell-at-all"),
        pytest.param(b"[" * 200_000, "too-deep", id="deep-list"),
        pytest.param(b'{"cells":' * 100_000, "too-deep", id="deep-mapping"),
        pytest.param(b" " * 20_000_001, "too-large", id="large"),
        pytest.param(b'{"cells": [' + b'{"a": "' * 300_000, "not-json", id="never-ending"),
        pytest.param(b'{"cells": 1' + b"0" * 10_000 + b"}", "not-json", id="huge-number"),
    ],
)
def test_what_is_no_notebook_is_told_why(content: bytes, reason: str) -> None:
    with pytest.raises(NotANotebook) as refused:
        read(content)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(whole(CELL), id="whole"),
        pytest.param(b"\xef\xbb\xbf" + whole(CELL), id="mark"),
        pytest.param(whole(CELL).decode().encode("utf-16"), id="utf-16"),
        pytest.param(whole(CELL, 7, None, {"cell_type": "code", "source": 5}), id="odd-cells"),
        pytest.param(whole({**CELL, "metadata": [1], "outputs": "no", "id": 7}), id="odd-fields"),
        pytest.param(whole({**CELL, "source": ["x =", " 1", 3]}), id="lines"),
        pytest.param(whole({**CELL, "cell_type": ["code"]}), id="odd-kind"),
        pytest.param(whole(CELL, {**CELL, "source": "cut"})[:-30], id="cut-off"),
        pytest.param(whole(CELL).replace(b'"x = 1"', b'"x = 1\t"'), id="control-sign"),
        pytest.param(json.dumps({"worksheets": [{"cells": [{"cell_type": "code", "input": "x = 1"}]}]}).encode(), id="format-3"),
        pytest.param(whole(CELL, nbformat="x", nbformat_minor=[], metadata=4), id="odd-format"),
    ],
)  # fmt: skip
def test_what_can_be_read_is_read(content: bytes) -> None:
    cells = read(content).notebook.cells
    assert cells[0].source.strip() == "x = 1" and cells[0].cell_type == "code" and cells[0].outputs == []


def test_a_cell_in_the_middle_that_is_broken_costs_only_itself() -> None:
    broken = whole(CELL, {**CELL, "source": "BROKEN"}, {**CELL, "source": "y = 2"}).replace(
        b'"BROKEN"', b'"BRO" KEN"'
    )
    found = read(broken)
    assert [cell.source for cell in found.notebook.cells] == ["x = 1", "y = 2"]
    assert found.warnings == ("damaged",)


def test_half_signs_do_no_harm() -> None:
    found = read(whole({**CELL, "source": "x = '\ud800'"}))
    found.notebook.cells[0].source.encode()
