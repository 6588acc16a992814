"""Workspaces: how a child's JupyterLab is started, and what it is told; a local process or a container.

A workspace gets its own token, the released content and addresses: no key, nothing of the hub, nothing of a neighbour.
"""

import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable
from compileall import compile_dir
from contextlib import suppress
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from codekids_grading import bubblewrap
from codekids_hub import containers, formgrader
from codekids_hub.addresses import LOGOUT_URL, SERVICE_PREFIX, Addresses
from codekids_hub.forked_spawner import ForkedSpawner
from codekids_hub.lab_files import lab_files
from codekids_hub.people_language import language_of
from codekids_hub.roles import WORKSPACE_SCOPES
from codekids_hub.settings import Settings
from codekids_hub.storage import Database
from codekids_hub.swarm import update_swarm
from codekids_hub.warm_parent import WarmParent

SERVER = (sys.executable, *containers.SERVER[1:])
"""A workspace's program, as in a container, with this Python."""

FORKED_KERNELS = "satul-forked"
"""The name of the kernel provisioner of satul that asks a keeper for kernels."""

IMPORTS = (
    "import satul.workspace.extension, satul.workspace.server as it; it.load(); import ipykernel.kernelapp"
)
"""What a workspace and its kernel import, for a Python that keeps it compiled."""


def update_workspaces(c: Any, settings: Settings, database: Database) -> None:
    """Configure the spawner: where a workspace lives, how it starts, what it is told, how much it may use."""
    if settings.mode == "swarm":
        update_swarm(c, settings)
    elif settings.mode == "docker":
        containers.update_containers(c, settings)
    else:
        update_processes(c, settings, database)
    c.Spawner.default_url = "/satul/home"
    c.Spawner.disable_user_config = True
    c.JupyterHub.tornado_settings.update({"slow_spawn_timeout": 0})  # who starts one is answered at once
    c.Spawner.start_timeout = 120
    c.Spawner.http_timeout = 120
    c.Spawner.server_token_scopes = WORKSPACE_SCOPES
    c.Spawner.environment = workspace_environment(
        settings, lambda name: language_of(database, name, settings.language)
    )
    c.JupyterHub.allow_named_servers = False
    c.JupyterHub.concurrent_spawn_limit = 0


def update_processes(c: Any, settings: Settings, database: Database) -> None:
    """Processes of this machine, which end with the Hub."""
    c.JupyterHub.spawner_class = "simple"
    c.SimpleLocalProcessSpawner.home_dir_template = str(settings.homes / "{username}")
    c.Spawner.cmd = list(SERVER)
    c.Spawner.pre_spawn_hook = walls_around(settings, database)
    c.Spawner.args = ["--allow-root"] if os.geteuid() == 0 else []
    c.JupyterHub.cleanup_servers = True
    if settings.workspace_start == "forked" and without_walls() is None:
        parent = WarmParent(settings.homes, shown_to_workspaces(settings))
        c.JupyterHub.spawner_class = ForkedSpawner
        c.ForkedSpawner.warm_parent = lambda: parent  # a copy of configuration is still the same parent


def walls_around(settings: Settings, database: Database) -> Callable[[Any], None]:
    """A hook that puts walls around a workspace before it starts: it sees its own home, the released content and
    what Python needs to run; not the database, not the keys, not a neighbour's home. The account of a course gets
    formgrader instead, and sees its course.

    Where the machine allows no walls the hook does nothing; :func:`without_walls` says so to whoever starts the Hub.
    """
    if without_walls():
        return lambda spawner: None
    shown = shown_to_workspaces(settings)

    def hook(spawner: Any) -> None:
        if formgrader.is_account(spawner.user.name):
            formgrader.prepare(spawner, settings, database, (*shown, _package_folder("codekids_grading")))
            return
        home = settings.homes / spawner.user.name
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        walls = bubblewrap.Walls(bubblewrap.find(), shows=shown, gives=(home,), network=True)
        spawner.cmd = walls.around(*SERVER)

    return hook


def without_walls() -> str | None:
    """Why workspaces run without walls on this machine; ``None`` when they have them."""
    try:
        bubblewrap.probe(bubblewrap.find())
    except bubblewrap.NoWalls as reason:
        return str(reason)
    return None


def shown_to_workspaces(settings: Settings) -> tuple[Path, ...]:
    """What every workspace may read; also where it really is: an installation may lie behind a symlink."""
    packages = [_package_folder(name) for name in ("satul", "codekids_exercises")]
    named = [Path(sys.base_prefix), Path(sys.prefix), *packages, settings.released]
    return tuple(dict.fromkeys([*named, *(path.resolve() for path in named)]))


def workspace_environment(settings: Settings, language: Callable[[str], str]) -> dict[str, Any]:
    """The environment of a workspace; values that depend on the child are functions of its spawner."""
    shared = lab_files(settings)
    told: dict[str, Any] = {
        "CODEKIDS_LAB_URL": shared.prefix if shared else "",
        "CODEKIDS_LANGUAGE": lambda spawner: language(spawner.user.name),
        "CODEKIDS_CLUB_API": f"{Addresses.of(settings).service}{SERVICE_PREFIX}api",
        "CODEKIDS_HOME_URL": SERVICE_PREFIX,
        "CODEKIDS_LOGOUT_URL": LOGOUT_URL,
        "CODEKIDS_STOP_AFTER": str(settings.stop_after),
        "CODEKIDS_HOME_MB": str(settings.home_mb),
    }
    if settings.contained:
        return told  # the image says where its own folders are
    quiet = workspace_folder()
    return (
        told
        | {
            "CODEKIDS_CONTENT": str(settings.released),
            "JUPYTER_CONFIG_PATH": str(quiet / "config"),
            "JUPYTER_PATH": str(quiet / "data"),
            "JUPYTER_PREFER_ENV_PATH": "0",
        }
        | _kernels(settings)
    )


def _kernels(settings: Settings) -> dict[str, str]:
    """Who starts kernels: the keeper of a forked workspace. A workspace that was not forked notices, and starts them itself."""
    found = entry_points(group="jupyter_client.kernel_provisioners")
    if settings.workspace_start == "forked" and FORKED_KERNELS in found.names:
        return {"JUPYTER_DEFAULT_PROVISIONER_NAME": FORKED_KERNELS}
    return {}


def compile_ahead() -> None:
    """Compile what is imported in workspaces alone: behind its walls a workspace cannot keep what Python compiles."""
    with suppress(FileNotFoundError):
        compile_dir(_package_folder("satul"), quiet=2)
        lab = _package_folder("jupyterlab") / "labapp.py"
        if not Path(importlib.util.cache_from_source(str(lab))).exists():
            environment = {
                key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"
            }
            subprocess.run([sys.executable, "-c", IMPORTS], env=environment, check=False)


def workspace_folder() -> Path:
    """The folder with the quiet JupyterLab's configuration."""
    return _package_folder("satul") / "workspace"


def _package_folder(name: str) -> Path:
    """Where a package of the workspace is installed: found, never imported.

    :raises FileNotFoundError: it is not installed here
    """
    found = importlib.util.find_spec(name)
    if found is None or found.origin is None:
        raise FileNotFoundError(
            f"the package {name} is not installed beside the hub: workspaces cannot start"
        )
    return Path(found.origin).parent
