"""``bench workspaces``: stock ``jupyterhub-singleuser`` and our workspaces, one alone and many at once."""

import asyncio
import os
import socket
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from codekids_hub.addresses import project_root
from codekids_hub.bench.machine import this_machine
from codekids_hub.bench.one_workspace import PRINTS, OneWorkspace, started, wait_for
from codekids_hub.bench.reports import Report, SideBySide
from codekids_hub.bench.spending import Spent
from codekids_hub.bench.stand_in import stand_in
from codekids_hub.settings import Settings
from codekids_hub.storage import Database
from codekids_hub.warm_parent import ForkedWorkspace, WarmParent
from codekids_hub.workspaces import (
    SERVER,
    shown_to_workspaces,
    walls_around,
    without_walls,
    workspace_environment,
)

METHOD = (
    "stock: `jupyterhub-singleuser` with its own configuration; ours: a workspace as the Hub starts it, behind walls",
    "own process: workspace_start is own; forked: it is forked, from a warm parent that is there already and is not counted",
    "each kind once before it counts, so that Python has compiled what it needs; a stand-in for the Hub says whose a token is",
    "until ready: from the start to the answer of the last one",
    "first cell: in each at once a kernel is started, imports satul, draws a chart, prints a sum",
    "CPU: user and system of all processes of all workspaces",
    "MiB: memory of one workspace with all its processes (PSS, the mean); with its kernel in the lines of cells",
    "compared: what each first cell prints",
)

Start = Callable[[str, int], OneWorkspace]


@dataclass(frozen=True)
class Kind:
    """A way to start workspaces."""

    what: str
    start: Start


class Line(SideBySide):
    """One piece of work of both, with the memory that each of its workspaces holds (``peak_mib``)."""

    def cells(self) -> Mapping[str, str]:
        """The line of the table."""
        told = dict(super().cells())
        pieces, compared, different = (told.pop(name) for name in ("pieces", "compared", "different"))
        memory = {"stock MiB": f"{self.stock.peak_mib:.0f}", "ours MiB": f"{self.ours.peak_mib:.0f}"}
        seen = {"compared": compared, "different": different}
        return {"what": told.pop("what"), "workspaces": pieces} | told | memory | seen


@dataclass
class Round:
    """What some workspaces at once spent, and what their cells printed."""

    ready: Spent
    cells: Spent
    printed: list[str] = field(default_factory=list)


def measure(folder: Path, count: int) -> Report:
    """Start one workspace, and ``count`` at once, of each kind, in a folder that may be thrown away."""
    machine = this_machine()
    rows = list[Line]()
    with stand_in() as hub, ExitStack() as stack:
        stock, kinds = stock_kind(folder / "stock", hub), [our_kind(folder / "ours", hub)]
        if without_walls() is None:
            kinds.append(stack.enter_context(forked_kind(folder / "forked", hub)))
        for kind in (stock, *kinds):
            play(kind, 1)
        for many in sorted({1, count}):
            theirs = play(stock, many)
            for kind in kinds:
                what = f"{kind.what}, {many} at once" if many > 1 else f"{kind.what}, one"
                rows += _rows(what, many, theirs, play(kind, many))
    troubles = tuple(f"{row.what}: cells did not print what they should" for row in rows if row.different)
    notes = () if len(kinds) > 1 else (f"forked: not measured, {without_walls()}",)
    return Report("workspaces", machine, METHOD, tuple(rows), notes, troubles)


def _rows(what: str, many: int, stock: Round, ours: Round) -> list[Line]:
    different = tuple(
        f"child {number}: {theirs!r} by the stock tool, {own!r} by ours"
        for number, (theirs, own) in enumerate(zip(stock.printed, ours.printed, strict=True))
        if not theirs == own == PRINTS
    )
    return [
        Line(f"{what}, until ready", many, stock.ready, ours.ready, 0),
        Line(f"{what}, first cell", many, stock.cells, ours.cells, many, different),
    ]


def play(kind: Kind, many: int) -> Round:
    """Start so many, run a cell in each, end them."""
    names, ports = [f"child{number:03}" for number in range(many)], free_ports(many)
    running: list[OneWorkspace] = []
    try:
        began = time.perf_counter()
        for name, port in zip(names, ports, strict=True):
            running.append(kind.start(name, port))
        wait_for(running)
        ready = _spent(running, time.perf_counter() - began)
        began = time.perf_counter()
        printed = asyncio.run(_cells(running))
        cells = _spent(running, time.perf_counter() - began, ready)
    finally:
        for one in running:
            one.end()
    return Round(ready, cells, printed)


async def _cells(running: Sequence[OneWorkspace]) -> list[str]:
    return list(await asyncio.gather(*(one.first_cell() for one in running)))


def _spent(running: Sequence[OneWorkspace], wall: float, before: Spent | None = None) -> Spent:
    used = [one.used() for one in running]
    cpu, memory = sum(one.cpu for one in used), sum(one.pss_mib for one in used) / len(used)
    if before:
        cpu -= before.cpu
    return Spent(round(wall, 3), round(cpu, 3), round(memory, 1), 0)


def free_ports(many: int) -> list[int]:
    """Ports that nobody uses just now, no two alike."""
    sockets = [socket.socket() for _ in range(many)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports: list[int] = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def stock_kind(folder: Path, hub: str) -> Kind:
    """JupyterHub's own single-user server with JupyterLab, as it comes."""
    command = [str(Path(sys.executable).with_name("jupyterhub-singleuser")), *_as_root()]

    def start(name: str, port: int) -> OneWorkspace:
        home = folder / name
        home.mkdir(parents=True, exist_ok=True)
        return started(name, port, command, told_by_the_hub(name, port, home, hub), home)

    return Kind("stock", start)


def our_kind(folder: Path, hub: str) -> Kind:
    """A workspace behind walls, with what the Hub's configuration tells it."""
    settings, database = installation(folder)
    hook = walls_around(settings, database)

    def start(name: str, port: int) -> OneWorkspace:
        spawner = SimpleNamespace(user=SimpleNamespace(name=name), cmd=list(SERVER))
        home = settings.homes / name
        home.mkdir(parents=True, exist_ok=True)
        hook(spawner)
        return started(name, port, [*spawner.cmd, *_as_root()], told(settings, name, port, hub), home)

    return Kind("own process", start)


@contextmanager
def forked_kind(folder: Path, hub: str) -> Iterator[Kind]:
    """A workspace forked from a warm parent, as long as the context lasts."""
    settings, _ = installation(folder, "forked")
    settings.homes.mkdir(parents=True)
    said = (folder / "said.log").open("wb")
    parent = WarmParent(settings.homes, shown_to_workspaces(settings), said)
    forks = list[ForkedWorkspace]()

    def start(name: str, port: int) -> OneWorkspace:
        fork, made = asyncio.run(forked_workspace(parent, settings, hub, name, port))
        forks.append(fork)
        return made

    try:
        yield Kind("forked", start)
    finally:
        for fork in forks:
            fork.close()
        parent.close()
        said.close()


async def forked_workspace(
    parent: WarmParent,
    settings: Settings,
    hub: str,
    name: str,
    port: int,
    more: Mapping[str, str] | None = None,
) -> tuple[ForkedWorkspace, OneWorkspace]:
    """A workspace of a warm parent, with what the Hub's configuration tells it."""
    home = settings.homes / name
    home.mkdir(parents=True, exist_ok=True)
    environment = told(settings, name, port, hub) | dict(more or {})
    fork = await parent.fork(home, environment, _as_root())
    return fork, OneWorkspace(name, port, fork.pid)


def told(settings: Settings, name: str, port: int, hub: str) -> dict[str, str]:
    """All that a workspace of ours is told in its environment."""
    spawner = SimpleNamespace(user=SimpleNamespace(name=name))
    ours: dict[str, Any] = workspace_environment(settings, lambda name: "ro")
    environment = {key: value(spawner) if callable(value) else value for key, value in ours.items()}
    environment |= {"CODEKIDS_CLUB_API": "", "JUPYTERHUB_DEFAULT_URL": "/satul/home"}
    return told_by_the_hub(name, port, settings.homes / name, hub) | environment


def installation(folder: Path, start: str = "own") -> tuple[Settings, Database]:
    """Settings and an empty database for workspaces that need neither a club nor challenges."""
    sets = project_root() / "exercises" / "sets"
    settings = Settings.load(None, {}, data=str(folder), content=str(sets), workspace_start=start)
    settings.released.mkdir(parents=True, exist_ok=True)
    return settings, Database(settings.database_url)


def told_by_the_hub(name: str, port: int, home: Path, hub: str) -> dict[str, str]:
    """The environment that JupyterHub gives to a single-user server. The token of a child is its name."""
    prefix = f"/user/{name}/"
    kept = {key: os.environ[key] for key in ("PATH", "LANG") if key in os.environ}
    return kept | {
        "HOME": str(home),
        "USER": name,
        "SHELL": "/bin/bash",
        "JUPYTERHUB_USER": name,
        "JUPYTERHUB_API_TOKEN": name,
        "JUPYTERHUB_API_URL": hub,
        "JUPYTERHUB_BASE_URL": "/",
        "JUPYTERHUB_HOST": "",
        "JUPYTERHUB_SERVER_NAME": "",
        "JUPYTERHUB_SERVICE_PREFIX": prefix,
        "JUPYTERHUB_SERVICE_URL": f"http://127.0.0.1:{port}{prefix}",
        "JUPYTERHUB_CLIENT_ID": f"jupyterhub-user-{name}",
        "JUPYTERHUB_OAUTH_CALLBACK_URL": f"{prefix}oauth_callback",
        "JUPYTERHUB_OAUTH_SCOPES": f'["access:servers!server={name}/"]',
        "JUPYTERHUB_DISABLE_USER_CONFIG": "1",
    }


def _as_root() -> list[str]:
    return ["--allow-root"] if os.geteuid() == 0 else []
