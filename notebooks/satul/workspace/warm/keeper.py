"""The keeper of one child's processes: the first in their namespaces. It starts the server, and kernels when the server asks.

When the server ends, or the line to the hub does, the keeper ends, and with it whatever else the child has running.
"""

import json
import os
import selectors
import signal
import socket
import sys
from collections.abc import Callable, Mapping
from typing import Any

from satul.workspace.warm import apart

MOST = 1 << 18
ASKING = "SATUL_KEEPER"
"""The environment variable that tells a server on which descriptor its keeper listens."""
_BROKEN, _MOST_FILES = 70, 1 << 20

Program = Callable[[], None]


def live(line: socket.socket, outside: Mapping[str, str], serve: Program) -> Program:
    """The keeper's life. Comes back in the forks alone, with what they have to run.

    :param line: the hub's end of it says who we are; its end is ours
    """
    try:
        request = json.loads(line.recv(MOST))
        _become(request, line, outside)
        line.send(b"runs")
    except Exception as error:  # noqa: BLE001 - the hub sees the line's end, and starts the workspace in another way
        print(f"keeper: {type(error).__name__}: {error}", file=sys.stderr, flush=True)
        os._exit(_BROKEN)
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    server = os.fork()
    if server == 0:
        ours.close()
        line.close()
        return _as_server(request["arguments"], theirs, serve)
    theirs.close()
    return _keep(server, line, ours)


def _become(request: Mapping[str, Any], line: socket.socket, outside: Mapping[str, str]) -> None:
    """Be that child and nobody else, or nothing begins."""
    os.setsid()
    _close_all_but(line.fileno())
    apart.settle(request["home"], request["homes"], request["shown"])
    os.environ.clear()
    os.environ.update(request["environment"])
    os.chdir(request["home"])
    os.umask(0o022)
    apart.give_up_rights()
    apart.check(request["home"], request["homes"], outside)


def _as_server(arguments: list[str], keeper: socket.socket, serve: Program) -> Program:
    os.setsid()
    apart.chance_anew()
    os.environ[ASKING] = str(keeper.detach())
    sys.argv = ["jupyterhub-singleuser", *arguments, *_in_this_home()]
    return serve


def _in_this_home() -> list[str]:
    """Where JupyterLab keeps what the child chose: it looked for the home when it was imported, which was before there was one."""
    from jupyterlab import commands

    settings = commands.get_user_settings_dir()  # type: ignore[no-untyped-call]
    layouts = commands.get_workspaces_dir()  # type: ignore[no-untyped-call]
    return [f"--LabApp.user_settings_dir={settings}", f"--LabApp.workspaces_dir={layouts}"]


def _keep(server: int, line: socket.socket, asking: socket.socket) -> Program:
    """Look after everybody, and fork kernels, until the server ends or the hub does."""
    waking, woken = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)
    signal.set_wakeup_fd(woken)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda number, _: os.kill(server, number))
    signal.signal(signal.SIGCHLD, lambda *_: None)
    with selectors.DefaultSelector() as ready:
        for one in (waking, line, asking):
            ready.register(one, selectors.EVENT_READ)
        while True:
            _reap(server)
            there = [key.fileobj for key, _ in ready.select()]
            if line in there and not line.recv(1):
                os._exit(0)
            if waking in there:
                os.read(waking, 1 << 12)
            if asking in there and (program := _answer(asking, line, woken)) is not None:
                return program


def _reap(server: int) -> None:
    try:
        while (ended := os.waitpid(-1, os.WNOHANG))[0]:
            if ended[0] == server:
                os._exit(max(0, os.waitstatus_to_exitcode(ended[1])))
    except ChildProcessError:
        os._exit(_BROKEN)


def _answer(asking: socket.socket, line: socket.socket, woken: int) -> Program | None:
    """Fork a kernel; in the fork, what it has to run."""
    asked = asking.recv(MOST)
    if not asked:  # the server is about to end
        asking.close()
        os._exit(0)
    request = json.loads(asked)
    child = os.fork()
    if child == 0:
        return _as_kernel(request)
    watch = os.pidfd_open(child)
    socket.send_fds(asking, [str(child).encode()], [watch])
    os.close(watch)
    return None


def _as_kernel(request: Mapping[str, Any]) -> Program:
    signal.set_wakeup_fd(-1)
    for number in (signal.SIGTERM, signal.SIGCHLD):
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.setsid()
    _close_all_but()
    apart.chance_anew()
    os.environ.clear()
    os.environ.update(request["environment"])
    os.chdir(request["folder"])
    sys.argv = ["ipykernel_launcher", *request["arguments"]]
    sys.path[:] = ["", *(one for one in sys.path if one)]

    def run() -> None:
        from ipykernel import kernelapp

        kernelapp.launch_new_instance()

    return run


def _close_all_but(kept: int = 2) -> None:
    """Close what was inherited, but what we write errors to."""
    os.closerange(3, kept)
    os.closerange(max(kept, 2) + 1, _MOST_FILES)
