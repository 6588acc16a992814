"""A browser of a crowd: cookies, redirects and a clock, and nothing that costs the machine much."""

import asyncio
import statistics
import time
from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

from tornado.httpclient import HTTPRequest, HTTPResponse
from tornado.simple_httpclient import SimpleAsyncHTTPClient
from tornado.websocket import WebSocketClientConnection, websocket_connect

PATIENCE = 300.0
"""Seconds for an answer: whoever waits so long has been forgotten."""
_LEADS_ON = (301, 302, 303, 307, 308)
_MOST_LEGS = 20


class Refused(Exception):
    """Somebody of the crowd met an error: an answer that is one, a line that was cut, no answer."""


@dataclass(frozen=True)
class Quantiles:
    """How long something took, in seconds."""

    middle: float
    p95: float
    p99: float
    longest: float

    @classmethod
    def of(cls, seconds: Sequence[float]) -> "Quantiles":
        """Of at least one value."""
        if len(seconds) == 1:
            return cls(*[round(seconds[0], 3)] * 4)
        cuts = statistics.quantiles(seconds, n=100, method="inclusive")
        return cls(*(round(each, 3) for each in (cuts[49], cuts[94], cuts[98], max(seconds))))


@dataclass
class Watch:
    """What a crowd meets: how long each kind of thing took, how many requests it was, and each error in words."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: list[str] = field(default_factory=list)
    requests: int = 0

    def took(self, what: str, since: float) -> None:
        """Note that something has ended which began at a time of :func:`time.perf_counter`."""
        self.seconds[what].append(time.perf_counter() - since)


@dataclass
class Browser:
    """One device. ``line`` is shared by all: it keeps no connection open, as a new device has none."""

    url: str
    watch: Watch
    line: SimpleAsyncHTTPClient
    cookies: dict[tuple[str, str], str] = field(default_factory=dict)

    async def ask(self, method: str, path: str, body: str | None = None, **headers: str) -> HTTPResponse:
        """One request; an answer that leads on is an answer.

        :raises Refused: an error, which is noted
        """
        request = HTTPRequest(
            self.url + path, method, self._headers(path) | headers, body, request_timeout=PATIENCE,
            connect_timeout=PATIENCE, follow_redirects=False,
        )  # fmt: skip
        self.watch.requests += 1
        try:
            answer = await self.line.fetch(request, raise_error=False)
        except Exception as error:  # whatever went wrong on the line, it is an error that a child sees
            raise self._refused(f"{method} {_kind(path)}: {error!r}") from error
        if answer.code >= 400:
            raise self._refused(f"{method} {_kind(path)}: {answer.code}")
        self._keep(answer)
        return answer

    async def open(self, path: str, page: str = "", **headers: str) -> tuple[str, HTTPResponse]:
        """Open a page, wherever it leads: where that is, and the last answer. The time is noted under ``page``, when there is one.

        :raises Refused: an error, which is noted
        """
        began = time.perf_counter()
        path, answer = await self._lead(path, await self.ask("GET", path, **headers))
        if page:
            self.watch.took(page, began)
        return path, answer

    async def send(self, path: str, form: dict[str, str], **headers: str) -> tuple[str, HTTPResponse]:
        """Send a form, and go where it leads.

        :raises Refused: an error, which is noted
        """
        headers |= {"Content-Type": "application/x-www-form-urlencoded"}
        return await self._lead(path, await self.ask("POST", path, urlencode(form), **headers))

    async def _lead(self, path: str, answer: HTTPResponse) -> tuple[str, HTTPResponse]:
        for _ in range(_MOST_LEGS):
            if answer.code not in _LEADS_ON:
                return path, answer
            parts = urlsplit(urljoin(self.url + path, answer.headers["Location"]))
            path = parts.path + (f"?{parts.query}" if parts.query else "")
            answer = await self.ask("GET", path)
        raise self._refused(f"GET {_kind(path)}: led in a circle")

    async def channel(self, path: str) -> WebSocketClientConnection:
        """A web socket.

        :raises Refused: it is not opened
        """
        request = HTTPRequest(
            self.url.replace("http", "ws", 1) + path, headers=self._headers(path), request_timeout=PATIENCE
        )
        try:
            return await websocket_connect(request)
        except Exception as error:
            raise self._refused(f"socket {_kind(path)}: {error!r}") from error

    async def listen(self, path: str, heard: asyncio.Event) -> None:
        """Read a stream of server-sent events until cancelled, and set ``heard`` at each of its news."""
        host = urlsplit(self.url)
        reader, writer = await asyncio.open_connection(host.hostname, host.port)
        lines = [f"GET {path} HTTP/1.1", f"Host: {host.netloc}", "Accept: text/event-stream"]
        lines += [f"{name}: {value}" for name, value in self._headers(path).items()]
        writer.write("\r\n".join([*lines, "", ""]).encode())
        try:
            if b" 200 " not in await reader.readline():
                raise self._refused(f"stream {_kind(path)}: refused")
            while line := await reader.readline():
                if line.startswith(b"event: news"):
                    heard.set()
        finally:
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

    def cookie(self, name: str, path: str) -> str:
        """The value of a cookie of that very path."""
        return self.cookies[name, path]

    def _headers(self, path: str) -> dict[str, str]:
        fitting = [(name, place) for name, place in self.cookies if path.startswith(place)]
        fitting.sort(key=lambda each: -len(each[1]))
        kept = "; ".join(f"{name}={self.cookies[name, place]}" for name, place in fitting)
        return {"Cookie": kept} if kept else {}

    def _keep(self, answer: HTTPResponse) -> None:
        for line in answer.headers.get_list("Set-Cookie"):
            for name, morsel in SimpleCookie(line).items():
                place = name, morsel["path"] or "/"
                self.cookies.pop(place, None)
                if morsel.value and morsel["max-age"] != "0" and "1970" not in morsel["expires"]:
                    self.cookies[place] = morsel.OutputString([]).partition("=")[2]

    def _refused(self, what: str) -> Refused:
        self.watch.errors.append(what)
        return Refused(what)


def new_line() -> SimpleAsyncHTTPClient:
    """A line for a whole crowd, which waits for nobody."""
    settings: dict[str, Any] = {"max_clients": 100_000, "max_body_size": 1 << 26, "max_buffer_size": 1 << 26}
    return SimpleAsyncHTTPClient(force_instance=True, **settings)


def _kind(path: str) -> str:
    """A path without what is different for each child: errors of a kind are alike."""
    parts = urlsplit(path).path.split("/")
    return "/".join("…" if index == 2 and parts[1] == "user" else part for index, part in enumerate(parts))
