"""The project's files, and copies of them, for tests of the house itself."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

KEPT = ("HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY", "PIP_INDEX_URL", "SSL_CERT_FILE", "UV_DEFAULT_INDEX")
MADE = {".codekids", ".git", ".mypy_cache", ".pytest_cache", ".ruff_cache", "__pycache__", "node_modules"}


@pytest.fixture(scope="session")
def tracked(root: Path) -> list[Path]:
    """Every file of the project that git keeps, or would keep, relative to the root."""
    listing = ["git", "-c", "safe.directory=*", "ls-files", "-co", "--exclude-standard", "-z"]
    if (root / ".git").exists() and shutil.which("git"):
        answer = subprocess.run(listing, cwd=root, capture_output=True, text=True, check=True)
        found = [Path(name) for name in answer.stdout.split("\0") if name]
    else:
        found = [path.relative_to(root) for path in root.rglob("*")]
    return sorted(path for path in found if not MADE & set(path.parts) and (root / path).is_file())


@pytest.fixture(scope="session")
def uv(root: Path) -> str:
    """The uv that the launcher found or fetched."""
    fetched = sorted(map(str, (root / ".codekids" / "uv").glob("*/uv")))
    path = os.environ.get("CODEKIDS_UV") or shutil.which("uv") or (fetched[-1] if fetched else None)
    if not path:
        pytest.fail("uv is not here; start the tests with ./codekids test")
    return str(Path(path).absolute())


@dataclass(frozen=True)
class Copy:
    """A copy of the project, as after a fresh clone, and a bare machine to start it on."""

    root: Path
    environment: Mapping[str, str]

    def command(self, *arguments: str, through: Path | None = None) -> list[str]:
        """Return the command for ./codekids with arguments, perhaps through a symbolic link to it."""
        return [str(through or self.root / "codekids"), *arguments]

    def run(self, *arguments: str, **changes: str) -> subprocess.CompletedProcess[str]:
        """Run ./codekids to its end, from another folder, with changes to the environment."""
        environment = {**self.environment, **changes}
        command = self.command(*arguments)
        return subprocess.run(command, cwd="/", env=environment, capture_output=True, text=True, check=False)

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Start ./codekids, its output to be read later. Ctrl-C reaches it even where the tests run in the background,
        for which a shell has it ignored."""
        pipe = subprocess.PIPE
        return subprocess.Popen(
            self.command(*arguments),
            cwd="/",
            env=self.environment,
            stdout=pipe,
            stderr=pipe,
            text=True,
            preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no threads here
        )


@pytest.fixture
def copy_into(root: Path, tracked: list[Path], tmp_path: Path) -> Callable[[Path], Copy]:
    """Makes a copy of the project in a folder; its machine has a Python and nothing else."""

    def make(folder: Path) -> Copy:
        for path in tracked:
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(root / path, target)
        binaries, home = tmp_path / "bin", tmp_path / "home"
        binaries.mkdir()
        home.mkdir()
        (binaries / "python3").symlink_to(getattr(sys, "_base_executable", sys.executable))
        environment = {name: os.environ[name] for name in KEPT if name in os.environ}
        environment |= {"PATH": f"{binaries}:/usr/bin:/bin", "HOME": str(home), "LANG": "C.UTF-8"}
        return Copy(folder, environment)

    return make


@pytest.fixture
def bare(copy_into: Callable[[Path], Copy], tmp_path: Path) -> Copy:
    """A copy in a path with spaces, with nothing made yet and nothing fetched before."""
    return copy_into(tmp_path / "a place with spaces" / "code kids")


@pytest.fixture
def warm(bare: Copy, root: Path, uv: str) -> Copy:
    """A copy with nothing made yet; what was fetched for this project before needs no fetching again."""
    (bare.root / ".codekids").mkdir()
    (bare.root / ".codekids" / "cache").symlink_to(root / ".codekids" / "cache")
    path = f"{bare.environment['PATH']}:{Path(uv).parent}"
    return Copy(bare.root, {**bare.environment, "PATH": path})
