"""Several machines: a child works on one, its power is cut, and the child goes on at another with the file still there."""

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from codekids_hub.production import images
from containers import probing
from containers.conftest import codekids, make_club
from containers.machines import Machine, Machines, said
from containers.patience import again, eventually
from evening import kernels
from evening.club_visitors import Evening
from evening.test_homework_evening import Child


@dataclass(frozen=True)
class Swarm:
    """A stack that runs on machines of its own."""

    machines: Machines
    name: str
    evening: Evening

    @property
    def first(self) -> Machine:
        """The one that manages, and holds hub and database."""
        return self.machines.all[0]

    def machine_of(self, child: Child) -> str:
        """Where a child's workspace runs now; empty when it does not."""
        shown = ["--filter", "desired-state=running", "--format", "{{.Node}} {{.CurrentState}}"]
        found = self.first.docker("service", "ps", *shown, f"{self.name}-{child.id}", check=False).split()
        return found[0] if found[1:2] == ["Running"] else ""

    def runs_on(self, machine: Machine, child: Child) -> None:
        """Wait until Swarm knows that a child's workspace runs there."""
        eventually(
            lambda: self.machine_of(child) == machine.name, f"{machine.name} has no workspace", within=600
        )

    def in_hub(self, *command: str, told: str = "") -> str:
        """What a command says in the hub's container."""
        return self.first.docker("exec", "--interactive", self._container("hub"), *command, told=told)

    def address_of(self, container: str, network: str) -> str:
        """The address of a service of the first machine in a network."""
        described = json.loads(self.first.docker("inspect", self._container(container)))[0]
        return str(described["NetworkSettings"]["Networks"][f"{self.name}-{network}"]["IPAddress"])

    def _container(self, service: str) -> str:
        found = self.first.docker("ps", "--quiet", "--filter", f"name={self.name}_{service}").split()
        assert found, f"{service} does not run"
        return found[0]


@pytest.fixture(scope="module")
def machines(folder: Path, tag: str) -> Iterator[Machines]:
    """Two machines in one swarm, with our images on the first."""
    made = Machines(number=200 + os.getpid() % 50, count=2)
    try:
        made.connect()
        for each in made.all:
            each.start()
        made.give([f"{images.PREFIX}{target}:{tag}" for target in images.TARGETS])
        first, second = made.all
        # A busy machine is not a dead one: half a minute of silence is allowed, twice what Swarm allows by itself.
        first.docker("swarm", "init", "--advertise-addr", first.address, "--dispatcher-heartbeat", "10s")
        token = first.docker("swarm", "join-token", "--quiet", "worker")
        second.docker("swarm", "join", "--token", token, f"{first.address}:2377")
        yield made
    finally:
        made.take_away()


@pytest.fixture(scope="module")
def swarm(machines: Machines, folder: Path) -> Iterator[Swarm]:
    """The stack runs on both, and a club has its homework. The folder that all machines share is one of this machine's."""
    first, second = machines.all
    name, data = f"cks{machines.number}", machines.folder / "data"
    environment = first.environment | {
        "CODEKIDS_MODE": "swarm",
        "CODEKIDS_NAME": name,
        "CODEKIDS_HOST": "0.0.0.0",
        "CODEKIDS_ADDRESS": f"http://{first.address}:8700",
        "CODEKIDS_PORT": "8700",
        "CODEKIDS_NETWORKS": f"10.{machines.number}",
        "CODEKIDS_DATA": str(data),
    }
    try:
        command = partial(codekids, folder, otherwise=environment)
        assert "Ready: " in command("up")
        said(["sh", f"{data}.machine/machine.sh"], os.environ | second.environment)
        ready: dict[str, object] = {"url": f"http://{first.address}:8700"}
        made = Swarm(machines, name, Evening(ready, data))
        ready["children"] = make_club(command, lambda program: made.in_hub("python", "-", told=program))
        yield made
    finally:
        show_what_was_said(machines, name, data)


def show_what_was_said(machines: Machines, name: str, data: Path) -> None:
    """Shown by pytest when something failed."""
    first = machines.all[0]
    print(first.docker("service", "ls", check=False), first.docker("node", "ls", check=False), sep="\n")
    for service in ("gate", "router", "hub", "database", "filter", "fence"):
        print(first.docker("service", "ps", "--no-trunc", f"{name}_{service}", check=False))
        print(first.docker("service", "logs", "--tail", "15", f"{name}_{service}", check=False))
    log = data / "hub.log"
    if log.exists():
        print("--- hub.log\n" + "\n".join(log.read_text(errors="replace").splitlines()[-40:]))


def printed(child: Child, code: str) -> str:
    """What a program of the child's prints."""
    return kernels.run(child.visitor, child.id, code, within=300).strip()


@pytest.mark.timeout(1800)
def test_a_machine_dies_and_its_child_goes_on_elsewhere(swarm: Swarm) -> None:
    first, second = swarm.machines.all
    first.docker("node", "update", "--availability", "pause", second.name)
    maria = Child(swarm.evening, 1)
    swarm.runs_on(first, maria)
    first.docker("node", "update", "--availability", "active", second.name)
    first.docker("node", "update", "--availability", "pause", first.name)
    daria = Child(swarm.evening, 0)
    first.docker("node", "update", "--availability", "active", first.name)
    swarm.runs_on(second, daria)
    is_closed(swarm, daria, maria)
    daria.write(own="# aici am rămas")

    second.kill()
    swarm.runs_on(first, daria)
    again(daria.open, "the workspace is not reached where it is now", within=600)
    assert "# aici am rămas" in [cell["source"] for cell in daria.notebook()["cells"]]
    assert printed(daria, "print(6 * 7)") == "42"
    assert printed(maria, "print(6 * 7)") == "42", "who worked elsewhere did not notice"
    daria.hand_in()
    eventually(lambda: daria.state() == "marked", "the hand-in was not marked", within=600)
    for each in (maria, daria):
        each.visitor.close()


def is_closed(swarm: Swarm, child: Child, neighbour: Child) -> None:
    """From a workspace hub and club are open, on the other machine, too, and nothing else; and it may nothing."""
    at = f"10.{swarm.machines.number}"
    wanted = {
        "hub": ("hub", 8081),
        "club": ("hub", 8003),
        "another port of the hub": ("hub", 8080),
        "router": ("router", 8000),
        "router's commands": ("router", 8001),
        "neighbour": (f"{swarm.name}-{neighbour.id}", 8888),
        "end of the network": (f"{at}.0.1", 8888),
        "machine": (swarm.first.address, 8700),
        "manager": (swarm.first.address, 2377),
        "gate": (swarm.address_of("gate", "front"), 80),
        "database": (swarm.address_of("database", "data"), 5432),
        "filter": (swarm.address_of("filter", "engine"), 2375),
        "internet": ("1.1.1.1", 443),
        "metadata": ("169.254.169.254", 80),
    }
    program = probing.places(wanted, "example.org", "database", "filter", "gate")

    def all_is_open_that_should_be() -> bool:
        answer = probing.said(printed(child, program))
        assert isinstance(answer, list)
        assert set(answer[0]) <= {"club", "hub"} and answer[1:4] == [[], False, 10001]
        return len(answer[0]) == 2

    eventually(all_is_open_that_should_be, "hub and club are not reached")
    own = "print(open('/proc/self/status').read())"
    status = dict(re.findall(r"^(\w+):\s+(\w+)$", printed(child, own), re.MULTILINE))
    assert status["NoNewPrivs"] == "1"
    assert {status[each] for each in ("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb")} == {"0" * 16}
    writing = "try:\n    open('/opt/mine', 'w')\nexcept OSError as no:\n    print(no.errno)"
    assert printed(child, writing) == "30", "a read-only file system"


@pytest.mark.timeout(1800)
def test_the_hub_gets_nothing_of_the_swarm_but_workspaces(swarm: Swarm) -> None:
    program = f"""
import docker
engine = docker.APIClient(base_url="tcp://filter:2375", version="auto")
def refused(what):
    try:
        what()
    except docker.errors.APIError as error:
        return error.status_code
    return "passed"
print([refused(each) for each in (
    engine.services, engine.tasks, engine.nodes, engine.inspect_swarm, engine.secrets, engine.containers,
    lambda: engine.inspect_service("{swarm.name}_hub"),
    lambda: engine.remove_service("{swarm.name}_database"),
    lambda: engine.create_service(docker.types.TaskTemplate(docker.types.ContainerSpec("busybox")), name="{swarm.name}-kabcdefghjkm"),
)])
"""
    assert swarm.in_hub("python", "-c", program) == str([403] * 9)
