"""Running plan after plan of our own programs in one process that has satul ready: for releasing and for the linter.

A child's program is never run here: it gets a process of its own, which knows nothing of other programs.
"""

import os
import select
import subprocess
import tempfile
import threading
import time
from contextlib import suppress
from typing import Self

from codekids_exercises.runner import SERVE
from codekids_exercises.runs import Observation, Plan, environment, observations, run_here, runner_command

_MOST_ANSWER = 256_000_000


class WarmRunner:
    """A runner, to be closed when it is no longer needed. Threads may share it: they wait for each other."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._reading = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __call__(self, plan: Plan) -> tuple[Observation, ...]:
        """Run the plan. Raises RunnerFailed."""
        if not hasattr(os, "fork"):
            return run_here(plan)
        with self._lock:
            if self._process is None:
                self._start(plan)
            said = self._ask(plan)
            if said is None:  # one of the programs ended more than itself
                self._stop()
        return run_here(plan) if said is None else observations(said.decode("utf-8", "replace"), plan)

    def close(self) -> None:
        """End the process, if it was ever needed."""
        with self._lock:
            self._stop()

    def _start(self, plan: Plan) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="codekids-", ignore_cleanup_errors=True)
        self._reading, writing = os.pipe()
        try:
            self._process = subprocess.Popen(
                [*runner_command(writing), SERVE],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=(writing,),
                cwd=self._folder.name,
                env=environment(plan, self._folder.name),
                start_new_session=True,
            )
        finally:
            os.close(writing)

    def _ask(self, plan: Plan) -> bytes | None:
        """The answer to a plan; None when there is none."""
        assert self._process is not None and self._process.stdin is not None  # it was started
        try:
            self._process.stdin.write(plan.to_json().encode() + b"\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            return None
        deadline = time.monotonic() + plan.longest
        said = bytearray()
        while not said.endswith(b"\n"):
            ready, _, _ = select.select([self._reading], [], [], max(0.0, deadline - time.monotonic()))
            part = os.read(self._reading, 1 << 20) if ready else b""
            if not part or len(said) > _MOST_ANSWER:
                return None
            said += part
        return bytes(said)

    def _stop(self) -> None:
        if self._process is None:
            return
        assert self._process.stdin is not None  # it was started with a pipe
        os.close(self._reading)
        self._process.kill()
        self._process.wait()
        with suppress(BrokenPipeError):
            self._process.stdin.close()
        if self._folder is not None:
            self._folder.cleanup()
        self._process = self._folder = None
