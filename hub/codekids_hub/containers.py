"""A child's workspace as a container: how it is asked for, and what of it must be so. The filter before Docker's socket
(:mod:`codekids_hub.engine_filter`) lets nothing else through, so a mistake here refuses to start instead of opening something.
"""

import os
from pathlib import Path
from typing import Any

from codekids_hub.settings import Settings

HOME = "/home/codekids"
"""Where a child's home is in its container."""

IMAGE_VARIABLE = "CODEKIDS_WORKSPACE_IMAGE"
"""Names the image of workspaces, with the tag that belongs to this hub."""

SERVER = ("python", "-P", "-m", "satul.workspace.server")
"""A workspace's program: JupyterHub's single-user server, started sooner. What a child's files are called does not matter to it."""

TEMPORARY = {"/tmp": "rw,nosuid,nodev,size=128m,mode=1777"}
NO_NAMES = ["127.0.0.1"]
"""The server for names of other hosts: there is none."""


def update_containers(c: Any, settings: Settings) -> None:
    """Configure DockerSpawner."""
    update_shared(c, settings)
    c.JupyterHub.spawner_class = "docker"
    c.DockerSpawner.pull_policy = "never"
    c.DockerSpawner.remove = True
    c.DockerSpawner.cmd = list(SERVER)
    c.DockerSpawner.extra_host_config = host_config(settings)


def update_shared(c: Any, settings: Settings) -> None:
    """What is the same on one machine and on several. A restart of the Hub leaves workspaces alone, and finds them again."""
    c.JupyterHub.cleanup_servers = False
    c.DockerSpawner.image = os.environ.get(IMAGE_VARIABLE, "")
    c.DockerSpawner.name_template = settings.name + "-{username}"
    c.DockerSpawner.network_name = network(settings)
    c.DockerSpawner.use_internal_ip = True
    c.DockerSpawner.notebook_dir = HOME
    c.DockerSpawner.volumes = {str(settings.homes / "{username}"): HOME}
    c.DockerSpawner.mem_limit = f"{settings.workspace_mb}M"
    c.DockerSpawner.cpu_limit = settings.workspace_cpu / 100
    c.Spawner.pre_spawn_hook = lambda spawner: make_home(settings, spawner.user.name)


def host_config(settings: Settings) -> dict[str, Any]:
    """What a container may, besides what DockerSpawner has settings for: next to nothing."""
    return {
        "cap_drop": ["ALL"],
        "security_opt": ["no-new-privileges"],
        "read_only": True,
        "tmpfs": dict(TEMPORARY),
        "pids_limit": settings.workspace_processes,
        "memswap_limit": f"{settings.workspace_mb}M",
        "init": True,
        "dns": list(NO_NAMES),
        "ulimits": [{"Name": "core", "Soft": 0, "Hard": 0}],
        "log_config": {"type": "none"},
    }


def network(settings: Settings) -> str:
    """The network of workspaces: see ``docker/compose.yaml``."""
    return f"{settings.name}-work"


def make_home(settings: Settings, name: str) -> Path:
    """A child's home, before its container wants it: Docker would make it root's."""
    home = settings.homes / name
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    return home
