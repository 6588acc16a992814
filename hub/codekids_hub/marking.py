"""Marking a hand-in: from the row and the stored file to a result that a child, a mentor and the gradebook can use.

A short lease on the row keeps two workers from the same hand-in. A worker pushes it on as long as it marks, so that it ends
soon after a worker has died, and the sweep queues the hand-in again. What could not be checked is never a zero: it waits
and is tried again.
"""

import contextlib
import json
import logging
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Protocol

from sqlalchemy import ColumnElement, CursorResult, or_, select, update
from sqlalchemy.orm import Session

from codekids_hub.care import metrics
from codekids_hub.hand_ins import ACCEPTED, MARKED, UNREADABLE
from codekids_hub.homework import last_hand_in
from codekids_hub.storage import Database
from codekids_hub.storage.homework_tables import HandIn
from codekids_hub.storage.tables import Child, Club

LEASE = timedelta(seconds=30)
"""After it a hand-in that a worker left behind is taken up again."""

BEAT = 5.0
"""Seconds after which a worker that is still at it pushes its lease on."""

LONGEST = timedelta(minutes=15)
"""Longer than any marking takes: a worker that hangs does not keep its hand-in for ever."""

_REST, _LONGEST_REST = timedelta(seconds=20), timedelta(minutes=10)

log = logging.getLogger("codekids.marking")


@dataclass(frozen=True)
class ToldCheck:
    """What one check said, in the child's language."""

    name: str
    passed: bool
    message: str


@dataclass(frozen=True)
class ToldTask:
    """What a child is told of one task: points, the public checks, one next step. Never a hidden case.

    ``points`` is ``None`` while a person still has to look.
    """

    name: str
    points: float | None
    max_points: float
    checks: tuple[ToldCheck, ...] = ()
    hint: str | None = None
    mistake: str | None = None
    source: str = ""
    output: str = ""
    """HTML of what the answer showed, if it was kept; as the child made it, so shown only through ``harmless``."""


@dataclass(frozen=True)
class Told:
    """The result of a marking as the hub keeps it. ``readable`` is false for a file that is no notebook."""

    readable: bool
    tasks: tuple[ToldTask, ...]
    warnings: tuple[str, ...] = ()

    def as_json(self) -> str:
        """As it is stored."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, stored: str) -> "Told":
        """The other way round."""
        value = json.loads(stored)
        tasks = [
            ToldTask(**each | {"checks": tuple(ToldCheck(**check) for check in each["checks"])})
            for each in value["tasks"]
        ]
        return cls(value["readable"], tuple(tasks), tuple(value["warnings"]))


@dataclass(frozen=True)
class Job:
    """One hand-in to mark, as values."""

    number: int
    course_id: str
    owners: tuple[str, ...]
    """The child who handed in, and who sat with it."""
    assignment: str
    digest: str
    language: str
    received_at: datetime
    late: bool


class Marker(Protocol):
    """Marks hand-ins; :class:`codekids_hub.course_files.CourseFiles` does it for real courses."""

    def mark(self, job: Job, counts: Callable[[str], bool]) -> Told:
        """The result; any exception means that it could not be checked now.

        :param counts: whether this is still the last hand-in of this owner, the one that counts
        """
        ...


def mark(database: Database, marker: Marker, number: int, now: datetime) -> bool:
    """Mark a hand-in if nobody else is at it.

    :returns: whether it is marked now
    """
    job = _take(database, number, now)
    if job is None:
        return False
    try:
        with _kept_on(database, number, now), metrics.MARKING.time():
            told = marker.mark(job, lambda owner: _is_last(database, job, owner))
    except Exception:
        metrics.NOT_CHECKED.inc()
        log.exception("hand-in %s could not be checked; it is tried again", number)
        _rest(database, number, now)
        return False
    with database.write() as session:
        row = session.get_one(HandIn, number, with_for_update=True)
        if row.state != ACCEPTED:  # we were taken for dead, and another worker has marked it
            return False
        row.state = MARKED if told.readable else UNREADABLE
        row.marked_at = now
        row.points = sum(each.points or 0 for each in told.tasks)
        row.max_points = sum(each.max_points for each in told.tasks)
        row.marking = told.as_json()
    return True


def waiting(session: Session, now: datetime, limit: int = 500) -> list[int]:
    """Hand-ins that wait and that nobody is at, the oldest first: what a queue may have forgotten is still here."""
    query = select(HandIn.id).where(HandIn.state == ACCEPTED, _free(now)).order_by(HandIn.id)
    return list(session.scalars(query.limit(limit)))


def _take(database: Database, number: int, now: datetime) -> Job | None:
    with database.write() as session:
        taken = session.execute(
            update(HandIn)
            .where(HandIn.id == number, HandIn.state == ACCEPTED, _free(now))
            .values(tries=HandIn.tries + 1, free_at=now + LEASE)
        )
        assert isinstance(taken, CursorResult)
        if taken.rowcount == 0:
            return None
        row = session.get_one(HandIn, number)
        club = session.get_one(Club, row.club_id)
        child = session.get_one(Child, row.child_id)
        return Job(
            row.id,
            club.code.lower(),
            tuple(each for each in (row.child_id, row.partner_id) if each),
            row.assignment,
            row.digest,
            child.language or club.language,
            row.received_at,
            row.late,
        )


def _is_last(database: Database, job: Job, owner: str) -> bool:
    with database.read() as session:
        last = last_hand_in(session, owner, job.assignment)
        return last is None or last.id <= job.number


def _free(now: datetime) -> ColumnElement[bool]:
    return or_(HandIn.free_at.is_(None), HandIn.free_at <= now)


@contextlib.contextmanager
def _kept_on(database: Database, number: int, now: datetime) -> Iterator[None]:
    """Push the lease on while this lasts. ``now`` is when the lease began."""
    over, began = threading.Event(), time.monotonic()

    def push_on() -> None:
        while not over.wait(BEAT):
            since = timedelta(seconds=time.monotonic() - began)
            if since > LONGEST:
                return
            _free_from(database, number, now + since + LEASE)

    beating = threading.Thread(target=push_on, name=f"lease-{number}", daemon=True)
    beating.start()
    try:
        yield
    finally:
        over.set()
        beating.join()


def _rest(database: Database, number: int, now: datetime) -> None:
    """After a try that failed: each time a longer rest, for what is broken may stay so for a while."""
    with database.read() as session:
        tries = session.get_one(HandIn, number).tries
    _free_from(database, number, now + min(_REST * 2 ** min(tries - 1, 10), _LONGEST_REST))


def _free_from(database: Database, number: int, at: datetime) -> None:
    try:
        with database.write() as session:
            session.execute(
                update(HandIn).where(HandIn.id == number, HandIn.state == ACCEPTED).values(free_at=at)
            )
    except Exception:  # a full disk, a database that is away: then the lease ends by itself
        log.exception("the lease of hand-in %s could not be changed", number)
