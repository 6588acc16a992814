"""``bench line``: what a child's browser gets over a thin line, and how long that takes, with stock JupyterHub and with ours."""

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median

from playwright.async_api import Error as PlaywrightError

from codekids_hub.bench import browsers
from codekids_hub.bench.line_hubs import CHALLENGE, LAPTOPS, Hub, HubMissing, our_hub, stock_hub
from codekids_hub.bench.line_visits import (
    BITS,
    DELAY,
    PATIENCE,
    CellFailed,
    KernelStays,
    Laptops,
    Visits,
    laptops,
    one_laptop,
    warm_up,
)
from codekids_hub.bench.machine import this_machine
from codekids_hub.bench.reports import Report
from codekids_hub.bench.traffic import Traffic

METHOD = (
    "stock: jupyterhub with its simple spawner and its dummy authenticator, JupyterLab as it comes, with the extensions for the notebook's widgets, the versions of our lock; ours: the demo",
    f"a real Chromium over its DevTools, on a line of {BITS / 1e6:.0f} Mbit/s each way with {DELAY * 2000:.0f} ms there and back; in the short form the line is not slowed",
    "the same notebook in both; workspaces run before, kernels do not",
    "KB: what came over the line for the page, with heads, redirects and WebSockets, until the first cell had run and nothing more came; 1000 bytes",
    "ready: from the tap until the kernel has run the first cell, which runs by itself in ours and is run as soon as JupyterLab lets it in stock",
    "cold: the cache is empty; again: the same child; next child: other cookies, the same cache, as on a library's laptop",
    "home: from the card's address, with the login, until the child's home says that the workspace is ready; stock has none",
    "laptops: browsers with empty caches on one line that all share, in front of the Hub; ready: the last of them",
)


@dataclass(frozen=True)
class Loaded:
    """One visit: bytes over the line, requests (also those that the cache answered), seconds until ready."""

    bytes: int
    requests: int
    seconds: float

    @classmethod
    def of(cls, traffic: Traffic) -> "Loaded":
        """What was counted of it."""
        return cls(traffic.bytes, traffic.requests, round(traffic.seconds, 2))


@dataclass(frozen=True)
class LineRow:
    """A visit to stock beside the same to ours. ``stock``: nothing where it has no such page."""

    what: str
    stock: Loaded | None
    ours: Loaded
    different: tuple[str, ...] = ()

    def ratios(self) -> Mapping[str, float]:
        """How many times our bytes and our seconds the stock tool needs."""
        if self.stock is None:
            return {}
        return {"bytes": self.stock.bytes / self.ours.bytes, "ready": self.stock.seconds / self.ours.seconds}

    def cells(self) -> Mapping[str, str]:
        """The line of the table."""
        ratios = {name: f"{ratio:.1f}" for name, ratio in self.ratios().items()}
        return {
            "what": self.what,
            "stock KB": _kilobytes(self.stock),
            "ours KB": _kilobytes(self.ours),
            "KB ratio": ratios.get("bytes", "-"),
            "stock ready": f"{self.stock.seconds:.1f} s" if self.stock else "-",
            "ours ready": f"{self.ours.seconds:.1f} s",
            "ready ratio": ratios.get("ready", "-"),
        }


@dataclass(frozen=True)
class Seen:
    """What was found with one Hub; of many laptops nothing in the short form."""

    visits: Visits
    laptops: Laptops | None
    browser: str
    """Its version."""


def measure(folder: Path, count: int) -> Report:
    """Visit both Hubs with one laptop, and with ``count`` (at most ten) at once where it is more than one."""
    machine = this_machine()
    try:
        browsers.chromium_path()
        theirs, ours = _both(folder, min(count, LAPTOPS))
    except (browsers.NoChromium, CellFailed, KernelStays, HubMissing, PlaywrightError, TimeoutError) as error:
        return Report("line", machine, METHOD, (), troubles=(f"{type(error).__name__}: {error}",))
    return Report("line", machine, METHOD, tuple(rows(theirs, ours)), tuple(notes(theirs, ours)))


def _both(folder: Path, many: int) -> tuple[Seen, Seen]:
    """Stock and ours, one after the other."""
    with our_hub(folder / "ours") as hub:
        ours = visit(hub, many)
    notebook = folder / "ours" / "data" / "released" / CHALLENGE / "ro.ipynb"
    with stock_hub(folder / "stock", notebook) as hub:
        return visit(hub, many), ours


def visit(hub: Hub, many: int) -> Seen:
    """All visits to a Hub, in a browser of its own; the line is slow when there are many laptops."""
    return asyncio.run(_visit(hub, many))


async def _visit(hub: Hub, many: int) -> Seen:
    async with browsers.chromium() as browser:
        await warm_up(browser, hub, max(2, many))
        visits = await one_laptop(browser, hub, slow=many > 1)
        crowd = await laptops(browser, hub, many) if many > 1 else None
        return Seen(visits, crowd, browser.version)


def rows(stock: Seen, ours: Seen) -> Iterator[LineRow]:
    """Side by side."""
    yield LineRow("home, cold", None, Loaded.of(ours.visits.home))
    yield LineRow("home, again", None, Loaded.of(ours.visits.home_again))
    for what, name in (
        ("notebook, cold", "cold"),
        ("notebook, again", "warm"),
        ("notebook, next child", "second"),
    ):
        theirs, own = getattr(stock.visits, name), getattr(ours.visits, name)
        yield LineRow(what, Loaded.of(theirs), Loaded.of(own))
    if stock.laptops and ours.laptops:
        many = ours.laptops.many
        missing = many - len(ours.laptops.seconds)
        different = (f"{missing} of {many} laptops did not get the notebook from ours",) if missing else ()
        theirs = _all(stock.laptops) if len(stock.laptops.seconds) == many else None
        yield LineRow(f"notebook, {many} laptops, cold", theirs, _all(ours.laptops), different)


def notes(stock: Seen, ours: Seen) -> Iterator[str]:
    """What the table has no room for."""
    yield f"Chromium {ours.browser}, JupyterHub {version('jupyterhub')}, JupyterLab {version('jupyterlab')}"
    for whose, seen in (("stock", stock), ("ours", ours)):
        yield f"{whose}, cold, the largest: {seen.visits.cold.largest()}"
        if seen.laptops:
            yield f"{whose}, {seen.laptops.many} laptops: {_came(seen.laptops)}"
    yield f"ours, next child, the largest: {ours.visits.second.largest()}"


def _all(found: Laptops) -> Loaded:
    return Loaded(found.bytes, found.requests, round(max(found.seconds, default=PATIENCE), 2))


def _came(found: Laptops) -> str:
    if len(found.seconds) < found.many:
        return f"{len(found.seconds)} had the notebook within {PATIENCE:.0f} s"
    first, last = found.seconds[0], found.seconds[-1]
    return f"ready after {first:.1f} s (first), {median(found.seconds):.1f} s (middle), {last:.1f} s (last)"


def _kilobytes(loaded: Loaded | None) -> str:
    return f"{loaded.bytes / 1000:.1f}" if loaded else "-"
