"""``codekids bench``: measures side by side with the stock tool."""

import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import click

from codekids_hub.bench.reports import Report, as_json, as_text


@dataclass(frozen=True)
class Bench:
    """A measurement: the module whose ``measure(folder, count)`` does it, and how many pieces it takes."""

    module: str
    long: int
    short: int

    @property
    def measure(self) -> Callable[[Path, int], Report]:
        """The function."""
        found: Callable[[Path, int], Report] = import_module(self.module).measure
        return found


BENCHES: Mapping[str, Bench] = {
    "marking": Bench("codekids_hub.bench.marking", long=100, short=2),
    "workspaces": Bench("codekids_hub.bench.workspaces", long=20, short=1),
    "answers": Bench("codekids_hub.bench.answers", long=300, short=6),
    "service": Bench("codekids_hub.bench.service", long=290, short=4),
    "rush": Bench("codekids_hub.bench.rush", long=200, short=3),
    "import": Bench("codekids_hub.bench.importing", long=15, short=2),
    "line": Bench("codekids_hub.bench.line", long=10, short=1),
}


@click.command()
@click.argument("names", metavar="[NAME]...", nargs=-1, type=click.Choice(list(BENCHES)))
@click.option(
    "--json", "file", type=click.Path(dir_okay=False, path_type=Path), help="Write all of it as JSON, too."
)
@click.option(
    "--short", is_flag=True, help="A few pieces only: to see that it works and that the results are equal."
)
@click.option(
    "--count",
    type=click.IntRange(1),
    help="How many pieces: hand-ins, workspaces at once, clubs, children, starts, or laptops.",
)
def bench(names: tuple[str, ...], file: Path | None, short: bool, count: int | None) -> None:
    """Measure side by side with the stock tool, on the same work in the same run: all there is, or only NAME
    (marking, workspaces, answers, service, rush, import, line).

    Prints machine, versions, method and a table with ratios. Ends with 1 when something did not work or a result differs from the
    stock tool's; never because of times.
    """
    reports = []
    for name in names or BENCHES:
        with tempfile.TemporaryDirectory(prefix="codekids-bench-") as folder:
            one = BENCHES[name]
            report = one.measure(Path(folder), count or (one.short if short else one.long))
        click.echo(as_text(report))
        reports.append(report)
    if file is not None:
        file.write_text(as_json(reports), encoding="utf-8")
    sys.exit(1 if any(report.failed for report in reports) else 0)
