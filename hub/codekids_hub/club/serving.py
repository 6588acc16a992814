"""How answers leave the service: safety headers on all of them, static files that a browser may keep."""

import time

from prometheus_client import Histogram
from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from codekids_hub.headers import headers_for
from codekids_hub.static_files import static_folder

_METHODS = {name: name for name in ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH")}

FOR_EVER = "public, max-age=31536000, immutable"


class Headers:
    """Adds the safety headers, and keeps people's pages out of every cache."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, with headers on the answer's beginning."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in headers_for(scope["app"].state.parts.settings.address).items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await self.app(scope, receive, with_headers if scope["type"] == "http" else send)


class Measured:
    """Counts requests and their seconds by route, never by address; a channel that stays open is left out."""

    def __init__(self, app: ASGIApp, requests: Histogram) -> None:
        self.app = app
        self._requests = requests

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, and look at the clock."""
        began, seen = time.perf_counter(), {"status": "500", "stays": False}

        async def watch(message: Message) -> None:
            if message["type"] == "http.response.start":
                kind = MutableHeaders(scope=message).get("content-type", "")
                seen.update(status=str(message["status"]), stays=kind.startswith("text/event-stream"))
            await send(message)

        try:
            await self.app(scope, receive, watch if scope["type"] == "http" else send)
        finally:
            if scope["type"] == "http" and not seen["stays"]:
                route = getattr(scope.get("route"), "path", "other")
                labels = (_METHODS.get(scope["method"], "other"), route, seen["status"])
                self._requests.labels(*labels).observe(time.perf_counter() - began)


class PrefixedStatic(StaticFiles):
    """The static files. An address with a digest of its content (``?v=``) never changes: it is kept for ever."""

    def __init__(self) -> None:
        super().__init__(directory=static_folder())

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Serve the file, to be kept."""
        response = await super().get_response(path, scope)
        if response.status_code in (200, 304):
            keep = b"v=" in scope.get("query_string", b"")
            response.headers["Cache-Control"] = FOR_EVER if keep else "public, max-age=300"
        return response
