"""A clean turtle for each test, a real IPython shell, a real kernel, and a club that answers over HTTP."""

import atexit
import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from codekids_exercises import released
from codekids_exercises.challenge import Case, Check, Hint, ReleasedChallenge, Task
from notebooks.village import FakeClub, Shell, Until
from satul import challenge, charts, commands, events, guessing, notebook, turtle, words

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
    monkeypatch.setattr(guessing, "_shown", None)
    words.use(None)
    commands._spoken.clear()
    turtle.fresh_sheet()
    charts.forget()
    yield
    if events._courier is not None:
        events._courier.close()
    words.use(None)


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
    atexit.unregister(child.shell.atexit_operations)
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


@pytest.fixture
def club(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeClub]:
    """A running club that this workspace knows."""
    fake = FakeClub()
    fake.open.set()

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
def until() -> Until:
    """Wait until something is true, or fail."""

    def wait(true: Callable[[], object]) -> None:
        deadline = time.monotonic() + SECONDS
        while not true():
            assert time.monotonic() < deadline, "it did not happen"
            time.sleep(0.02)

    return wait
