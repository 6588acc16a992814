"""The filter before Docker's socket: the hub may start, look at and stop workspaces, as they should be, and nothing else.

Whoever holds Docker's socket is root of the machine. So one small program holds it, reads every request, and passes on what the
table names: a container is created only from the image of workspaces, with a child's home, on their network, without a right.
"""

import http.client
import http.server
import json
import re
import socket
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Protocol
from urllib.parse import parse_qs, urlsplit

from codekids_hub.containers import HOME, NO_NAMES, TEMPORARY, network
from codekids_hub.settings import Settings

PORT = 2375
SOCKET = "/var/run/docker.sock"
CHILD = r"k[2-9a-z]{11}"
LONGEST_BODY = 1 << 20

_ID = re.compile(r"[0-9a-f]{64}")
VERSION = re.compile(r"^/v1\.\d+(?=/)")


@dataclass(frozen=True)
class Rules:
    """What may pass, for one installation."""

    name: str
    image: str
    homes: str
    network: str
    memory: int
    processes: int
    quota: int

    @classmethod
    def of(cls, settings: Settings, image: str) -> "Rules":
        """The rules that settings lead to."""
        return cls(
            settings.name,
            image,
            str(settings.homes),
            network(settings),
            settings.workspace_mb << 20,
            settings.workspace_processes,
            settings.workspace_cpu * 1000,
        )

    def is_workspace(self, container: str) -> bool:
        """Whether a container's name is that of a child's workspace."""
        return re.fullmatch(rf"/?{self.name}-{CHILD}", container) is not None

    def refusal(self, method: str, target: str, body: bytes) -> str | None:
        """Why a request is refused; ``None`` when it may pass, if the container that it names is a workspace."""
        parts = urlsplit(target)
        path = VERSION.sub("", parts.path)
        if method in ("GET", "HEAD") and path in ("/version", "/_ping", f"/images/{self.image}/json"):
            return None
        if method == "POST" and path == "/containers/create":
            names = parse_qs(parts.query).get("name", [""])
            if len(names) != 1 or not self.is_workspace(names[0]):
                return "only workspaces are created here"
            return self.refused_container(names[0], body)
        if self.named_in(method, path) is None:
            return f"{method} {path} is not for the hub"
        return None

    def named_in(self, method: str, path: str) -> str | None:
        """The container that a request names, if the hub may do that to a workspace."""
        return container_of(method, path)

    def name_of(self, engine: "Engine", container: str) -> str:
        """The name of a container by its id."""
        return engine.name_of(container)

    def refused_container(self, name: str, body: bytes) -> str | None:
        """Why a container is not as a workspace has to be. What is not named here must be empty."""
        try:
            asked = json.loads(body)
            host = asked["HostConfig"]
        except (ValueError, KeyError, TypeError):
            return "a container is described by JSON with a HostConfig"
        if not isinstance(host, dict):
            return "HostConfig is an object"
        child = name.removeprefix("/").removeprefix(f"{self.name}-")
        wanted: dict[str, list[Any]] = {
            "NetworkMode": [self.network],
            "Binds": [[f"{self.homes}/{child}:{HOME}:rw"]],
            "CapDrop": [["ALL"]],
            "SecurityOpt": [["no-new-privileges"]],
            "ReadonlyRootfs": [True],
            "Tmpfs": [TEMPORARY],
            "Memory": [self.memory],
            "MemorySwap": [self.memory],
            "PidsLimit": [self.processes],
            "CpuQuota": [self.quota],
            "CpuPeriod": [100_000],
            "Dns": [NO_NAMES],
            "AutoRemove": [True],
            "Init": [True],
            "LogConfig": [{"Type": "none", "Config": {}}],
            "Ulimits": [[{"Name": "core", "Soft": 0, "Hard": 0}]],
        }
        for key, values in wanted.items():
            if host.get(key) not in values:
                return f"HostConfig.{key} = {host.get(key)!r} is not a workspace's"
        for key in host.keys() - wanted.keys():
            if host[key]:
                return f"HostConfig.{key} is not a workspace's"
        return self._refused_outside(asked)

    def _refused_outside(self, asked: dict[str, Any]) -> str | None:
        free = {
            "AttachStderr",
            "AttachStdout",
            "Env",
            "Cmd",
            "ExposedPorts",
            "Labels",
            "Volumes",
            "HostConfig",
            "NetworkingConfig",
            "Image",
        }
        if asked.get("Image") != self.image:
            return f"Image = {asked.get('Image')!r} is not the workspaces'"
        if list(asked.get("Volumes") or {HOME: {}}) != [HOME]:
            return "Volumes is not a workspace's"
        networks = (asked.get("NetworkingConfig") or {}).get("EndpointsConfig") or {}
        if set(networks) - {self.network}:
            return "NetworkingConfig is not a workspace's"
        for key in asked.keys() - free:
            if asked[key]:
                return f"{key} is not a workspace's"
        return None


def container_of(method: str, path: str) -> str | None:
    """The container that a request names, if the hub may do that to a workspace."""
    for verb, pattern in (
        ("GET", r"/containers/([\w-]+)/json"),
        ("POST", r"/containers/([\w-]+)/(?:start|stop|kill)"),
        ("DELETE", r"/containers/([\w-]+)"),
    ):
        found = re.fullmatch(pattern, path)
        if method == verb and found:
            return found[1]
    return None


class Engine:
    """Docker's API on its socket."""

    def __init__(self, path: str) -> None:
        self._path = path

    def ask(self, method: str, target: str, body: bytes = b"") -> tuple[int, str, bytes]:
        """The answer: status, kind of content, content."""
        connection = http.client.HTTPConnection("docker", timeout=90)
        connection.sock = socket.socket(socket.AF_UNIX)
        connection.sock.settimeout(90)
        try:
            connection.sock.connect(self._path)
            connection.request(method, target, body or None, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            return answer.status, answer.getheader("Content-Type", ""), answer.read()
        finally:
            connection.close()

    def name_of(self, container: str) -> str:
        """The name of a container by its id; a name is itself."""
        if not _ID.fullmatch(container):
            return container
        status, _, content = self.ask("GET", f"/containers/{container}/json")
        return str(json.loads(content)["Name"]) if status == HTTPStatus.OK else ""

    def name_of_service(self, service: str) -> str:
        """The name of a service by its id."""
        status, _, content = self.ask("GET", f"/services/{service}")
        return str(json.loads(content)["Spec"]["Name"]) if status == HTTPStatus.OK else ""


class Judge(Protocol):
    """Rules, for containers or for services."""

    def refusal(self, method: str, target: str, body: bytes) -> str | None:
        """Why a request is refused."""

    def named_in(self, method: str, path: str) -> str | None:
        """What a request names."""

    def name_of(self, engine: Engine, named: str) -> str:
        """The name of what it names; empty when it is not there."""

    def is_workspace(self, name: str, /) -> bool:
        """Whether that is a workspace's."""


def make_server(rules: Judge, engine: Engine, address: tuple[str, int]) -> http.server.ThreadingHTTPServer:
    """The filter as a server; the caller lets it serve."""

    class Filter(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _pass_on(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            body = self.rfile.read(length) if 0 <= length <= LONGEST_BODY else b""
            reason = rules.refusal(self.command, self.path, body)
            if length > LONGEST_BODY or self.headers.get("Transfer-Encoding"):
                reason = "such a body is not read"
                self.close_connection = True  # what follows on this line is no request
            named = rules.named_in(self.command, VERSION.sub("", urlsplit(self.path).path))
            if reason is None and named is not None:
                name = rules.name_of(engine, named)
                if name and not rules.is_workspace(name):
                    reason = f"{named} is no workspace"
            if reason is not None:
                print(f"refused: {reason}", flush=True)
                self._answer(
                    HTTPStatus.FORBIDDEN, "application/json", json.dumps({"message": reason}).encode()
                )
                return
            self._answer(*engine.ask(self.command, self.path, body))

        do_GET = do_POST = do_DELETE = do_HEAD = do_PUT = _pass_on

        def _answer(self, status: int, kind: str, content: bytes) -> None:
            self.send_response(status)
            if kind:
                self.send_header("Content-Type", kind)
            bodiless = status in (HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED)
            if not bodiless:
                self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            if self.command != "HEAD" and not bodiless:
                self.wfile.write(content)

        def log_message(self, format: str, *arguments: object) -> None:
            """Say nothing of what passes: refusals are said above."""

    return http.server.ThreadingHTTPServer(address, Filter)
