"""What a measurement was made on: without it no number means anything."""

import os
import platform
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

_TOOLS = ("codekids-hub", "nbgrader", "ipykernel", "ipython", "nbclient", "nbconvert", "sqlalchemy")


@dataclass(frozen=True)
class Machine:
    """A machine as it was when a measurement began. ``load``: of the last minute."""

    when: str
    processor: str
    processors: int
    memory_gib: float
    system: str
    load: float
    versions: str


def this_machine() -> Machine:
    """The machine that this runs on, now."""
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    tools = ", ".join(f"{name} {version(name)}" for name in _TOOLS)
    return Machine(
        datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        _processor(),
        len(os.sched_getaffinity(0)),
        round(pages / (1 << 30), 1),
        f"{platform.system()} {platform.release()} {platform.machine()}",
        round(os.getloadavg()[0], 2),
        f"Python {platform.python_version()}, {tools}",
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
