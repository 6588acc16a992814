"""nbgrader's own tests of what an exchange must do, pointed at ours and at the club's real service: see stock_exchange."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

PARTS = {
    "releaseassignment": 8,
    "fetch_assignment": 7,
    "submit": 12,
    "list": 9,
    "collect": 7,
    "releasefeedback": 6,
    "fetchfeedback": 2,
}
"""Modules of nbgrader's tests, and how many tests of each there are for us at least."""


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("part", PARTS)
def test_stock(part: str, root: Path, tmp_path: Path) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    options = ["-c", "pytest.ini", "-q", "--tb=short", "-p", "evening.stock_exchange"]
    options += ["-p", "no:randomly", "-p", "no:cacheprovider", "--basetemp", str(tmp_path / "base")]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "--pyargs", f"nbgrader.tests.apps.test_nbgrader_{part}"],
        cwd=tmp_path,
        env=os.environ
        | {
            "PYTHONPATH": str(root / "tests"),
            "PYTEST_ADDOPTS": "",
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        },
        capture_output=True,
        text=True,
        timeout=1500,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-2000:]
    told = re.search(r"^(\d+) passed", done.stdout, re.MULTILINE)
    assert told and int(told[1]) >= PARTS[part] and " skipped" not in done.stdout, done.stdout[-500:]
