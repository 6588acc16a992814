"""The queue: a real Huey on a real file and on PostgreSQL; what it loses the sweep finds."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from codekids_hub.queue import Queue, Work
from codekids_hub.settings import Settings


@pytest.fixture
def settings(tmp_path: Path, database_url: str) -> Settings:
    database = database_url if database_url.startswith("postgresql") else ""
    return Settings.load(None, {}, data=tmp_path, content=tmp_path, database=database)


def test_what_is_put_in_comes_out_elsewhere(settings: Settings) -> None:
    for number in (1, 2, 3):
        with closing(Queue(settings)) as queue:
            queue.mark_soon(number)
    seen: list[int] = []
    with closing(Queue(settings, Work(seen.append, lambda: None, lambda: None, lambda: None))) as worker:
        assert worker.waiting() == 3
        worker.work_off_waiting()
        assert sorted(seen) == [1, 2, 3] and worker.waiting() == 0


def test_a_task_that_fails_does_not_stop_the_next(settings: Settings) -> None:
    seen: list[int] = []

    def mark(number: int) -> None:
        if number == 1:
            raise RuntimeError
        seen.append(number)

    with closing(Queue(settings, Work(mark, lambda: None, lambda: None, lambda: None))) as worker:
        for number in (1, 2):
            worker.mark_soon(number)
        worker.work_off_waiting()
    assert seen == [2]


def test_a_queue_that_is_away_loses_no_hand_in(tmp_path: Path) -> None:
    queue = Queue(Settings.load(None, {}, data=tmp_path, content=tmp_path))
    (tmp_path / "queue.sqlite").unlink()
    (tmp_path / "queue.sqlite").mkdir()
    with ThreadPoolExecutor(1) as other_thread:  # which has no connection yet
        other_thread.submit(queue.mark_soon, 2).result(30)
