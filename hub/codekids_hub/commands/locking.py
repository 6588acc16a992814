"""``codekids lock``: renews codekids.lock from what the rooms declare."""

import os
import shutil
import subprocess
from pathlib import Path

import click

from codekids_hub.addresses import project_root

OURS = ("codekids-hub", "codekids-exercises", "codekids-grading", "satul")
DECLARED = (
    "pyproject.toml",
    "hub/pyproject.toml",
    "notebooks/pyproject.toml",
    "grading/pyproject.toml",
    "exercises/pyproject.toml",
    "hub/bootstrap/requirements.in",
)


class LockFailed(click.ClickException):
    """The versions that are asked for do not go together, or the package index did not answer."""


@click.command()
@click.option("--upgrade", is_flag=True, help="Take the newest version of everything.")
@click.option("--upgrade-package", "packages", multiple=True, metavar="NAME", help="Take the newest of one.")
def lock(upgrade: bool, packages: tuple[str, ...]) -> None:
    """Renew codekids.lock; versions stay as they are unless an upgrade is asked for."""
    uv = os.environ.get("CODEKIDS_UV") or shutil.which("uv")
    if not uv:
        raise LockFailed("uv is not here; start with ./codekids lock, which brings it along")
    command = command_for(uv, upgrade, packages)
    environment = dict(os.environ, UV_CUSTOM_COMPILE_COMMAND="./codekids lock")
    if subprocess.run(command, cwd=project_root(), env=environment, check=False).returncode:
        raise LockFailed("codekids.lock was not renewed; the reason stands above")
    click.echo("codekids.lock is renewed; the next start installs what changed.")


def command_for(uv: str | Path, upgrade: bool = False, packages: tuple[str, ...] = ()) -> list[str]:
    """Return the command that writes the lock: for every Python from 3.11 on, with every hash."""
    command = [str(uv), "pip", "compile", "--quiet", "--output-file", "codekids.lock", "--generate-hashes"]
    command += ["--universal", "--python-version", "3.11", "--all-extras", "--group", "dev"]
    for name in OURS:
        command += ["--no-emit-package", name]
    for name in packages:
        command += ["--upgrade-package", name]
    return [*command, *(["--upgrade"] if upgrade else []), *DECLARED]
