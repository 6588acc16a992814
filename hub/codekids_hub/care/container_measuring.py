"""Asks Docker what ``container_findings`` judges."""

import json
import shutil
from datetime import datetime
from pathlib import Path

from codekids_hub.care import backup, container_findings, findings
from codekids_hub.care.findings import Finding
from codekids_hub.care.measuring import machine
from codekids_hub.production import compose, images, machines, stack
from codekids_hub.production.docker import NoDocker, ask_docker
from codekids_hub.settings import Settings


def look_at_docker(root: Path, settings: Settings) -> list[Finding]:
    """Docker itself, the images of this version, each container or service, and the disk under all of them."""
    try:
        found = [container_findings.daemon(ask_docker("version", "--format", "{{.Server.Version}}"))]
    except NoDocker as trouble:
        reason = str(trouble.values["reason"]).strip().rstrip(".")
        return [container_findings.daemon("", reason)]
    there = images.sizes(images.tag_of(root, settings))
    found.append(container_findings.images([name for name in images.TARGETS if name not in there]))
    if settings.mode == "swarm":
        found += container_findings.machines(machines.states())
        found += container_findings.services(replicas(settings))
    else:
        found += container_findings.containers(states(settings))
    place = Path(ask_docker("info", "--format", "{{.DockerRootDir}}"))
    if place.is_dir():
        usage = shutil.disk_usage(place)
        found.append(container_findings.room(usage.free, usage.total, str(place)))
    return found


def look_without_the_hub(settings: Settings, now: datetime) -> list[Finding]:
    """What can be seen of an installation whose hub does not run."""
    return [*machine(settings), findings.backup(backup.last_saved(settings), now)]


def states(settings: Settings) -> dict[str, str]:
    """Each container of the installation: ``healthy``, or Docker's word for how it is; a service without one has no word."""
    label = f"label=com.docker.compose.project={settings.name}"
    names = ask_docker("ps", "--all", "--format", "{{.Names}}", "--filter", label).split()
    found, seen = {}, set()
    for each in json.loads(ask_docker("inspect", *names)) if names else []:
        state = each["State"]
        health = state.get("Health", {}).get("Status", "healthy")
        found[each["Name"].removeprefix("/")] = health if state["Running"] else state["Status"]
        seen.add(each["Config"]["Labels"]["com.docker.compose.service"])
    return found | {f"{settings.name}-{service}": "" for service in compose.SERVICES if service not in seen}


def replicas(settings: Settings) -> dict[str, tuple[int, int]]:
    """Of each service that should be there, by its whole name: how many run, and how many should."""
    found = stack.replicas(settings)
    return {f"{settings.name}_{service}": found.get(service, (0, 1)) for service in stack.SERVICES}
