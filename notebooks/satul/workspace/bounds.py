"""Keeps a home from growing past its limit, without a special file system: children's programs are not let write.

Linux bounds the size of each file that a process writes (``RLIMIT_FSIZE``), and lets the workspace's server change that bound
for the programs that it started. While there is room, a program's file may become as large as a home; when there is none, a
program may delete, and write no more than notes, until there is room again. The server itself is not bound: a notebook is saved, and handed in.
"""

import asyncio
import logging
import resource
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from satul.workspace.room import Home

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp

log = logging.getLogger("satul.bounds")

LOOK_EVERY = 2.0
"""Seconds between two looks while a program runs, or none may write."""
NOTE = 4096
"""Bytes of a file that a program may write in a full home: Python tries temporary folders by writing a word into them."""
SHARE = 20
"""A home with very many files is counted more rarely: counting takes a twentieth of the time at most."""


class Bounds:
    """Bounds the programs of one home."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self.closed = False

    def look(self, programs: Iterable[int]) -> bool:
        """Count the home, and bind these processes and all that they started; whether they may not write now."""
        room = self._home.count()
        if room.is_full != self.closed:
            log.warning("%s of %s bytes are used", room.used, room.limit)
        self.closed = room.is_full
        for program in with_descendants(programs) if room.limit else ():
            bind(program, NOTE if self.closed else room.limit)
        return self.closed


def bind(program: int, most: int) -> None:
    """Let no file that a program writes become larger than so many bytes. What has ended, or is not ours, is left alone."""
    with suppress(OSError, ValueError):
        soft, hard = resource.prlimit(program, resource.RLIMIT_FSIZE)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        if soft != allowed:
            resource.prlimit(program, resource.RLIMIT_FSIZE, (allowed, hard))


def with_descendants(roots: Iterable[int], processes: Path = Path("/proc")) -> Iterator[int]:
    """The processes, and all that they started."""
    children: dict[int, list[int]] = {}
    for folder in processes.glob("[0-9]*"):
        with suppress(OSError, ValueError, IndexError):
            stat = (folder / "stat").read_text(encoding="ascii", errors="replace")
            children.setdefault(int(stat.rpartition(")")[2].split()[1]), []).append(int(folder.name))
    waiting = list(roots)
    while waiting:
        process = waiting.pop()
        yield process
        waiting += children.get(process, [])


def start(server: "ServerApp", home: Home) -> None:
    """Bound the programs of a Jupyter server for as long as it runs, where the home has a limit and the system can do it."""
    if not (home.limit and hasattr(resource, "prlimit")):
        return
    bounds = Bounds(home)

    async def look_on() -> None:
        while True:
            began = time.monotonic()
            running, any_busy = programs_of(server.kernel_manager)
            if bounds.closed or any_busy:
                try:
                    await asyncio.to_thread(bounds.look, running)
                except Exception:
                    log.exception("the home could not be counted; it is tried again")
            await asyncio.sleep(max(LOOK_EVERY, SHARE * (time.monotonic() - began)))

    server.io_loop.add_callback(look_on)


def programs_of(manager: Any) -> tuple[list[int], bool]:
    """The processes of a server's kernels, and whether one of them runs a program or is about to."""
    kernels = [manager.get_kernel(key) for key in manager.list_kernel_ids()]
    found = [getattr(getattr(kernel, "provisioner", None), "pid", None) for kernel in kernels]
    return [pid for pid in found if pid], any(kernel.execution_state != "idle" for kernel in kernels)
