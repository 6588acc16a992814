"""Kernels that the keeper of a forked workspace makes by forking: a kernel provisioner, Jupyter's public way to say how kernels start.

A workspace that was not forked, and a kernel that is not this Python's, start as Jupyter starts them.
"""

import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from satul.workspace.warm.keeper import ASKING, MOST

NAME = "satul-forked"
"""Under this name Jupyter finds it; see the entry points of the package."""

_one_at_a_time = threading.Lock()


class ForkedProvisioner(LocalProvisioner):
    """Asks the keeper for a kernel."""

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> Any:
        """Have it forked; the rest is as with any local kernel."""
        keeper = os.environ.get(ASKING)
        if keeper is None or not _is_ours(cmd):
            return await super().launch_kernel(cmd, **kwargs)
        environment = {**(kwargs.get("env") or os.environ)}
        environment.pop(ASKING, None)
        folder = kwargs.get("cwd") or os.getcwd()
        try:
            made = forked(int(keeper), cmd[3:], environment, folder)
        except OSError:
            self.log.warning("The keeper is away: a kernel starts by itself.")
            return await super().launch_kernel(cmd, **kwargs)
        self.process = made  # type: ignore[assignment] # it has what is used of a Popen
        self.pid = self.pgid = made.pid
        return self.connection_info


class Forked:
    """A forked kernel, with what Jupyter uses of :class:`subprocess.Popen`. How it ended is not known: 0."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int, watch: int) -> None:
        self.pid, self._watch = pid, watch
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """0 when it has ended."""
        with suppress(subprocess.TimeoutExpired):
            self.wait(0)
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end."""
        if self.returncode is None:
            if not select.select([self._watch], [], [], timeout)[0]:
                raise subprocess.TimeoutExpired("kernel", timeout or 0)
            os.close(self._watch)
            self.returncode = 0
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Signal it, if it has not ended."""
        if self.poll() is None:
            signal.pidfd_send_signal(self._watch, number)

    def kill(self) -> None:
        """End it."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)


def forked(keeper: int, arguments: list[str], environment: dict[str, str], folder: str) -> Forked:
    """Ask for a kernel.

    :raises OSError: there is no keeper
    """
    told = {"arguments": arguments, "environment": environment, "folder": str(folder)}
    asked = json.dumps(told).encode()
    if len(asked) > MOST:
        raise OSError("the environment is too large for the keeper")
    with _one_at_a_time, socket.socket(fileno=os.dup(keeper)) as asking:
        asking.send(asked)
        said, watches, _, _ = socket.recv_fds(asking, 100, 1)
    if not said or len(watches) != 1:
        raise ConnectionResetError("the keeper has ended")
    return Forked(int(said), watches[0])


def _is_ours(command: list[str]) -> bool:
    """Whether it is a Python kernel of this Python, as our kernel specification starts it."""
    same = Path(command[0]).name in ("python", "python3") or command[0] == sys.executable
    return same and command[1:3] == ["-m", "ipykernel_launcher"]
