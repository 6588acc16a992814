"""The start of a workspace on several machines: ``python3 -IS fenced.py COMMAND ...``, which COMMAND then replaces.

First it gives away, for good, the possibility to get more rights (Swarm before Docker 25 has no word for that). Then it
waits until the fence of this machine stands: the hub must answer, and the router must be refused by the fence, in the way
that only the fence refuses. Where the fence is missing, no child's program runs.
"""

import ctypes
import errno
import os
import socket
import sys
import time
from urllib.parse import urlsplit

PR_SET_NO_NEW_PRIVS = 38
REFUSED = errno.ENOPROTOOPT  # what becomes of icmp-proto-unreachable: see docker/fence.sh
WAITS = 90.0


def tried(host: str, port: int) -> int:
    """The error number of a connection; 0 when it is open, -1 when the name is unknown."""
    try:
        with socket.create_connection((host, port), timeout=5):
            return 0
    except socket.gaierror:
        return -1
    except OSError as error:
        return error.errno or errno.ETIMEDOUT


def is_fenced(hub: str, port: int) -> bool:
    """Whether what should be open is open, and what should be closed is closed by the fence."""
    return tried(hub, port) == 0 and tried("router", 8000) == REFUSED


def main() -> None:
    """Give the rights away, wait, and go on as the command."""
    if ctypes.CDLL(None, use_errno=True).prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        sys.exit("no_new_privs could not be set")
    hub = urlsplit(os.environ["JUPYTERHUB_API_URL"])
    until = time.monotonic() + WAITS
    while not is_fenced(hub.hostname or "", hub.port or 80):
        if time.monotonic() > until:
            sys.exit("the fence of this machine does not stand: docker service ps shows why")
        time.sleep(0.5)
    os.execvp(sys.argv[1], sys.argv[1:])


if __name__ == "__main__":
    main()
