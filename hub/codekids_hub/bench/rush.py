"""``bench rush``: so many children log in with their cards and open a notebook within one minute; then some of them work."""

import asyncio
import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from codekids_hub.addresses import project_root
from codekids_hub.bench import crowd
from codekids_hub.bench.browsing import Browser, Quantiles, Watch, new_line
from codekids_hub.bench.crowd import Child, Librarian
from codekids_hub.bench.machine import this_machine
from codekids_hub.bench.reports import Report
from codekids_hub.bench.rushed_hub import PASSWORD, RushedHub, four_free_ports, one_set, rushed_hub
from codekids_hub.bench.stock_hub import StockChild, stock_hub
from codekids_hub.workspaces import without_walls

COMING = (crowd.LOG_IN, crowd.OPEN, crowd.ALL)
ANY = "any page or save"

WITHIN = 60.0
"""Seconds in which all of them come."""
PAIR, PAIR_WITHIN = 20, 6.0
"""A crowd that the stock tool can take, too, and the seconds in which it comes: as fast one after the other as 200 in a minute."""
REST = 15.0
"""Seconds that a Hub runs before the first child comes: its services pack files and import what they need meanwhile."""
AT_WORK, ROUNDS = 60, 5
"""So many then work, for so many rounds of 20 seconds."""
OWN_MIB = 220
"""Memory that has to be there for each workspace that is a process of its own, with a notebook."""

METHOD = (
    "ours: Hub, proxy, club and worker as the demo runs them, on SQLite; own: each workspace a process of its own; forked: from a warm parent, which starts with the first child",
    "stock: JupyterHub as it comes, with local JupyterLabs and no passwords",
    f"{PAIR} children come in {PAIR_WITHIN:.0f} seconds to each; then to ours as many as are measured, in {WITHIN:.0f} seconds (not in the short form)",
    "each comes with a new device: login page, login, home (of ours), the notebook's page with the files that it names, what JupyterLab asks, a kernel, a cell that imports satul and draws",
    f"before the first child comes ours has run for {REST:.0f} seconds",
    "nobody thinks: the challenge is tapped as soon as the home is there",
    f"then {AT_WORK} of them work for {ROUNDS} times 20 seconds (once in the short form): a cell, a save, two pages, a raised hand, the notebook's own checks; their session pages and the librarians' walls listen and renew themselves",
    "errors: answers from 400 on, lines that were cut, cells that printed something else; those of the stock tool are counted, and fail nothing; seconds by the clock; stock/ours: of the medians",
    "the crowd is a program on the same machine, without JavaScript and pictures; what it uses itself is told",
)


@dataclass(frozen=True)
class Waited:
    """How long a crowd waited for one kind of thing. ``different``: the errors, in the first line of each crowd."""

    crowd: str
    what: str
    times: int
    seconds: Quantiles
    errors: int
    different: tuple[str, ...] = ()
    stock: float | None = None
    """The median of the same thing at the stock tool."""

    def ratios(self) -> Mapping[str, float]:
        """How many times as long it took at the stock tool."""
        return {} if self.stock is None else {"median": self.stock / self.seconds.middle}

    def cells(self) -> Mapping[str, str]:
        """The line of the table."""
        told = {"crowd": self.crowd, "what": self.what, "times": str(self.times)}
        told |= {
            name.replace("middle", "median"): f"{each:.2f} s" for name, each in vars(self.seconds).items()
        }
        ratio = self.ratios().get("median")
        return told | {"errors": str(self.errors), "stock/ours": f"{ratio:.1f}" if ratio else "-"}


def measure(folder: Path, count: int) -> Report:
    """Have ``count`` children come, to forked workspaces and to those that are processes of their own."""
    os.environ.pop(
        "PYTHONDONTWRITEBYTECODE", None
    )  # where it is set, each start would compile what it imports
    machine = this_machine()
    pair, many = min(PAIR, count), count if count > PAIR else 0
    content = project_root() / "exercises" / "sets" if many else one_set(folder / "one set")
    with stock_hub(folder / "stock", four_free_ports()) as url:
        stock = asyncio.run(_at_the_stock_hub(url, pair))
    rows, notes = list(stock), list[str]()
    for start in ("forked", "own"):
        if start == "forked" and (reason := without_walls()):
            notes.append(f"forked: not measured, {reason}")
            continue
        crowds = (pair, many if start == "forked" else min(many, _that_fit()))
        with rushed_hub(folder / "data", start, sum(crowds), content) as hub:
            found = asyncio.run(_evening(hub, crowds, stock))
        rows += found[0]
        notes += found[1]
    return Report("rush", machine, METHOD, rows, tuple(notes))


def _that_fit() -> int:
    """How many workspaces of their own this machine's memory holds now, besides the first ones."""
    for line in Path("/proc/meminfo").read_text().splitlines():
        if line.startswith("MemAvailable:"):
            return max(0, int(line.split()[1]) // 1024 // OWN_MIB - PAIR)
    return PAIR


async def _at_the_stock_hub(url: str, pair: int) -> list[Waited]:
    watch, line = Watch(), new_line()
    children = [StockChild(f"child{number:03}", Browser(url, watch, line)) for number in range(pair)]
    await crowd.rush(children, PAIR_WITHIN * pair / PAIR)
    line.close()
    return [replace(row, different=()) for row in _rows(f"stock: {pair}", watch, COMING)]


async def _evening(
    hub: RushedHub, crowds: tuple[int, int], stock: Sequence[Waited]
) -> tuple[list[Waited], list[str]]:
    """A crowd that is as large as that of the stock tool, a large one, and the work after it."""
    line, start = new_line(), hub.settings.workspace_start
    children = [
        Child(card, Browser(hub.url, Watch(), line), hub.challenge)
        for club in hub.clubs
        for card in club.cards
    ]
    pair = crowds[0]
    await asyncio.sleep(REST if len(children) > pair else 0)
    beside = {row.what: row.seconds.middle for row in stock}
    rows, notes = await _come(hub, children[:pair], start, PAIR_WITHIN * pair / PAIR, beside)
    if len(children) > pair:
        found = await _come(hub, children[pair:], f"{start}, with {pair} there", WITHIN, {})
        rows += found[0]
        notes += found[1]
    memory = hub.memory()
    each = memory["workspaces"] / len(children)
    parts = ", ".join(f"{name} {memory[name]:.0f}" for name in ("hub", "club", "proxy"))
    notes.append(
        f"{start}, {len(children)} are there: {each:.0f} MiB a workspace with its notebook (PSS); {parts} MiB"
    )
    found = await _work(hub, children[-AT_WORK:], ROUNDS if len(children) > pair else 1)
    for child in children:
        child.go_home()
    line.close()
    return rows + found[0], notes + found[1]


async def _come(
    hub: RushedHub, children: Sequence[Child], name: str, within: float, stock: Mapping[str, float]
) -> tuple[list[Waited], list[str]]:
    watch, before = Watch(), _Then.now(hub)
    for child in children:
        child.browser.watch = watch
    await crowd.rush(children, within)
    most = max(child.most_before for child in children)
    name = f"{name}: {len(children)}"
    told = f"{name} come: {before.until_now(hub)}; {watch.requests} requests; at most {most} before somebody in the line"
    return _rows(name, watch, COMING, stock), [told]


async def _work(hub: RushedHub, children: Sequence[Child], rounds: int) -> tuple[list[Waited], list[str]]:
    watch, before = Watch(), _Then.now(hub)
    for child in children:
        child.browser.watch = watch
    theirs = {child.card.club_code.lower() for child in children}
    librarians = [
        Librarian(club.librarian, PASSWORD, club.id, Browser(hub.url, watch, children[0].browser.line))
        for club in hub.clubs
        if club.librarian in theirs
    ]
    await crowd.work(children, librarians, rounds)
    name = f"{hub.settings.workspace_start}: {len(children)} work"
    told = f"{name}: {before.until_now(hub)}; {watch.requests} requests"
    watch.seconds[ANY] = [each for kind in crowd.PAGES for each in watch.seconds[kind]]
    return _rows(name, watch, (crowd.CELLS, crowd.CHECKS, *crowd.PAGES, ANY)), [told]


def _rows(
    name: str, watch: Watch, kinds: Sequence[str], stock: Mapping[str, float] | None = None
) -> list[Waited]:
    errors = tuple(watch.errors)
    rows: list[Waited] = []
    for kind in kinds:
        if seconds := watch.seconds[kind]:
            theirs = (stock or {}).get(kind)
            told = errors if not rows else ()
            rows.append(Waited(name, kind, len(seconds), Quantiles.of(seconds), len(errors), told, theirs))
    if errors and not rows:
        rows.append(Waited(name, kinds[0], 0, Quantiles(0, 0, 0, 0), len(errors), errors))
    return rows


@dataclass(frozen=True)
class _Then:
    """What had been used at a moment."""

    at: float
    cpu: Mapping[str, float]
    crowd: float

    @classmethod
    def now(cls, hub: RushedHub) -> "_Then":
        return cls(time.perf_counter(), hub.cpu(), time.process_time())

    def until_now(self, hub: RushedHub) -> str:
        """Seconds of processors since then, in words."""
        seconds, now = time.perf_counter() - self.at, hub.cpu()
        used = {name: now[name] - self.cpu[name] for name in now} | {
            "the crowd": time.process_time() - self.crowd
        }
        told = ", ".join(f"{name} {each:.1f}" for name, each in used.items())
        return f"seconds of processors in {seconds:.0f} s: {told}"
