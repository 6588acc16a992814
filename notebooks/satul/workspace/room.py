"""How much room a home takes, how much it may, and a little that is set aside so that work can always be saved."""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from satul.workspace.safe_files import write_whole

WARN_AT = 0.8
"""From which part of the limit on the child is told."""
SET_ASIDE = 1_000_000
"""Bytes that are given back when there is no room left."""
_RESERVE = Path(".satul", "reserve")
_MEASURED_FOR = 60.0


@dataclass(frozen=True)
class Room:
    """Bytes in use and the limit (0: none)."""

    used: int
    limit: int

    @property
    def is_little(self) -> bool:
        """Whether it is time to tell the child."""
        return bool(self.limit) and self.used >= WARN_AT * self.limit

    @property
    def is_full(self) -> bool:
        """Whether children's programs must not write any more."""
        return bool(self.limit) and self.used >= self.limit


class Home:
    """A home and its limit in bytes (0: none)."""

    def __init__(self, folder: Path, limit: int = 0) -> None:
        self._folder, self.limit = folder, limit
        self._lock = threading.Lock()
        self._measured: tuple[float, int] | None = None

    def room(self) -> Room:
        """How much room there is; counted at most once a minute, and not at all where there is no limit."""
        with self._lock:
            measured = self._measured
        if self.limit and measured is not None and time.monotonic() - measured[0] <= _MEASURED_FOR:
            return Room(measured[1], self.limit)
        return self.count()

    def count(self) -> Room:
        """How much room there is, counted now."""
        if not self.limit:
            return Room(0, 0)
        with self._lock:
            self._measured = time.monotonic(), sum(_sizes(self._folder))
            return Room(self._measured[1], self.limit)

    def set_aside(self) -> None:
        """Keep a little room for later, unless there is none already."""
        reserve = self._folder / _RESERVE
        with suppress(OSError):
            if not reserve.exists():
                write_whole(bytes(os.urandom(1024)) * (SET_ASIDE // 1024), reserve)

    def give_back(self) -> bool:
        """Let go what was set aside; whether there was anything."""
        try:
            (self._folder / _RESERVE).unlink()
        except OSError:
            return False
        self._measured = None
        return True


def _sizes(folder: Path) -> Iterator[int]:
    """The bytes that each file takes on the disk; links are not followed."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            with suppress(OSError):
                if entry.is_dir(follow_symlinks=False):
                    yield from _sizes(Path(entry.path))
                else:
                    yield entry.stat(follow_symlinks=False).st_blocks * 512
