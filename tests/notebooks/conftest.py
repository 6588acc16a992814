"""A clean turtle for each test, a real IPython shell, a real kernel, and a club that answers over HTTP."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from codekids_exercises import released
from codekids_exercises.challenge import Case, Check, Hint, ReleasedChallenge, Task
from satul import challenge, charts, commands, events, notebook, turtle, words

SECONDS = 20.0


@pytest.fixture(autouse=True)
def clean_village(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Nothing of one test is left for the next."""
    for name in ("CODEKIDS_CONTENT", "CODEKIDS_CLUB_API", "CODEKIDS_LANGUAGE", "JUPYTERHUB_API_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(challenge, "_begun", None)
    monkeypatch.setattr(events, "_courier", None)
    monkeypatch.setattr(notebook, "_notebook", None)
    words.use(None)
    commands._spoken.clear()
    turtle.fresh_sheet()
    charts.forget()
    yield
    if events._courier is not None:
        events._courier.close()
    words.use(None)


@dataclass
class Shell:
    """A shell as a child meets it: cells run, and what was shown for each."""

    shell: Any
    shown: list[dict[str, Any]] = field(default_factory=list)

    def run(self, code: str, cell: str | None = None) -> Any:
        """Run a cell; ``shown`` holds what it displayed."""
        self.shell.display_pub.outputs.clear()
        result = self.shell.run_cell(code, store_history=True, cell_id=cell)
        self.shown = [output["data"] for output in self.shell.display_pub.outputs]
        return result

    @property
    def text(self) -> str:
        """The plain text of all that the last cell displayed."""
        return "\n".join(data.get("text/plain", "") for data in self.shown)


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch) -> Iterator[Shell]:
    """An IPython shell in this process that has satul's words."""
    from IPython.core.displaypub import CapturingDisplayPublisher
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    InteractiveShell.clear_instance()
    monkeypatch.setattr(InteractiveShell, "display_pub_class", CapturingDisplayPublisher)
    config = Config({"HistoryManager": {"enabled": False}, "InteractiveShell": {"colors": "nocolor"}})
    child = Shell(InteractiveShell.instance(config=config))
    child.run("from satul import *")
    yield child
    child.shell.atexit_operations()
    InteractiveShell.clear_instance()


def _challenge(language: str) -> ReleasedChallenge:
    hello = {"ro": "Scrie salut.", "en": "Write salut."}[language]
    check = Check(
        "says",
        "printed",
        {"match": "has"},
        (Case(lines=("salut",)),),
        passed="Ai spus `salut`.",
        failed=hello,
    )
    hints = (Hint("question", "Ce **cuvânt** lipsește?"), Hint("look", "Uită-te la `print`."))
    task = Task("make", starter="# aici", checks=(check,), hints=hints)
    return ReleasedChallenge("the-set", "the-challenge", language, "1", "Salut", {"make": task})


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Released content with one challenge, "the-set/the-challenge", whose task "make" must print salut."""
    folder = tmp_path / "content"
    for language in ("ro", "en"):
        path = released.challenge_path(folder, "the-set", "the-challenge", language, ".json")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(released.to_json(_challenge(language))), encoding="utf-8")
    monkeypatch.setenv("CODEKIDS_CONTENT", str(folder))
    return folder


@dataclass
class FakeClub:
    """A club's API on a free port: keeps what it accepts; ``status`` is what it answers, ``bad`` what it refuses."""

    url: str = ""
    status: int = 200
    seconds: float = 0.0
    bad: set[str] = field(default_factory=set)
    accepted: list[dict[str, Any]] = field(default_factory=list)
    requests: list[dict[str, str]] = field(default_factory=list)

    @property
    def ids(self) -> list[str]:
        """The ids of all accepted events, in order."""
        return [event["id"] for event in self.accepted]

    @property
    def kinds(self) -> list[str]:
        """The kinds of all accepted events, in order."""
        return [event["kind"] for event in self.accepted]

    def answer(self, headers: dict[str, str], body: bytes) -> tuple[int, bytes]:
        """What the API says to a batch."""
        self.requests.append(headers)
        time.sleep(self.seconds)
        sent = json.loads(body)["events"]
        if self.status != 200:
            return self.status, b"no"
        if self.bad & {event["id"] for event in sent}:
            return 422, b"{}"
        self.accepted += sent
        return 200, json.dumps({"accepted": [event["id"] for event in sent]}).encode()


@pytest.fixture
def club(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeClub]:
    """A running club that this workspace knows."""
    fake = FakeClub()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status, said = fake.answer({**self.headers, "path": self.path}, body)
            self.send_response(status)
            if status == 302:
                self.send_header("Location", "/elsewhere")
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    fake.url = f"http://127.0.0.1:{server.server_port}/services/club/api"
    monkeypatch.setenv("CODEKIDS_CLUB_API", fake.url)
    monkeypatch.setenv("JUPYTERHUB_API_TOKEN", "secret-token")
    yield fake
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def until() -> Callable[[Callable[[], object]], None]:
    """Wait until something is true, or fail."""

    def wait(true: Callable[[], object]) -> None:
        deadline = time.monotonic() + SECONDS
        while not true():
            assert time.monotonic() < deadline, "it did not happen"
            time.sleep(0.02)

    return wait
