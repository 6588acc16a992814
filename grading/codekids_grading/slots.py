"""Slots: a user id of its own for every sandbox that runs at the same time on this machine.

The kernel counts processes by user id: two sandboxes with one id would share one limit. A slot is held by a name in the
abstract socket namespace, which the kernel frees when its holder ends, however it ends.
"""

import contextlib
import socket
from collections.abc import Iterator

_FIRST, _COUNT = 40001, 999


@contextlib.contextmanager
def slot() -> Iterator[int]:
    """A user id that nobody else has while this lasts."""
    with socket.socket(socket.AF_UNIX) as holder:
        for uid in range(_FIRST, _FIRST + _COUNT):
            try:
                holder.bind(f"\0codekids-slot-{uid}")
            except OSError:
                continue
            yield uid
            return
    raise RuntimeError(f"{_COUNT} sandboxes run at the same time: start fewer")
