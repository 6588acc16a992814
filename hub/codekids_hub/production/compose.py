"""An installation on one machine: ``docker/compose.yaml``; see ``docs/how-to/run-with-docker.md``."""

import json
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from codekids_hub.production import running
from codekids_hub.production.docker import ask_docker
from codekids_hub.production.images import PREFIX
from codekids_hub.production.variables import (
    SOCKET,
    files_of,
    inside,
    make_folders,
    plain_environment,
    variables,
    write_variables,
)
from codekids_hub.refusals import Refusal
from codekids_hub.settings import Settings

READY_WITHIN = 300.0
SERVICES = ("gate", "router", "hub", "worker", "database", "filter", "fence")


class NoCompose(Refusal):
    """Docker has no compose."""

    message = "Docker Compose is missing. Install it (on Debian: apt install docker-compose), then try again."


class NotStarted(Refusal):
    """A container does not run, or is not well."""

    message = "Not everything started: %(which)s. Look into: docker logs %(first)s, and %(log)s"


class ComposeFailed(Refusal):
    """Compose itself refused."""

    message = "Docker Compose did not do it:\n%(tail)s"


def compose_command() -> list[str]:
    """How compose is called here: the plugin, else the program of its own.

    :raises NoCompose: neither is there
    """
    if ask_docker("compose", "version", check=False):
        return ["docker", "compose"]
    if shutil.which("docker-compose"):
        return ["docker-compose"]
    raise NoCompose()


def refuse_what_is_missing(settings: Settings, command: str) -> None:
    """What must be so before anything is started.

    :raises NotRoot, NoDocker, NoCompose, PortTaken:
    """
    running.refuse_all_but_root(command)
    compose_command()
    running.refuse_taken_port(settings)


def make_ready(root: Path, settings: Settings, tag: str) -> None:
    """Folders, secrets and the two files of variables. Doing it again changes nothing."""
    make_folders(settings)
    folder = files_of(root, settings)
    write_variables(folder / "settings", inside(settings))
    write_variables(folder / "variables", variables(root, settings, tag, SOCKET.stat().st_gid))


def start(root: Path, settings: Settings, tag: str, say: Callable[[str], None]) -> None:
    """Start all containers and wait until people can log in. Workspaces of another version end: JupyterLab's files are
    no longer at the address that they know.

    :raises NotStarted: not within some minutes
    """
    run(root, settings, "up", "--detach", "--remove-orphans", "--scale", f"worker={settings.marking_workers}")
    stop_workspaces(settings, besides=f"{PREFIX}workspace:{tag}")
    until = time.monotonic() + READY_WITHIN
    while (waiting := _not_well(settings)) and time.monotonic() < until:
        say(f"Starting; waiting for {', '.join(sorted(waiting))} ...")
        time.sleep(5)
    if waiting:
        first = running.container_of(settings, min(waiting)) or min(waiting)
        raise NotStarted(which=", ".join(sorted(waiting)), first=first, log=settings.data / "hub.log")


def start_database(root: Path, settings: Settings) -> None:
    """Start the database alone."""
    run(root, settings, "up", "--detach", "database")


def line_beside_database(root: Path, settings: Settings, _tag: str) -> list[str]:
    """How a container of the hub's image is started beside the database; its command follows."""
    return [*compose_line(root, settings), "run", "--rm", "--no-deps", "-T", "hub"]


def is_running(settings: Settings) -> bool:
    """Whether people may be at work there."""
    return running.container_of(settings, "hub") is not None


def stop(root: Path, settings: Settings) -> None:
    """Stop everything, workspaces first. Data, homes and database stay."""
    stop_workspaces(settings)
    run(root, settings, "down")


def stop_workspaces(settings: Settings, besides: str = "") -> None:
    """Stop the children's workspaces, but those of the image ``besides``. They end by themselves: homes are folders of the data."""
    filters = ["--filter", f"network={settings.name}-work", "--filter", f"name=^{settings.name}-k"]
    lines = ask_docker("ps", "--format", "{{.ID}} {{.Image}}", *filters).splitlines()
    found = [name for name, image in (line.split() for line in lines) if image != besides]
    if found:
        ask_docker("stop", "--time", "20", *found, check=False)


def run(root: Path, settings: Settings, *arguments: str) -> None:
    """Run compose with this installation's variables.

    :raises ComposeFailed: it did not work
    """
    line = [*compose_line(root, settings), *arguments]
    done = subprocess.run(
        line, env=plain_environment(), capture_output=True, text=True, errors="replace", check=False
    )
    if done.returncode:
        raise ComposeFailed(tail="\n".join(done.stderr.splitlines()[-15:]))


def compose_line(root: Path, settings: Settings) -> list[str]:
    """How compose is called for this installation; its command and options follow."""
    line = [*compose_command(), "--project-name", settings.name]
    line += ["--file", str(root / "docker" / "compose.yaml")]
    return [*line, "--env-file", str(files_of(root, settings) / "variables")]


def _not_well(settings: Settings) -> set[str]:
    names = ask_docker(
        "ps",
        "--all",
        "--format",
        "{{.Names}}",
        "--filter",
        f"label=com.docker.compose.project={settings.name}",
    ).split()
    wanted = set(SERVICES)
    if not names:
        return wanted
    well = set()
    for each in json.loads(ask_docker("inspect", *names)):
        health = each["State"].get("Health", {}).get("Status", "healthy")
        if each["State"]["Running"] and health == "healthy":
            well.add(each["Config"]["Labels"]["com.docker.compose.service"])
    return wanted - well
