"""An installation on Docker, as an operator makes it: images built, ``codekids up``, a club with three children."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest

from codekids_hub.production import compose, images, running
from codekids_hub.production.docker import NoDocker, ask_docker
from codekids_hub.settings import Settings
from evening.club_visitors import Evening
from evening.test_homework_evening import Child

BASE = "codekids-base"
SET = "draw-the-village"
CONFIGURATION = """
mode = "docker"
name = "cktest{number}"
port = {port}
networks = "10.{number}"
base_image = "codekids-base"
data = "data"
workspace_mb = 512
home_mb = 30
"""
WHO = """
import json
from sqlalchemy import select
from codekids_hub.settings import process_settings
from codekids_hub.storage import Database
from codekids_hub.storage.tables import Child
database = Database(process_settings().database_url)
with database.read() as session:
    children = session.scalars(select(Child).order_by(Child.nickname))
    print(json.dumps([{"id": child.id, "animal": child.animal, "nickname": child.nickname} for child in children]))
database.dispose()
"""


@dataclass(frozen=True)
class Installation:
    """What runs, and the folder that it was started from."""

    folder: Path
    settings: Settings
    evening: Evening

    def codekids(self, *arguments: str, told: str = "") -> str:
        """What a command says; it must succeed."""
        return codekids(self.folder, *arguments, told=told)

    def inside(self, service: str, *command: str, told: str = "") -> str:
        """What a command says in the container of a service."""
        name = running.container_of(self.settings, service)
        assert name, f"{service} does not run"
        return docker("exec", "--interactive", name, *command, told=told)

    def address_of(self, container: str, network: str) -> str:
        """A container's address in a network."""
        found = json.loads(docker("inspect", container))[0]["NetworkSettings"]["Networks"]
        return str(found[f"{self.settings.name}-{network}"]["IPAddress"])

    def workspace(self, child_id: str) -> str:
        """The container of a child."""
        return f"{self.settings.name}-{child_id}"


def docker(*arguments: str, told: str = "") -> str:
    """What docker says; it must succeed."""
    return _said(["docker", *arguments], told)


def codekids(
    folder: Path, *arguments: str, told: str = "", otherwise: Mapping[str, str] | None = None
) -> str:
    """What a command of the copy in ``folder`` says; it must succeed. ``otherwise`` changes the environment."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("CODEKIDS_")}
    environment |= {"CODEKIDS_ROOT": str(folder)} | dict(otherwise or {})
    return _said([sys.executable, "-m", "codekids_hub", *arguments], told, environment)


def make_club(command: Callable[..., str], program: Callable[[str], str]) -> list[dict[str, object]]:
    """A club of three children with its first homework, as an operator makes it.

    :param command: what a command of the installation says
    :param program: what a Python program says in the hub's container
    :returns: what :class:`Evening` wants to know of each child
    """
    tomorrow = date.today() + timedelta(days=1)
    club = ["add-club", "PIETRARI", "--library", "Biblioteca", "--locality", "Pietrari", "--county", "VL"]
    command("people", *club, "--day", str(tomorrow.weekday()), "--hour", "23:59")
    command("season", "begin", str(tomorrow - timedelta(days=7)))
    names = ["people", "add-children", "PIETRARI", "--signed", str(date.today())]
    dealt = command(*names, told="Daria\nMaria\nVlad\n")
    words = dict(re.findall(r"^(\w+) {2,}.*? {2,}(\S+ \S+) {2,}http", dealt, re.MULTILINE))
    children: list[dict[str, object]] = json.loads(program(WHO))
    for child in children:
        child |= {"club": "PIETRARI", "level": "beginners", "words": words[str(child["nickname"])].split()}
    return children


def _said(command: Sequence[str], told: str, environment: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        command, input=told, env=environment, capture_output=True, text=True, errors="replace", check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="session")
def folder(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with one challenge set, on a machine with Docker and the base image."""
    try:
        ask_docker("version")
    except NoDocker as reason:
        pytest.skip(str(reason))
    if os.geteuid() != 0:
        pytest.skip("an installation on Docker is started by root")
    if not docker("image", "ls", "--quiet", BASE):
        _said(["sh", str(root / "docker" / "base.sh"), BASE], "")
    copy = tmp_path_factory.mktemp("docker") / "project"
    for name in (*images.SOURCES, "README.md", "LICENSE", ".dockerignore"):
        if (root / name).is_dir():
            ignored = shutil.ignore_patterns("__pycache__", "sets", ".*_cache")
            shutil.copytree(root / name, copy / name, ignore=ignored)
        else:
            copy.mkdir(exist_ok=True)
            shutil.copy2(root / name, copy / name)
    sets = root / "exercises" / "sets"
    shutil.copytree(sets / "beginners" / SET, copy / "exercises" / "sets" / "beginners" / SET)
    shutil.copy2(sets / "names.toml", copy / "exercises" / "sets")
    number = 100 + os.getpid() % 100  # two runs on one machine do not meet
    (copy / "codekids.toml").write_text(CONFIGURATION.format(number=number, port=8700 + number % 100))
    return copy


@pytest.fixture(scope="session")
def tag(folder: Path) -> str:
    """The tag of the images, which are built."""
    codekids(folder, "images")
    return images.tag_of(folder, Settings.load(folder / "codekids.toml", {}))


@pytest.fixture(scope="session")
def installation(folder: Path, tag: str) -> Iterator[Installation]:
    """Everything runs, and the homework is out."""
    settings = Settings.load(folder / "codekids.toml", {})
    try:
        assert "Ready: " in codekids(folder, "up")
        hub = running.container_of(settings, "hub")
        assert hub
        children = make_club(
            partial(codekids, folder),
            lambda said: docker("exec", "--interactive", hub, "python", "-", told=said),
        )
        ready = {"url": f"http://127.0.0.1:{settings.port}", "children": children}
        yield Installation(folder, settings, Evening(ready, settings.data))
    finally:
        _show_what_was_said(settings)
        codekids(folder, "down")
        for volume in ("database", "certificates"):
            docker("volume", "rm", "--force", f"{settings.name}-{volume}")


@pytest.fixture(scope="session")
def vlad(installation: Installation) -> Iterator[Child]:
    """A child who lives through everything, with the same login."""
    child = Child(installation.evening, 2)
    yield child
    child.visitor.close()


def _show_what_was_said(settings: Settings) -> None:
    """Shown by pytest when something failed."""
    for service in compose.SERVICES:
        name = running.container_of(settings, service)
        if name:
            done = subprocess.run(
                ["docker", "logs", "--tail", "15", name], capture_output=True, text=True, check=False
            )
            print(f"--- {service}\n{done.stdout}{done.stderr}")
    log = settings.data / "hub.log"
    if log.exists():
        print("--- hub.log\n" + "\n".join(log.read_text(errors="replace").splitlines()[-40:]))
