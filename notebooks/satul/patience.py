"""A cell that runs for long: noticed after some seconds, stopped kindly after some more.

Waiting for the child's ``input()`` is not running, and neither is a check. How a cell is stopped is in
``satul.stopping``.
"""

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

from satul import stopping

_TICK = 0.5
_AGAIN = 2.0  # a program that swallows a stop gets the next one after this


@dataclass
class _Run:
    """One cell that runs now."""

    seconds: float = 0.0
    next_stop: float = 0.0
    noticed: bool = False
    stopped: bool = False


class Patience:
    """Watches the running cell from a thread of its own.

    Args:
        notice_after: seconds after which ``notice`` is called, once a cell.
        stop_after: seconds after which the cell is interrupted; 0 means never.
        notice: called from the watching thread.
        is_childs: tells the frames of the child's own code.
    """

    def __init__(
        self,
        notice_after: float,
        stop_after: float,
        notice: Callable[[], None],
        is_childs: Callable[[FrameType], bool],
    ) -> None:
        self.stop_after = stop_after
        self._notice_after, self._notice = notice_after, notice
        self._is_childs = is_childs
        self._changed = threading.Condition()
        self._run: _Run | None = None
        self._thread: threading.Thread | None = None
        self._pauses = 0
        self._stopped = False

    @property
    def busy(self) -> bool:
        """Whether a program runs that is watched."""
        return self._run is not None

    @property
    def stopped(self) -> bool:
        """Whether the last cell was stopped by us."""
        return self._stopped

    def start(self) -> None:
        """A cell begins. Does nothing where there are no threads (Pyodide) or outside the main thread."""
        self._stopped = False
        if threading.current_thread() is not threading.main_thread():
            return
        stopping.prepare(self._still, self._is_childs)
        with self._changed:
            self._run = _Run(next_stop=self.stop_after)
            self._changed.notify()
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._watch, name="satul-patience", daemon=True)
            try:
                self._thread.start()
            except RuntimeError:
                self._thread = None

    def finish(self) -> None:
        """The cell's program ended; from now on it is not stopped."""
        run, self._run = self._run, None
        self._stopped = self._stopped or bool(run and run.stopped)
        stopping.calm()
        with self._changed:
            self._changed.notify()

    @contextmanager
    def paused(self) -> Iterator[None]:
        """While inside, time does not count."""
        self._pauses += 1
        try:
            yield
        finally:
            self._pauses -= 1

    def _still(self) -> bool:
        """Whether the cell that is to be stopped is still running; asked in the main thread."""
        return self._run is not None and self._run.stopped

    def _watch(self) -> None:
        while True:
            with self._changed:
                while self._run is None:
                    self._changed.wait()
                run = self._run
            self._follow(run)

    def _follow(self, run: _Run) -> None:
        before = time.monotonic()
        while True:
            with self._changed:
                self._changed.wait(_TICK)
                if self._run is not run:
                    return
            now = time.monotonic()
            passed, before = now - before, now
            if not (self._pauses or _waits_for_input()):
                run.seconds += min(passed, 4 * _TICK)  # a laptop that slept did not run
                self._judge(run)

    def _judge(self, run: _Run) -> None:
        if run.seconds >= self._notice_after and not run.noticed:
            run.noticed = True
            self._notice()
        if self.stop_after and run.seconds >= run.next_stop:
            run.stopped, run.next_stop = True, run.seconds + _AGAIN
            stopping.stop()


def _waits_for_input() -> bool:
    frame = sys._current_frames().get(threading.main_thread().ident or 0)
    while frame is not None:
        if frame.f_code.co_name == "_input_request" and "ipykernel" in frame.f_code.co_filename:
            return True
        frame = frame.f_back
    return False
