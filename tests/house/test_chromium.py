"""Which browser the tests use, of those that are there."""

from pathlib import Path

import pytest

from bootstrap import chromium, refusals


def browser(folder: Path, name: str, exit_code: int = 0) -> Path:
    """A program that says its version, or cannot even do that."""
    path = folder / name
    path.write_text(f"#!/bin/sh\nexit {exit_code}\n")
    path.chmod(0o755)
    return path


@pytest.fixture(autouse=True)
def nothing_is_downloaded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".codekids").mkdir()
    monkeypatch.setattr(chromium, "_from_playwright", lambda root, report: iter(()))
    monkeypatch.setattr(chromium, "_from_debian", lambda environment, report: iter(()))


def test_an_installed_browser_is_found_and_noted(tmp_path: Path) -> None:
    path = browser(tmp_path, "chromium")
    assert chromium.ensure(str(tmp_path), {"PATH": str(tmp_path)}) == str(path)
    assert chromium.ensure(str(tmp_path), {"PATH": ""}) == str(path), "the note is enough the next time"


def test_a_browser_that_does_not_start_is_passed_over(tmp_path: Path) -> None:
    browser(tmp_path, "chromium-browser", exit_code=1)
    path = browser(tmp_path, "google-chrome")
    assert chromium.ensure(str(tmp_path), {"PATH": str(tmp_path)}) == str(path)


def test_the_operators_choice_comes_first(tmp_path: Path) -> None:
    browser(tmp_path, "chromium")
    path = browser(tmp_path, "mine")
    environment = {"PATH": str(tmp_path), "CODEKIDS_CHROMIUM": str(path)}
    assert chromium.ensure(str(tmp_path), environment) == str(path)


def test_no_browser_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert chromium.ensure(str(tmp_path), {"PATH": str(tmp_path)}) == 1
    assert refusals.NoBrowser.english in capsys.readouterr().err
