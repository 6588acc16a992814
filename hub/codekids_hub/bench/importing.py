"""``bench import``: the one line that begins a child's program, beside the import of the widgets that a stock lesson is made of."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

from codekids_hub.bench.machine import this_machine
from codekids_hub.bench.reports import Report, SideBySide
from codekids_hub.bench.spending import Spent, as_usual, spent_by

STOCK, OURS, NOTHING = "import ipywidgets", "from satul import *", "pass"

METHOD = (
    f"stock: `python -c '{STOCK}'`; ours: `python -c '{OURS}'`; both with what Python needs itself, in turns",
    "once each before anything is measured, so that bytecode is there; then the median of all, a piece being one start",
    "CPU: user and system of the process (wait4); wall: the clock",
)


def measure(folder: Path, count: int) -> Report:
    """Start a Python for each program ``count`` times, in a folder that may be thrown away."""
    machine = this_machine()
    programs = (STOCK, OURS, NOTHING)
    for one in programs:
        _spend(one, folder)
    turns = [[_spend(one, folder) for one in programs] for _ in range(count)]
    stock, ours, nothing = zip(*turns, strict=True)
    row = SideBySide("first line", count, _middle(stock), _middle(ours), 0)
    least = [min(one.cpu for one in found) for found in (stock, ours, nothing)]
    notes = (
        "the least CPU of all: stock {:.3f} s, ours {:.3f} s; a Python that does nothing {:.3f} s".format(
            *least
        ),
    )
    troubles = tuple(
        f"`{program}` did not work"
        for program, found in zip(programs, (stock, ours, nothing), strict=True)
        if any(one.code for one in found)
    )
    return Report("import", machine, METHOD, (row,), notes, troubles)


def _spend(program: str, folder: Path) -> Spent:
    return spent_by([sys.executable, "-c", program], folder, as_usual(), folder / "said.log")


def _middle(found: Sequence[Spent]) -> Spent:
    """The median of each."""
    cpu, wall = median(one.cpu for one in found), median(one.wall for one in found)
    return replace(found[0], cpu=cpu, wall=wall, peak_mib=max(one.peak_mib for one in found))
