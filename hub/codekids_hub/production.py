"""An installation on Docker: what ``docker/compose.yaml`` needs is made, checked and started; see ``docs/how-to/run-with-docker.md``.

Several machines are :mod:`codekids_hub.stack`'s, which shares what is the same."""

import hashlib
import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from codekids_hub.addresses import Addresses
from codekids_hub.images import PREFIX, ask_docker
from codekids_hub.installation import PortTaken
from codekids_hub.refusals import Refusal
from codekids_hub.secret_files import secret
from codekids_hub.settings import DOCKER_DATABASE, Settings

USER = 10001
"""Who runs in the containers, and owns the data folder on this machine."""

SOCKET = Path("/var/run/docker.sock")
INSIDE_CONTENT = "/srv/codekids/content"
READY_WITHIN = 300.0
DATABASE_IMAGE = "CODEKIDS_DATABASE_IMAGE"
"""Another image for the database, such as postgres:17, when the environment names one."""


class NotRoot(Refusal):
    """The data folder belongs to the account of the containers, and only root can give it to them."""

    message = "With docker this command is root's: sudo ./codekids %(command)s"


class NoCompose(Refusal):
    """Docker has no compose."""

    message = "Docker Compose is missing. Install it (on Debian: apt install docker-compose), then try again."


class NotStarted(Refusal):
    """A container does not run, or is not well."""

    message = "Not everything started: %(which)s. Look into: docker logs %(first)s, and %(log)s"


class ComposeFailed(Refusal):
    """Compose itself refused."""

    message = "Docker Compose did not do it:\n%(tail)s"


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


def is_inside() -> bool:
    """Whether we are in one of the containers."""
    return Path("/run/secrets/pgpass").exists()


SERVICES = ("gate", "router", "hub", "worker", "database", "filter", "fence")


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
    refuse_all_but_root(command)
    compose_command()
    refuse_taken_port(settings)


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


def make_ready(root: Path, settings: Settings, tag: str) -> None:
    """Folders, secrets and the two files of variables. Doing it again changes nothing."""
    make_folders(settings)
    folder = files_of(root, settings)
    write_variables(folder / "settings", inside(settings))
    write_variables(folder / "variables", variables(root, settings, tag, SOCKET.stat().st_gid))


def make_folders(settings: Settings) -> None:
    """The folders of data and the secrets, which belong to the account of the containers."""
    for folder in (settings.data, settings.homes, settings.kept, settings.secrets):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.chown(folder, USER, USER)
    password = secret(settings.secrets, "database")
    secret(settings.secrets, "proxy")
    passfile = settings.secrets / "pgpass"
    passfile.touch(mode=0o600)
    passfile.write_text(f"*:*:*:codekids:{password}\n")  # a drill has a passing database of another name
    for path in settings.secrets.iterdir():
        os.chown(path, USER, USER)


def files_of(root: Path, settings: Settings) -> Path:
    """The folder for the files of variables."""
    folder = root / ".codekids" / "docker" / settings.name
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def inside(settings: Settings) -> dict[str, str]:
    """The settings as containers read them: the data folder has the same name there, the content is the image's own."""
    own = {
        "CODEKIDS_CONTENT": INSIDE_CONTENT,
        "CODEKIDS_ERASED": str(settings.erased_file),
        "CODEKIDS_BACKUP_KEY": str(settings.backup_key_file),
        "CODEKIDS_ADDRESS": Addresses.of(settings).public,
        "CODEKIDS_DATABASE": settings.database or DOCKER_DATABASE,
    }
    return settings.environment() | own


def variables(root: Path, settings: Settings, tag: str, docker_group: int) -> dict[str, str]:
    """What ``docker/compose.yaml`` leaves open.

    :param docker_group: who may use Docker's socket on this machine
    """
    certificate = settings.certificate
    own = certificate not in ("", "internal")
    address = urlsplit(settings.address)
    tls = address.scheme == "https"
    lines = {"internal": "tls internal", "": ""}
    return {
        "CODEKIDS_NAME": settings.name,
        "CODEKIDS_IMAGES": PREFIX,
        "CODEKIDS_TAG": f":{tag}",
        "CODEKIDS_DATABASE_IMAGE": os.environ.get(DATABASE_IMAGE, f"{PREFIX}database:{tag}"),
        "CODEKIDS_DATA": str(settings.data),
        "CODEKIDS_KEPT": str(settings.kept),
        "CODEKIDS_NETWORKS": settings.networks,
        "CODEKIDS_BRIDGE": "ck" + hashlib.sha256(settings.name.encode()).hexdigest()[:8],
        "CODEKIDS_SITE": f"https://{address.hostname}" if tls else ":80",
        "CODEKIDS_TLS": (
            lines.get(certificate, "tls /etc/caddy/own/cert.pem /etc/caddy/own/key.pem") if tls else ""
        ),
        "CODEKIDS_HSTS": 'Strict-Transport-Security "max-age=31536000"' if tls else "",
        "CODEKIDS_OWN_CERTIFICATE": certificate if own else "/dev/null",
        "CODEKIDS_HTTP": f"{settings.host}:{80 if tls and address.port is None else settings.port}",
        "CODEKIDS_HTTPS": f"{settings.host}:{address.port or 443}" if tls else "127.0.0.1:",
        "CODEKIDS_DOCKER_GROUP": str(docker_group),
        "CODEKIDS_SOCKET": str(SOCKET),
        "CODEKIDS_SECCOMP": str(root / "docker" / "seccomp.json"),
    }


def start(root: Path, settings: Settings, tag: str, say: Callable[[str], None]) -> None:
    """Start all containers and wait until people can log in. Workspaces of another version end: JupyterLab's files are
    no longer at the address that they know.

    :raises NotStarted: not within some minutes
    """
    compose(
        root, settings, "up", "--detach", "--remove-orphans", "--scale", f"worker={settings.marking_workers}"
    )
    stop_workspaces(settings, besides=f"{PREFIX}workspace:{tag}")
    until = time.monotonic() + READY_WITHIN
    while (waiting := _not_well(settings)) and time.monotonic() < until:
        say(f"Starting; waiting for {', '.join(sorted(waiting))} ...")
        time.sleep(5)
    if waiting:
        first = container_of(settings, min(waiting)) or min(waiting)
        raise NotStarted(which=", ".join(sorted(waiting)), first=first, log=settings.data / "hub.log")


def start_database(root: Path, settings: Settings) -> None:
    """Start the database alone."""
    compose(root, settings, "up", "--detach", "database")


def line_beside_database(root: Path, settings: Settings, _tag: str) -> list[str]:
    """How a container of the hub's image is started beside the database; its command follows."""
    return [*compose_line(root, settings), "run", "--rm", "--no-deps", "-T", "hub"]


def stop(root: Path, settings: Settings) -> None:
    """Stop everything, workspaces first. Data, homes and database stay."""
    stop_workspaces(settings)
    compose(root, settings, "down")


def stop_workspaces(settings: Settings, besides: str = "") -> None:
    """Stop the children's workspaces, but those of the image ``besides``. They end by themselves: homes are folders of the data."""
    filters = ["--filter", f"network={settings.name}-work", "--filter", f"name=^{settings.name}-k"]
    lines = ask_docker("ps", "--format", "{{.ID}} {{.Image}}", *filters).splitlines()
    found = [name for name, image in (line.split() for line in lines) if image != besides]
    if found:
        ask_docker("stop", "--time", "20", *found, check=False)


def compose(root: Path, settings: Settings, *arguments: str) -> None:
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


def plain_environment() -> dict[str, str]:
    """Our environment without our own variables: they would win over those of the installation."""
    return {name: value for name, value in os.environ.items() if not name.startswith("CODEKIDS_")}


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


def write_variables(path: Path, values: Mapping[str, str]) -> None:
    """Write what compose and Docker read, a line each."""
    path.touch(mode=0o600)
    path.write_text("".join(f"{name}={value}\n" for name, value in values.items()))
