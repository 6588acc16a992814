"""The workspace asks its club about the session: with its key, nobody else's, and calmly when the club is away."""

import asyncio
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from tornado import web

from satul.workspace.meeting import ask_club


@dataclass
class Club:
    """What a club on a free port says, and what it was asked."""

    status: int = 200
    said: bytes = b'{"running": false, "stamp": ""}'
    asked: list[tuple[str, str, str, Any]] = field(default_factory=list)


@pytest.fixture
def club(monkeypatch: pytest.MonkeyPatch) -> Iterator[Club]:
    """A club that this workspace knows."""
    known = Club()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(length)) if length else None
            known.asked.append((self.command, self.path, self.headers["Authorization"], body))
            self.send_response(known.status)
            if known.status == 302:
                self.send_header("Location", "/elsewhere")
            self.send_header("Content-Length", str(len(known.said)))
            self.end_headers()
            self.wfile.write(known.said)

        do_POST = do_GET

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    monkeypatch.setenv("CODEKIDS_CLUB_API", f"http://127.0.0.1:{server.server_port}/api/")
    monkeypatch.setenv("JUPYTERHUB_API_TOKEN", "secret-token")
    yield known
    server.shutdown()
    server.server_close()
    thread.join()


def refused(path: str = "session", told: dict[str, Any] | None = None) -> int:
    with pytest.raises(web.HTTPError) as caught:
        asyncio.run(ask_club(path, told))
    return caught.value.status_code


def test_the_workspaces_own_key_asks(club: Club) -> None:
    assert asyncio.run(ask_club("session?after=-&wait=20")) == {"running": False, "stamp": ""}
    assert club.asked == [("GET", "/api/session?after=-&wait=20", "token secret-token", None)]


def test_a_hand_goes_up(club: Club) -> None:
    club.said = b'{"up": true}'
    assert asyncio.run(ask_club("hand", {"up": True})) == {"up": True}
    assert club.asked == [("POST", "/api/hand", "token secret-token", {"up": True})]


@pytest.mark.parametrize(
    ("status", "said", "expected"),
    [(409, b"{}", 409), (500, b"{}", 503), (401, b"{}", 503), (302, b"{}", 503), (200, b"<html>", 503), (200, b"[]", 503)],
)  # fmt: skip
def test_a_club_that_does_not_answer_well_is_away(
    club: Club, status: int, said: bytes, expected: int
) -> None:
    club.status, club.said = status, said
    assert refused() == expected
    assert len(club.asked) == 1, "a key is not carried to another address"


def test_no_club_is_listening(club: Club, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CODEKIDS_CLUB_API", "http://127.0.0.1:9/api")
    assert refused() == 503


def test_a_workspace_without_a_club_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CODEKIDS_CLUB_API", raising=False)
    assert refused() == 404
