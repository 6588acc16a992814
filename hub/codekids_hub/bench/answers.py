"""``bench answers``: how long a child waits from handing in to the answer: when nothing else is to do, and in a rush."""

import asyncio
import os
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from codekids_hub.bench.handing_in import Place, open_place
from codekids_hub.bench.machine import this_machine
from codekids_hub.bench.reports import Report
from codekids_hub.bench.service import POSTGRESQL
from codekids_hub.bench.waiting_children import LOOK, ONE_IN, Waited, evenly, one_after_the_other, open_line

APART = 0.2
"""Seconds between two hand-ins of a rush: three hundred a minute."""
LOOPS, FEW_LOOPS = 5, 2
IDLE, FEW_IDLE = 30, 3
MANY = 60
"""From so many hand-ins on it is a rush, and no trial."""

METHOD = (
    "the service in this process, without Hub and proxy; the marking worker as an installation starts it: a process with a thread a processor",
    "what is handed in: the homework of `bench marking` with right and wrong answers; idle: each when the one before was answered",
    f"rush: first {LOOPS} whose program never ends ({FEW_LOOPS} in the short form), then the others, each {APART:g} s after the one before",
    f"marked: from the first byte sent until the answer is in the database (looked at every {LOOK * 1000:.0f} ms); page: until the child's page, which asks as in a browser, shows it; in a rush one child in {ONE_IN} has it open",
    "different: a hand-in that was not accepted or not answered, a task whose points are not as they should be, a program that never ends without a word about it",
)


@dataclass(frozen=True)
class Times:
    """Seconds: the middle one, what 95 of 100 stay under, the longest."""

    median: float
    p95: float
    longest: float

    @classmethod
    def of(cls, seconds: Sequence[float]) -> "Times":
        """Of these."""
        found = sorted(seconds) or [0.0]
        p95 = found[-(-len(found) * 95 // 100) - 1]
        return cls(round(statistics.median(found), 3), round(p95, 3), round(found[-1], 3))

    def cells(self, what: str) -> dict[str, str]:
        """As columns of a table."""
        columns = (("median", self.median), ("p95", self.p95), ("longest", self.longest))
        return {f"{what} {name}": f"{seconds:.2f} s" for name, seconds in columns}


@dataclass(frozen=True)
class AnswerRow:
    """How long some hand-ins took."""

    engine: str
    what: str
    pieces: int
    marked: Times
    page: Times
    different: tuple[str, ...] = ()

    @classmethod
    def of(cls, engine: str, what: str, found: Sequence[Waited]) -> "AnswerRow":
        """Of what came of them."""
        marked = Times.of([one.marked for one in found])
        page = Times.of([one.page for one in found if one.page is not None])
        return cls(
            engine, what, len(found), marked, page, tuple(wrong for one in found for wrong in one.wrong)
        )

    def ratios(self) -> Mapping[str, float]:
        """The stock tool marks when somebody starts it: there is nothing to compare with."""
        return {}

    def cells(self) -> Mapping[str, str]:
        """The line of the table."""
        head = {"database": self.engine, "what": self.what, "hand-ins": str(self.pieces)}
        return (
            head
            | self.marked.cells("marked")
            | self.page.cells("page")
            | {"different": str(len(self.different))}
        )


def measure(folder: Path, count: int) -> Report:
    """Hand in one by one, then ``count`` in a rush, on SQLite and on the PostgreSQL that is named."""
    machine = this_machine()
    urls = {"SQLite": ""}
    if os.environ.get(POSTGRESQL):
        urls["PostgreSQL"] = os.environ[POSTGRESQL]
    rows: list[AnswerRow] = []
    notes: list[str] = []
    loops = LOOPS if count >= MANY else FEW_LOOPS
    for engine, url in urls.items():
        place_folder = folder / engine.lower()
        place_folder.mkdir()
        with open_place(place_folder, url, count + loops) as place:
            found, first = asyncio.run(_all(engine, place, count, loops))
        rows += found
        notes.append(
            f"{engine}: the worker's first hand-in, with which it makes itself ready, took {first:.1f} s"
        )
    return Report("answers", machine, METHOD, rows, tuple(notes))


async def _all(engine: str, place: Place, count: int, loops: int) -> tuple[list[AnswerRow], float]:
    """The rows, and how long the first hand-in of all took."""
    idle = IDLE if count >= MANY else min(FEW_IDLE, count)
    async with open_line(place) as line:
        (first,) = await one_after_the_other(line, place.papers(1))
        alone = await one_after_the_other(line, place.papers(idle, 1))
        endless, others = await evenly(line, place.endless(loops), place.papers(count, 1 + idle), APART)
    return [
        AnswerRow.of(engine, "idle", [*alone]),
        AnswerRow.of(engine, "rush", others),
        AnswerRow.of(engine, "rush, those that never end", endless),
    ], first.marked
