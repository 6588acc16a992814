"""uv, which installs everything else: the machine's own, or the one that codekids.lock names."""

import hashlib
import html.parser
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bootstrap import index
from bootstrap.report import CommandFailed, Report

SIMPLE = "application/vnd.pypi.simple.v1+json, text/html;q=0.5"  # the package index's two answers
WAIT = 60  # seconds without an answer
PIN = re.compile(r"^uv==([\w.]+)((?:\s*\\\n\s*--hash=sha256:[0-9a-f]{64})+)", re.MULTILINE)


class WheelNotFound(Exception):
    """The index has no uv for this machine, or another one than the lock names."""


@dataclass(frozen=True)
class Pinned:
    """The uv that codekids.lock names: its version and the sha256 of each of its wheels."""

    version: str
    hashes: frozenset[str]

    def suits(self, version: str) -> bool:
        """Return whether another version does: it builds our rooms by itself, fetching no build tool."""
        return version.split(".")[:2] == self.version.split(".")[:2]


def pinned(root: str) -> Pinned:
    """Read which uv codekids.lock names."""
    with open(os.path.join(root, "codekids.lock"), encoding="utf-8") as file:
        found = PIN.search(file.read())
    if found is None:
        raise WheelNotFound("codekids.lock names no uv")
    return Pinned(found[1], frozenset(re.findall("sha256:([0-9a-f]{64})", found[2])))


def present(root: str) -> str | None:
    """Return a suitable uv that is there already, None when there is none."""
    pin = pinned(root)
    for path in (shutil.which("uv"), _home(root, pin)):
        if path and pin.suits(_version(path)):
            return path
    return None


def fetch(root: str, environment: Mapping[str, str], report: Report) -> str:
    """Fetch the uv that the lock names, by pip where there is one, else by hand; return its path."""
    pin = pinned(root)
    with tempfile.TemporaryDirectory(dir=os.path.join(root, ".codekids"), prefix="uv-") as folder:
        try:
            wheel = _by_any_pip(pin, folder, environment, report)
        except CommandFailed:
            report.log("pip could not; now without it")
            wheel = _by_hand(pin, folder, environment, report.alive)
        return _unpack(wheel, pin, root)


def _home(root: str, pin: Pinned) -> str:
    return os.path.join(root, ".codekids", "uv", pin.version, "uv")


def _version(path: str) -> str:
    try:
        answer = subprocess.run(
            [path, "--version"], capture_output=True, text=True, timeout=WAIT, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    words = answer.stdout.split()
    return words[1] if len(words) > 1 else ""


def _by_any_pip(pin: Pinned, folder: str, environment: Mapping[str, str], report: Report) -> str:
    try:
        return _by_pip(pin, folder, environment, report)
    except CommandFailed as failed:
        if "No module named pip" not in failed.output:
            raise
    venv = os.path.join(folder, "venv")
    report.run([sys.executable, "-I", "-m", "venv", venv], environment, folder)
    return _by_pip(pin, folder, environment, report, os.path.join(venv, "bin", "python"))


def _by_pip(
    pin: Pinned, folder: str, environment: Mapping[str, str], report: Report, python: str = sys.executable
) -> str:
    wanted = os.path.join(folder, "wanted.txt")
    with open(wanted, "w", encoding="ascii") as file:
        hashes = (f"--hash=sha256:{digest}" for digest in sorted(pin.hashes))
        file.write(" ".join([f"uv=={pin.version}", *hashes]))
    options = ["--no-deps", "--only-binary=:all:", "--require-hashes", "--no-input", "--retries=2"]
    quiet = {**environment, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_REQUIRE_VIRTUALENV": "0"}
    quiet["PIP_CACHE_DIR"] = os.path.join(folder, "cache")
    report.run([python, "-I", "-m", "pip", "download", *options, "-d", folder, "-r", wanted], quiet, folder)
    return next(entry.path for entry in os.scandir(folder) if entry.name.endswith(".whl"))


def _by_hand(pin: Pinned, folder: str, environment: Mapping[str, str], alive: Callable[[], None]) -> str:
    start = (index.chosen(environment) or index.DEFAULT_INDEX).rstrip("/") + "/uv/"
    opener = index.opener(environment)
    with opener.open(index.request(start, SIMPLE), timeout=WAIT) as answer:
        page, kind = answer.read().decode(), answer.headers.get_content_type()
    names = _listed_json(page) if kind.endswith("json") else _listed_html(page)
    addresses = [where for name, where in names if name.startswith(f"uv-{pin.version}-") and runs_here(name)]
    if not addresses:
        raise WheelNotFound(f"{start} has no uv {pin.version} for this machine")
    path = os.path.join(folder, "uv.whl")
    wheel = index.request(urllib.parse.urljoin(start, addresses[0]))
    with opener.open(wheel, timeout=WAIT) as answer, open(path, "wb") as target:
        while chunk := answer.read(1 << 18):
            target.write(chunk)
            alive()
    return path


def _listed_json(page: str) -> list[tuple[str, str]]:
    return [(file["filename"], file["url"]) for file in json.loads(page)["files"]]


def _listed_html(page: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []

    class Links(html.parser.HTMLParser):
        def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
            address = dict(attributes).get("href") or ""
            name = urllib.parse.urlsplit(address).path.rpartition("/")[2]
            found.append((urllib.parse.unquote(name), address))

    Links().feed(page)
    return found


def runs_here(wheel: str) -> bool:
    """Return whether a wheel of that file name, compiled for no particular Python, runs on this machine."""
    machine = os.uname().machine
    for platform in wheel.removesuffix(".whl").rpartition("-")[2].split("."):
        if sys.platform == "darwin" and platform.startswith("macosx_") and platform.endswith(machine):
            return True
        if sys.platform == "linux" and platform.endswith(f"_{machine}") and _libc_suits(platform):
            return True
    return False


def _libc_suits(platform: str) -> bool:
    try:
        name, _, version = (os.confstr("CS_GNU_LIBC_VERSION") or "").partition(" ")
    except (OSError, ValueError):
        name, version = "musl", ""
    if name != "glibc":
        return platform.startswith("musllinux_")
    needed = re.match(r"manylinux_(\d+)_(\d+)_", platform)
    return needed is not None and (int(needed[1]), int(needed[2])) <= tuple(map(int, version.split(".")[:2]))


def _unpack(wheel: str, pin: Pinned, root: str) -> str:
    with open(wheel, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    if digest not in pin.hashes:
        raise WheelNotFound("hash mismatch: what was fetched is not the uv that codekids.lock names")
    home = _home(root, pin)
    os.makedirs(os.path.dirname(home), exist_ok=True)
    unfinished = f"{home}.new"
    with zipfile.ZipFile(wheel) as archive:
        inside = next(name for name in archive.namelist() if name.endswith(".data/scripts/uv"))
        with archive.open(inside) as source, open(unfinished, "wb") as target:
            shutil.copyfileobj(source, target)
    os.chmod(unfinished, 0o755)
    os.replace(unfinished, home)
    return home
