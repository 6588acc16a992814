"""Machines for a swarm, on one: each a Docker of its own in namespaces of its own, with a network card at a common switch.

Nothing of the machine's own Docker, bridges or firewall is touched. Killing one is a power cut: its Docker and every container
of it are gone in the same moment.
"""

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

START = """
set -eu
hostname {name}
mount -t tmpfs tmpfs /run
mount --make-rshared /
exec dockerd --data-root {folder}/data --cgroup-parent /{name} --storage-driver overlay2 \
    -H unix:///run/docker.sock -H unix://{folder}/sock
"""
UP_WITHIN = 300.0
WITHIN = 900.0


class Machine:
    """One of them; it runs from :meth:`start` to :meth:`kill`."""

    def __init__(self, name: str, folder: Path, address: str) -> None:
        self.name, self.folder, self.address = name, folder, address
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        """With it, programs speak with this machine's Docker."""
        return {"DOCKER_HOST": f"unix://{self.folder}/sock"}

    def docker(self, *arguments: str, told: str = "", check: bool = True) -> str:
        """What this machine's Docker says."""
        return said(["docker", *arguments], os.environ | self.environment, told, check)

    def start(self) -> None:
        """Switch it on, and wait for its Docker."""
        script = START.format(name=self.name, folder=self.folder)
        line = ["setpriv", "--pdeathsig", "KILL"]  # should these tests be killed, it ends with them
        line += ["nsenter", f"--net=/run/netns/{self.name}"]
        line += ["unshare", "--pid", "--fork", "--kill-child=KILL", "--mount-proc", "--uts"]
        line += ["--propagation", "private", "sh", "-c", script]
        with (self.folder / "log").open("wb") as log:
            self._process = subprocess.Popen(line, stdout=log, stderr=log)
        until = time.monotonic() + UP_WITHIN
        while not self.docker("info", "--format", "{{.ID}}", check=False):
            assert self._process.poll() is None and time.monotonic() < until, (
                self.folder / "log"
            ).read_text()
            time.sleep(0.5)

    def kill(self) -> None:
        """Cut its power."""
        if self._process is not None:
            first = self._first_inside()
            if first is None:
                self._process.kill()
            else:
                os.kill(first, signal.SIGKILL)  # everything inside ends with it, and unshare ends after that
            self._process.wait(timeout=WITHIN)
            self._process = None

    def _first_inside(self) -> int | None:
        assert self._process is not None
        own = self._process.pid
        with suppress(OSError):
            for each in Path(f"/proc/{own}/task/{own}/children").read_text().split():
                return int(each)
        return None


class Machines:
    """A switch with machines at it."""

    def __init__(self, number: int, count: int) -> None:
        self.number = number
        self.folder = Path(tempfile.mkdtemp(prefix="cks"))  # short: a socket's path may have 107 characters
        self.all = [
            Machine(f"cks{number}m{each}", self.folder / f"m{each}", f"10.{number}.200.{each}")
            for each in range(1, count + 1)
        ]

    def connect(self) -> None:
        """Make the switch, and the card of every machine; this one has the address .100 there."""
        switch = f"cks{self.number}"
        self._unplug()  # what tests that were killed have left
        ip("netns", "add", switch)
        ip("-n", switch, "link", "add", "switch", "type", "bridge")
        ip("-n", switch, "link", "set", "switch", "up")
        for each in self.all:
            each.folder.mkdir()
            ip("netns", "add", each.name)
            ip("-n", each.name, "link", "set", "lo", "up")
            card = ["link", "add", "eth0", "netns", each.name, "type", "veth"]
            ip(*card, "peer", "name", each.name, "netns", switch)
            ip("-n", each.name, "addr", "add", f"{each.address}/24", "dev", "eth0")
            ip("-n", each.name, "link", "set", "eth0", "up")
            ip("-n", switch, "link", "set", each.name, "master", "switch", "up")
        ip("link", "add", f"{switch}c", "type", "veth", "peer", "name", "outside", "netns", switch)
        ip("addr", "add", f"10.{self.number}.200.100/24", "dev", f"{switch}c")
        ip("link", "set", f"{switch}c", "up")
        ip("-n", switch, "link", "set", "outside", "master", "switch", "up")

    def give(self, images: Sequence[str]) -> None:
        """Carry images from this machine's Docker to the first of them."""
        tar = self.folder / "images.tar"
        said(["docker", "save", "--output", str(tar), *images])
        self.all[0].docker("load", "--quiet", "--input", str(tar))
        tar.unlink()

    def take_away(self) -> None:
        """Leave nothing behind."""
        for each in self.all:
            each.kill()
        self._unplug()
        for name in (each.name for each in self.all):
            for group in Path("/sys/fs/cgroup").glob(f"**/{name}"):
                said(["find", str(group), "-depth", "-type", "d", "-exec", "rmdir", "{}", ";"], check=False)
        said(["rm", "-rf", str(self.folder)], check=False)

    def _unplug(self) -> None:
        for name in (f"cks{self.number}", *(each.name for each in self.all)):
            ip("netns", "delete", name, check=False)


def ip(*arguments: str, check: bool = True) -> None:
    """Change the network."""
    said(["ip", *arguments], check=check)


def said(
    line: Sequence[str], environment: dict[str, str] | None = None, told: str = "", check: bool = True
) -> str:
    """What a command says; with ``check`` it must succeed."""
    try:
        done = subprocess.run(
            line,
            input=told,
            env=environment,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            timeout=WITHIN,
        )
    except subprocess.TimeoutExpired:
        assert not check, f"{line} does not end"
        return ""
    assert not (check and done.returncode), f"{line}\n{done.stdout}\n{done.stderr}"
    return done.stdout.strip()
