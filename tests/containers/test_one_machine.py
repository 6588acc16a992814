"""One machine from the operator's command to a mark, and what is closed from inside."""

import json
import re
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from codekids_exercises.localise import answers_in
from codekids_exercises.source import read_homework, read_names
from codekids_hub.production import compose, images, running
from containers import probing
from containers.conftest import SET, Installation, docker
from containers.patience import eventually
from evening import kernels
from evening.test_homework_evening import Child

SEALED = """
import sys
from codekids_grading.sandbox import Job, open_sandbox, python, run
print(run(open_sandbox(), Job(python("-c", "import os; os.dup2(3, 1)\\n" + sys.stdin.read()))).answer.decode())
"""
LAB_PAGE = re.compile(
    r'<script id="jupyter-config-data" type="application/json">\s*(.*?)</script>', re.DOTALL
)


@pytest.fixture(scope="module")
def daria(installation: Installation) -> Iterator[Child]:
    child = Child(installation.evening, 0)
    yield child
    child.visitor.close()


@pytest.fixture(scope="module")
def maria(installation: Installation) -> Iterator[Child]:
    child = Child(installation.evening, 1)
    yield child
    child.visitor.close()


@pytest.fixture(scope="module")
def closed(installation: Installation, maria: Child) -> dict[str, tuple[str, int]]:
    """Places that nothing of a child's may reach."""
    at = installation.settings.networks
    own = socket.gethostbyname(socket.gethostname())
    found = {
        "internet": ("1.1.1.1", 443),
        "names": ("8.8.8.8", 53),
        "metadata": ("169.254.169.254", 80),
        "machine at the bridge": (f"{at}.0.1", installation.settings.port),
        "machine at another bridge": (f"{at}.16.1", installation.settings.port),
        "machine at Docker's bridge": ("172.17.0.1", installation.settings.port),
        "machine itself": (own, installation.settings.port),
        "router": (f"{at}.0.3", 8000),
        "router's commands": (f"{at}.0.3", 8001),
        "gate": (f"{at}.16.2", 80),
        "neighbour": (installation.address_of(installation.workspace(maria.id), "work"), 8888),
    }
    for service, network, port in (("database", "data", 5432), ("filter", "engine", 2375)):
        name = running.container_of(installation.settings, service)
        assert name
        found[service] = (installation.address_of(name, network), port)
    return found


def test_a_child_works_hands_in_and_it_is_marked(
    installation: Installation, daria: Child, root: Path
) -> None:
    assert kernels.run(daria.visitor, daria.id, "import satul; print(6 * 7)").strip() == "42"
    sets = root / "exercises" / "sets"
    homework = read_homework(sets / "beginners" / SET / "homework", "beginners", read_names(sets))
    answers = {name: answers_in(homework, task, "ro").reference for name, task in homework.tasks.items()}
    hands_in(daria, **answers)


def test_jupyterlab_comes_from_one_address(installation: Installation, daria: Child, maria: Child) -> None:
    pages = [child.visitor.follow(f"/user/{child.id}/lab").text for child in (daria, maria)]
    found = [json.loads(part[1]) for part in map(LAB_PAGE.search, pages) if part]
    shared = {page["fullStaticUrl"] for page in found}
    assert len(found) == 2 and len(shared) == 1 and "/services/club/lab/" in next(iter(shared))
    scripts = re.findall(r'src="([^"]*/services/club/lab/[^"]+)"', pages[0])
    load = found[0]["federated_extensions"][0]
    scripts.append(f"{found[0]['fullLabextensionsUrl']}/{load['name']}/{load['load']}")
    assert len(scripts) > 1
    for script in scripts:
        answer = daria.visitor.http.get(script, headers={"Accept-Encoding": "br"})
        assert answer.status_code == 200 and answer.headers["Content-Encoding"] == "br", script


def test_from_a_workspace_the_hubs_api_and_the_club_are_open_and_nothing_else(
    installation: Installation, daria: Child, closed: dict[str, tuple[str, int]]
) -> None:
    at = installation.settings.networks
    wanted = {**closed, "hub": (f"{at}.0.2", 8081), "club": (f"{at}.0.2", 8003)}
    names = ("example.org", "database", "filter", "gate")
    answer = probing.said(kernels.run(daria.visitor, daria.id, probing.places(wanted, *names)))
    assert isinstance(answer, list)
    open_, known, engine, uid, _ = answer
    assert open_ == ["club", "hub"]
    assert known == [] and engine is False and uid == 10001
    scan = kernels.run(daria.visitor, daria.id, probing.ports(f"{at}.0.2"), within=120)
    assert probing.said(scan) == [8003, 8081]


def test_a_workspace_is_as_small_as_it_was_asked_for(installation: Installation, daria: Child) -> None:
    described = json.loads(docker("inspect", installation.workspace(daria.id)))[0]
    host = described["HostConfig"]
    assert host["Memory"] == host["MemorySwap"] == 512 << 20
    assert host["PidsLimit"] == installation.settings.workspace_processes
    assert host["CapDrop"] == ["ALL"] and host["ReadonlyRootfs"] and not host["Privileged"]
    code = "import os\ntry:\n    open('/opt/mine', 'w')\nexcept OSError as no:\n    print(type(no).__name__, no.errno)"
    assert kernels.run(daria.visitor, daria.id, code).split() == ["OSError", "30"]  # a read-only file system


@pytest.mark.timeout(1200)
def test_in_a_full_home_programs_cannot_write_and_the_child_hands_in(maria: Child) -> None:
    writing = """
import time
for number in range(300):
    try:
        with open(f"photo{number}", "wb") as file:
            file.write(bytes(1 << 20))
    except OSError as no:
        print(number < 299, no.errno)
        break
    time.sleep(0.2)
"""
    assert kernels.run(maria.visitor, maria.id, writing, within=300).split() == ["True", "27"]
    maria.write(own="# casa mea")
    assert re.search(r"\b\d+\b", maria.hand_in())
    deleting = """
import glob, os, time
for name in glob.glob("photo*"):
    os.remove(name)
until = time.monotonic() + 120
while time.monotonic() < until:
    try:
        with open("photo", "wb") as file:
            file.write(bytes(1 << 20))
        print("room again")
        break
    except OSError:
        time.sleep(0.5)
os.remove("photo")
"""
    assert kernels.run(maria.visitor, maria.id, deleting, within=300).strip() == "room again"


def test_from_a_hand_in_nothing_is_open(
    installation: Installation, closed: dict[str, tuple[str, int]]
) -> None:
    at = installation.settings.networks
    wanted = {**closed, "hub": (f"{at}.0.2", 8081), "club": (f"{at}.0.2", 8003)}
    program = probing.places(wanted, "example.org", "database", "hub")
    printed = installation.inside("worker", "python", "-c", SEALED, told=program)
    answer = probing.said(printed)
    assert isinstance(answer, list)
    assert answer[:3] == [[], [], False]
    assert not [name for name in answer[4] if "CODEKIDS" in name or "TOKEN" in name]
    reading = f"import os; print([os.path.exists(p) for p in ({str(installation.settings.data)!r}, '/run/secrets', '/srv/codekids/content')])"
    assert installation.inside("worker", "python", "-c", SEALED, told=reading).strip() == str([False] * 3)
    proof = "import socket; socket.create_connection(('database', 5432), 5); print('reached')"
    assert "reached" in installation.inside("worker", "python", "-c", proof), "the worker itself reaches it"


def test_the_hub_gets_nothing_from_docker_but_workspaces(installation: Installation) -> None:
    program = """
import docker
engine = docker.APIClient(base_url="tcp://filter:2375", version="auto")
def refused(what):
    try:
        what()
    except docker.errors.APIError as error:
        return error.status_code
    return "passed"
name = "NAME-kabcdefghjkm"
print([refused(each) for each in (
    engine.containers, engine.info, engine.images, engine.volumes,
    lambda: engine.create_container("busybox", name=name),
    lambda: engine.create_container("busybox", name=name, host_config=engine.create_host_config(privileged=True)),
    lambda: engine.exec_create("NAME_worker_1", "id"),
    lambda: engine.stop("NAME_database_1"),
    lambda: engine.remove_container("NAME_database_1", force=True),
    lambda: engine.inspect_container("NAME_worker_1"),
)])
"""
    program = program.replace("NAME", installation.settings.name)
    assert installation.inside("hub", "python", "-c", program).strip() == str([403] * 10)


def test_after_a_restart_everything_is_still_there(installation: Installation, daria: Child) -> None:
    hands_in(daria, own="# aici am rămas")
    compose.run(installation.folder, installation.settings, "restart")
    installation.codekids("up")
    eventually(lambda: daria.visitor.http.get("/services/club/health").status_code == 200, "no health")
    again = Child(installation.evening, 0)
    try:
        assert any("aici am rămas" in "".join(cell["source"]) for cell in again.notebook()["cells"])
        assert again.state() == "marked"
    finally:
        again.visitor.close()


def test_the_gate_speaks_tls(tag: str, tmp_path: Path) -> None:
    image = f"{images.PREFIX}gate:{tag}"
    settings = {
        "SITE": "https://localhost",
        "TLS": "tls internal",
        "HSTS": 'Strict-Transport-Security "max-age=1"',
    }
    line = [word for name, value in settings.items() for word in ("--env", f"CODEKIDS_{name}={value}")]
    name = docker(
        "run", "--detach", "--rm", "--read-only", "--tmpfs", "/tmp", "--cap-drop", "ALL", *line, image
    ).strip()
    ask = (
        "import ssl, socket; c = ssl.create_default_context(); c.check_hostname = False; c.verify_mode = 0\n"
        "s = c.wrap_socket(socket.create_connection(('127.0.0.1', 443), 10), server_hostname='localhost')\n"
        "s.send(b'GET / HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n'); print(s.version(), s.recv(4096).decode())"
    )
    try:
        eventually(lambda: "strict-transport-security: max-age=1" in _asked(name, ask).lower(), "no TLS")
    finally:
        docker("stop", "--time", "2", name)


def hands_in(child: Child, **answers: str) -> None:
    """The child writes and hands in, and is marked."""
    child.write(**answers)
    assert re.search(r"\b\d+\b", child.hand_in())
    eventually(lambda: child.state() == "marked", "the hand-in was not marked")


def _asked(container: str, program: str) -> str:
    done = subprocess.run(
        ["docker", "exec", container, "python3", "-c", program], capture_output=True, text=True, check=False
    )
    return done.stdout
