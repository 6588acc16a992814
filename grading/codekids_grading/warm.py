"""The warm parent as seen from outside: started behind walls once, asked for a fork for each job, and started again when it is gone.

See :mod:`codekids_grading.inside.warm`. What a fork gets goes in with the request: its user, its limits, its environment, and its open
files, which are the ends of pipes and the folder of what is given. Nothing of one request is there for the next.
"""

import contextlib
import json
import os
import select
import signal
import socket
import subprocess
import tempfile
import threading
import weakref
from collections.abc import Iterator, Mapping, Sequence
from io import FileIO
from pathlib import Path
from typing import IO, Any, Self

from codekids_grading.sealed import Sealed, pipe

_START = 120.0
_ANSWER = 60.0
_END = 10.0
_SOMEBODY = 40000
"""The user of a trial: below the slots."""


class NotWarm(Exception):
    """There is no warm parent: not on this machine, or not any more. The job can be run without it."""


class WarmParent:
    """A warm parent for one kind of program, started when it is first asked.

    :param command: bubblewrap's command line around it
    :param environment: what it sees of one; its forks get their own
    :param begin: what it is told first
    """

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], begin: Mapping[str, Any]
    ) -> None:
        self._command, self._environment, self._begin = list(command), dict(environment), dict(begin)
        self._lock = threading.Lock()
        self._running: _Running | None = None
        self._given_up = False
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - as long as we live
        weakref.finalize(self, self._said.close)

    @contextlib.contextmanager
    def start(
        self, request: Mapping[str, Any], given: Path | None, seconds: float, memory: int, most: int
    ) -> Iterator[Sealed]:
        """A fork that runs its program; it is gone when the context ends.

        :raises NotWarm: before anything has run
        """
        with contextlib.ExitStack() as stack:
            questions, stdin = pipe(stack)
            answers, channel = pipe(stack)
            report, reported = pipe(stack)
            ours = (questions, channel, reported)
            with _opened(given) as folder:
                watch = self._ask(request, [*(one.fileno() for one in ours), *folder])
            fork = stack.enter_context(_Fork(watch, stdin, report))
            for end in ours:
                end.close()
            sealed = Sealed(fork, answers.fileno(), fork.number, self._said, seconds, memory, most)
            try:
                yield sealed
            finally:
                sealed.end()

    def close(self) -> None:
        """End the parent, if there is one."""
        with self._lock:
            if self._running is not None:
                self._running.end()
            self._running = None

    def _ask(self, request: Mapping[str, Any], files: Sequence[int]) -> int:
        """A watch (pidfd) on the fork that was made."""
        asked = json.dumps(request).encode()
        with self._lock:
            for _ in range(2):
                if self._given_up:
                    break
                if self._running is None:
                    self._running = self._started()
                try:
                    return self._running.ask(asked, files)
                except OSError:  # somebody ended it: once more, with a new one
                    self._running.end()
                    self._running = None
        raise NotWarm("the warm parent cannot be started")

    def _started(self) -> "_Running":
        self._said.truncate(0)
        running = _Running(self._command, self._environment, self._said)
        if not (running.begin(json.dumps(self._begin).encode()) and running.proves_itself()):
            running.end()
            self._given_up = True
            raise NotWarm("the warm parent did not start, or its forks are not apart")
        return running


class _Running:
    """A warm parent that runs. Its keeper is a thread, since the kernel ends it with the thread that started it."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], said: IO[bytes]) -> None:
        self._ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._keeper = threading.Thread(
            target=_keep, args=(command, environment, theirs, said), name="warm-parent", daemon=True
        )
        self._keeper.start()
        self._last = weakref.finalize(self, _end, self._ours, self._keeper)

    def begin(self, first: bytes) -> bool:
        """Tell it the first thing; whether it is ready."""
        self._ours.settimeout(_START)
        try:
            self._ours.send(first)
            ready = self._ours.recv(100) == b"ready"
        except OSError:
            ready = False
        self._ours.settimeout(_ANSWER)
        return ready

    def proves_itself(self) -> bool:
        """Whether a fork that does nothing is as sealed as it has to be."""
        request = {"uid": _SOMEBODY, "limits": {}, "environment": {}, "disk": 1 << 20, "trial": True}
        with contextlib.ExitStack() as stack:
            report, reported = pipe(stack)
            nothing = stack.enter_context(open(os.devnull, "r+b"))
            files = (nothing.fileno(), nothing.fileno(), reported.fileno())
            try:
                watch = self.ask(json.dumps(request).encode(), files)
            except OSError:
                return False
            reported.close()
            with _Fork(watch, nothing, report) as fork, contextlib.suppress(subprocess.TimeoutExpired):
                return fork.wait(_ANSWER) == 0
        return False

    def ask(self, request: bytes, files: Sequence[int]) -> int:
        """See :meth:`WarmParent._ask`.

        :raises OSError: it is gone
        """
        socket.send_fds(self._ours, [request], files)
        said, watches, _, _ = socket.recv_fds(self._ours, 100, 1)
        if said != b"there" or len(watches) != 1:
            raise ConnectionResetError("the warm parent has ended")
        return watches[0]

    def end(self) -> None:
        """End it and wait for it."""
        self._last()


def _keep(
    command: Sequence[str], environment: Mapping[str, str], theirs: socket.socket, said: IO[bytes]
) -> None:
    with theirs:
        process = subprocess.Popen(
            command,
            stdin=theirs.fileno(),
            stdout=subprocess.DEVNULL,
            stderr=said,
            env=environment,
            cwd="/",
            start_new_session=True,
        )
    process.wait()


def _end(ours: socket.socket, keeper: threading.Thread) -> None:
    ours.close()
    keeper.join(_END)


class _Fork:
    """A fork of the warm parent, as a process: see :class:`codekids_grading.sealed.Process`."""

    def __init__(self, watch: int, stdin: Any, report: FileIO) -> None:
        self.stdin: Any = stdin
        self.returncode: int | None = None
        self._watch, self._report = watch, report
        self.number = _number(watch)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._watch)

    def poll(self) -> int | None:
        """See there."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.wait(0.0)
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """See there. A parent that ended without a report has left its fork to nobody: the walls fell."""
        if self.returncode is None:
            ready, _, _ = select.select([self._report], [], [], timeout)
            if not ready:
                raise subprocess.TimeoutExpired("fork", timeout or 0.0)
            said = os.read(self._report.fileno(), 10)
            self.returncode = int(said) if said else -signal.SIGKILL
            if not said:
                self.kill()
        return self.returncode

    def kill(self) -> None:
        """See there."""
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._watch, signal.SIGKILL)


def _number(watch: int) -> int | None:
    """The number, outside, of a process that is watched; None when it has ended already."""
    for line in Path(f"/proc/self/fdinfo/{watch}").read_text().splitlines():
        name, _, value = line.partition(":")
        if name == "Pid":
            return int(value) if int(value) > 0 else None
    return None


@contextlib.contextmanager
def _opened(folder: Path | None) -> Iterator[tuple[int, ...]]:
    if folder is None:
        yield ()
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield (descriptor,)
    finally:
        os.close(descriptor)
