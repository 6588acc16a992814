"""Bringing a copy back to an installation on Docker that is empty: only its database runs meanwhile."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from codekids_hub.production import images, running
from codekids_hub.production.compose import NotStarted
from codekids_hub.production.docker import ask_docker
from codekids_hub.production.variables import USER, plain_environment
from codekids_hub.production.ways import way_of
from codekids_hub.refusals import Refusal
from codekids_hub.settings import Settings

DATABASE_WITHIN = 300.0


class StillRunning(Refusal):
    """People may be working there."""

    message = "The installation runs. A copy is brought back to an empty one: ./codekids down, and move its data away first."


class PlaceUnseen(Refusal):
    """Containers see two folders of the machine, and what is named lies in neither."""

    message = "%(place)s must lie in %(kept)s, which the containers see. Put it there, and name it there."


class VolumeLeft(Refusal):
    """There is a database, and its password is gone."""

    message = (
        "The volume %(volume)s holds the database of an earlier installation, whose data folder is gone. "
        "When nobody needs it any more: docker volume rm %(volume)s"
    )


def restore(root: Path, settings: Settings, place: Path, key: Path | None, say: Callable[[str], None]) -> int:
    """Bring a copy back by the very command in the hub's container, beside a fresh database.

    :returns: the command's exit code
    :raises StillRunning, PlaceUnseen, VolumeLeft: nothing was touched
    """
    way = way_of(settings)
    way.refuse_what_is_missing(settings, "restore")
    if way.is_running(settings):
        raise StillRunning()
    given = [path.absolute() for path in (place, key) if path is not None]
    for path in given:
        if not path.resolve().is_relative_to(settings.kept.resolve()):
            raise PlaceUnseen(place=path, kept=settings.kept)
    volume = f"{settings.name}-database"
    if not (settings.secrets / "database").exists() and ask_docker(
        "volume", "ls", "--quiet", "--filter", f"name=^{volume}$"
    ):
        raise VolumeLeft(volume=volume)
    tag = images.tag_of(root, settings)
    images.build(root, settings, tag, say)
    way.make_ready(root, settings, tag)
    for path in _below([*given, settings.backup_key_file, settings.erased_file]):
        os.chown(path, USER, USER, follow_symlinks=False)
    say("Starting an empty database ...")
    try:
        way.start_database(root, settings)
        _wait_for_the_database(settings)
        options = ["--key", str(given[1])] if len(given) > 1 else []
        inside = ["python", "-m", "codekids_hub", "restore", *options, str(given[0])]
        line = [*way.line_beside_database(root, settings, tag), *inside]
        return subprocess.run(line, env=plain_environment(), check=False).returncode
    finally:
        way.stop(root, settings)


def _below(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        if path.exists():
            yield path
            yield from path.rglob("*") if path.is_dir() else ()


def _wait_for_the_database(settings: Settings) -> None:
    until = time.monotonic() + DATABASE_WITHIN
    while True:
        name = running.container_of(settings, "database")
        if name and ask_docker("inspect", "--format", "{{.State.Health.Status}}", name) == "healthy":
            return
        if time.monotonic() > until:
            shown = name or "database"
            raise NotStarted(which="database", first=shown, log=settings.data / "hub.log")
        time.sleep(1)
