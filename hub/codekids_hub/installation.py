"""An installation on disk: making what it needs, and running the Hub over it until somebody says stop."""

import hashlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import httpx

import codekids_exercises
from codekids_exercises.release import release
from codekids_hub import content_versions, descendants
from codekids_hub.addresses import SERVICE_PREFIX, Addresses
from codekids_hub.care.upgrading import upgrade
from codekids_hub.configuration import configuration_file
from codekids_hub.privacy.erasing import erase_again
from codekids_hub.refusals import Refusal
from codekids_hub.settings import Settings
from codekids_hub.storage import Database
from codekids_hub.workspaces import compile_ahead

STARTS = 3
"""How often the Hub is started before we give up."""

START_WITHIN = 180.0
"""Seconds after which a Hub that does not answer has failed to start."""


class PortTaken(Refusal):
    """Somebody else listens where we want to."""

    message = (
        "Port %(taken)s is taken by another program (four ports from %(port)s on are needed). "
        "Stop it, or choose another port: --port %(other)s for the demo, port = %(other)s in codekids.toml for up."
    )


class DidNotStart(Refusal):
    """The Hub ended, or did not answer in time."""

    message = "The hub did not start. The last lines of %(log)s say why:\n%(tail)s"


def prepare(settings: Settings, say: Callable[[str], None] = lambda sentence: None) -> Database:
    """Make folders, keys and tables, and release the content to workspaces. Doing it again changes nothing.

    :param say: told how far a longer piece of work has come

    :returns: the club's database; the caller disposes of it
    """
    os.umask(0o077)  # the database, the logs and the homes are nobody else's on this machine
    settings.data.mkdir(parents=True, exist_ok=True)
    settings.homes.mkdir(exist_ok=True, mode=0o700)
    database = Database(settings.database_url)
    copy = upgrade(settings, database, datetime.now(UTC))
    if copy is not None:
        say(f"The database was brought up to date. A copy from before is {copy}.")
    erase_again(database, settings, datetime.now(UTC))
    if settings.contained:  # images hold what was released when they were built
        content_versions.keep_versions(settings, datetime.now(UTC))
    else:
        release_content(settings, say)
        compile_ahead()
    return database


def release_content(settings: Settings, say: Callable[[str], None] = lambda sentence: None) -> bool:
    """Release the challenge sets to workspaces, if they or the code that releases them changed since the last time.

    :returns: whether there was something to do; running every known mistake of every set takes a while
    """
    stamp = settings.released.with_name("released.stamp")
    digest = _digest(settings.content, Path(codekids_exercises.__path__[0]))
    if settings.released.is_dir() and stamp.exists() and stamp.read_text() == digest:
        if not content_versions.versions_file(settings).exists():
            content_versions.keep_versions(settings, datetime.now(UTC))
        return False
    release(
        settings.content,
        settings.released,
        tell=lambda done, of: say(f"  challenge sets: {done} of {of}"),
    )
    content_versions.keep_versions(settings, datetime.now(UTC))
    stamp.write_text(digest)
    return True


def _digest(*folders: Path) -> str:
    found = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts and ".ruff_cache" not in path.parts:
                found.update(f"{path.relative_to(folder)}\0".encode())
                found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()


def refuse_taken_ports(settings: Settings) -> None:
    """Raise :class:`PortTaken` when one of our ports is in use."""
    taken = Addresses.of(settings).taken()
    if taken:
        raise PortTaken(taken=taken[0], port=settings.port, other=settings.port + 100)


@contextmanager
def running(settings: Settings, say: Callable[[str], None]) -> Iterator[subprocess.Popen[bytes]]:
    """The Hub with everything it starts; all of it stops at the end.

    :param say: told what is going on while it starts
    :raises DidNotStart: it did not; its log says why
    """
    log_file = settings.data / "hub.log"
    descendants.adopt_orphans()
    for tries_left in reversed(range(STARTS)):
        process = _start(settings, log_file)
        try:
            if not _is_ready_in_time(settings, process, say) and tries_left and process.poll() is not None:
                say("The hub ended while it started. It is started again.")
                continue  # it gives its service ten seconds, and a machine that has just been switched on may need more
            if process.poll() is not None or not _is_ready(settings):
                tail = "\n".join(log_file.read_text(errors="replace").splitlines()[-15:])
                raise DidNotStart(log=log_file, tail=tail)
            yield process
            return
        finally:
            _stop(process)


def _start(settings: Settings, log_file: Path) -> subprocess.Popen[bytes]:
    with log_file.open("ab") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "jupyterhub", "-f", str(configuration_file())],
            cwd=settings.data,
            env=os.environ | settings.environment(),
            stdout=log,
            stderr=log,
            start_new_session=True,
        )


def _is_ready_in_time(
    settings: Settings, process: subprocess.Popen[bytes], say: Callable[[str], None]
) -> bool:
    began = time.monotonic()
    told = 0.0
    while process.poll() is None and time.monotonic() - began < START_WITHIN:
        if _is_ready(settings):
            return True
        if time.monotonic() - told > 5:
            say("The hub is starting ...")
            told = time.monotonic()
        time.sleep(0.3)
    return False


def _is_ready(settings: Settings) -> bool:
    local = Addresses.of(settings).local
    return all(_answers(each) for each in (f"{local}/hub/login", f"{local}{SERVICE_PREFIX}health"))


def _answers(url: str) -> bool:
    try:
        return httpx.get(url, timeout=5, trust_env=False).status_code == 200
    except httpx.HTTPError:
        return False


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Ask the Hub to stop workspaces, service and proxy; after half a minute end whatever is left of it.

    A Hub that died leaves service and proxy behind: they are ended too.
    """
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            process.wait(30)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    descendants.end_all()
