"""``bench service``: what the club's pages and calls cost at a handful of clubs, and at the whole programme with years behind it."""

import asyncio
import os
import statistics
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import event, func, select

from codekids_exercises import homework
from codekids_exercises.catalogue import Catalogue
from codekids_exercises.release import set_entry
from codekids_exercises.source import read_sets
from codekids_grading import bundles
from codekids_grading.store import Store
from codekids_hub.addresses import SERVICE_PREFIX, project_root
from codekids_hub.bench import filling
from codekids_hub.bench.filling import FirstPeople, Programme
from codekids_hub.bench.filling_meetings import MEETINGS_A_YEAR
from codekids_hub.bench.machine import this_machine
from codekids_hub.bench.reports import Report
from codekids_hub.club.app import make_app
from codekids_hub.club.parts import Parts
from codekids_hub.club.visitors import sessions
from codekids_hub.hub_client import HubClient
from codekids_hub.queue import Queue
from codekids_hub.settings import Settings
from codekids_hub.storage import Database, migrate
from codekids_hub.storage.homework_tables import HandIn
from codekids_hub.storage.tables import Child

FEW, MANY = 3, 20
YEARS = 3
ROUNDS, FEW_ROUNDS = 40, 4
"""How often each page is visited; fewer times where nobody wants to know how long it takes."""
POSTGRESQL = "CODEKIDS_BENCH_DATABASE"
"""Names an empty PostgreSQL database, as an SQLAlchemy URL: it is filled and measured, too."""

VISITS = (
    ("child", ""),
    ("child", "sets/{homework}"),
    ("child", "homework/{homework}"),
    ("child", "homework/{homework}/status"),
    ("child", "session"),
    ("child", "live/now"),
    ("child", "me"),
    ("child", "api/me"),
    ("child", "api/progress"),
    ("child", "api/session"),
    ("child", "api/exchange/courses"),
    ("child", "api/exchange/hand-ins"),
    ("librarian", ""),
    ("librarian", "clubs/{club}/children"),
    ("librarian", "clubs/{club}/prepare"),
    ("librarian", "clubs/{club}/wall"),
    ("librarian", "clubs/{club}/log"),
    ("librarian", "reports/{session}"),
    ("mentor", ""),
    ("mentor", "review"),
    ("coordinator", ""),
    ("coordinator", "programme/clubs"),
    ("coordinator", "programme/people"),
    ("coordinator", "programme/reports"),
    ("coordinator", "programme/season"),
    ("coordinator", "programme/questions"),
)
GROWING = "coordinator"

METHOD = (
    "the service itself, in this process, one request after the other; in front of it neither the Hub, which is not asked who it is, nor a proxy",
    f"a club: {filling.CHILDREN} children, {MEETINGS_A_YEAR} meetings a year for {YEARS} years, one of them now; each page {ROUNDS} times ({FEW_ROUNDS} in the short form), the first left out",
    "milliseconds from the request to its whole answer: of the processor, the middle one of all; by the clock, the middle one and p95; growth: of processor time; queries: statements sent to the database",
)


@dataclass(frozen=True)
class Cost:
    """Of one page: milliseconds of the processor and by the clock, the middle ones, and what 95 of 100 stay under; statements; bytes."""

    cpu: float
    middle: float
    p95: float
    queries: int
    size: int


@dataclass(frozen=True)
class PageRow:
    """A page at a few clubs beside the same page at all of them."""

    engine: str
    who: str
    path: str
    few: Cost
    all: Cost
    different: tuple[str, ...] = ()

    def ratios(self) -> Mapping[str, float]:
        """How much it grows with the number of clubs."""
        return {"growth": self.all.cpu / self.few.cpu}

    def cells(self) -> Mapping[str, str]:
        """The line of the table."""
        return {
            "database": self.engine,
            "who": self.who,
            "page": "/" + self.path,
            "few: CPU": f"{self.few.cpu:.1f}",
            "all: CPU": f"{self.all.cpu:.1f}",
            "clock": f"{self.all.middle:.1f}",
            "p95": f"{self.all.p95:.1f}",
            "growth": f"{self.ratios()['growth']:.1f}",
            "queries": f"{self.few.queries} / {self.all.queries}",
            "KB": f"{self.all.size / 1000:.0f}",
        }


@dataclass(frozen=True)
class KnownPeople:
    """Says that whoever shows a token is called as the token: here nobody asks the Hub."""

    cookie_name: str = "service-club"
    access_scopes: tuple[str, ...] = ()

    async def user_for_token(self, token: str, **_: Any) -> dict[str, str]:
        """The model of a person."""
        return {"kind": "user", "name": token}

    def check_scopes(self, required: object, model: object) -> bool:
        """All may."""
        return True


def measure(folder: Path, count: int) -> Report:
    """Visit every page at a few clubs and at ``count`` of them, on SQLite and on the PostgreSQL that is named."""
    machine = this_machine()
    content = Catalogue(tuple(set_entry(one) for one in read_sets(_sets())))
    urls = {"SQLite": f"sqlite:///{folder / 'programme.sqlite'}"}
    if os.environ.get(POSTGRESQL):
        urls["PostgreSQL"] = os.environ[POSTGRESQL]
    rows: list[PageRow] = []
    notes = []
    for engine, url in urls.items():
        database = Database(url)
        try:
            rows += _on(engine, database, content, folder, count)
            notes.append(f"{engine}: {_size(database)}")
        finally:
            database.dispose()
    return Report("service", machine, METHOD, rows, tuple(notes))


def _on(engine: str, database: Database, content: Catalogue, folder: Path, count: int) -> list[PageRow]:
    migrate(database)
    now = datetime.now(UTC)
    people = filling.first_people(database, content, now)
    rounds = ROUNDS if count > MANY else FEW_ROUNDS
    programme = Programme(content, _homework(content, folder), YEARS, now)
    filling.fill(database, programme, range(FEW))
    few = asyncio.run(_visit_all(_parts(database, content, folder), people, rounds))
    filling.fill(database, programme, range(FEW, max(count, FEW)))
    _analyse(database)
    everything = asyncio.run(_visit_all(_parts(database, content, folder), people, rounds))
    return [
        PageRow(engine, who, path, few[who, path][0], cost, (*few[who, path][1], *wrong))
        for (who, path), (cost, wrong) in everything.items()
    ]


def _homework(content: Catalogue, folder: Path) -> Mapping[str, str]:
    """Put each set's homework into the file store; the digests by set."""
    store, found = Store(folder / "store"), {}
    for entry in content.sets:
        path = homework.write_source(_sets(), entry.id, "ro", folder / "sources")
        found[entry.id] = store.put(bundles.write({path.name: path.read_bytes()}))
    return found


def _sets() -> Path:
    return project_root() / "exercises" / "sets"


def _analyse(database: Database) -> None:
    """What a database that lives for years does by itself."""
    with database.engine.connect() as connection:
        connection.exec_driver_sql("ANALYZE")


def _parts(database: Database, content: Catalogue, folder: Path) -> Parts:
    return parts_without_hub(Settings(data=folder, second_factor="offered"), database, content)


def parts_without_hub(settings: Settings, database: Database, content: Catalogue) -> Parts:
    """The service's parts, where whoever shows a name is that person."""
    return Parts(
        settings=settings,
        database=database,
        catalogue=content,
        hub=HubClient("http://127.0.0.1:1"),
        auth=KnownPeople(),
        session_key="k" * 64,
        service_token="",
        pepper="ab" * 32,
        store=Store(settings.store),
        queue=Queue(settings),
    )


async def _visit_all(
    parts: Parts, people: FirstPeople, rounds: int
) -> dict[tuple[str, str], tuple[Cost, tuple[str, ...]]]:
    app = make_app(parts)
    found = {}
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        for who, path in VISITS:
            found[who, path] = await _visit(transport, parts, (who, path), people, rounds)
    return found


async def _visit(
    transport: httpx.ASGITransport, parts: Parts, visit: tuple[str, str], people: FirstPeople, rounds: int
) -> tuple[Cost, tuple[str, ...]]:
    who, path = visit
    identifier: str = getattr(people, who)
    cookies = {parts.auth.cookie_name: str(sessions(parts).dumps(identifier))}
    headers = {"Accept": "text/html", "Authorization": f"token {identifier}"}
    address = SERVICE_PREFIX + path.format_map(vars(people))
    clock, cpu, answer = [], [], None
    with _counted(parts.database) as queries:
        async with httpx.AsyncClient(
            transport=transport, base_url="http://club.test", cookies=cookies, headers=headers
        ) as client:
            for _ in range(rounds):
                queries.clear()
                began = time.perf_counter(), time.process_time()
                answer = await client.get(address)
                clock.append((time.perf_counter() - began[0]) * 1000)
                cpu.append((time.process_time() - began[1]) * 1000)
    assert answer is not None
    wrong = () if answer.status_code == 200 else (f"/{path} for a {who}: {answer.status_code}",)
    p95 = statistics.quantiles(clock[1:], n=20)[-1]
    middle = statistics.median(clock[1:])
    return Cost(statistics.median(cpu[1:]), middle, p95, len(queries), len(answer.content)), wrong


@contextmanager
def _counted(database: Database) -> Iterator[list[str]]:
    statements: list[str] = []

    def count(*arguments: Any) -> None:
        statements.append(arguments[2])

    event.listen(database.engine, "before_cursor_execute", count)
    try:
        yield statements
    finally:
        event.remove(database.engine, "before_cursor_execute", count)


def _size(database: Database) -> str:
    with database.read() as session:
        children, hand_ins = (
            session.scalar(select(func.count()).select_from(table)) or 0 for table in (Child, HandIn)
        )
    return f"{children} children, {hand_ins} hand-ins"
