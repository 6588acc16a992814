"""The marking queue: Huey on the database engine that is there anyway. The rows are the truth, the queue is a hint.

SQLite keeps it in a file of its own; PostgreSQL in the club's database. What the queue loses, the sweep finds again.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from huey.api import PostgresHuey, SqliteHuey, crontab

from codekids_hub.settings import Settings

NAME = "codekids"

log = logging.getLogger("codekids.queue")


@dataclass(frozen=True)
class Work:
    """What a worker does: mark one hand-in, find forgotten ones, release what has come due, erase what has."""

    mark: Callable[[int], None]
    sweep: Callable[[], None]
    release: Callable[[], None]
    erase: Callable[[], None]


class Queue:
    """The queue of one installation, for whoever puts in and for whoever works off."""

    def __init__(self, settings: Settings, work: Work | None = None) -> None:
        """Without ``work`` the queue only takes in."""
        self._huey = _huey(settings)
        done = work or Work(_elsewhere, _elsewhere, _elsewhere, _elsewhere)

        # Functions of this very module: a task is found again by its module and name, whoever put it in.
        def mark(number: int) -> None:
            done.mark(number)

        def sweep() -> None:
            done.sweep()

        def release() -> None:
            done.release()

        def erase() -> None:
            done.erase()

        self._mark = self._huey.task()(mark)
        for task in (sweep, release, erase):
            self._huey.periodic_task(crontab(minute="*"))(task)

    def mark_soon(self, number: int) -> None:
        """Have a hand-in marked. When the queue cannot take it, the sweep will find the row: nothing is lost."""
        try:
            self._mark(number)
        except Exception:
            log.exception("hand-in %s was not queued; the sweep takes it", number)

    def work_off(self, workers: int) -> None:
        """Work until the process is told to stop."""
        self._huey.create_consumer(workers=workers, periodic=True, initial_delay=0.05, max_delay=0.5).run()

    def work_off_waiting(self) -> None:
        """Do what waits now, here, and come back: for a worker that is only looked at."""
        while (task := self._huey.dequeue()) is not None:
            self._huey.execute(task)

    def close(self) -> None:
        """Close this thread's connection."""
        self._huey.storage.close()

    def waiting(self) -> int:
        """How many entries wait."""
        return int(self._huey.pending_count())


def _huey(settings: Settings) -> Any:
    if settings.database_url.startswith("postgresql"):
        plain = settings.database_url.replace("postgresql+psycopg:", "postgresql:", 1)
        return PostgresHuey(NAME, dsn=plain, results=False, utc=True)
    return SqliteHuey(
        NAME, filename=str(settings.data / "queue.sqlite"), results=False, fsync=True, timeout=15
    )


def _elsewhere(*_: object) -> None:
    """Work is done by the worker process; this one only puts in."""
