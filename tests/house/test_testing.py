"""`codekids test` counts honestly."""

from pathlib import Path
from typing import IO

import pytest
from click.testing import CliRunner

from codekids_hub.commands import testing
from codekids_hub.commands.testing import Count, counted

REPORT = '<testsuites><testsuite errors="1" failures="2" skipped="3" tests="10"/></testsuites>'


@pytest.mark.parametrize(
    ("report", "exit_code", "count"),
    [
        (REPORT, 1, Count(4, 3, 3)),
        ('<testsuite errors="0" failures="0" skipped="0" tests="7"/>', 0, Count(7)),
        ('<testsuite errors="0" failures="0" skipped="0" tests="7"/>', 3, Count(7, 1)),
        ('<testsuite errors="0" failures="0" skipped="0" tests="0"/>', 5, Count(0, 1)),
        (None, 4, Count(0, 1)),
    ],
)
def test_a_run_is_counted(report: str | None, exit_code: int, count: Count, tmp_path: Path) -> None:
    path = tmp_path / "report.xml"
    if report:
        path.write_text(report)
    assert counted(path, exit_code) == count


def test_the_closing_line_is_a_test_runners() -> None:
    assert str(Count(3, 0)) == "3 passed, 0 failed"
    assert str(Count(3, 1) + Count(2, 0, 4)) == "5 passed, 1 failed, 4 skipped"


def test_an_unknown_area_is_refused_with_the_known_ones() -> None:
    answer = CliRunner().invoke(testing.test, ["kitchen"])
    assert answer.exit_code == 2
    assert (
        "'kitchen' is none of exercises, notebooks, grading, hub, house, content, containers, evening, under_fire"
        in answer.output
    )


@pytest.mark.parametrize(
    ("words", "areas", "options"),
    [
        ([], list(testing.AREAS), ()),
        (["hub"], ["hub"], ()),
        (["hub", "--", "-k", "cards"], ["hub"], ("-k", "cards")),
        (["hub", "-x", "--", "--deselect"], ["hub"], ("-x", "--", "--deselect")),
        (["--", "-x"], list(testing.AREAS), ("-x",)),
    ],
)
def test_what_follows_the_area_goes_to_pytest(
    words: list[str],
    areas: list[str],
    options: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    asked: list[tuple[str, tuple[str, ...]]] = []

    def run(root: Path, area: str, options: tuple[str, ...], output: IO[bytes] | None = None) -> Count:
        asked.append((area, tuple(options)))
        if output is not None:
            output.write(b"said beside the others")
        return Count(1)

    monkeypatch.setattr(testing, "run_area", run)
    monkeypatch.setattr(testing, "static_checks", lambda root: Count())
    monkeypatch.setattr(testing, "project_root", lambda: tmp_path)
    answer = CliRunner().invoke(testing.test, words)
    assert answer.exit_code == 0, answer.output
    assert sorted(asked) == sorted((area, options) for area in areas)
    assert ("said beside the others" in answer.output) is (words == [])
    assert answer.output.endswith(f"\n{len(areas)} passed, 0 failed\n")


def test_a_failed_test_fails_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(testing, "run_area", lambda root, area, options: Count(5, 1))
    assert CliRunner().invoke(testing.test, ["hub"]).exit_code == 1


def test_nothing_run_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(testing, "run_area", lambda root, area, options: Count())
    answer = CliRunner().invoke(testing.test, ["hub", "-k", "nothing"])
    assert answer.exit_code == 1
    assert answer.output.endswith("0 passed, 1 failed\n")
