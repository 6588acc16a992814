"""The machines of a swarm: what makes one ready, and how they are; see ``docs/how-to/run-on-several-machines.md``."""

import json
import shlex
import shutil
from pathlib import Path
from typing import Any

from codekids_hub.production.docker import ask_docker
from codekids_hub.production.images import PREFIX
from codekids_hub.production.variables import inside, write_variables
from codekids_hub.settings import Settings

SAVED = ("hub", "sandbox", "workspace", "fence")
"""The images that every machine needs."""


def described() -> dict[str, Any]:
    """What Docker says of its swarm."""
    found: dict[str, Any] = json.loads(ask_docker("info", "--format", "{{json .Swarm}}"))
    return found


def folder_of(settings: Settings) -> Path:
    """The folder beside the data with what makes a machine ready; root's, since root of every machine runs it."""
    return settings.data.with_name(f"{settings.data.name}.machine")


def prepare(root: Path, settings: Settings, tag: str, several: bool) -> None:
    """Lay out what ``docker/machine.sh`` needs, the images too when there is another machine."""
    folder = folder_of(settings)
    folder.mkdir(mode=0o755, exist_ok=True)
    for name in ("machine.sh", "seccomp.json"):
        shutil.copyfile(root / "docker" / name, folder / name)
    told = {
        "CODEKIDS_NAME": settings.name,
        "CODEKIDS_IMAGES": PREFIX,
        "CODEKIDS_TAG": f":{tag}",
        "CODEKIDS_DATA": str(settings.data),
        "CODEKIDS_KEPT": str(settings.kept),
        "CODEKIDS_WORKERS": str(settings.marking_workers),
    }
    write_variables(folder / "variables", {name: shlex.quote(value) for name, value in told.items()})
    write_variables(folder / "settings", inside(settings))
    saved = folder / "images.tar"
    stamp = folder / "images.tag"
    if several and not (saved.exists() and stamp.exists() and stamp.read_text() == tag):
        part = folder / "images.part"
        ask_docker("save", "--output", str(part), *(f"{PREFIX}{name}:{tag}" for name in SAVED), within=1800)
        part.replace(saved)
        stamp.write_text(tag)
    for path in folder.iterdir():
        path.chmod(0o644)


def without_images(settings: Settings) -> list[str]:
    """The machines on which the fence does not stand, because its image is not there."""
    told = ask_docker(
        "service", "ps", "--no-trunc", "--format", "{{.Node}}\t{{.Error}}", f"{settings.name}_fence", check=False
    )  # fmt: skip
    rows = [line.partition("\t") for line in told.splitlines()]
    running = ask_docker(
        "service", "ps", "--filter", "desired-state=running", "--format", "{{.Node}}\t{{.CurrentState}}",
        f"{settings.name}_fence", check=False,
    )  # fmt: skip
    stands = {line.split("\t")[0] for line in running.splitlines() if "\tRunning" in line}
    return sorted({node for node, _, error in rows if "No such image" in error} - stands)


def states() -> dict[str, str]:
    """How each machine is, in Swarm's word; nothing where the swarm is another machine's."""
    listed = ask_docker("node", "ls", "--format", "{{.Hostname}} {{.Status}}", check=False)
    return {name: state for name, _, state in (line.partition(" ") for line in listed.splitlines())}
