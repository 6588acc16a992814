"""``kill -9`` in the middle of hand-ins: every receipt that went out is kept, file and row; nothing stands half."""

import os
import random
import signal
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from codekids_grading.store import Store
from codekids_hub import homework
from codekids_hub.storage.homework_tables import Assignment, HandIn
from hub.village import Village

ROUNDS = 12
SCRIPT = Path(__file__).with_name("handing_in_for_ever.py")


def test_no_receipt_is_ever_lost(village: Village, database_url: str, tmp_path: Path, now: datetime) -> None:
    store = Store(tmp_path / "store")
    with village.database.write() as session:
        session.add(
            Assignment(
                club_id=village.club_id,
                name="draw-the-village",
                digest=store.put(b"x"),
                released_at=now,
                closes_at=now + timedelta(days=9000),
                released_by=homework.BY_CALENDAR,
            )
        )
    receipts = [
        receipt
        for turn in range(ROUNDS)
        for receipt in _killed_run(database_url, store.folder, village.maria.child_id, turn * 100_000)
    ]
    assert len(receipts) > ROUNDS, "the rounds were too short to prove anything"
    with village.database.read() as session:
        rows = {row.id: row for row in session.scalars(select(HandIn))}
    for number, digest, key in receipts:
        assert (rows[int(number)].digest, rows[int(number)].key) == (digest, key)
        assert b"homework.ipynb" in store.get(digest)
    for row in rows.values():
        store.get(row.digest)  # whole, and what its name says
    assert len({(row.child_id, row.key) for row in rows.values()}) == len(rows)


def _killed_run(url: str, folder: Path, child: str, start: int) -> list[list[str]]:
    command = [sys.executable, str(SCRIPT), url, str(folder), child, str(start)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(random.uniform(0.02, 0.3))
        process.send_signal(signal.SIGKILL)
        lines = [first, *process.stdout.readlines()]
    return [line.split() for line in lines if line.endswith("\n")]
