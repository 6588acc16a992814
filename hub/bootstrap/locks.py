"""Two locks on files: who makes the environment (one at a time), and who runs from it (many)."""

import fcntl
import os
import time
from collections.abc import Callable

from bootstrap import stamp

PATIENCE = 2.0  # seconds: a starting codekids holds the running lock for a moment only


class RunningLock:
    """Held, shared, by every running codekids of a project folder, through exec until its process ends."""

    def __init__(self, root: str) -> None:
        self._root = root
        self._path = os.path.join(root, ".codekids", "running.lock")
        self._file = -1

    def read_stamp(self) -> stamp.Stamp | None:
        """Return the stamp of a finished environment, which stays while this process lives; else None."""
        if not self._take(fcntl.LOCK_SH):
            return None
        found = stamp.read(self._root)
        if found is None:
            self._take(fcntl.LOCK_UN)
        return found

    def take_alone(self) -> bool:
        """Return whether nobody runs from the environment, so that it may be made anew."""
        give_up = time.monotonic() + PATIENCE
        while not self._take(fcntl.LOCK_EX):
            if time.monotonic() > give_up:
                return False
            time.sleep(0.1)
        return True

    def share(self) -> None:
        """Hold the lock together with others from now on, through exec too."""
        if self._take(fcntl.LOCK_SH) and self._file >= 0:
            os.set_inheritable(self._file, True)

    def _take(self, kind: int) -> bool:
        if self._file < 0:
            try:
                self._file = os.open(self._path, os.O_RDONLY | os.O_CREAT, 0o644)
            except FileNotFoundError:
                return False
            except OSError:  # somebody else's folder: running from it is all that can be done
                return kind != fcntl.LOCK_EX
        return _try(self._file, kind)


class SetupLock:
    """Held by the codekids that makes the environment; `waiting` is called when that is another one."""

    def __init__(self, root: str, waiting: Callable[[], None]) -> None:
        self._path = os.path.join(root, ".codekids", "setup.lock")
        self._waiting = waiting
        self._file = -1

    def __enter__(self) -> None:
        self._file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        if not _try(self._file, fcntl.LOCK_EX):
            self._waiting()
            fcntl.flock(self._file, fcntl.LOCK_EX)

    def __exit__(self, *reason: object) -> None:
        os.close(self._file)


def _try(file: int, kind: int) -> bool:
    try:
        fcntl.flock(file, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True  # a file system without locks: go on without them
    return True
