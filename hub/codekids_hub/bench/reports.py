"""What a measurement found: rows of stock beside ours, as a table for people and as JSON for programs."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Protocol

from codekids_hub.bench.machine import Machine
from codekids_hub.bench.spending import Spent


class Row(Protocol):
    """One line of a measurement's table."""

    @property
    def different(self) -> tuple[str, ...]:
        """What is not as it has to be, in words; times never are."""

    def cells(self) -> Mapping[str, str]:
        """The line, by the names of its columns."""

    def ratios(self) -> Mapping[str, float]:
        """What counts, by name; nothing where times say nothing."""


@dataclass(frozen=True)
class SideBySide:
    """One piece of work, done by the stock tool and by us. ``pieces``: how many hand-ins it was, or starts."""

    what: str
    pieces: int
    stock: Spent
    ours: Spent
    compared: int
    """How many values were compared one by one."""
    different: tuple[str, ...] = ()
    """Where the two disagree, in words."""
    timed: bool = True
    """Whether its times say anything: not where both wait for the same clock."""

    def ratios(self) -> Mapping[str, float]:
        """How many times the processor time of ours the stock tool takes, and the same for the wall clock."""
        if not self.timed:
            return {}
        return {"cpu": self.stock.cpu / self.ours.cpu, "wall": self.stock.wall / self.ours.wall}

    def cells(self) -> Mapping[str, str]:
        """The line of the table."""
        ratios = {name: f"{ratio:.1f}" for name, ratio in self.ratios().items()}
        return {
            "what": self.what,
            "pieces": str(self.pieces),
            "stock CPU": f"{self.stock.cpu:.2f} s",
            "ours CPU": f"{self.ours.cpu:.2f} s",
            "CPU ratio": ratios.get("cpu", "-"),
            "stock wall": f"{self.stock.wall:.2f} s",
            "ours wall": f"{self.ours.wall:.2f} s",
            "wall ratio": ratios.get("wall", "-"),
            "compared": str(self.compared),
            "different": str(len(self.different)),
        }


@dataclass(frozen=True)
class Report:
    """A measurement with everything that somebody needs who wants to do it again."""

    name: str
    machine: Machine
    method: tuple[str, ...]
    rows: Sequence[Row]
    """Dataclasses, all of one kind."""
    notes: tuple[str, ...] = ()
    troubles: tuple[str, ...] = field(default=())

    @property
    def failed(self) -> bool:
        """Whether something went wrong, or two values differ. Times are never a failure."""
        return bool(self.troubles) or any(row.different for row in self.rows)


def as_json(reports: Iterable[Report]) -> str:
    """All of it, with the ratios worked out."""
    found = []
    for report in reports:
        data = asdict(report)
        for row, told in zip(report.rows, data["rows"], strict=True):
            told["ratio"] = {name: round(ratio, 2) for name, ratio in row.ratios().items()} or None
        found.append(data | {"failed": report.failed})
    return json.dumps({"format": 1, "reports": found}, indent=1, ensure_ascii=False) + "\n"


def as_text(report: Report) -> str:
    """Machine, versions, method, table: also the text of a page in the documents."""
    machine = report.machine
    lines = [f"bench {report.name}: {machine.when}, load {machine.load:.1f} at the start", ""]
    lines += [f"- {machine.processor}, {machine.processors} processors, {machine.memory_gib:.0f} GiB"]
    lines += [f"- {machine.system}", f"- {machine.versions}"]
    lines += [f"- {one}" for one in report.method]
    lines += ["", *_table([row.cells() for row in report.rows])]
    lines += ["", *(f"- {one}" for one in report.notes)] if report.notes else []
    lines += [f"different: {one}" for row in report.rows for one in row.different]
    lines += [f"trouble: {one}" for one in report.troubles]
    return "\n".join(lines)


def _table(rows: Sequence[Mapping[str, str]]) -> list[str]:
    heads = tuple(rows[0]) if rows else ()
    lines = [heads, *(tuple(row.values()) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    lines.insert(1, tuple("-" * width for width in widths))
    return [
        f"| {' | '.join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))} |"
        for line in lines
    ]
