"""Code that tries addresses, to be run where they should be closed."""

import json
from collections.abc import Mapping

_CODE = """
import errno, json, os, select, socket, time

def reached(places, within=3.0):
    waiting, open_ = {}, set()
    for name, (host, port) in places.items():
        line = socket.socket()
        line.setblocking(False)
        try:
            code = line.connect_ex((host, port))
        except OSError:
            code = errno.ENETUNREACH
        if code == 0:
            open_.add(name)
        elif code == errno.EINPROGRESS:
            waiting[line] = name
            continue
        line.close()
    end = time.monotonic() + within
    while waiting and time.monotonic() < end:
        _, ready, _ = select.select([], list(waiting), [], 0.2)
        for line in ready:
            name = waiting.pop(line)
            if line.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) == 0:
                open_.add(name)
            line.close()
    for line in waiting:
        line.close()
    return sorted(open_)

def ports(host, first, last):
    found = []
    for begin in range(first, last + 1, 400):
        batch = range(begin, min(begin + 400, last + 1))
        found += [int(name) for name in reached({str(port): (host, port) for port in batch}, 0.6)]
    return found

def named(host):
    try:
        return bool(socket.getaddrinfo(host, 80))
    except OSError:
        return False
"""


def places(wanted: Mapping[str, tuple[str, int]], *names: str) -> str:
    """Prints as JSON which of the places are reached, and which names of hosts are known."""
    return (
        f"{_CODE}\nprint(json.dumps([reached({dict(wanted)!r}), [n for n in {list(names)!r} if named(n)],"
        " os.path.exists('/var/run/docker.sock'), os.getuid(), sorted(os.environ)]))"
    )


def ports(host: str, first: int = 1, last: int = 10_000) -> str:
    """Prints as JSON the open ports of a host."""
    return f"{_CODE}\nprint(json.dumps(ports({host!r}, {first}, {last})))"


def said(printed: str) -> object:
    """What was printed."""
    return json.loads(printed.strip().splitlines()[-1])
