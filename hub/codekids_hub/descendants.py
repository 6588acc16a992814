"""Whatever a process of ours has started, and what that started: found and ended, also when its parent died first."""

import ctypes
import os
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36
"""From ``linux/prctl.h``; see prctl(2)."""

PATIENCE = 5.0
"""Seconds between asking and forcing."""


def adopt_orphans() -> None:
    """Have orphans among our descendants become our own children, where the system can do that (Linux)."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def wait_for(child: subprocess.Popen[bytes]) -> int:
    """Wait for a child's end, and return its exit code. Adopted orphans that end meanwhile are let go: what runs for months
    would keep a line of the process table for each of them."""
    while hasattr(os, "waitid") and child.poll() is None:
        ended = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)
        if ended is None or ended.si_pid == child.pid:
            break
        os.waitpid(ended.si_pid, 0)
    return child.wait()


def end_all(patience: float = PATIENCE) -> None:
    """End all descendants of this process: politely, and after ``patience`` seconds by force."""
    _signal(descendants(os.getpid()), signal.SIGTERM)
    left = _left_after(patience)
    _signal(left, signal.SIGKILL)
    if left:
        _left_after(PATIENCE)  # what was forced needs a moment, too


def _left_after(patience: float) -> list[int]:
    deadline = time.monotonic() + patience
    while True:
        left = descendants(os.getpid())
        _reap()
        if not left or time.monotonic() >= deadline:
            return left
        time.sleep(0.05)


def descendants(process: int) -> list[int]:
    """The processes that a process started, and theirs; none where there is no ``/proc``. Those that ended are left out."""
    parents: dict[int, list[int]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, ValueError):
            state, parent = (folder / "stat").read_text().rpartition(")")[2].split()[:2]
            if state != "Z":
                parents.setdefault(int(parent), []).append(int(folder.name))
    found: list[int] = []
    waiting = [process]
    while waiting:
        children = parents.get(waiting.pop(), [])
        found += children
        waiting += children
    return found


def _signal(processes: list[int], number: signal.Signals) -> None:
    for each in processes:
        with suppress(ProcessLookupError, PermissionError):
            os.kill(each, number)


def _reap() -> None:
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
