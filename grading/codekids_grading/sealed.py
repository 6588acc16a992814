"""A running sandbox as seen from outside: what goes in, what comes out, and the end of it.

Three things are watched while it is listened to: the clock, the memory of all its processes together, and how much it says.
"""

import contextlib
import json
import os
import select
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from io import FileIO
from pathlib import Path
from typing import IO, Any, Literal, Protocol

Ended = Literal["ok", "failed", "killed", "broken", "time", "memory", "flood"]
"""ok: by itself, with 0; failed: by itself; killed: the program inside, by a SIGKILL of itself or of whoever rules this machine;
broken: the walls themselves, which no program inside can reach; the others: what it used up."""

_KILLED = 128 + signal.SIGKILL

_PAGE = os.sysconf("SC_PAGE_SIZE")
_TICK = 0.1


class Process(Protocol):
    """The walls with what runs in them, as one process; :class:`subprocess.Popen` is one."""

    stdin: IO[bytes] | None
    returncode: int | Any
    """None while it runs; below 0 when the walls fell."""

    def poll(self) -> int | None:
        """The code if it has ended."""
        ...

    def wait(self, timeout: float | None = None) -> int:
        """Wait for the end, or raise :class:`subprocess.TimeoutExpired`."""
        ...

    def kill(self) -> None:
        """End it."""
        ...


class Sealed:
    """See the module. ``first``: the number, outside, of the first process inside; None when there are no walls."""

    def __init__(
        self,
        process: Process,
        answers: int,
        first: int | None,
        complaints: IO[bytes],
        seconds: float,
        memory: int,
        most: int,
    ) -> None:
        self._process = process
        self._answers = answers
        self._complaints = complaints
        self._deadline = time.monotonic() + seconds
        self._memory = memory
        self._room = most
        self._kept = bytearray()
        self._why: Ended | None = None
        self._looked = time.monotonic()
        self._first = first

    @property
    def left(self) -> float:
        """Seconds until the clock runs out."""
        return max(0.0, self._deadline - time.monotonic())

    def send(self, message: bytes, *, close: bool = False) -> None:
        """Write to its standard input. It may have ended already, or never read: that is noticed when receiving."""
        stdin = self._process.stdin
        assert stdin is not None
        descriptor = stdin.fileno()
        os.set_blocking(descriptor, False)
        while message and self._why is None:
            _, ready, _ = select.select([], [descriptor], [], _TICK)
            try:
                message = message[os.write(descriptor, message) if ready else 0 :]
            except BrokenPipeError:
                break
            except BlockingIOError:
                continue
            self._watch()
        if close:
            with contextlib.suppress(BrokenPipeError):
                stdin.close()

    def receive_line(self, seconds: float) -> bytes | None:
        """The next line of the answer; None when it ended, or nothing came in that time."""
        until = time.monotonic() + seconds
        looked = 0
        while (end := self._kept.find(b"\n", looked)) < 0:
            looked = len(self._kept)
            if time.monotonic() > until or not self._read(min(until, time.monotonic() + _TICK)):
                return None
        line = bytes(self._kept[:end])
        del self._kept[: end + 1]
        return line

    def receive_all(self) -> bytes:
        """Everything that it answers until it ends or is ended."""
        while self._read(time.monotonic() + _TICK):
            pass
        kept = bytes(self._kept)
        self._kept.clear()
        return kept

    @property
    def over(self) -> bool:
        """Whether it has ended, or was ended."""
        return self._why is not None

    def interrupt(self) -> None:
        """Press Ctrl-C in the program (not in what the program started)."""
        for pid in _children(self._first) if self._first else ():
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(pid, signal.SIGINT)

    def end(self) -> Ended:
        """End it if it has not ended, with everything in it; why it ended."""
        if self._process.poll() is None and self._why in (None, "ok"):
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(timeout=1.0 if self._why == "ok" else 0.0)
        fell = (self._process.poll() or 0) < 0
        self._kill()
        if self._why in (None, "ok"):
            code = self._process.returncode
            self._why = "broken" if fell else "ok" if code == 0 else "killed" if code == _KILLED else "failed"
        return self._why

    def complaint(self) -> str:
        """The last thing that the walls themselves had to say, after the end."""
        lines = os.pread(self._complaints.fileno(), 10_000, 0).decode(errors="replace").strip().splitlines()
        return lines[-1] if lines else ""

    def _read(self, until: float) -> bool:
        """Read what is there, waiting for it for a while; whether there may be more."""
        if self._why is not None:
            return False
        ready, _, _ = select.select([self._answers], [], [], max(0.0, until - time.monotonic()))
        if ready:
            part = os.read(self._answers, 1 << 16)
            if not part:
                self._why = "ok"
                return False
            self._kept += part
            self._room -= len(part)
            if self._room < 0:
                self._stop("flood")
        self._watch()
        return self._why is None

    def _watch(self) -> None:
        now = time.monotonic()
        if now > self._deadline:
            self._stop("time")
        elif now - self._looked > _TICK:
            self._looked = now
            if self._first and _uses_more(self._first, self._memory):
                self._stop("memory")

    def _stop(self, why: Ended) -> None:
        self._why = why
        self._kill()

    def _kill(self) -> None:
        """End every process inside: they all go with the first one."""
        if self._process.poll() is None and self._first:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(self._first, signal.SIGKILL)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(timeout=5.0)
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()


@contextlib.contextmanager
def start(
    command: Callable[[Mapping[str, int]], list[str]],
    rules: bytes,
    uid: int | None,
    seconds: float,
    memory: int,
    most: int,
) -> Iterator[Sealed]:
    """Start bubblewrap; whatever happens, nothing of it is left when the context ends.

    :param command: makes its command line from the descriptors that it inherits: ``rules`` and ``info``
    :param uid: the user to start it as, None for ourselves
    """
    with contextlib.ExitStack() as stack:
        answers, channel = pipe(stack)
        rules_out, rules_in = pipe(stack)
        info_out, info_in = pipe(stack)
        assert len(rules) < 1 << 15, "fits into a pipe that nobody reads yet"
        rules_in.write(rules)
        rules_in.close()
        complaints = stack.enter_context(tempfile.TemporaryFile())
        names = {"rules": rules_out.fileno(), "info": info_in.fileno()}
        process = subprocess.Popen(
            command(names),
            stdin=subprocess.PIPE,
            stdout=channel,  # the first program inside turns it into CHANNEL
            stderr=complaints,
            pass_fds=tuple(names.values()),
            env={},
            cwd="/",
            start_new_session=True,
            user=uid,
            group=uid,
            extra_groups=None if uid is None else (),
        )
        for end in (channel, rules_out, info_in):
            end.close()
        first = _first_process(info_out.fileno())
        sealed = Sealed(process, answers.fileno(), first, complaints, seconds, memory, most)
        try:
            yield sealed
        finally:
            sealed.end()
            if process.stdin is not None:
                with contextlib.suppress(BrokenPipeError):
                    process.stdin.close()


def pipe(stack: contextlib.ExitStack) -> tuple[FileIO, FileIO]:
    """A pipe's two ends, reading and writing, closed with the stack."""
    reading, writing = os.pipe()
    return stack.enter_context(FileIO(reading, "r")), stack.enter_context(FileIO(writing, "w"))


def _first_process(info: int) -> int | None:
    """The number, outside, of the first process inside; None when the walls could not be built."""
    said = b""
    while part := os.read(info, 4096):
        said += part
        with contextlib.suppress(ValueError):
            return int(json.loads(said)["child-pid"])
    return None


def _children(pid: int) -> tuple[int, ...]:
    try:
        return tuple(int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split())
    except OSError:
        return ()


def _uses_more(pid: int, most: int) -> bool:
    """Whether a process and all below it hold more memory. What they share is counted once, but only looked at when needed."""
    everybody = _below(pid)
    return sum(map(_resident, everybody)) > most and sum(map(_proportional, everybody)) > most


def _below(pid: int) -> list[int]:
    found = [pid]
    for one in found:
        found += _children(one)
    return found


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE
    except (OSError, ValueError, IndexError):
        return 0


def _proportional(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except ProcessLookupError:
        return 0
    except OSError:
        return _resident(pid)
    return next((int(line.split()[1]) << 10 for line in lines if line.startswith("Pss:")), 0)
