"""A stand-in for the Hub: it says whose a token is, and nothing else, so that a measurement is one of workspaces alone."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from jupyterhub import __version__


class _Answers(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """The Hub's version; or, at ``/user``, whose token this is: a token here is a name."""
        if not self.path.endswith("/user"):
            return self._answer({"version": __version__})
        name = self.headers.get("Authorization", "").split()[-1]
        scopes = [f"access:servers!server={name}/", f"access:servers!user={name}"]
        return self._answer({"kind": "user", "name": name, "admin": False, "groups": [], "scopes": scopes})

    def do_POST(self) -> None:
        """A workspace tells that somebody is there."""
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self._answer({})

    def _answer(self, data: dict[str, Any]) -> None:
        body = json.dumps(data).encode()
        self.send_response(200)
        for name, value in (("Content-Type", "application/json"), ("X-JupyterHub-Version", __version__)):
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def stand_in() -> Iterator[str]:
    """Its address, as long as the context lasts."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/hub/api"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
