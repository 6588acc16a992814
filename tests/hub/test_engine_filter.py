"""The filter before Docker's socket: what passes, and what never does. A small server on a socket stands in for Docker."""

import copy
import http.server
import json
import socket
import socketserver
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from codekids_hub import containers
from codekids_hub.engine_filter import Engine, Rules, make_server
from codekids_hub.settings import Settings

CHILD = "kabcdefghjkm"
NAME = f"codekids-{CHILD}"
IMAGE = "codekids/workspace:1"
CREATE = f"/v1.41/containers/create?name={NAME}"
STRANGER = "a" * 64
OURS = "b" * 64


@pytest.fixture
def rules(tmp_path: Path) -> Rules:
    settings = Settings.load(None, {}, mode="docker", data=tmp_path / "data", content=tmp_path)
    return Rules.of(settings, IMAGE)


def workspace(rules: Rules) -> dict[str, Any]:
    """The description that DockerSpawner 14 sends for a child."""
    return {
        "Image": IMAGE,
        "Hostname": None,
        "Tty": False,
        "Env": ["JUPYTERHUB_API_TOKEN=x"],
        "Cmd": [*containers.SERVER],
        "ExposedPorts": {"8888/tcp": {}},
        "Volumes": {"/home/codekids": {}},
        "HostConfig": {
            "NetworkMode": "codekids-work",
            "Binds": [f"{rules.homes}/{CHILD}:/home/codekids:rw"],
            "CapDrop": ["ALL"],
            "SecurityOpt": ["no-new-privileges"],
            "ReadonlyRootfs": True,
            "Tmpfs": containers.TEMPORARY,
            "Memory": 768 << 20,
            "MemorySwap": 768 << 20,
            "PidsLimit": 150,
            "CpuQuota": 100_000,
            "CpuPeriod": 100_000,
            "Dns": ["127.0.0.1"],
            "AutoRemove": True,
            "Init": True,
            "Links": [],
            "LogConfig": {"Type": "none", "Config": {}},
            "Ulimits": [{"Name": "core", "Soft": 0, "Hard": 0}],
        },
    }


def test_a_workspace_passes(rules: Rules) -> None:
    assert rules.refusal("POST", CREATE, json.dumps(workspace(rules)).encode()) is None


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("Privileged", True),
        ("CapAdd", ["SYS_ADMIN"]),
        ("CapDrop", []),
        ("SecurityOpt", ["seccomp=unconfined"]),
        ("Binds", ["/:/home/codekids:rw"]),
        ("Binds", None),
        ("Mounts", [{"Type": "bind", "Source": "/", "Target": "/machine"}]),
        ("VolumesFrom", ["codekids_hub_1"]),
        ("Devices", [{"PathOnHost": "/dev/sda"}]),
        ("NetworkMode", "host"),
        ("NetworkMode", "codekids-data"),
        ("PidMode", "host"),
        ("IpcMode", "host"),
        ("UsernsMode", "host"),
        ("ReadonlyRootfs", False),
        ("Memory", 64 << 30),
        ("PidsLimit", -1),
        ("PortBindings", {"8888/tcp": [{"HostPort": "80"}]}),
        ("RestartPolicy", {"Name": "always"}),
        ("Runtime", "other"),
        ("MaskedPaths", ["/nothing"]),
        ("Sysctls", {"net.ipv4.ip_forward": "1"}),
        ("ExtraHosts", ["hub:1.2.3.4"]),
        ("Dns", ["8.8.8.8"]),
    ],
)
def test_a_container_that_may_more_does_not(rules: Rules, key: str, value: object) -> None:
    asked = workspace(rules)
    asked["HostConfig"][key] = value
    refusal = rules.refusal("POST", CREATE, json.dumps(asked).encode())
    assert refusal is not None and key in refusal


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("Image", "codekids/hub:1"),
        ("User", "0"),
        ("Entrypoint", ["/bin/sh"]),
        ("Volumes", {"/other": {}}),
        ("NetworkingConfig", {"EndpointsConfig": {"codekids-data": {}}}),
    ],
)
def test_nor_another_program(rules: Rules, key: str, value: object) -> None:
    asked = workspace(rules) | {key: value}
    refusal = rules.refusal("POST", CREATE, json.dumps(asked).encode())
    assert refusal is not None and key in refusal


def test_nor_with_the_home_of_a_neighbour(rules: Rules) -> None:
    body = json.dumps(workspace(rules)).encode()
    assert rules.refusal("POST", "/containers/create?name=codekids-kzzzzzzzzzzz", body) is not None
    assert rules.refusal("POST", f"{CREATE}&name=other", body) is not None
    assert rules.refusal("POST", "/containers/create?name=codekids_hub_1", body) is not None
    assert rules.refusal("POST", "/containers/create", body) is not None


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"HostConfig": 3}', b"\xff"])
def test_nor_something_else_than_a_description(rules: Rules, body: bytes) -> None:
    assert rules.refusal("POST", CREATE, body) is not None


@pytest.mark.parametrize(
    ("method", "target"),
    [
        ("GET", "/containers/json"),
        ("GET", "/info"),
        ("POST", f"/containers/{NAME}/exec"),
        ("POST", "/exec/1/start"),
        ("PUT", f"/containers/{NAME}/archive?path=/"),
        ("GET", f"/containers/{NAME}/archive?path=/"),
        ("GET", f"/containers/{NAME}/logs"),
        ("POST", f"/containers/{NAME}/update"),
        ("POST", f"/containers/{NAME}/attach"),
        ("POST", "/build"),
        ("POST", "/images/create?fromImage=x"),
        ("GET", "/images/codekids/hub:1/json"),
        ("POST", "/networks/create"),
        ("POST", "/networks/codekids-data/connect"),
        ("POST", "/volumes/create"),
        ("DELETE", "/volumes/codekids-database"),
        ("GET", "/v1.41/../containers/json"),
        ("GET", "/v1.41/v1.41/version"),
        ("POST", f"/containers/{NAME}/start/../../codekids_hub_1/stop"),
        ("POST", f"/containers/{NAME}%2f..%2fx/stop"),
    ],
)
def test_nothing_else_of_docker_passes(rules: Rules, method: str, target: str) -> None:
    assert rules.refusal(method, target, b"{}") is not None


class _Docker(socketserver.ThreadingUnixStreamServer):
    daemon_threads = True
    asked: list[tuple[str, str]]


@pytest.fixture
def served(rules: Rules, tmp_path: Path) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The filter's address, and what came through to Docker."""
    names = {STRANGER: "/codekids_hub_1", OURS: f"/{NAME}"}
    asked: list[tuple[str, str]] = []

    class Answers(http.server.BaseHTTPRequestHandler):
        def _answer(self) -> None:
            asked.append((self.command, self.path))
            length = int(self.headers.get("Content-Length") or 0)
            self.rfile.read(length)
            found = self.path.split("/")[-2] if self.path.endswith("/json") else ""
            content = json.dumps({"Name": names.get(found, f"/{found}")}).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = do_DELETE = _answer

        def address_string(self) -> str:
            return "socket"

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    path = str(tmp_path / "docker.sock")
    with _Docker(path, Answers) as engine, make_server(rules, Engine(path), ("127.0.0.1", 0)) as server:
        for each in (engine, server):
            threading.Thread(target=each.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()
        engine.shutdown()


def test_what_may_pass_comes_through_and_a_strangers_container_does_not(
    served: tuple[str, list[tuple[str, str]]], rules: Rules
) -> None:
    url, asked = served
    with httpx.Client(base_url=url, trust_env=False) as hub:
        assert hub.get("/version").status_code == 200
        assert hub.post(CREATE, json=workspace(rules)).status_code == 200
        assert hub.post(f"/v1.41/containers/{OURS}/start").status_code == 200
        assert hub.request("DELETE", f"/v1.41/containers/{NAME}?v=True").status_code == 200
        asked.clear()
        refused = [
            hub.post(f"/v1.41/containers/{STRANGER}/stop"),
            hub.request("DELETE", "/v1.41/containers/codekids_database_1"),
            hub.post(CREATE, json=copy.deepcopy(workspace(rules)) | {"Image": "busybox"}),
            hub.get("/v1.41/containers/json"),
        ]
    assert [answer.status_code for answer in refused] == [403] * 4
    assert all(answer.json()["message"] for answer in refused)
    assert asked == [("GET", f"/containers/{STRANGER}/json")], "only looked at, to learn its name"


def test_a_body_without_a_length_is_not_read(served: tuple[str, list[tuple[str, str]]]) -> None:
    url, asked = served
    host, port = url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), 10) as line:
        line.sendall(
            f"POST {CREATE} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n".encode()
        )
        assert b"403" in line.recv(4096)
    assert asked == []
