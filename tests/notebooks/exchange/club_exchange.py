"""The exchange of a club in memory: the API as the club's service has it, and what can go wrong on the way."""

import hashlib
import io
import json
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

PREFIX = "/services/club/api/exchange/"


class No(Exception):
    """A refusal: status and sentence."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status, self.sentence = status, sentence


@dataclass
class HandedIn:
    """A row."""

    course_id: str
    assignment_id: str
    student_id: str
    number: int
    at: datetime
    content: bytes
    key: str
    late: bool = False
    partner: str = ""
    feedback: dict[str, tuple[datetime, bytes]] = field(default_factory=dict)

    @property
    def receipt(self) -> dict[str, Any]:
        digest = hashlib.sha256(self.content).hexdigest()
        return {"number": self.number, "at": _written(self.at), "sha256": digest, "late": self.late}

    @property
    def entry(self) -> dict[str, Any]:
        return {
            "course_id": self.course_id,
            "assignment_id": self.assignment_id,
            "student_id": self.student_id,
            "number": self.number,
            "at": _written(self.at),
            "notebooks": _notebooks(self.content),
            "state": "accepted",
            "late": self.late,
            "feedback": [{"notebook": name, "at": _written(at)} for name, (at, _) in self.feedback.items()],
        }


@dataclass
class ClubExchange:
    """The service. ``faults`` are met one a request: "cut" (done, but no answer), "lost" (nothing done, no answer),
    "half" (half an answer), "slam" (413 before the body is read) or "html" (a proxy's page, 503).
    """

    url: str = ""
    most: int = 10_000_000
    late: bool = False
    roles: dict[str, dict[str, str]] = field(default_factory=dict)
    released: dict[tuple[str, str], tuple[datetime, bytes]] = field(default_factory=dict)
    hand_ins: list[HandedIn] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    asked: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    _clock: datetime = field(default_factory=lambda: datetime.now(UTC).replace(microsecond=900_001))

    def now(self) -> datetime:
        """The server's clock, which never tells one time twice."""
        self._clock += timedelta(seconds=1, microseconds=7)
        return self._clock

    def answer(
        self, method: str, target: str, headers: dict[str, str], body: bytes
    ) -> tuple[int, str, bytes]:
        """Status, content type and body."""
        place = urlsplit(target)
        path = [unquote(part) for part in place.path.removeprefix(PREFIX).split("/")]
        query = {name: values[-1] for name, values in parse_qs(place.query).items()}
        who = headers.get("Authorization", "").removeprefix("token key-of-")
        if not who or headers.get("Authorization") != f"token key-of-{who}":
            raise No(401, "Log in again.")
        return self._route(method, path, query, who, headers, body)

    def _route(
        self,
        method: str,
        path: list[str],
        query: dict[str, str],
        who: str,
        headers: dict[str, str],
        body: bytes,
    ) -> tuple[int, str, bytes]:
        match method, path:
            case "GET", ["courses"]:
                seats = {course: people[who] for course, people in self.roles.items() if who in people}
                courses = [{"course_id": course, "role": role} for course, role in seats.items()]
                return _json(200, {"courses": courses})
            case "GET", ["assignments"]:
                return _json(200, {"assignments": self._assignments(who, query.get("course_id", ""))})
            case "GET", ["assignments", course, name]:
                self._role(who, course)
                return 200, "application/zip", self._released(course, name)
            case "PUT", ["assignments", course, name]:
                return self._release(who, course, name, query.get("force") == "1", body)
            case "DELETE", ["assignments", course, name]:
                self._instructor(who, course)
                self._released(course, name)
                del self.released[course, name]
                return 204, "", b""
            case "POST", ["hand-ins", course, name]:
                return self._hand_in(who, course, name, headers["Idempotency-Key"], body)
            case "GET", ["hand-ins"]:
                return _json(200, {"hand_ins": [row.entry for row in self._visible(who, query)]})
            case "GET", ["hand-ins", course, name, number]:
                return 200, "application/zip", self._row(who, course, name, number).content
            case "PUT", ["feedback", course, name, number, notebook]:
                self._instructor(who, course)
                self._row(who, course, name, number).feedback[notebook] = (self.now(), body)
                return 204, "", b""
            case "GET", ["feedback", course, name, number, notebook]:
                return 200, "text/html", self._row(who, course, name, number).feedback[notebook][1]
        raise No(404, "Nothing is here.")

    def _role(self, who: str, course: str) -> str:
        role = self.roles.get(course, {}).get(who)
        if role is None:
            raise No(403, "This is not your club.")
        return role

    def _instructor(self, who: str, course: str) -> None:
        if self._role(who, course) != "instructor":
            raise No(403, "Only a mentor can do this.")

    def _released(self, course: str, name: str) -> bytes:
        if (course, name) not in self.released:
            raise No(404, f"There is no homework {name} in this club.")
        return self.released[course, name][1]

    def _release(self, who: str, course: str, name: str, force: bool, body: bytes) -> tuple[int, str, bytes]:
        self._instructor(who, course)
        if (course, name) in self.released and not force:
            raise No(409, f"{name} is released already.")
        self.released[course, name] = (self.now(), body)
        return _json(201, {})

    def _assignments(self, who: str, course: str) -> list[dict[str, Any]]:
        return [
            {
                "course_id": where,
                "assignment_id": name,
                "notebooks": _notebooks(content),
                "released_at": _written(at),
            }
            for (where, name), (at, content) in self.released.items()
            if who in self.roles[where] and course in ("", where)
        ]

    def _hand_in(self, who: str, course: str, name: str, key: str, body: bytes) -> tuple[int, str, bytes]:
        self._role(who, course)
        self._released(course, name)
        if len(body) > self.most:
            raise No(413, "This is too large: take out the pictures.")
        if not _notebooks(body):
            raise No(422, "There is no notebook in it.")
        for row in self.hand_ins:
            if (row.student_id, row.key) == (who, key):
                return _json(201, row.receipt)
        row = HandedIn(course, name, who, len(self.hand_ins) + 1, self.now(), body, key, self.late)
        self.hand_ins.append(row)
        return _json(201, row.receipt)

    def _visible(self, who: str, query: dict[str, str]) -> list[HandedIn]:
        rows = [
            row
            for row in self.hand_ins
            if who in (row.student_id, row.partner) or self.roles[row.course_id].get(who) == "instructor"
        ]
        for name in ("course_id", "assignment_id", "student_id"):
            rows = [row for row in rows if query.get(name, "") in ("", getattr(row, name))]
        return rows

    def _row(self, who: str, course: str, name: str, number: str) -> HandedIn:
        for row in self._visible(who, {"course_id": course, "assignment_id": name}):
            if str(row.number) == number:
                return row
        raise No(404, "There is no such hand-in.")

    @contextmanager
    def running(self) -> Iterator[None]:
        """Serve on a free port."""
        server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        self.url = f"http://127.0.0.1:{server.server_port}/services/club/api"
        try:
            yield
        finally:
            server.shutdown()
            server.server_close()
            thread.join()


def _handler(club: ClubExchange) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def _serve(self) -> None:
            headers = dict(self.headers.items())
            club.asked.append((self.command, self.path, headers))
            fault = club.faults.pop(0) if club.faults else ""
            self.close_connection = True
            if fault == "slam":
                return self._say(413, "application/json", b'{"error": "Too large, sorry."}')
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if fault == "lost":
                return None
            if fault == "html":
                return self._say(503, "text/html", b"<h1>503</h1>")
            try:
                said = club.answer(self.command, self.path, headers, body)
            except No as no:
                said = _json(no.status, {"error": no.sentence})
            if fault != "cut":
                self._say(*said, half=fault == "half")
            return None

        do_GET = do_PUT = do_POST = do_DELETE = _serve

        def _say(self, status: int, kind: str, body: bytes, half: bool = False) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body[: len(body) // 2] if half else body)

        def log_message(self, *_: object) -> None:
            pass

    return Handler


def _json(status: int, said: dict[str, Any]) -> tuple[int, str, bytes]:
    return status, "application/json", json.dumps(said).encode()


def _written(at: datetime) -> str:
    return at.strftime("%Y-%m-%d %H:%M:%S.%f UTC")


def _notebooks(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
    return sorted(
        name.removesuffix(".ipynb") for name in names if name.endswith(".ipynb") and "/" not in name
    )
