"""The warm parent: has everything imported, and forks for each hand-in. It never runs a child's code, and knows no secret.

It lives behind walls of bubblewrap like every sandbox, but with the rights that it takes to part its forks from each other. For each
request, a line of JSON with open files, it makes a fork that is the first process of its own namespaces; that one makes disks, copies
what is given, gives up its rights and only looks after the next fork, in which the program runs as the slot's user.
"""

import contextlib
import gc
import json
import os
import select
import signal
import socket
import sys
from typing import Any

from codekids_grading.inside import partitions
from codekids_grading.inside.forked import Fork, Program, code_of
from codekids_grading.inside.launch import CHANNEL

MOST_REQUEST = 1 << 16
_HOME = "/proc/self/ns/pid"


def main(kind: str) -> None:
    """Answer requests until there are no more."""
    asking = socket.socket(fileno=os.dup(0))
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    begin = json.loads(asking.recv(MOST_REQUEST))
    program = _prepared(kind, begin)
    sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
    rules = bytes.fromhex(begin["rules"])
    home = os.open(_HOME, os.O_RDONLY | os.O_CLOEXEC)
    gc.collect()
    gc.freeze()
    asking.send(b"ready")
    _serve(asking, home, Fork(program, rules, partitions.namespaces(), begin["shown"]))


def _prepared(kind: str, begin: dict[str, Any]) -> Program:
    """What a fork has to do, with everything imported that it needs."""
    with contextlib.suppress(ImportError):
        __import__("satul")
    if kind == "cells":
        from codekids_grading.inside import cells

        return cells.prepare()
    from codekids_exercises import runner

    runner.warm(begin["prelude"])
    return lambda: runner.main(["runner", str(CHANNEL)])


def _serve(asking: socket.socket, home: int, fork: Fork) -> None:
    running: dict[int, int] = {}
    waking, woken = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)
    signal.set_wakeup_fd(woken)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    while True:
        ready, _, _ = select.select([asking.fileno(), waking], [], [])
        if waking in ready:
            os.read(waking, 1 << 12)
            _reap(running)
        if asking.fileno() not in ready:
            continue
        message, files, _, _ = socket.recv_fds(asking, MOST_REQUEST, 4)
        if not message:
            return
        request = json.loads(message)
        child = partitions.fork_apart(home)
        if child == 0:
            fork.live(request, files)
        running[child] = files[2]
        watched = os.pidfd_open(child)
        socket.send_fds(asking, [b"there"], [watched])
        for one in (watched, *files[:2], *files[3:]):
            os.close(one)


def _reap(running: dict[int, int]) -> None:
    """Tell of each fork that ended how it did."""
    with contextlib.suppress(ChildProcessError):
        while (ended := os.waitpid(-1, os.WNOHANG))[0]:
            report = running.pop(ended[0], None)
            if report is not None:
                with contextlib.suppress(OSError):
                    os.write(report, str(code_of(ended[1])).encode())
                os.close(report)


if __name__ == "__main__":
    main(sys.argv[1])
