"""./codekids from a fresh clone: what it says when something is wrong, and that the next start works."""

import os
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Protocol

import pytest

CLOSED = "http://127.0.0.1:9/simple"  # nobody listens on the discard port


class Copy(Protocol):
    """A copy of the project: see conftest."""

    root: Path
    environment: Mapping[str, str]

    def run(self, *arguments: str, **changes: str) -> subprocess.CompletedProcess[str]: ...
    def start(self, *arguments: str) -> subprocess.Popen[str]: ...
    def command(self, *arguments: str, through: Path | None = None) -> list[str]: ...


def said(answer: subprocess.CompletedProcess[str]) -> list[str]:
    """The sentences of a launcher that refused: there is never a traceback among them."""
    assert "Traceback" not in answer.stderr + answer.stdout
    return [line for line in answer.stderr.splitlines() if line.startswith("codekids: ")]


@pytest.fixture
def old_python(tmp_path: Path) -> str:
    """A PATH on which every Python is too old."""
    folder = tmp_path / "old"
    folder.mkdir()
    python = folder / "python3"
    python.write_text('#!/bin/sh\necho "3.9.2 False"\n')
    python.chmod(0o755)
    for tool in ("dirname", "readlink"):
        (folder / tool).symlink_to(shutil.which(tool) or tool)
    return str(folder)


def test_an_old_python_is_refused_in_a_sentence(bare: Copy, old_python: str) -> None:
    answer = bare.run("demo", PATH=old_python)
    assert answer.returncode == 1
    (sentence,) = said(answer)
    assert "Python 3.11 or later is needed" in sentence
    assert f"3.9.2 ({old_python}/python3)" in sentence
    assert not (bare.root / ".codekids").exists()


def test_a_machine_without_python_is_told_so_in_its_language(bare: Copy, old_python: str) -> None:
    Path(old_python, "python3").unlink()
    english, romanian = said(bare.run("demo", PATH=old_python, LANG="ro_RO.UTF-8"))
    assert "found: none" in english
    assert "niciunul" in romanian


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"], ["demo", "--help"]])
def test_help_needs_no_environment(bare: Copy, arguments: list[str]) -> None:
    answer = bare.run(*arguments)
    assert answer.returncode == 0
    assert "Usage: ./codekids COMMAND" in answer.stdout
    assert "demo" in answer.stdout
    assert not (bare.root / ".codekids" / "venv").exists()


def test_no_network_is_a_sentence(bare: Copy) -> None:
    answer = bare.run("demo", UV_DEFAULT_INDEX=CLOSED, LC_ALL="ro_RO.UTF-8")
    assert answer.returncode == 1
    english, romanian = said(answer)
    assert "could not be reached" in english
    assert "internetul" in romanian
    assert english.removeprefix("codekids: ") in (bare.root / ".codekids" / "setup.log").read_text()


def test_no_network_while_packages_are_fetched_is_a_sentence(warm: Copy) -> None:
    (warm.root / ".codekids" / "cache").unlink()
    answer = warm.run("demo", UV_DEFAULT_INDEX=CLOSED, UV_HTTP_RETRIES="0")
    assert answer.returncode == 1
    (sentence,) = said(answer)
    assert "could not be reached (Python packages)" in sentence


def test_a_package_that_the_lock_does_not_name_is_refused(warm: Copy) -> None:
    lock = warm.root / "codekids.lock"
    text = lock.read_text()
    start = text.index("\nsegno==")
    end = text.index("\n    #", start)
    changed = re.sub("sha256:[0-9a-f]{8}", "sha256:00000000", text[start:end])
    lock.write_text(text[:start] + changed + text[end:])
    answer = warm.run("demo")
    assert answer.returncode == 1
    (sentence,) = said(answer)
    assert "not the one that codekids.lock names" in sentence


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk with room for the project and little more."""
    folder = tmp_path / "small disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=100m", "tmpfs", str(folder)]
    if os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this user cannot mount a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_is_a_sentence(copy_into: Callable[[Path], Copy], small_disk: Path) -> None:
    answer = copy_into(small_disk / "codekids").run("demo")
    assert answer.returncode == 1
    (sentence,) = said(answer)
    assert "The disk is too full" in sentence


def wait_for(condition: Callable[[], bool]) -> None:
    """Wait for something that another process does."""
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.02)


@pytest.mark.slow
def test_ctrl_c_leaves_nothing_broken(warm: Copy) -> None:
    first = warm.start("--version")
    wait_for((warm.root / ".codekids" / "venv" / "bin" / "python").exists)
    first.send_signal(signal.SIGINT)
    _, errors = first.communicate(timeout=30)
    assert first.returncode == 130
    assert "Traceback" not in errors
    assert "Stopped. Nothing is broken" in errors
    assert not (warm.root / ".codekids" / "stamp").exists()
    again = warm.run("--version")
    assert again.returncode == 0, again.stderr
    assert again.stdout.startswith("codekids")


@pytest.mark.slow
def test_two_at_once_make_one_environment(warm: Copy) -> None:
    both = [warm.start("--version") for _ in range(2)]
    ends = [process.communicate(timeout=240) for process in both]
    assert [process.returncode for process in both] == [0, 0], ends
    assert all(output.startswith("codekids") for output, _ in ends)
    errors = sorted((errors for _, errors in ends), key=len)
    assert "another ./codekids is setting up; waiting" in errors[0]
    assert "Python packages ..." in errors[1]


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_fresh_clone_gets_ready_and_a_second_start_makes_nothing(
    bare: Copy, root: Path, tmp_path: Path
) -> None:
    (bare.root / ".codekids").mkdir()
    (bare.root / ".codekids" / "cache").symlink_to(root / ".codekids" / "cache")
    link = tmp_path / "a link"
    link.symlink_to(bare.root / "codekids")
    first = bare.run("--version")
    assert first.returncode == 0, first.stderr
    assert first.stdout.startswith("codekids")
    assert [line[:4] for line in first.stderr.splitlines() if line[0].isdigit()] == ["1/3 ", "2/3 ", "3/3 "]
    proxy = "node_modules/configurable-http-proxy/bin/configurable-http-proxy"
    assert (bare.root / ".codekids" / "proxy" / proxy).exists()
    made = (bare.root / ".codekids" / "setup.log").read_text()
    command = ["env", "-i", *(f"{name}={value}" for name, value in bare.environment.items())]
    command += [str(link), "--version"]
    second = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (second.stdout, second.stderr) == (first.stdout, "")
    assert (bare.root / ".codekids" / "setup.log").read_text() == made, "a second start makes nothing"
    assert not [path for path in (tmp_path / "home").rglob("*") if path.is_file()], "all stays inside"
