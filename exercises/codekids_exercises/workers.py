"""Work on our own content, shared by processes of ours, one a processor; each runs programs in a warm process of its own.

A worker reads pickled work from stdin and writes pickled results to stdout, until there is no more.
"""

import os
import pickle
import queue
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import suppress
from typing import Any, TypeVar

from codekids_exercises.challenge import ContentError
from codekids_exercises.runs import Runner, RunnerFailed, run_here
from codekids_exercises.warm import WarmRunner

T = TypeVar("T")
R = TypeVar("R")

_WORTH = 6
"""Fewer pieces of work are done here: starting workers takes a moment, too."""


def share(
    work: Callable[[T, Runner], R], pieces: Sequence[T], *, run: Runner = run_here, cpus: int | None = None
) -> Iterator[tuple[int, R]]:
    """Each piece's number and result, as they are done. `work`: a function of a module, or a `partial` of one.

    A runner that is not `run_here` is used here, in this process. Raises what the work raises.
    """
    cpus = cpus or os.cpu_count() or 1
    if run is not run_here:
        yield from ((number, work(piece, run)) for number, piece in enumerate(pieces))
    elif cpus < 2 or len(pieces) < _WORTH:
        with WarmRunner() as warm:
            yield from ((number, work(piece, warm)) for number, piece in enumerate(pieces))
    else:
        yield from _shared(work, pieces, min(cpus, len(pieces)))


def _shared(work: Callable[[T, Runner], R], pieces: Sequence[T], number: int) -> Iterator[tuple[int, R]]:
    workers = [_Worker() for _ in range(number)]
    free: queue.SimpleQueue[_Worker] = queue.SimpleQueue()
    for worker in workers:
        free.put(worker)

    def ask(piece: T) -> R:
        worker = free.get()
        try:
            found: R = worker.ask(work, piece)
            return found
        finally:
            free.put(worker)

    pool = ThreadPoolExecutor(number)
    try:
        asked: dict[Future[R], int] = {pool.submit(ask, piece): place for place, piece in enumerate(pieces)}
        for done in as_completed(asked):
            yield asked[done], done.result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for worker in workers:
            worker.end()
        pool.shutdown()


class _Worker:
    """A process that works."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "codekids_exercises.workers"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,  # Ctrl-C is for us; we end it
        )

    def ask(self, work: Callable[..., Any], piece: object) -> Any:
        """Let it work. Raises what the work raises, RunnerFailed when the worker is gone."""
        assert self._process.stdin is not None and self._process.stdout is not None  # Popen was given pipes
        try:
            pickle.dump((work, piece), self._process.stdin)
            self._process.stdin.flush()
            good, found = pickle.load(self._process.stdout)
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            raise RunnerFailed(
                f"A process that works on the content is gone ({error!r}). Try again."
            ) from error
        if not good:
            raise found
        return found

    def end(self) -> None:
        """End it: kindly when it waits for work, at once when it works."""
        assert self._process.stdin is not None and self._process.stdout is not None  # Popen was given pipes
        with suppress(OSError):
            self._process.stdin.close()
        try:
            self._process.wait(2)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()


def main() -> None:
    """Work until there is no more."""
    results = sys.stdout.buffer
    sys.stdout = sys.stderr
    with WarmRunner() as run:
        while True:
            try:
                work, piece = pickle.load(sys.stdin.buffer)
            except EOFError:
                return
            try:
                result = True, work(piece, run)
            except ContentError as error:
                result = False, error
            pickle.dump(result, results)
            results.flush()


if __name__ == "__main__":
    main()
