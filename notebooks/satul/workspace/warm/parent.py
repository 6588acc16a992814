"""The warm parent: waits to be asked for a fork, and forks. What a child's workspace is told never comes through it.

On its standard input is a socket of the hub. A request is one byte with one open socket, the child's line: the fork reads from it who
it is. So there is nothing of a child in the parent's memory that the next fork could inherit.
"""

import ctypes
import gc
import os
import signal
import socket
import sys
from collections.abc import Callable
from importlib import import_module
from typing import NoReturn

from satul.workspace.warm import apart, keeper

_REAPER = 36  # PR_SET_CHILD_SUBREAPER
_WITHOUT = "debugpy"
"""A kernel loads it when it starts, if it is there; a kernel of a workspace is never debugged."""

WARM = (
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.core.oinspect",
    "IPython.extensions.storemagic",
    "anywidget",
    "ipykernel.debugger",
    "ipykernel.kernelapp",
    "ipywidgets",
    "psutil",
    "satul.explain",
    "satul.patience",
    "satul.plots",
    "satul.stopping",
    "satul.workspace.extension",
    "satul.workspace.forked_kernels",
    "tornado.platform.asyncio",
)
"""What a server or a kernel imports when it starts, or a first cell does, besides what the server's own module brings."""

Program = Callable[[], None]


def main() -> None:
    """Import, say that we are ready, fork. A fork comes back from :func:`_wait` with what it has to run."""
    asking = socket.socket(fileno=os.dup(0))
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)
    serve = _imported()
    ctypes.CDLL(None).prctl(_REAPER, 1, 0, 0, 0)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody asks how a keeper ended
    outside = apart.namespaces()
    gc.collect()
    gc.freeze()
    asking.send(b"ready")
    program = _wait(asking, outside, serve)
    if program is not None:
        program()


def _imported() -> Program:
    """Everything that servers and kernels import; what runs a server."""
    from satul.workspace import server

    sys.modules[_WITHOUT] = None  # type: ignore[assignment] # see satul.workspace.server
    serve = server.load()
    for name in WARM:
        import_module(name)
    return serve


def _wait(asking: socket.socket, outside: dict[str, str], serve: Program) -> Program | None:
    while True:
        said, lines, _, _ = socket.recv_fds(asking, 1, 1)
        if not said:
            return None
        if os.fork() == 0:
            asking.close()
            return _apart(socket.socket(fileno=lines[0]), outside, serve)
        for line in lines:
            os.close(line)


def _apart(line: socket.socket, outside: dict[str, str], serve: Program) -> Program:
    """Make the first process of namespaces of its own, which comes back with its program, and tell the hub of it."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    try:
        apart.part()
        first = os.fork()
        if first == 0:
            return keeper.live(line, outside, serve)
        watch = os.pidfd_open(first)
        socket.send_fds(line, [b"there"], [watch])
    except Exception as error:  # noqa: BLE001 - the hub sees the line's end, and starts the workspace in another way
        _complain(error)
    _end(0)


def _complain(error: Exception) -> None:
    print(f"warm parent: {type(error).__name__}: {error}", file=sys.stderr, flush=True)


def _end(code: int) -> NoReturn:
    os._exit(code)
