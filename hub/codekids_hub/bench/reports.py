"""What a measurement found: rows of stock beside ours, as a table for people and as JSON for programs."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field

from codekids_hub.bench.machine import Machine
from codekids_hub.bench.spending import Spent


@dataclass(frozen=True)
class Row:
    """One piece of work, done by the stock tool and by us. ``pieces``: how many hand-ins it was."""

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

    @property
    def cpu(self) -> float:
        """How many times the processor time of ours the stock tool takes."""
        return self.stock.cpu / self.ours.cpu

    @property
    def wall(self) -> float:
        """The same for the wall clock."""
        return self.stock.wall / self.ours.wall


@dataclass(frozen=True)
class Report:
    """A measurement with everything that somebody needs who wants to do it again."""

    name: str
    machine: Machine
    method: tuple[str, ...]
    rows: tuple[Row, ...]
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
            told["ratio"] = {"cpu": round(row.cpu, 2), "wall": round(row.wall, 2)} if row.timed else None
        found.append(data | {"failed": report.failed})
    return json.dumps({"format": 1, "reports": found}, indent=1, ensure_ascii=False) + "\n"


def as_text(report: Report) -> str:
    """Machine, versions, method, table: also the text of a page in the documents."""
    machine = report.machine
    lines = [f"bench {report.name}: {machine.when}, load {machine.load:.1f} at the start", ""]
    lines += [f"- {machine.processor}, {machine.processors} processors, {machine.memory_gib:.0f} GiB"]
    lines += [f"- {machine.system}", f"- {machine.versions}"]
    lines += [f"- {one}" for one in report.method]
    heads = ("what", "hand-ins", "stock CPU", "ours CPU", "ratio", "stock wall", "ours wall", "ratio", "compared", "different")  # fmt: skip
    rows = [_cells(row) for row in report.rows]
    lines += ["", *_table(heads, rows)]
    lines += ["", *(f"- {one}" for one in report.notes)] if report.notes else []
    lines += [f"different: {one}" for row in report.rows for one in row.different]
    lines += [f"trouble: {one}" for one in report.troubles]
    return "\n".join(lines)


def _cells(row: Row) -> tuple[str, ...]:
    times = [
        *(f"{row.stock.cpu:.2f} s", f"{row.ours.cpu:.2f} s", f"{row.cpu:.1f}"),
        *(f"{row.stock.wall:.2f} s", f"{row.ours.wall:.2f} s", f"{row.wall:.1f}"),
    ]
    if not row.timed:
        times[2] = times[5] = "-"
    return (row.what, str(row.pieces), *times, str(row.compared), str(len(row.different)))


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    lines = [heads, ["-" * width for width in widths], *rows]
    return [
        f"| {' | '.join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))} |"
        for line in lines
    ]
