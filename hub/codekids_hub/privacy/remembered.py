"""Who was erased, remembered beside the data: a restored copy of the data brings nobody back.

One JSON object a line, only added to: a random identifier, when and why; nothing else is known of the child any more.
"""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from codekids_grading.store import sync_folder


@dataclass(frozen=True)
class Remembered:
    """One who was erased; times in ISO format."""

    child_id: str
    club_id: str
    asked_at: str
    asked_by: str
    reason: str
    done_at: str


def remember(file: Path, erased: Remembered) -> None:
    """Add a line; when this returns it is on the disk for good."""
    line = (json.dumps(asdict(erased)) + "\n").encode()
    descriptor = os.open(file, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        size = os.fstat(descriptor).st_size
        torn = size > 0 and os.pread(descriptor, 1, size - 1) != b"\n"  # by a power cut
        os.write(descriptor, b"\n" + line if torn else line)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    sync_folder(file.parent)


def read(file: Path) -> dict[str, Remembered]:
    """Everybody who was erased, by identifier; a line that was torn by a power cut is passed over."""
    found = {}
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        try:
            erased = Remembered(**json.loads(line))
        except (ValueError, TypeError):
            continue
        found[erased.child_id] = erased
    return found
