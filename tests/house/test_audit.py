"""CI's question about known holes: what fails it, what is told, and that silence is never taken for good news."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest


@pytest.fixture
def audit(root: Path) -> ModuleType:
    """The script that CI runs."""
    found = importlib.util.spec_from_file_location("audit", root / ".ci" / "audit.py")
    assert found is not None and found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def package(*fixes: list[str]) -> dict[str, Any]:
    """A package with a hole for each list of fixed versions, as pip-audit reports it."""
    holes = [{"id": f"CVE-{number}", "fix_versions": each} for number, each in enumerate(fixes)]
    return {"name": "leaky", "version": "1.0", "vulns": holes}


@pytest.mark.parametrize(
    ("packages", "npm", "code", "said"),
    [
        ([package()], {}, 0, "pip-audit: 0 known holes"),
        ([package(["1.1"])], {}, 1, "leaky 1.0: CVE-0, fixed in 1.1"),
        ([package([])], {}, 0, "leaky 1.0: CVE-0, fixed in nothing yet"),
        (
            [package(), {"name": "strange", "skip_reason": "?"}],
            {},
            0,
            "nothing could be learnt about strange",
        ),
        (
            [package()],
            {"ws": {"name": "ws", "range": "<8", "severity": "high", "fixAvailable": True}},
            1,
            "ws <8: high",
        ),
        (
            [package()],
            {"ws": {"name": "ws", "range": "<8", "severity": "low", "fixAvailable": False}},
            0,
            "npm audit: 1 known holes",
        ),
    ],
)
def test_what_fails_and_what_is_told(
    audit: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    packages: list[dict[str, Any]],
    npm: dict[str, Any],
    code: int,
    said: str,
) -> None:
    monkeypatch.setattr(audit, "ask_python", lambda root: {"dependencies": packages})
    monkeypatch.setattr(audit, "ask_npm", lambda root: {"vulnerabilities": npm})
    assert audit.main(Path()) == code
    assert said in capsys.readouterr().out


@pytest.mark.parametrize(
    "answer",
    ["", "no route to host", json.dumps({"error": {"code": "ENOAUDIT"}})],
)
def test_advisories_that_are_away_fail_nothing_and_are_told(
    audit: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], answer: str
) -> None:
    monkeypatch.setattr(audit, "run", lambda command, folder: answer)
    assert audit.main(Path()) == 0
    assert capsys.readouterr().out.count("could not be asked") == 2


def test_an_index_that_knows_nothing_is_no_good_news(
    audit: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    report = json.dumps({"dependencies": [{"name": "jinja2", "skip_reason": "not found"}]})

    def write(command: list[str], _folder: Path) -> str:
        if "--output" in command:
            Path(command[command.index("--output") + 1]).write_text(report)
        return ""

    monkeypatch.setattr(audit, "run", write)
    assert audit.main(Path()) == 0
    assert "passes no advisories on" in capsys.readouterr().out
