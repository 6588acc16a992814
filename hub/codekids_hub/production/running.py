"""What there must be before an installation in containers starts, and what is asked of one that runs."""

import os
import subprocess
from pathlib import Path

from codekids_hub.addresses import Addresses
from codekids_hub.installation import PortTaken
from codekids_hub.production.docker import ask_docker
from codekids_hub.refusals import Refusal
from codekids_hub.settings import Settings


class NotRoot(Refusal):
    """The data folder belongs to the account of the containers, and only root can give it to them."""

    message = "With docker this command is root's: sudo ./codekids %(command)s"


class NotRunning(Refusal):
    """The containers are not there."""

    message = "The installation does not run: start it with ./codekids up, then try again."


class NotDocker(Refusal):
    """The command is for installations on Docker."""

    message = 'This command is for mode = "docker" or "swarm" in codekids.toml. What runs otherwise ends with Ctrl-C.'


def refuse_other_modes(settings: Settings) -> None:
    """Raise :class:`NotDocker` when nothing runs in containers."""
    if not settings.contained:
        raise NotDocker()


def refuse_all_but_root(command: str) -> None:
    """Raise :class:`NotRoot`, or :class:`~codekids_hub.images.NoDocker` when Docker does not answer."""
    if os.geteuid() != 0:
        raise NotRoot(command=command)
    ask_docker("version", "--format", "{{.Server.Version}}")


def refuse_taken_port(settings: Settings) -> None:
    """Raise :class:`PortTaken` when somebody else than our gate listens where it wants to."""
    taken = Addresses.of(settings).taken()
    if taken and not container_of(settings, "gate"):
        raise PortTaken(taken=taken[0], port=settings.port, other=settings.port + 100)


def is_inside() -> bool:
    """Whether we are in one of the containers."""
    return Path("/run/secrets/pgpass").exists()


def container_of(settings: Settings, service: str) -> str | None:
    """The name of a service's first running container on this machine, if there is one."""
    if settings.mode == "docker":
        looked_for = [
            f"label=com.docker.compose.project={settings.name}",
            f"label=com.docker.compose.service={service}",
        ]
    elif service == "worker":
        looked_for = [f"name=^/{settings.name}-worker-"]
    else:
        looked_for = [f"label=com.docker.swarm.service.name={settings.name}_{service}"]
    filters = [word for each in looked_for for word in ("--filter", each)]
    found = ask_docker("ps", "--format", "{{.Names}}", *filters)
    return found.split()[0] if found else None


def run_inside(settings: Settings, arguments: list[str]) -> int:
    """Run a ``codekids`` command where the database is: in the hub's container.

    :raises NotRunning: there is none
    """
    hub = container_of(settings, "hub")
    if hub is None:
        raise NotRunning()
    terminal = ["--tty"] if os.isatty(0) and os.isatty(1) else []
    line = ["docker", "exec", "--interactive", *terminal, hub, "python", "-m", "codekids_hub", *arguments]
    return subprocess.run(line, check=False).returncode


def said_inside(settings: Settings, arguments: list[str], language: str) -> str:
    """What a ``codekids`` command says in the hub's container, whatever its exit code.

    :raises NotRunning: there is none
    """
    hub = container_of(settings, "hub")
    if hub is None:
        raise NotRunning()
    line = ["docker", "exec", "--env", f"LC_MESSAGES={language}", hub, "python", "-m", "codekids_hub"]
    done = subprocess.run(
        [*line, *arguments], capture_output=True, text=True, errors="replace", check=False, timeout=120
    )
    return done.stdout
