"""An installation on several machines: ``docker/stack.yaml`` for Docker Swarm; see ``docs/how-to/run-on-several-machines.md``."""

import os
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from codekids_hub.production import machines, running
from codekids_hub.production.compose import READY_WITHIN
from codekids_hub.production.docker import ask_docker
from codekids_hub.production.images import PREFIX
from codekids_hub.production.variables import (
    SOCKET,
    files_of,
    inside,
    make_folders,
    plain_environment,
    write_variables,
)
from codekids_hub.production.variables import variables as of_one_machine
from codekids_hub.refusals import Refusal
from codekids_hub.settings import Settings

SERVICES = ("gate", "router", "hub", "database", "filter", "fence")


class NoSwarm(Refusal):
    """Docker is there, and in no swarm."""

    message = (
        "Docker is in no swarm yet. Make this machine the first one: docker swarm init --advertise-addr ADDRESS, "
        "with its address in the network of your machines; then try again."
    )


class NoManager(Refusal):
    """The swarm is another machine's."""

    message = (
        "This machine only works in the swarm, and another manages it. Start ./codekids %(command)s there, or make "
        "this one a manager: docker node promote %(node)s"
    )


class NotDeployed(Refusal):
    """Docker did not take the stack."""

    message = "Docker did not take the stack:\n%(tail)s"


class NoMachine(Refusal):
    """Images or workers of this machine could not be made ready."""

    message = "This machine could not be made ready:\n%(tail)s"


class NotStarted(Refusal):
    """A service does not run."""

    message = (
        "Not everything started: %(which)s. Look into: docker service ps --no-trunc %(first)s, and %(log)s"
    )


def refuse_what_is_missing(settings: Settings, command: str) -> None:
    """What must be so before anything is started.

    :raises NotRoot, NoDocker, NoSwarm, NoManager, PortTaken:
    """
    running.refuse_all_but_root(command)
    swarm = machines.described()
    if swarm["LocalNodeState"] != "active":
        raise NoSwarm()
    if not swarm["ControlAvailable"]:
        raise NoManager(command=command, node=swarm["NodeID"])
    running.refuse_taken_port(settings)


def make_ready(root: Path, settings: Settings, tag: str) -> None:
    """Folders, secrets, variables, and what the other machines need. Doing it again changes nothing."""
    make_folders(settings)
    swarm = machines.described()
    folder = files_of(root, settings)
    told = variables(root, settings, tag, SOCKET.stat().st_gid, str(swarm["NodeID"]))
    write_variables(folder / "settings", inside(settings))
    write_variables(folder / "variables", told)
    machines.prepare(root, settings, tag, several=int(swarm["Nodes"]) > 1)


def variables(root: Path, settings: Settings, tag: str, docker_group: int, node: str) -> dict[str, str]:
    """What ``docker/stack.yaml`` leaves open.

    :param node: the machine that everything runs on which is not on all of them
    """
    told = of_one_machine(root, settings, tag, docker_group)
    for only_on_one_machine in ("CODEKIDS_BRIDGE", "CODEKIDS_SECCOMP"):
        del told[only_on_one_machine]
    ports = {name: told[name].rpartition(":")[2] or "0" for name in ("CODEKIDS_HTTP", "CODEKIDS_HTTPS")}
    return told | ports | {"CODEKIDS_NODE": node, "CODEKIDS_REPLICAS": "1"}


def start(root: Path, settings: Settings, tag: str, say: Callable[[str], None]) -> None:
    """Deploy the stack, wait until people can log in, and start this machine's marking workers. Workspaces of another
    version end: JupyterLab's files are no longer at the address that they know.

    :raises NotDeployed, NotStarted, NoMachine:
    """
    deploy(root, settings)
    stop_workspaces(settings, besides=f"{PREFIX}workspace:{tag}")
    until = time.monotonic() + READY_WITHIN
    while (waiting := not_well(settings)) and time.monotonic() < until:
        say(f"Starting; waiting for {', '.join(sorted(waiting))} ...")
        time.sleep(5)
    if waiting:
        first = f"{settings.name}_{min(waiting)}"
        raise NotStarted(which=", ".join(sorted(waiting)), first=first, log=settings.data / "hub.log")
    done = _run(["sh", str(machines.folder_of(settings) / "machine.sh")], dict(os.environ))
    if done.returncode:
        raise NoMachine(tail=_tail(done.stderr))
    for machine in machines.without_images(settings):
        say(
            f"{machine} is not ready: children start on the others. Run there, as root: sh {machines.folder_of(settings)}/machine.sh"
        )


def start_database(root: Path, settings: Settings) -> None:
    """Start the database, and nothing that would use it.

    :raises NotDeployed:
    """
    deploy(root, settings, {"CODEKIDS_REPLICAS": "0"})


def line_beside_database(root: Path, settings: Settings, tag: str) -> list[str]:
    """How a container of the hub's image is started beside the database; its command follows."""
    line = [
        "docker",
        "run",
        "--rm",
        "--init",
        "--read-only",
        "--cap-drop",
        "ALL",
        "--tmpfs",
        "/tmp:mode=1777",
    ]
    line += ["--env-file", str(files_of(root, settings) / "settings"), "--network", f"{settings.name}-data"]
    password = settings.secrets / "pgpass"
    for place in (f"{settings.data}:{settings.data}", f"{settings.kept}:{settings.kept}"):
        line += ["--volume", place]
    return [*line, "--volume", f"{password}:/run/secrets/pgpass:ro", f"{PREFIX}hub:{tag}"]


def deploy(root: Path, settings: Settings, instead: Mapping[str, str] | None = None) -> None:
    """Hand the stack to Docker; those of our own environment would win over its variables.

    :param instead: variables that are different this time
    :raises NotDeployed: Docker refused
    """
    lines = (files_of(root, settings) / "variables").read_text().splitlines()
    environment = plain_environment() | dict(line.split("=", 1) for line in lines) | dict(instead or {})
    line = ["docker", "stack", "deploy", "--prune", "--resolve-image", "never"]
    done = _run([*line, "--compose-file", str(root / "docker" / "stack.yaml"), settings.name], environment)
    if done.returncode:
        raise NotDeployed(tail=_tail(done.stderr))


def is_running(settings: Settings) -> bool:
    """Whether people may be at work there, or some of it is left."""
    return bool(replicas(settings))


def stop(root: Path, settings: Settings) -> None:
    """Stop everything, workspaces first; this machine's workers, too. Data, homes, database and networks stay."""
    stop_workspaces(settings)
    workers = ask_docker("ps", "--all", "--quiet", "--filter", f"name=^/{settings.name}-worker-").split()
    if workers:
        ask_docker("rm", "--force", *workers)
    stack = f"label=com.docker.stack.namespace={settings.name}"
    services = ask_docker("service", "ls", "--quiet", "--filter", stack).split()
    if services:
        ask_docker("service", "rm", *services)


def stop_workspaces(settings: Settings, besides: str = "") -> None:
    """Stop the children's workspaces, but those of the image ``besides``."""
    listed = ask_docker(
        "service", "ls", "--format", "{{.Name}} {{.Image}}", "--filter", f"name={settings.name}-k"
    )
    found = [name for name, image in (line.split() for line in listed.splitlines()) if image != besides]
    if found:
        ask_docker("service", "rm", *found)


def not_well(settings: Settings) -> set[str]:
    """The services that do not run, the fence when it stands nowhere."""
    well = {name for name, (running, _) in replicas(settings).items() if running}
    if "hub" in well and not _hub_answers(settings):
        well.remove("hub")
    return set(SERVICES) - well


def replicas(settings: Settings) -> dict[str, tuple[int, int]]:
    """Of each service of the stack: how many of it run, and how many should."""
    listed = ask_docker(
        "service", "ls", "--format", "{{.Name}} {{.Replicas}}",
        "--filter", f"label=com.docker.stack.namespace={settings.name}",
    )  # fmt: skip
    found = {}
    for line in listed.splitlines():
        name, counted = line.split()[:2]
        running, wanted = counted.split("/")
        found[name.removeprefix(f"{settings.name}_")] = (int(running), int(wanted))
    return found


def _hub_answers(settings: Settings) -> bool:
    hub = running.container_of(settings, "hub")
    asked = ("http://127.0.0.1:8081/hub/health", "http://127.0.0.1:8003/services/club/health")
    line = ["docker", "exec", hub or "", "python3", "-IS", "/srv/codekids/answers.py", *asked]
    return hub is not None and _run(line, dict(os.environ)).returncode == 0


def _run(line: list[str], environment: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        line, env=environment, capture_output=True, text=True, errors="replace", check=False
    )


def _tail(said: str) -> str:
    return "\n".join(said.splitlines()[-15:])
