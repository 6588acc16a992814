"""Measures what ``findings`` judges: one function a thing, each asking the machine itself."""

import ctypes
import re
import shutil
import socket
import ssl
import sys
from datetime import UTC, datetime
from importlib.metadata import distributions, version
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError

from codekids_hub.addresses import SERVICE_PREFIX, Addresses, project_root
from codekids_hub.care import backup, findings
from codekids_hub.care.databases import revision, sqlite_file
from codekids_hub.care.findings import Finding
from codekids_hub.hand_ins import ACCEPTED
from codekids_hub.settings import Settings
from codekids_hub.storage import Database
from codekids_hub.storage.homework_tables import HandIn
from codekids_hub.storage.migrating import revisions
from codekids_hub.storage.tables import Audit
from codekids_hub.workspaces import without_walls

_STA_UNSYNC = 0x40
"""From Linux' ``timex.h``: nobody keeps the clock."""


def look(settings: Settings, now: datetime) -> list[Finding]:
    """Look at everything once. With Docker this runs in the hub's container: walls are the workers', ports the machine's."""
    contained = settings.contained
    host, ends = _certificate(settings.address)
    return [
        *machine(settings),
        *([] if contained else [findings.walls(without_walls())]),
        *_database(settings, now),
        findings.backup(backup.last_saved(settings), now),
        findings.certificate(host, ends, now),
        findings.versions(version("codekids-hub"), sys.version.split()[0], _different(project_root())),
        findings.ports(_answers(settings), [] if contained else Addresses.of(settings).taken()),
    ]


def machine(settings: Settings) -> list[Finding]:
    """Look at what a start needs of the machine: room on the disk, and memory."""
    place = next(path for path in (settings.data, *settings.data.parents) if path.exists())
    usage = shutil.disk_usage(place)
    return [findings.disk(usage.free, usage.total, str(place)), findings.memory(*_memory())]


def _database(settings: Settings, now: datetime) -> list[Finding]:
    """The database, and what stands in it: the queue, and the newest time."""
    own_file = sqlite_file(settings.database_url)
    if own_file is not None and not own_file.exists():
        return [findings.database(None, revisions()), findings.clock(_synchronised(), None, now)]
    database = Database(settings.database_url)
    try:
        there = revision(database.engine)
        found = [findings.database(there, revisions())]
        if there not in revisions():
            return [*found, findings.clock(_synchronised(), None, now)]
        with database.read() as session:
            waits = HandIn.state == ACCEPTED
            waiting, oldest = session.execute(
                select(func.count(), func.min(HandIn.received_at)).where(waits)
            ).one()
            newest = session.scalar(select(func.max(Audit.at)))
        found.append(findings.queue(waiting, None if oldest is None else now - oldest))
        return [*found, findings.clock(_synchronised(), newest, now)]
    except SQLAlchemyError as error:
        reason = str(getattr(error, "orig", error)).strip().splitlines()[0]
        return [findings.database(None, revisions(), reason), findings.clock(_synchronised(), None, now)]
    finally:
        database.dispose()


def _memory() -> tuple[int, int]:
    """Available and total, in bytes."""
    told = Path("/proc/meminfo").read_text(encoding="ascii")
    kilobytes = dict(re.findall(r"^(\w+):\s+(\d+) kB$", told, re.MULTILINE))
    return int(kilobytes["MemAvailable"]) * 1024, int(kilobytes["MemTotal"]) * 1024


def _certificate(address: str) -> tuple[str, datetime | str | None]:
    """The host of the settings' address, and when its certificate ends, or why that cannot be said."""
    parts = urlsplit(address)
    if parts.scheme != "https" or not parts.hostname:
        return "", None
    try:
        with (
            socket.create_connection((parts.hostname, parts.port or 443), timeout=10) as plain,
            ssl.create_default_context().wrap_socket(plain, server_hostname=parts.hostname) as sealed,
        ):
            shown = sealed.getpeercert() or {}
    except OSError as error:
        return parts.hostname, str(getattr(error, "verify_message", "") or error)
    return parts.hostname, datetime.fromtimestamp(ssl.cert_time_to_seconds(str(shown["notAfter"])), UTC)


def _different(root: Path) -> list[str]:
    """Which of the packages here are of another version than the lock says."""
    try:
        lock = (root / "codekids.lock").read_text(encoding="utf-8")
    except FileNotFoundError:
        return []
    wanted: dict[str, set[str]] = {}
    for name, pinned in re.findall(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", lock, re.MULTILINE):
        wanted.setdefault(_plain(name), set()).add(pinned)
    here = {_plain(each.name): each.version for each in distributions() if each.name}
    return sorted(
        f"{name} {here[name]}" for name, pinned in wanted.items() if name in here and here[name] not in pinned
    )


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _synchronised() -> bool | None:
    """Whether the kernel's clock is kept by somebody; ``None`` where the kernel does not say."""
    timex = (ctypes.c_long * 64)()  # struct timex of Linux, all zeros: only ask
    try:
        answer = ctypes.CDLL(None, use_errno=True).adjtimex(ctypes.byref(timex))
    except (AttributeError, OSError):
        return None
    if answer < 0:
        return None
    status = ctypes.cast(timex, ctypes.POINTER(ctypes.c_int))[10 if ctypes.sizeof(ctypes.c_long) == 8 else 5]
    return not (status & _STA_UNSYNC or answer == 5)


def _answers(settings: Settings) -> bool:
    try:
        addresses = Addresses.of(settings)
        base = addresses.service if settings.contained else addresses.local
        address = f"{base}{SERVICE_PREFIX}health"
        return httpx.get(address, timeout=5, trust_env=False).status_code == 200
    except httpx.HTTPError:
        return False
