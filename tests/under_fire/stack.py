"""The stack of homework as it really runs: the club's service and a marking worker in processes of their own, over one
database, one queue, one store and the courses. In place of the Hub stands a few lines that know whose token is whose.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import func, select

from codekids_exercises.localise import answers_in
from codekids_exercises.source import read_homework, read_names
from codekids_grading import bundles
from codekids_grading.store import Store
from codekids_hub import seasons
from codekids_hub.addresses import SERVICE_PREFIX, Addresses
from codekids_hub.clubs import NewClub, add_club
from codekids_hub.identifiers import CHILD, new_identifier
from codekids_hub.settings import Settings
from codekids_hub.storage import Database, migrate
from codekids_hub.storage.homework_tables import Assignment, HandIn
from codekids_hub.storage.tables import Child, Club
from evening.ports import four_free_ports

SET = "draw-the-village"
LEVEL = "beginners"
WAIT = 900.0
"""Seconds: generous, since a machine may have much else to do. Nothing is said about how fast it is."""


class LittleHub:
    """Says to the service whose token is whose: the token of somebody is ``key-of-`` and the id."""

    def __init__(self, port: int) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", port), _Answers)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05})
        self._thread.start()

    def close(self) -> None:
        """Answer nobody any more."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        name = self.headers.get("Authorization", "").rpartition("key-of-")[2]
        scopes = ["access:services", "access:services!service=club"]
        body = json.dumps({"kind": "user", "name": name, "groups": [], "scopes": scopes}).encode()
        self.send_response(200 if name else 404)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@dataclass
class Journal:
    """The receipts that went out, written down outside the system at once: what has to be true in the end."""

    file: Path
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, child: str, key: str, receipt: Mapping[str, Any]) -> None:
        """Note a receipt, durably."""
        line = json.dumps({"child": child, "key": key, **receipt})
        with self.lock, self.file.open("a", encoding="utf-8") as file:
            file.write(line + "\n")
            file.flush()
            os.fsync(file.fileno())

    def receipts(self) -> list[dict[str, Any]]:
        """All of them."""
        return [json.loads(line) for line in self.file.read_text(encoding="utf-8").splitlines()]


@dataclass
class Stack:
    """See the module. ``children`` by club."""

    settings: Settings
    journal: Journal
    logs: Path
    clubs: dict[str, list[str]]
    hub: LittleHub
    processes: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    line: httpx.Client = field(default_factory=lambda: httpx.Client(timeout=120, trust_env=False))

    @property
    def database(self) -> Database:
        """The club's database, opened for the test; the caller disposes of it."""
        return Database(self.settings.database_url)

    @property
    def children(self) -> list[str]:
        """Everybody."""
        return [child for members in self.clubs.values() for child in members]

    @property
    def store(self) -> Store:
        """The file store."""
        return Store(self.settings.store)

    def course_of(self, child: str) -> str:
        """nbgrader's name of a child's course."""
        return next(code.lower() for code, members in self.clubs.items() if child in members)

    def start(self, name: str) -> subprocess.Popen[bytes]:
        """Start ``club`` (the service) or ``worker``, as the Hub does."""
        addresses = Addresses.of(self.settings)
        with (self.logs / f"{name}.log").open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", f"codekids_hub.{name}"],
                env=os.environ
                | self.settings.environment()
                | {
                    "JUPYTERHUB_SERVICE_NAME": "club",
                    "JUPYTERHUB_SERVICE_PREFIX": SERVICE_PREFIX,
                    "JUPYTERHUB_SERVICE_URL": addresses.service,
                    "JUPYTERHUB_API_URL": addresses.hub_api,
                    "JUPYTERHUB_API_TOKEN": "the-service",
                    "JUPYTERHUB_CLIENT_ID": "service-club",
                    "JUPYTERHUB_OAUTH_ACCESS_SCOPES": '["access:services"]',
                    "JUPYTERHUB_HOST": "",
                    "JUPYTERHUB_BASE_URL": "/",
                },
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.processes[name] = process
        return process

    def start_all(self) -> None:
        """Start both, and wait until the service answers and the homework is given out."""
        for name in ("club", "worker"):
            self.start(name)
        eventually(self.is_up, "the service does not answer", self.told)
        eventually(self.is_given_out, "the homework was not given out", self.told)

    def kill(self, name: str) -> None:
        """``kill -9``."""
        process = self.processes.pop(name)
        process.send_signal(signal.SIGKILL)
        process.wait()

    def is_up(self) -> bool:
        """Whether the service answers."""
        try:
            return httpx.get(f"{self.api}health", timeout=5, trust_env=False).status_code == 200
        except httpx.HTTPError:
            return False

    def is_given_out(self) -> bool:
        """Whether each club has the homework."""
        with self.reading() as session:
            query = select(func.count()).select_from(Assignment).where(Assignment.name == SET)
            return int(session.scalar(query)) == len(self.clubs)

    @property
    def api(self) -> str:
        """Where the service is."""
        return f"{Addresses.of(self.settings).service}{SERVICE_PREFIX}"

    @contextmanager
    def reading(self) -> Iterator[Any]:
        """A session for reading."""
        database = self.database
        try:
            with database.read() as session:
                yield session
        finally:
            database.dispose()

    def post(self, child: str, content: bytes, key: str) -> httpx.Response:
        """Hand in once."""
        return self.line.post(
            f"{self.api}api/exchange/hand-ins/{self.course_of(child)}/{SET}",
            content=content,
            headers={"Authorization": f"token key-of-{child}", "Idempotency-Key": key},
        )

    def hand_in(self, child: str, content: bytes, key: str, within: float = WAIT) -> dict[str, Any]:
        """Hand in as a workspace does: again with the same key until there is a receipt, which goes into the journal."""
        until = time.monotonic() + within
        while True:
            with suppress(httpx.HTTPError):
                answer = self.post(child, content, key)
                if answer.status_code == 201:
                    receipt: dict[str, Any] = answer.json()
                    self.journal.note(child, key, receipt)
                    return receipt
                assert answer.status_code >= 500, answer.text
            assert time.monotonic() < until, f"no receipt\n{self.told()}"
            time.sleep(0.2)

    def states(self) -> Counter[str]:
        """How many hand-ins are in which state."""
        with self.reading() as session:
            return Counter(session.scalars(select(HandIn.state)))

    def is_tried(self, number: int) -> bool:
        """Whether the marking of a hand-in was begun."""
        with self.reading() as session:
            return bool(session.get_one(HandIn, number).tries)

    def told(self) -> str:
        """The ends of the logs, for a test that fails."""
        ends = [path.read_text(errors="replace")[-3000:] for path in sorted(self.logs.glob("*.log"))]
        return "\n".join([*ends, str(self.states())])

    def descendants(self, name: str) -> dict[int, str]:
        """The processes below one of ours, by their programs."""
        found: dict[int, str] = {}
        waiting = [self.processes[name].pid]
        for pid in waiting:
            with suppress(OSError):
                for task in Path(f"/proc/{pid}/task").iterdir():
                    waiting += [int(one) for one in (task / "children").read_text().split()]
                found[pid] = Path(f"/proc/{pid}/cmdline").read_text().split("\0")[0]
        found.pop(self.processes[name].pid, None)
        return found

    def close(self) -> None:
        """Stop everything."""
        for name in list(self.processes):
            self.kill(name)
        self.line.close()
        self.hub.close()


@dataclass(frozen=True)
class Content:
    """Challenge sets, and the same released."""

    sets: Path
    released: Path

    def right_answers(self) -> dict[str, str]:
        """An answer to each task, in Romanian."""
        homework = read_homework(self.sets / LEVEL / SET / "homework", LEVEL, read_names(self.sets))
        return {name: answers_in(homework, task, "ro").reference for name, task in homework.tasks.items()}


def make_stack(folder: Path, data: Path, content: Content, database: str, clubs: Mapping[str, int]) -> Stack:
    """Clubs with so many children each, a season that began two weeks ago, and nothing running yet but the little Hub."""
    port = four_free_ports(23000 + os.getpid() % 300 * 20)
    settings = Settings.load(None, {}, data=data, content=content.sets, database=database, port=port)
    settings.data.mkdir(parents=True, exist_ok=True)
    shutil.copytree(content.released, settings.released)
    made, now = Database(settings.database_url), datetime.now(UTC)
    migrate(made)
    members: dict[str, list[str]] = {}
    with made.write() as session:
        seasons.begin_season(session, now.date() - timedelta(days=14), now)
        for code, count in clubs.items():
            club = add_club(
                session, NewClub(code=code, library="Biblioteca", locality="Sat", county="Vâlcea"), now
            )
            session.flush()
            members[code] = [_child(session, club, number, now) for number in range(count)]
    made.dispose()
    logs = folder / "logs"
    logs.mkdir()
    journal = Journal(folder / "receipts.jsonl")
    journal.file.touch()
    return Stack(settings, journal, logs, members, LittleHub(port + 1))


def _child(session: Any, club: Club, number: int, now: datetime) -> str:
    child = Child(
        id=new_identifier(CHILD), club_id=club.id, nickname=f"N{number}", animal=f"a{number}", level=LEVEL,
        language=None, created_at=now, last_seen_at=None,
    )  # fmt: skip
    session.add(child)
    return child.id


def copy_one_set(sets: Path, content: Path) -> None:
    """Content with one set alone, so that releasing it takes seconds."""
    (content / LEVEL).mkdir(parents=True)
    shutil.copy(sets / "names.toml", content)
    shutil.copytree(sets / LEVEL / SET, content / LEVEL / SET)


def released_notebook(stack: Stack, child: str) -> dict[str, Any]:
    """The notebook that a child has fetched."""
    with stack.reading() as session:
        club = session.scalars(select(Child.club_id).where(Child.id == child)).one()
        digest = session.get_one(Assignment, (club, SET)).digest
    found: dict[str, Any] = json.loads(bundles.read(stack.store.get(digest)).files["homework.ipynb"])
    return found


def with_answers(book: dict[str, Any], answers: Mapping[str, str], ballast: str = "") -> bytes:
    """The bundle of a notebook with these answers; ``ballast`` makes it another one, and as large as children's are."""
    made = json.loads(json.dumps(book))
    for cell in made["cells"]:
        if cell["id"] in answers:
            cell["source"] = answers[cell["id"]]
    made["cells"][0].setdefault("metadata", {})["ballast"] = ballast
    return bundles.write({"homework.ipynb": json.dumps(made).encode()})


def eventually(holds: Callable[[], bool], what: str, told: Callable[[], str] = str) -> None:
    """Wait until it holds."""
    deadline = time.monotonic() + WAIT
    while not holds():
        assert time.monotonic() < deadline, f"{what}\n{told()}"
        time.sleep(0.3)
