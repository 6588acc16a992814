"""A fork of this interpreter: it works with limits of its own, says line after line what it found, and is ended."""

import os
import select
import signal
import time
from collections.abc import Callable

Say = Callable[[bytes], None]

_TOO_LONG = (signal.SIGXCPU, signal.SIGPROF, signal.SIGALRM)
"""What ends a fork that works or waits too long and cannot be stopped in a better way."""

_LONGEST_LINE = 8_000_000
_MOST_MEMORY = 2 << 30
_MOST_DISK = 16 << 20


class Fork:
    """Forks at once; in the fork `live` works until it returns, with as much of the processor as `seconds`.

    Whatever it does, it has no open file of ours but its own pipe, and its output goes nowhere.
    """

    def __init__(self, live: Callable[[Say], None], seconds: float) -> None:
        self._reading, writing = os.pipe()
        self._said = b""
        self._late = False
        self._child = os.fork()
        if self._child == 0:
            _live_and_die(live, seconds, writing)
        os.close(writing)

    def line(self, seconds: float) -> bytes | None:
        """The next line that it says; None when it ended, took longer than `seconds` or never comes to an end."""
        deadline = time.monotonic() + seconds
        while b"\n" not in self._said:
            ready, _, _ = select.select([self._reading], [], [], max(0.0, deadline - time.monotonic()))
            self._late = not ready
            part = os.read(self._reading, 1 << 16) if ready else b""
            if not part or len(self._said) > _LONGEST_LINE:
                return None
            self._said += part
        line, _, self._said = self._said.partition(b"\n")
        return line

    def end(self) -> str:
        """End it and all that it started. `time` when it worked too long, else `gone`."""
        os.close(self._reading)
        for kill in (os.killpg, os.kill):  # ended or not, until it is waited for the id is its own
            try:
                kill(self._child, signal.SIGKILL)
            except (ProcessLookupError, PermissionError):
                continue
        _, status = os.waitpid(self._child, 0)
        late = self._late or (os.WIFSIGNALED(status) and os.WTERMSIG(status) in _TOO_LONG)
        return "time" if late else "gone"


def _live_and_die(live: Callable[[Say], None], seconds: float, writing: int) -> None:
    """The life of a fork; never returns."""
    me = os.getpid()

    def say(line: bytes) -> None:
        if os.getpid() == me:  # a fork that a child's program made says nothing
            write(writing, line + b"\n")

    try:
        os.setsid()
        _close_all_but(writing)
        _limit(seconds)
        live(say)
    finally:
        os._exit(0)


def write(descriptor: int, text: bytes) -> None:
    """Write all of it."""
    while text:
        text = text[os.write(descriptor, text) :]


def _close_all_but(writing: int) -> None:
    """Only the run's own pipe stays open; what is written to the real output goes nowhere."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    os.closerange(3, writing)
    os.closerange(writing + 1, 1024)


def _limit(seconds: float) -> None:
    import resource  # not everywhere, but everywhere where there is a fork

    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 2, int(seconds) + 3))
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_MOST_DISK, _MOST_DISK))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
