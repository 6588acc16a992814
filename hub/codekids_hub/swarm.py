"""A child's workspace as a service of Docker Swarm: the same limits and walls as a container of one machine has.

What :func:`task` says is asked for by the spawner and looked for by the filter before Docker's socket, so the two cannot differ.
"""

import os
from typing import Any

from aiohttp import ThreadedResolver, connector

from codekids_hub.containers import HOME, IMAGE_VARIABLE, NO_NAMES, SERVER, network, update_shared
from codekids_hub.settings import Settings

START = ["python3", "-IS", "/opt/fenced.py", *SERVER]
"""The start of a workspace: ``docker/fenced.py`` gives the right to more rights away, and waits for the fence."""

TEMPORARY_BYTES = 128 << 20
STAYS_AWAY = "node.labels.workspaces!=no"
"""Machines with this label get no workspaces: ``docker node update --label-add workspaces=no MACHINE``."""


def update_swarm(c: Any, settings: Settings) -> None:
    """Configure SwarmSpawner. A workspace has one name on all machines, and routes lead to the name."""
    update_shared(c, settings)
    ask_anew_for_names()
    c.JupyterHub.spawner_class = "codekids_hub.swarm_spawner.ServiceSpawner"
    c.DockerSpawner.pull_policy = "skip"
    c.DockerSpawner.cmd = list(START)
    c.SwarmSpawner.extra_endpoint_spec = {"mode": "dnsrr"}
    c.ServiceSpawner.describe = lambda child: task(settings, os.environ.get(IMAGE_VARIABLE, ""), child)


def ask_anew_for_names() -> None:
    """Let the Hub ask for a name each time: its resolver (aiodns) would believe for ten minutes, as long as Docker allows,
    that a workspace is still where it was before it was put to sleep, or before its machine died."""
    connector.DefaultResolver = ThreadedResolver  # type: ignore[attr-defined]  # what every session takes that names none


def task(settings: Settings, image: str, child: str) -> dict[str, Any]:
    """What Swarm is asked to run for a child, in the words of Docker's API; environment and arguments come with each start.

    Swarm keeps a quarter of the memory free for a workspace, and starts it again, elsewhere if need be, unless it ended by itself.
    """
    return {
        "ContainerSpec": {
            "Image": image,
            "Init": True,
            "ReadOnly": True,
            "CapabilityDrop": ["ALL"],
            "Privileges": {"NoNewPrivileges": True},  # unknown to Docker before 25: fenced.py does it, too
            "Mounts": [
                {"Type": "bind", "Source": str(settings.homes / child), "Target": HOME},
                {
                    "Type": "tmpfs",
                    "Target": "/tmp",
                    "TmpfsOptions": {"SizeBytes": TEMPORARY_BYTES, "Mode": 0o1777},
                },
            ],
            "DNSConfig": {"Nameservers": list(NO_NAMES)},
            "Ulimits": [{"Name": "core", "Soft": 0, "Hard": 0}],
            "Healthcheck": {"Test": ["NONE"]},  # its name would be unknown until the first one
        },
        "Resources": {
            "Limits": {
                "MemoryBytes": settings.workspace_mb << 20,
                "NanoCPUs": settings.workspace_cpu * 10_000_000,
                "Pids": settings.workspace_processes,
            },
            "Reservations": {"MemoryBytes": (settings.workspace_mb << 20) // 4},
        },
        "RestartPolicy": {"Condition": "on-failure", "Delay": 2_000_000_000},
        "Placement": {"Constraints": [STAYS_AWAY]},
        "Networks": [{"Target": network(settings)}],
        "LogDriver": {"Name": "none"},
    }
