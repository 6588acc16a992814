"""Events that wait on disk until the club has accepted them.

One JSON object a line in ``outbox.jsonl``; appended and synced, taken away only by id. Several kernels of one
child share the folder: every change holds a file lock, and one kernel at a time delivers. A line that cannot be
read, or an event that the club refuses, moves to ``outbox.refused.jsonl`` and blocks nobody.
"""

import json
import os
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Event = dict[str, Any]


class Outbox:
    """The outbox in ``folder``, which is made when the first event comes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = folder / "outbox.jsonl"
        self._refused = folder / "outbox.refused.jsonl"

    def append(self, events: Sequence[Event]) -> None:
        """Keep events; they are on the disk when this returns.

        Raises:
            OSError: they are not (the disk is full, the folder is not ours).
        """
        with self._locked():
            _append(self._file, [json.dumps(event) for event in events])

    def waiting(self, most: int) -> list[Event]:
        """The oldest events, at most ``most``. Unreadable lines are put aside on the way."""
        with self._locked():
            lines = self._lines()
            events = [(line, _event(line)) for line in lines]
            broken = [line for line, event in events if event is None]
            if broken:
                _append(self._refused, broken)
                self._write([line for line, event in events if event is not None])
        return [event for _, event in events if event is not None][:most]

    def drop(self, ids: Collection[str]) -> None:
        """Forget the events with these ids; the club has them."""
        self._without(ids)

    def put_aside(self, ids: Collection[str]) -> None:
        """Keep the events with these ids for a person to look at, and try them no more."""
        self._without(ids, keep=True)

    @contextmanager
    def delivering(self) -> Iterator[bool]:
        """Whether we may deliver now; ``False`` while another kernel does."""
        with _lock(self._folder / "outbox.courier.lock", wait=False) as ours:
            yield ours

    def _without(self, ids: Collection[str], keep: bool = False) -> None:
        with self._locked():
            parted: dict[bool, list[str]] = {True: [], False: []}
            for line in self._lines():
                event = _event(line)
                parted[event is not None and event["id"] in ids].append(line)
            if keep:
                _append(self._refused, parted[True])
            if parted[True]:
                self._write(parted[False])

    def _lines(self) -> list[str]:
        try:
            text = self._file.read_text(encoding="utf-8", errors="backslashreplace")
        except FileNotFoundError:
            return []
        return [line for line in text.split("\n") if line.strip()]

    def _write(self, lines: Sequence[str]) -> None:
        new = self._file.with_suffix(".new")
        with new.open("w", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in lines)
            file.flush()
            os.fsync(file.fileno())
        new.replace(self._file)
        _sync_folder(self._folder)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with _lock(self._folder / "outbox.lock", wait=True):
            yield


def _append(path: Path, lines: Sequence[str]) -> None:
    if not lines:
        return
    is_new = not path.exists()
    with path.open("a+b") as file:
        end = file.seek(0, os.SEEK_END)
        torn = False
        if end:
            file.seek(end - 1)
            torn = file.read(1) != b"\n"
        file.write(("\n" * torn + "".join(f"{line}\n" for line in lines)).encode())
        file.flush()
        os.fsync(file.fileno())
    if is_new:
        _sync_folder(path.parent)


def _event(line: str) -> Event | None:
    try:
        event = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return event if isinstance(event, dict) and isinstance(event.get("id"), str) else None


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _lock(path: Path, wait: bool) -> Iterator[bool]:
    """Hold the lock file (freed by the system when we die); ``False``: held elsewhere and we do not wait."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        import fcntl
    except ImportError:  # no such lock here (Windows, a browser): there is one kernel only
        yield True
        return
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
            return
        yield True
