"""The warm parent of workspaces as the Hub sees it: started behind walls once, asked for a fork for each child.

See :mod:`satul.workspace.warm`. A request carries nothing but one end of a socket; the fork that holds it is told there who it is. So
the warm parent never knows a token, and its next fork inherits none.
"""

import asyncio
import json
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from codekids_grading import bubblewrap

START, ANSWER = 300.0, 60.0
"""Seconds for the parent to have everything imported, and for a fork to be apart."""
_MOST_TOLD = 1 << 17


class NotWarm(Exception):
    """There is no fork to be had; the workspace can be started by itself."""


class ForkedWorkspace:
    """The keeper of a child's processes, by a watch (pidfd) that nobody else's number can take over.

    It ends with all that it keeps when :meth:`close` is called or the Hub ends.
    """

    def __init__(self, line: socket.socket, watch: int) -> None:
        self._line, self._watch = line, watch
        self.pid = _number(watch)

    def has_ended(self) -> bool:
        """Whether it has."""
        return self._watch < 0 or bool(select.select([self._watch], [], [], 0)[0])

    def signal(self, number: int) -> bool:
        """Signal it; whether it was there. It hands SIGINT and SIGTERM on to the server."""
        if self.has_ended():
            return False
        if number:
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._watch, number)
        return True

    def close(self) -> None:
        """Forget it; if it has not ended, it does now."""
        self._line.close()
        if self._watch >= 0:
            os.close(self._watch)
            self._watch = -1


class WarmParent:
    """Starts the parent when it is first asked, and again when it is gone.

    :param homes: the folder of all homes; a fork sees its own
    :param shown: what every workspace may read
    :param errors: where it and its forks write what they have to say; ``None``: where we do
    """

    def __init__(self, homes: Path, shown: Sequence[Path], errors: IO[bytes] | None = None) -> None:
        self._homes, self._shown, self._errors = homes, tuple(shown), errors
        self._asking: socket.socket | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = asyncio.Lock()

    async def fork(
        self, home: Path, environment: Mapping[str, str], arguments: Sequence[str]
    ) -> ForkedWorkspace:
        """A workspace that runs.

        :raises NotWarm: it does not, and nothing of it is left
        """
        told = json.dumps(
            {
                "home": str(home),
                "homes": str(self._homes),
                "shown": [str(path) for path in self._shown],
                "environment": dict(environment),
                "arguments": list(arguments),
            }
        ).encode()
        if len(told) > _MOST_TOLD:
            raise NotWarm("the environment is too large")
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        ours.settimeout(ANSWER)
        try:
            with theirs:
                await self._ask(theirs)
            return await asyncio.to_thread(_introduced, ours, told)
        except OSError as error:
            ours.close()
            raise NotWarm(f"the warm parent made no workspace: {error}") from error

    def close(self) -> None:
        """End the parent. Its forks go on."""
        if self._asking is not None:
            self._asking.close()
            self._asking = None
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    async def _ask(self, theirs: socket.socket) -> None:
        async with self._lock:
            if self._process is not None and self._process.poll() is not None:
                self.close()
            if self._asking is None:
                await self._start()
            assert self._asking is not None
            try:
                socket.send_fds(self._asking, [b"f"], [theirs.fileno()])
            except OSError:
                self.close()
                raise

    async def _start(self) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(  # noqa: ASYNC220 - milliseconds, and it ends with the thread that starts it
                self._command(),
                stdin=theirs.fileno(),
                stderr=self._errors,
                env=_environment(),
                cwd="/",
                start_new_session=True,
            )
        ours.settimeout(START)
        try:
            ready = await asyncio.to_thread(ours.recv, 100)
        except OSError:
            ready = b""
        ours.settimeout(ANSWER)
        self._asking = ours
        if ready != b"ready":
            self.close()
            raise OSError("it did not start")

    def _command(self) -> list[str]:
        """Walls that show all homes, and leave the right to part the forks. The parent has no process namespace of its own: with
        that, all its forks would end when it ends."""
        walls = bubblewrap.Walls(
            bubblewrap.find(), shows=self._shown, gives=(self._homes,), network=True
        ).around(sys.executable, "-m", "satul.workspace.warm")
        walls.remove("--unshare-pid")
        end = walls.index("--")
        rights = ["--cap-add", "CAP_SYS_ADMIN", "--cap-add", "CAP_SETPCAP"] if os.geteuid() == 0 else []
        return [*walls[:end], *rights, "--remount-ro", "/dev", "--remount-ro", "/", *walls[end:]]


def _introduced(line: socket.socket, told: bytes) -> ForkedWorkspace:
    said, watches, _, _ = socket.recv_fds(line, 100, 1)
    if said != b"there" or len(watches) != 1:
        raise ConnectionResetError("it could not fork")
    made = ForkedWorkspace(line, watches[0])
    try:
        line.send(told)
        if line.recv(100) != b"runs":
            raise ConnectionResetError("its fork is not apart")
    except OSError:
        made.close()
        raise
    return made


def _environment() -> dict[str, str]:
    """What the parent sees of ours; a fork gets its own."""
    return {name: os.environ[name] for name in ("PATH", "LANG", "TZ") if name in os.environ}


def _number(watch: int) -> int:
    """The number of a process that is watched."""
    for line in Path(f"/proc/self/fdinfo/{watch}").read_text().splitlines():
        name, _, value = line.partition(":")
        if name == "Pid":
            return max(0, int(value))
    return 0
