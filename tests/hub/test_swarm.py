"""Workspaces as services of a swarm: what is asked for, what passes the filter, when one lives; no Docker is needed here."""

import asyncio
import copy
import errno
import importlib.util
import json
import socket
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import quote

import aiohttp
import pytest
from traitlets.config import Config

from codekids_hub import configuration, swarm
from codekids_hub.addresses import Addresses
from codekids_hub.production import images, machines, stack
from codekids_hub.service_rules import ServiceRules
from codekids_hub.settings import Settings
from codekids_hub.swarm_spawner import ServiceSpawner, newest

CHILD = "kabcdefghjkm"
NAME = f"codekids-{CHILD}"
IMAGE = "codekids/workspace:1"
ID = "n1nr6jxfro6wxwnlj0wq69lq2"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings.load(None, {}, mode="swarm", data=tmp_path / "data", content=tmp_path, port=8100)


@pytest.fixture
def rules(settings: Settings) -> ServiceRules:
    return ServiceRules(settings, IMAGE)


def asked(settings: Settings) -> dict[str, Any]:
    """The body that docker sends for a child's service."""
    task = swarm.task(settings, IMAGE, CHILD)
    task["ContainerSpec"] |= {"Args": [*swarm.START, "--debug"], "Env": ["JUPYTERHUB_API_TOKEN=x"]}
    body = {"Name": NAME, "Labels": None, "TaskTemplate": task, "Mode": None, "UpdateConfig": None}
    return body | {"Networks": None, "EndpointSpec": {"Mode": "dnsrr"}, "RollbackConfig": None}


def refusal(rules: ServiceRules, body: object) -> str | None:
    return rules.refusal("POST", "/v1.41/services/create", json.dumps(body).encode())


def test_a_workspace_has_the_walls_that_it_has_on_one_machine(settings: Settings) -> None:
    task = swarm.task(settings, IMAGE, CHILD)
    container, limits = task["ContainerSpec"], task["Resources"]["Limits"]
    assert container["CapabilityDrop"] == ["ALL"] and container["ReadOnly"] and container["Init"]
    assert container["Privileges"] == {"NoNewPrivileges": True}
    assert container["Mounts"][0]["Source"] == str(settings.homes / CHILD)
    assert container["DNSConfig"] == {"Nameservers": ["127.0.0.1"]}
    assert limits == {"MemoryBytes": 768 << 20, "NanoCPUs": 10**9, "Pids": 150}
    assert task["Networks"] == [{"Target": "codekids-work"}]


def test_the_spawner_asks_for_what_passes_the_filter(
    settings: Settings, rules: ServiceRules, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its own code makes the request; only the line to Docker is cut, and what would go over it is kept."""
    monkeypatch.setenv("CODEKIDS_WORKSPACE_IMAGE", IMAGE)
    c: Any = Config()
    swarm.update_swarm(c, settings)
    sent: dict[str, Any] = {}

    class Line:
        def create_service(self, **told: Any) -> dict[str, str]:
            sent.update(told)
            return {"ID": ID}

        def tasks(self, filters: dict[str, str]) -> list[str]:
            assert filters == {"service": NAME}
            return ["a task"]

    class User:
        name = CHILD

    async def ask() -> None:
        spawner = ServiceSpawner(config=c, user=User())
        monkeypatch.setattr(spawner, "_docker", lambda method, **told: getattr(Line(), method)(**told))
        monkeypatch.setattr(spawner, "get_env", lambda: {"JUPYTERHUB_API_TOKEN": "x"})
        monkeypatch.setattr(spawner, "get_args", list)
        await spawner.create_object()

    asyncio.run(ask())
    body = {
        "Name": sent["name"],
        "TaskTemplate": sent["task_template"],
        "EndpointSpec": sent["endpoint_spec"],
    }
    assert sent["task_template"]["ContainerSpec"]["Env"] == ["JUPYTERHUB_API_TOKEN=x"]
    assert refusal(rules, body) is None


def test_a_workspace_passes(settings: Settings, rules: ServiceRules) -> None:
    assert refusal(rules, asked(settings)) is None


@pytest.mark.parametrize(
    ("part", "key", "value"),
    [
        ("ContainerSpec", "Image", "codekids/hub:1"),
        ("ContainerSpec", "User", "0"),
        ("ContainerSpec", "Command", ["/bin/sh"]),
        ("ContainerSpec", "CapabilityAdd", ["SYS_ADMIN"]),
        ("ContainerSpec", "CapabilityDrop", []),
        ("ContainerSpec", "ReadOnly", False),
        ("ContainerSpec", "Privileges", {"Seccomp": {"Mode": "unconfined"}}),
        ("ContainerSpec", "Mounts", [{"Type": "bind", "Source": "/", "Target": "/home/codekids"}]),
        ("ContainerSpec", "DNSConfig", {"Nameservers": ["8.8.8.8"]}),
        ("ContainerSpec", "Secrets", [{"SecretID": "x"}]),
        ("ContainerSpec", "Hosts", ["1.2.3.4 hub"]),
        ("ContainerSpec", "Sysctls", {"net.ipv4.ip_forward": "1"}),
        ("Resources", "Limits", {}),
    ],
)
def test_a_service_that_may_more_does_not(
    settings: Settings, rules: ServiceRules, part: str, key: str, value: object
) -> None:
    body = asked(settings)
    body["TaskTemplate"][part][key] = value
    refused = refusal(rules, body)
    assert refused is not None and part in refused


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("Networks", [{"Target": "codekids-data"}]),
        ("Placement", {}),
        ("RestartPolicy", {"Condition": "any"}),
        ("LogDriver", {"Name": "syslog"}),
        ("Runtime", "plugin"),
    ],
)
def test_nor_one_elsewhere(settings: Settings, rules: ServiceRules, key: str, value: object) -> None:
    body = asked(settings)
    body["TaskTemplate"][key] = value
    refused = refusal(rules, body)
    assert refused is not None and key in refused


@pytest.mark.parametrize(
    "change",
    [
        {"Name": "codekids_hub"},
        {"Name": "codekids-kzzzzzzzzzzz"},
        {"Name": 3},
        {"Mode": {"Global": {}}},
        {"Networks": [{"Target": "codekids-data"}]},
        {"EndpointSpec": {"Mode": "dnsrr", "Ports": [{"TargetPort": 8888}]}},
        {"Labels": {"com.docker.stack.namespace": "codekids"}},
        {"TaskTemplate": []},
        {"Other": 1},
    ],
)
def test_nor_by_another_name_or_in_another_way(
    settings: Settings, rules: ServiceRules, change: dict[str, object]
) -> None:
    assert refusal(rules, asked(settings) | change) is not None


def test_nor_without_waiting_for_the_fence(settings: Settings, rules: ServiceRules) -> None:
    body = copy.deepcopy(asked(settings))
    body["TaskTemplate"]["ContainerSpec"]["Args"] = ["jupyterhub-singleuser"]
    assert refusal(rules, body) == "a workspace starts behind the fence"


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b"\xff", b'{"Name": 1, "TaskTemplate": 2}'])
def test_nor_something_else_than_a_description(rules: ServiceRules, body: bytes) -> None:
    assert rules.refusal("POST", "/services/create", body) is not None


@pytest.mark.parametrize(
    ("method", "target"),
    [
        ("GET", "/services"),
        ("GET", "/tasks"),
        ("GET", "/tasks?filters={}"),
        ("GET", "/tasks?filters=" + quote('{"service":["codekids_hub"]}')),
        ("GET", "/tasks?filters=" + quote(f'{{"service":["{NAME}","codekids_hub"]}}')),
        ("GET", f"/tasks/{ID}"),
        ("POST", f"/services/{NAME}/update?version=1"),
        ("GET", f"/services/{NAME}/logs"),
        ("GET", "/swarm"),
        ("GET", "/swarm/unlockkey"),
        ("GET", "/nodes"),
        ("GET", "/secrets"),
        ("GET", "/containers/json"),
        ("POST", f"/containers/create?name={NAME}"),
        ("POST", "/networks/create"),
    ],
)
def test_nothing_else_of_the_swarm_passes(rules: ServiceRules, method: str, target: str) -> None:
    assert rules.refusal(method, target, b"{}") is not None


def test_the_hub_may_look_at_workspaces_and_remove_them(rules: ServiceRules) -> None:
    tasks = "/v1.41/tasks?filters=" + quote(json.dumps({"service": [NAME]}))
    for method, target in (("GET", tasks), ("GET", f"/services/{NAME}?insertDefaults=False"), ("DELETE", f"/services/{ID}")):  # fmt: skip
        assert rules.refusal(method, target, b"") is None
    assert rules.named_in("DELETE", f"/services/{ID}") == ID, "and its name is looked up before"
    assert not rules.is_workspace("codekids_database")


def tasks_of(*states: tuple[str, str, str]) -> list[dict[str, Any]]:
    return [
        {"ID": made, "CreatedAt": made, "DesiredState": wanted, "Status": {"State": state}}
        for made, wanted, state in states
    ]


def test_a_workspace_lives_while_its_machine_dies() -> None:
    lost, next_one = ("2026-01-01", "shutdown", "running"), ("2026-01-02", "ready", "assigned")
    assert newest(tasks_of(lost, next_one)) == tasks_of(next_one)[0]
    assert newest(tasks_of(("2026-01-01", "shutdown", "complete"))) is None, "who ended by itself has ended"
    both = tasks_of(("2026-01-02", "running", "starting"), ("2026-01-01", "running", "running"))
    assert newest(both) == both[0]


def test_hub_and_router_are_where_they_are_with_docker(settings: Settings) -> None:
    c: Any = Config()
    settings.data.mkdir()
    configuration.update_proxy(c, settings)
    assert Addresses.of(settings).hub == "http://hub:8081"
    assert c.ConfigurableHTTPProxy.should_start is False
    assert "10.213.16.14" in c.JupyterHub.trusted_downstream_ips
    assert "10.213.16.1" not in c.JupyterHub.trusted_downstream_ips, "that is the network's own"


def test_the_stack_is_told_everything_that_it_leaves_open(settings: Settings, root: Path) -> None:
    told = stack.variables(root, settings, "1", docker_group=999, node="x")
    text = (root / "docker" / "stack.yaml").read_text(encoding="utf-8")
    assert {part.split("}")[0] for part in text.split("${")[1:]} == set(told)
    assert (told["CODEKIDS_HTTP"], told["CODEKIDS_HTTPS"]) == ("8100", "0")


def test_what_makes_a_machine_ready_holds_no_secret_and_is_not_the_containers(
    settings: Settings, root: Path
) -> None:
    settings.data.mkdir()
    machines.prepare(root, settings, "1", several=False)
    folder = machines.folder_of(settings)
    assert {path.name for path in folder.iterdir()} == {"machine.sh", "seccomp.json", "variables", "settings"}
    assert not folder.is_relative_to(settings.data) and not folder.is_relative_to(settings.kept)
    assert set(machines.SAVED) <= set(images.TARGETS)


def test_the_hub_asks_anew_where_a_workspace_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aiohttp.connector, "DefaultResolver", aiohttp.AsyncResolver)
    swarm.ask_anew_for_names()

    async def resolver() -> object:
        async with aiohttp.ClientSession() as session:
            assert isinstance(session.connector, aiohttp.TCPConnector)
            return type(session.connector._resolver)

    assert asyncio.run(resolver()) is aiohttp.ThreadedResolver


@pytest.fixture
def fenced(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("fenced", root / "docker" / "fenced.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_only_the_word_of_the_fence_counts(fenced: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = {"hub": 0}
    monkeypatch.setattr(fenced, "tried", lambda host, port: answers[host])
    for router, stands in (
        (0, False),
        (-1, False),
        (errno.ECONNREFUSED, False),
        (errno.ETIMEDOUT, False),
        (errno.ENOPROTOOPT, True),
    ):
        answers["router"] = router
        assert fenced.is_fenced("hub", 8081) is stands
    answers["hub"] = errno.EHOSTUNREACH
    assert fenced.is_fenced("hub", 8081) is False, "a network that is not there is no fence"


def test_a_door_is_tried_for_real(fenced: ModuleType) -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
        assert fenced.tried("127.0.0.1", port) == 0
    assert fenced.tried("127.0.0.1", port) == errno.ECONNREFUSED
