"""What a program spends from its first to its last instant, with all that it starts."""

import contextlib
import ctypes
import os
import resource
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_REAPER = 36  # PR_SET_CHILD_SUBREAPER


@dataclass(frozen=True)
class Spent:
    """``wall``: seconds by the clock; ``cpu``: of processors, user and system, of it and of every process below it; ``peak_mib``: the most that one of these processes held; ``code``: how it ended."""

    wall: float
    cpu: float
    peak_mib: float
    code: int


def as_usual() -> dict[str, str]:
    """Our environment, but Python keeps its bytecode, as it does for people: else each start compiles what it imports."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def spent_by(command: Sequence[str], folder: Path, environment: Mapping[str, str], said: Path) -> Spent:
    """Run a command to its end.

    The kernel adds what a process used to what its parent has waited for, so that the last wait tells all of it (``wait4``, see
    getrusage(2)). Whom nobody waited for comes to us, as the nearest reaper, and is counted, too: bubblewrap, for one, does
    not wait for its first process inside. What it says goes to the file ``said``.
    """
    if ctypes.CDLL(None).prctl(_REAPER, 1, 0, 0, 0) != 0:
        raise OSError("this system has no reapers, see prctl(2)")
    with said.open("wb") as output:
        began = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
        )  # fmt: skip
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    all_used = [used, *_left_over()]
    return Spent(
        round(wall, 3),
        round(sum(one.ru_utime + one.ru_stime for one in all_used), 3),
        round(max(one.ru_maxrss for one in all_used) / 1024, 1),
        process.returncode,
    )


def _left_over() -> Iterator[resource.struct_rusage]:
    """What the orphans used, as they end."""
    with contextlib.suppress(ChildProcessError):
        while True:
            yield os.wait4(-1, 0)[2]
