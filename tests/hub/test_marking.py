"""Marking: one worker a hand-in, a result once, and never a zero for what could not be checked."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from codekids_hub import marking
from codekids_hub.marking import LEASE, Job, Told, ToldCheck, ToldTask
from codekids_hub.storage.homework_tables import HandIn
from hub.village import Village

RIGHT = Told(
    True,
    (
        ToldTask("roof", 2.0, 2.0, (ToldCheck("closed", True, "Acoperișul e închis."),)),
        ToldTask("say", None, 1.0),
    ),
)


@dataclass
class Recording:
    """A marker that remembers what it was asked."""

    told: Told = RIGHT
    fails: bool = False
    jobs: list[Job] = field(default_factory=list)

    def mark(self, job: Job, counts: Callable[[str], bool]) -> Told:
        self.jobs.append(job)
        if self.fails:
            raise RuntimeError("the sandbox died")
        return self.told


@pytest.fixture
def number(village: Village, now: datetime) -> int:
    """A hand-in that waits."""
    with village.database.write() as session:
        row = HandIn(
            club_id=village.club_id, assignment="draw-the-village", child_id=village.maria.child_id, partner_id=None,
            key="k", digest="0" * 64, size=1, received_at=now, late=False, state="accepted", tries=0, free_at=None,
            marked_at=None, points=None, max_points=None, marking=None,
        )  # fmt: skip
        session.add(row)
        session.flush()
        return row.id


def row(village: Village, number: int) -> HandIn:
    with village.database.read() as session:
        return session.get_one(HandIn, number)


def test_a_result_is_kept_whole(village: Village, number: int, now: datetime) -> None:
    assert marking.mark(village.database, Recording(), number, now)
    kept = row(village, number)
    assert (kept.state, kept.points, kept.max_points, kept.tries) == ("marked", 2.0, 3.0, 1)
    assert kept.marking is not None and Told.from_json(kept.marking) == RIGHT


def test_a_hand_in_is_marked_once_by_however_many(village: Village, number: int, now: datetime) -> None:
    marker = Recording()
    with ThreadPoolExecutor(8) as pool:
        done = list(pool.map(lambda _: marking.mark(village.database, marker, number, now), range(16)))
    assert done.count(True) == 1 and len(marker.jobs) == 1


def test_what_could_not_be_checked_waits_and_is_tried_again(
    village: Village, number: int, now: datetime
) -> None:
    assert not marking.mark(village.database, Recording(fails=True), number, now)
    kept = row(village, number)
    assert (kept.state, kept.points) == ("accepted", None)
    with village.database.read() as session:
        assert marking.waiting(session, now) == []
        assert marking.waiting(session, now + LEASE + timedelta(seconds=1)) == [number]
    assert marking.mark(village.database, Recording(), number, now + LEASE + timedelta(seconds=1))


def test_a_worker_that_died_leaves_nothing_in_limbo(village: Village, number: int, now: datetime) -> None:
    class Killed(BaseException):
        """As kill -9 would: nothing after it runs."""

    class Dying:
        def mark(self, job: Job, counts: Callable[[str], bool]) -> Told:
            raise Killed

    with pytest.raises(Killed):
        marking.mark(village.database, Dying(), number, now)
    assert not marking.mark(village.database, Recording(), number, now), "the lease holds"
    assert marking.mark(village.database, Recording(), number, now + LEASE + timedelta(seconds=1))


def test_a_worker_that_is_still_at_it_keeps_its_hand_in(
    village: Village, number: int, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(marking, "BEAT", 0.02)

    class Slow:
        def mark(self, job: Job, counts: Callable[[str], bool]) -> Told:
            for _ in range(1000):
                free_at = row(village, number).free_at
                if free_at is not None and free_at > now + LEASE:
                    return RIGHT
                time.sleep(0.02)
            raise AssertionError("the lease was not pushed on")

    assert marking.mark(village.database, Slow(), number, now)
    assert row(village, number).state == "marked"


def test_a_worker_that_was_taken_for_dead_writes_nothing(
    village: Village, number: int, now: datetime
) -> None:
    class Overtaken:
        def mark(self, job: Job, counts: Callable[[str], bool]) -> Told:
            later = now + LEASE + timedelta(seconds=1)
            assert marking.mark(village.database, Recording(), number, later)
            return Told(False, ())

    assert not marking.mark(village.database, Overtaken(), number, now)
    kept = row(village, number)
    assert (kept.state, kept.points, kept.tries) == ("marked", 2.0, 2)


def test_after_each_failure_it_rests_longer(village: Village, number: int, now: datetime) -> None:
    rests = []
    at = now
    for _ in range(8):
        assert not marking.mark(village.database, Recording(fails=True), number, at)
        free_at = row(village, number).free_at
        assert free_at is not None
        rests.append((free_at - at).total_seconds())
        at = free_at
    assert rests == [20, 40, 80, 160, 320, 600, 600, 600]


def test_a_file_that_is_no_notebook(village: Village, number: int, now: datetime) -> None:
    marking.mark(village.database, Recording(Told(False, ())), number, now)
    assert row(village, number).state == "unreadable"


def test_the_marker_gets_opaque_names(village: Village, number: int, now: datetime) -> None:
    marker = Recording()
    marking.mark(village.database, marker, number, now)
    (job,) = marker.jobs
    assert (job.course_id, job.owners, job.language) == ("pietrari", (village.maria.child_id,), "ro")
