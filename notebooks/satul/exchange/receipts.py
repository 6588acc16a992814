"""The receipts of this workspace, one JSON object a line in ``receipts.jsonl`` beside the outbox."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from satul.exchange import records
from satul.exchange.records import Receipt


@dataclass(frozen=True)
class Kept:
    """A receipt that was kept here: what was handed in, with which key, and the receipt."""

    course_id: str
    assignment_id: str
    key: str
    receipt: Receipt


class Receipts:
    """The receipts in ``folder``, which is made when the first one comes."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "receipts.jsonl"

    def keep(self, course: str, assignment: str, key: str, receipt: Receipt) -> None:
        """Keep a receipt; it is on the disk when this returns.

        Raises:
            OSError: it is not. The club keeps the hand-in all the same.
        """
        line = {
            "course_id": course,
            "assignment_id": assignment,
            "key": key,
            "number": receipt.number,
            "at": receipt.at,
            "sha256": receipt.sha256,
            "late": receipt.late,
        }
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with self._file.open("ab") as file:
            file.write(f"\n{json.dumps(line)}\n".encode())  # the first line end closes a line that was torn
            file.flush()
            os.fsync(file.fileno())

    def last(self, course: str, assignment: str) -> Kept | None:
        """The newest receipt for an assignment."""
        try:
            text = self._file.read_text(encoding="utf-8", errors="replace")
        except OSError:
            return None
        kept = [one for line in text.splitlines() if (one := _kept(line))]
        mine = [one for one in kept if (one.course_id, one.assignment_id) == (course, assignment)]
        return max(mine, key=lambda one: one.receipt.number, default=None)


def _kept(line: str) -> Kept | None:
    try:
        said: Any = json.loads(line)
        texts = [said[name] for name in ("course_id", "assignment_id", "key")]
        receipt = records.receipt(said)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return (
        Kept(texts[0], texts[1], texts[2], receipt) if all(isinstance(each, str) for each in texts) else None
    )
