"""``codekids bench`` in its short form: it works, and both tools give the same scores. Nothing is said about times."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from codekids_hub.bench.answers import AnswerRow, Times
from codekids_hub.bench.marking import differences
from codekids_hub.bench.waiting_children import Waited


def bench(name: str, root: Path, folder: Path) -> tuple[Any, str]:
    """The report of a measurement in its short form, and what was printed."""
    file = folder / "bench.json"
    done = subprocess.run(
        [sys.executable, "-m", "codekids_hub", "bench", name, "--short", "--json", str(file)],
        env=os.environ | {"CODEKIDS_ROOT": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (report,) = json.loads(file.read_text())["reports"]
    assert report["name"] == name and not report["failed"]
    return report, done.stdout


@pytest.mark.timeout(900)  # nothing is said about times
def test_marking_gives_the_scores_of_the_stock_tool(root: Path, tmp_path: Path) -> None:
    report, said = bench("marking", root, tmp_path)
    rows = {row["what"]: row for row in report["rows"]}
    assert set(rows) == {"assert cells", "our homework", "endless"}
    for row in rows.values():
        assert row["different"] == [] and row["compared"] >= row["pieces"] and row["ours"]["cpu"] > 0
        assert row["what"] in said
    assert report["machine"]["processors"] >= 1 and "nbgrader" in report["machine"]["versions"]


@pytest.mark.timeout(900)
def test_every_page_of_the_service_answers(root: Path, tmp_path: Path) -> None:
    report, _ = bench("service", root, tmp_path)
    assert {row["who"] for row in report["rows"]} == {"child", "librarian", "mentor", "coordinator"}
    for row in report["rows"]:
        assert row["different"] == []
        if row["who"] != "coordinator":
            assert row["all"]["queries"] <= row["few"]["queries"] + 4, (
                "a page asks more because there are more clubs"
            )


def test_the_first_line_of_a_program_is_measured(root: Path, tmp_path: Path) -> None:
    report, said = bench("import", root, tmp_path)
    (row,) = report["rows"]
    assert row["what"] in said and row["stock"]["cpu"] > 0 and row["ours"]["cpu"] > 0


def test_a_different_score_is_told() -> None:
    stock = {"child/book/cell": (2.0, False), "child/book/other": (1.0, False)}
    assert differences(stock, stock) == ()
    ours = {"child/book/cell": (0.0, False), "child/book/more": (1.0, False)}
    assert [one.partition(":")[0].rpartition("/")[2] for one in differences(stock, ours)] == [
        "cell",
        "more",
        "other",
    ]


def test_a_wait_is_told_by_what_nearly_all_stay_under() -> None:
    assert Times.of([float(seconds) for seconds in range(100, 0, -1)]) == Times(50.5, 95.0, 100.0)
    assert Times.of([2.0]) == Times(2.0, 2.0, 2.0)
    found = [Waited(1.0, 2.0), Waited(wrong=("hand-in 7: no answer",))]
    assert AnswerRow.of("SQLite", "rush", found).different == ("hand-in 7: no answer",)


@pytest.mark.timeout(1800)  # as above
def test_workspaces_print_what_the_stock_tools_do(root: Path, tmp_path: Path) -> None:
    report, _ = bench("workspaces", root, tmp_path)
    assert report["rows"]
    for row in report["rows"]:
        assert row["different"] == [] and row["ours"]["cpu"] > 0 and row["stock"]["peak_mib"] > 0
    compared = {row["what"]: row["compared"] for row in report["rows"]}
    assert compared["own process, one, first cell"] == compared["forked, one, first cell"] == 1
