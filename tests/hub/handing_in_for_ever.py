"""Run by test_kill.py as a process of its own: hands in for ever and says each receipt, until it is killed."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from codekids_grading import bundles
from codekids_grading.store import Store
from codekids_hub import hand_ins
from codekids_hub.storage import Database

url, folder, child, start = sys.argv[1:5]
database, store = Database(url), Store(Path(folder))
number = int(start)
while True:
    number += 1
    content = bundles.write({"homework.ipynb": f"hand-in {number}".encode() * 50})
    key = f"{number:064x}"
    receipt = hand_ins.accept(database, store, child, "draw-the-village", content, key, datetime.now(UTC))
    print(receipt.number, receipt.digest, key, flush=True)
