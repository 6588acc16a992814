"""A home that is full: programs may not write, the workspace may; with room again, they may."""

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from satul.workspace.bounds import Bounds, programs_of, with_descendants
from satul.workspace.room import Home
from satul.workspace.safe_files import write_whole

pytestmark = pytest.mark.skipif(
    not hasattr(resource, "prlimit"), reason="only Linux can bound other programs"
)

WRITES = """
import sys
for line in sys.stdin:
    name, size = line.split()
    try:
        with open(name, "wb") as file:
            file.write(bytes(int(size)))
        print("written", flush=True)
    except OSError as error:
        print(error.errno, flush=True)
"""
STARTS = "import subprocess, sys; subprocess.run([sys.executable, '-c', sys.argv[1]])"


class Program:
    """A program of a child, which writes what it is told."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.pid, self._process = process.pid, process

    def write(self, name: str, size: int) -> str:
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(f"{name} {size}\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().strip()


@contextmanager
def program(home: Path, *command: str) -> Iterator[Program]:
    line = [sys.executable, "-c", *command]
    with subprocess.Popen(
        line, cwd=home, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield Program(process)


@pytest.fixture(params=[(WRITES,), (STARTS, WRITES)], ids=["a program", "a program of a program"])
def writer(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Program]:
    with program(tmp_path, *request.param) as started:
        assert started.write("first", 10) == "written"
        yield started


def test_in_a_full_home_a_program_may_delete_and_not_write(writer: Program, tmp_path: Path) -> None:
    bounds = Bounds(Home(tmp_path, 1_000_000))
    assert not bounds.look([writer.pid])
    assert writer.write("photo", 990_000) == "written"
    assert writer.write("more", 20_000) == "written"
    assert bounds.look([writer.pid])
    assert writer.write("still-more", 20_000) == "27"
    assert writer.write("note", 100) == "written"
    write_whole(b"the notebook", tmp_path / "work.ipynb")  # the workspace itself
    (tmp_path / "photo").unlink()
    assert not bounds.look([writer.pid])
    assert writer.write("still-more", 20_000) == "written"


def test_no_file_becomes_larger_than_a_home(writer: Program, tmp_path: Path) -> None:
    Bounds(Home(tmp_path, 1_000_000)).look([writer.pid])
    assert writer.write("photo", 5_000_000) == "27"
    assert (tmp_path / "photo").stat().st_size == 1_000_000


def test_without_a_limit_nobody_is_bound(writer: Program, tmp_path: Path) -> None:
    assert not Bounds(Home(tmp_path)).look([writer.pid])
    assert resource.prlimit(writer.pid, resource.RLIMIT_FSIZE) == resource.getrlimit(resource.RLIMIT_FSIZE)


def test_who_has_ended_is_no_trouble(tmp_path: Path) -> None:
    with program(tmp_path, "") as ended:
        pass
    assert not Bounds(Home(tmp_path, 1_000_000)).look([ended.pid])


def test_others_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "photo").write_bytes(os.urandom(10_000))
    with program(tmp_path, WRITES) as ours, program(tmp_path, WRITES) as another:
        assert Bounds(Home(tmp_path, 5_000)).look([ours.pid])
        assert ours.write("a", 20_000) == "27"
        assert another.write("b", 20_000) == "written"
        assert set(with_descendants([os.getpid()])) >= {ours.pid, another.pid}


def test_the_programs_are_those_of_kernels() -> None:
    kernels: dict[str, Any] = {
        "a": SimpleNamespace(provisioner=SimpleNamespace(pid=7), execution_state="idle"),
        "b": SimpleNamespace(provisioner=None, execution_state="idle"),
    }
    manager = SimpleNamespace(list_kernel_ids=lambda: list(kernels), get_kernel=kernels.__getitem__)
    assert programs_of(manager) == ([7], False)
    kernels["a"].execution_state = "busy"
    assert programs_of(manager) == ([7], True)
