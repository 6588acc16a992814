"""What of the server's configuration depends on the machine; the rest is in the JSON file beside this one."""

import os

from jupyter_core.paths import jupyter_runtime_dir
from traitlets.config import get_config

SOCKET_PATH_LIMIT = 100
"""Longest path that a Unix socket may have, with a little room (Linux: 107, macOS: 103)."""

SOCKET_NAME = "kernel-00000000-0000-0000-0000-000000000000-ipc-5"

c = get_config()

if os.name == "posix" and len(os.path.join(jupyter_runtime_dir(), SOCKET_NAME)) <= SOCKET_PATH_LIMIT:
    c.KernelManager.transport = "ipc"
