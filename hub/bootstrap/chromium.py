"""A browser for the tests and ``bench line``: an installed one, else Playwright's own download, else Debian's package."""

import glob
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping

from bootstrap import refusals
from bootstrap.environment import children_environment, guarded
from bootstrap.report import CommandFailed, Report

INSTALLED = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def ensure(root: str, environment: Mapping[str, str]) -> str | int:
    """Return the path of a Chromium that starts; an exit code when there is none, the reason said."""
    noted = os.path.join(root, ".codekids", "chromium")
    named = environment.get("CODEKIDS_CHROMIUM")
    if named and os.access(named, os.X_OK):
        return named
    try:
        with open(noted, encoding="utf-8") as file:
            path = file.read().strip()
    except OSError:
        path = ""
    if not os.access(path, os.X_OK):
        found = guarded(root, lambda report: _find(root, environment, report))
        if isinstance(found, int):
            return found
        path = found
        with open(noted, "w", encoding="utf-8") as file:
            file.write(path)
    return path


def _find(root: str, environment: Mapping[str, str], report: Report) -> str:
    ways: tuple[Callable[[], Iterator[str]], ...] = (
        lambda: _installed(environment),
        lambda: _from_playwright(root, report),
        lambda: _from_debian(environment, report),
    )
    for way in ways:
        for path in way():
            if _starts(path):
                return path
    raise refusals.NoBrowser


def _installed(environment: Mapping[str, str]) -> Iterator[str]:
    for name in INSTALLED:
        path = shutil.which(name, path=environment.get("PATH"))
        if path:
            yield path


def _from_playwright(root: str, report: Report) -> Iterator[str]:
    browsers = os.path.join(root, ".codekids", "browsers")
    python = os.path.join(root, ".codekids", "venv", "bin", "python")
    environment = {**children_environment(root), "PLAYWRIGHT_BROWSERS_PATH": browsers}
    try:
        with report.step("Chromium for the tests, from Playwright", "about a minute"):
            report.run([python, "-m", "playwright", "install", "chromium"], environment, root)
    except CommandFailed:
        report.say("Playwright's Chromium could not be downloaded.")
    yield from sorted(glob.glob(os.path.join(glob.escape(browsers), "chromium-*", "chrome-linux*", "chrome")))


def _from_debian(environment: Mapping[str, str], report: Report) -> Iterator[str]:
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        return
    quiet = {**environment, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        with report.step("Chromium for the tests, from Debian", "some minutes"):
            report.run([apt, "update", "-q"], quiet, "/")
            report.run([apt, "install", "-q", "-y", "--no-install-recommends", "chromium"], quiet, "/")
    except CommandFailed:
        report.say("Debian's chromium could not be installed.")
    yield from _installed(environment)


def _starts(path: str) -> bool:
    try:
        answer = subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0
