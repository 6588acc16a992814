"""What has to be true in the end, by the journal of receipts that was kept outside: hash by hash, mark by mark."""

import hashlib
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook
from sqlalchemy import select

from codekids_hub.storage.homework_tables import HandIn
from under_fire.stack import SET, Stack


def nothing_is_lost(stack: Stack) -> None:
    """Each receipt has its row and its bytes, each key one number, each row whole bytes."""
    found = rows(stack)
    receipts = stack.journal.receipts()
    assert receipts
    numbers: dict[tuple[str, str], int] = {}
    for receipt in receipts:
        row = found[receipt["number"]]
        assert (row.child_id, row.key, row.digest) == (receipt["child"], receipt["key"], receipt["sha256"])
        assert numbers.setdefault((row.child_id, row.key), row.id) == row.id
    assert len({(row.child_id, row.key) for row in found.values()}) == len(found)
    for row in found.values():
        assert hashlib.sha256(stack.store.path(row.digest).read_bytes()).hexdigest() == row.digest


def everything_is_marked_once(stack: Stack, points: dict[str, float]) -> None:
    """No row waits, each has the points of its content, and the gradebook has the last hand-in of each child, once.

    :param points: of each content that was handed in, by its digest
    """
    found = rows(stack)
    assert {row.state for row in found.values()} == {"marked"}
    for row in found.values():
        assert row.points == points[row.digest], f"hand-in {row.id}"
    last = {row.child_id: row for row in sorted(found.values(), key=lambda row: row.id)}
    for code, members in stack.clubs.items():
        _gradebook_agrees(
            stack.settings.courses / code.lower(), {one: last[one] for one in members if one in last}
        )


def _gradebook_agrees(course: Path, last: dict[str, HandIn]) -> None:
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", course.name) as gradebook:
        there: Any = gradebook.find_assignment(SET).submissions if last else []
        found = {one.student.id: (one.score, str(one.timestamp)) for one in there}
        assert len(found) == len(there)
    assert found == {
        child: (row.points, str(row.received_at.replace(tzinfo=None))) for child, row in last.items()
    }
    for child in last:
        assert (course / "autograded" / child / SET / "homework.ipynb").is_file()


def rows(stack: Stack) -> dict[int, HandIn]:
    """Every hand-in by its number."""
    with stack.reading() as session:
        return {row.id: row for row in session.scalars(select(HandIn))}
