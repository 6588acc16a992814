"""The first program behind the walls: sets the limits, gives up what rights there are, and becomes the next program.

Started as a script with one argument of JSON: see :class:`codekids_grading.sandbox.Job`, which makes it.
"""

import contextlib
import json
import os
import resource
import shutil
import sys
from pathlib import Path
from typing import Any

GIVEN = "/given"
"""Where the files of a hand-in are, read-only."""


CHANNEL = 3
"""The descriptor on which the next program answers."""


def main(settings: dict[str, Any]) -> None:
    """Limit, step down, run."""
    if settings["given"]:
        copy(Path(GIVEN), Path.cwd())
    with contextlib.suppress(OSError):  # the first to go when memory runs out
        Path("/proc/self/oom_score_adj").write_text("1000")
    if settings["uid"]:
        os.setgroups([])
        os.setresgid(settings["uid"], settings["uid"], settings["uid"])
    limit(settings["limits"])
    if settings["uid"]:
        os.setresuid(settings["uid"], settings["uid"], settings["uid"])
    os.umask(0o022)
    os.dup2(1, CHANNEL)
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)
    os.closerange(CHANNEL + 1, 256)
    os.execve(settings["command"][0], settings["command"], settings["environment"])


def limit(limits: dict[str, int]) -> None:
    """Set the kernel's limits for this process, by their names in getrlimit(2); none becomes wider."""
    for name, value in limits.items():
        kind = getattr(resource, f"RLIMIT_{name}")
        most = resource.getrlimit(kind)[1]
        value = value if most == resource.RLIM_INFINITY else min(value, most)
        resource.setrlimit(kind, (value, value))


def copy(source: Path, target: Path) -> None:
    """Copy a folder's files so that whoever runs next may change them. Links and devices are left out."""
    for entry in sorted(os.scandir(source), key=lambda one: one.name):
        there = target / entry.name
        if entry.is_dir(follow_symlinks=False):
            there.mkdir()
            there.chmod(0o777)
            copy(Path(entry.path), there)
        elif entry.is_file(follow_symlinks=False):
            with contextlib.suppress(OSError):  # too large for the sandbox: the program will miss it
                shutil.copyfile(entry.path, there)
                there.chmod(0o666)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
