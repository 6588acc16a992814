"""What the operator sees while the environment is made, and what the log keeps."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from bootstrap import refusals

LOG_LIMIT = 1_000_000  # bytes; a longer log starts anew
ALIVE_EVERY = 30.0  # seconds between signs of life where they are lines of their own
SPINNER = "|/-\\"
TAIL = 20_000  # characters of a failed command's output that are looked at for the reason


class CommandFailed(Exception):
    """A command ended with an exit code other than 0; the output is what it said last."""

    def __init__(self, command: Sequence[str], output: str) -> None:
        super().__init__(f"{command[0]} failed")
        self.output = output


class Report:
    """Lines of progress on stderr and in .codekids/setup.log, with a sign of life in between."""

    def __init__(self, root: str, steps: int = 0) -> None:
        self.log_path = os.path.join(root, ".codekids", "setup.log")
        self.steps = steps
        self.what = ""
        self._step = 0
        self._line = ""
        self._began = self._alive = time.monotonic()
        self._live = sys.stderr.isatty()
        if os.path.exists(self.log_path) and os.path.getsize(self.log_path) > LOG_LIMIT:
            os.unlink(self.log_path)

    @contextmanager
    def step(self, what: str, how_long: str) -> Iterator[None]:
        """Say what is done and roughly how long it takes, then that it is done."""
        self._step += 1
        self.what = what
        self._line = f"{self._step}/{max(self.steps, self._step)} {what} ... ({how_long})"
        self._began = self._alive = time.monotonic()
        self._show(self._line)
        yield
        took = f"done, {time.monotonic() - self._began:.0f} s"
        self._show(f"{self._line} {took}\n" if self._live else f"    {took}")
        self._line = ""

    def say(self, sentence: str) -> None:
        """Say one sentence on a line of its own."""
        if self._live and self._line:
            sys.stderr.write("\r\x1b[K")
        self._line = ""
        print(f"codekids: {sentence}", file=sys.stderr, flush=True)
        self.log(sentence)

    def alive(self) -> None:
        """Show that work goes on."""
        now = time.monotonic()
        seconds = int(now - self._began)
        if self._live:
            self._show(f"{self._line} {SPINNER[int(now * 5) % 4]} {seconds} s", keep=False)
        elif now - self._alive > ALIVE_EVERY:
            self._alive = now
            self._show(f"    still at it, {seconds} s", keep=False)

    def log(self, text: str) -> None:
        """Keep a line in the log alone; a log that cannot be written stops nothing."""
        try:
            with open(self.log_path, "a", encoding="utf-8") as file:
                file.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')} {text.strip()}\n")
        except OSError:
            return

    def run(self, command: Sequence[str], environment: Mapping[str, str], folder: str) -> None:
        """Run a command to its end, its output in the log; CommandFailed when it fails."""
        self.log(f"$ {' '.join(command)}")
        with open(self.log_path, "a+b") as log:
            start = log.seek(0, os.SEEK_END)
            process = subprocess.Popen(
                command,
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
            try:
                self._wait(process)
            finally:
                _end(process)
            if process.returncode:
                log.seek(max(start, log.seek(0, os.SEEK_END) - TAIL))
                raise CommandFailed(command, log.read().decode("utf-8", "replace"))

    def _wait(self, process: subprocess.Popen[bytes]) -> None:
        while True:
            try:
                process.wait(0.2)
                return
            except subprocess.TimeoutExpired:
                self.alive()

    def _show(self, line: str, keep: bool = True) -> None:
        sys.stderr.write(f"\r\x1b[K{line}" if self._live else f"{line}\n")
        sys.stderr.flush()
        if keep:
            self.log(line)


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def refuse(report: Report, refusal: refusals.Refusal) -> int:
    """Say the refusal and return the exit code for it."""
    for sentence in refusal.sentences():
        report.say(sentence)
    return 130 if isinstance(refusal, refusals.Interrupted) else 1
