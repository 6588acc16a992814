"""The rooms import each other only along the arrows."""

import subprocess
import sys
from pathlib import Path


def test_the_import_contracts_hold(root: Path) -> None:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache", "--no-logo"]
    answer = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout


def test_nothing_imports_the_tests(root: Path, tracked: list[Path]) -> None:
    for path in tracked:
        if path.suffix == ".py" and path.parts[0] != "tests":
            assert "import tests" not in (root / path).read_text(), path
            assert "from tests" not in (root / path).read_text(), path


def test_what_runs_before_the_environment_needs_the_standard_library_only(root: Path) -> None:
    program = """
import sys
sys.path.insert(0, "hub")
import bootstrap.chromium, bootstrap.overview, bootstrap.start
own = {name.partition(".")[0] for name in sys.modules} - {"bootstrap", "__main__"}
print(*sorted(own - sys.stdlib_module_names))
"""
    command = [sys.executable, "-I", "-S", "-c", program]
    answer = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    assert answer.stdout.split() == []
