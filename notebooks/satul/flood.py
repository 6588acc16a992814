"""A program that prints without end is stopped before the browser drowns in it."""

import sys
from typing import Any

from satul.errors import KindError

MOST_PRINTED = 100_000  # characters a cell


class Flood(KindError):
    """A cell printed more than a person can read."""


class Gauge:
    """Counts what one cell prints."""

    def __init__(self) -> None:
        self._stream: Any = None
        self._left = 0

    def start(self) -> None:
        """A cell begins."""
        self.finish()
        self._stream, self._left = sys.stdout, MOST_PRINTED
        write = self._stream.write

        def counted(text: str) -> Any:
            self._left -= len(text)
            if self._left < 0:
                raise Flood("loop.flood")
            return write(text)

        try:
            self._stream.write = counted
        except AttributeError:  # a stream that cannot be watched
            self._stream = None

    def finish(self) -> None:
        """The cell ended; what is printed now is not counted."""
        if self._stream is not None:
            self._stream.__dict__.pop("write", None)
            self._stream = None
