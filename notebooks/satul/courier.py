"""Carries events to the outbox and from there to the club, in a thread of its own."""

import logging
import random
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence

from satul.club import Away, Refused
from satul.outbox import Event, Outbox

log = logging.getLogger("satul")
log.addHandler(logging.NullHandler())  # never in a cell's output

BATCH = 100
_PAUSE = 0.2  # seconds between two deliveries, so that a few events travel together
_MOST_IN_MEMORY = 5_000


class Courier:
    """Takes events at once, saves them soon, and hands them over when the club is there.

    Args:
        outbox: where events wait.
        accept: hands a batch to the club and gives the accepted ids; raises ``Away`` or ``Refused``.
        first_wait: seconds until the next try when the club is away; doubled each time.
        longest_wait: at most so many seconds.
    """

    def __init__(
        self,
        outbox: Outbox,
        accept: Callable[[Sequence[Event]], set[str]],
        *,
        first_wait: float = 2.0,
        longest_wait: float = 300.0,
    ) -> None:
        self._outbox, self._accept = outbox, accept
        self._first, self._longest = first_wait, longest_wait
        self._taken: deque[Event] = deque()
        self._news = threading.Event()
        self._unsaved: list[Event] = []
        self._saving = threading.Lock()
        self._thread: threading.Thread | None = None
        self._over = False

    def take(self, event: Event) -> None:
        """Take an event; returns at once and never fails."""
        self._taken.append(event)
        self._news.set()
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._work, name="satul-courier", daemon=True)
            try:
                self._thread.start()
            except RuntimeError:  # no threads here
                self._thread = None
                self.save()

    def save(self, within: float = 5.0) -> bool:
        """Put every taken event on the disk; whether that was possible in so many seconds."""
        if not self._saving.acquire(timeout=within):
            return False
        try:
            while self._taken:
                self._unsaved.append(self._taken.popleft())
            if self._unsaved:
                self._outbox.append(self._unsaved)
                self._unsaved = []
            return True
        except OSError:
            log.exception("events cannot be saved; they are kept in memory")
            del self._unsaved[:-_MOST_IN_MEMORY]
            return False
        finally:
            self._saving.release()

    def close(self) -> None:
        """Save what was taken and end the thread."""
        self._over = True
        self._news.set()
        if self._thread is not None:
            self._thread.join(timeout=15)

    def _work(self) -> None:
        wait, next_try = self._first, 0.0
        while True:
            self._news.clear()
            saved = self.save()
            if self._over:
                return
            more = True
            if time.monotonic() >= next_try:
                try:
                    more = self._deliver()
                    wait, next_try = self._first, time.monotonic() + (self._first if more else _PAUSE)
                except Exception as error:  # noqa: BLE001 - the courier outlives whatever happens
                    log.info("the club is away: %s", error)
                    next_try = time.monotonic() + wait * random.uniform(0.75, 1.25)
                    wait = min(wait * 2, self._longest)
            self._news.wait(None if saved and not more else max(0.05, next_try - time.monotonic()))

    def _deliver(self) -> bool:
        """Hand over all that waits; whether something still does."""
        with self._outbox.delivering() as ours:
            if not ours:
                return True
            while events := self._outbox.waiting(BATCH):
                accepted = self._hand_over(events)
                if not accepted:
                    raise Away("nothing was accepted")
        return False

    def _hand_over(self, events: Sequence[Event]) -> bool:
        """Hand over a batch; one event that the club refuses is found by halving and put aside."""
        try:
            accepted = self._accept(events) & {event["id"] for event in events}
        except Refused:
            if len(events) == 1:
                self._outbox.put_aside({events[0]["id"]})
                return True
            middle = len(events) // 2
            first, second = self._hand_over(events[:middle]), self._hand_over(events[middle:])
            return first or second
        self._outbox.drop(accepted)
        return bool(accepted)
