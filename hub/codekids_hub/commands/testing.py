"""``codekids test``: static checks, then each room's tests by itself, then those of all rooms together."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from xml.etree import ElementTree

import click

from codekids_hub.addresses import project_root

ROOMS = {
    "exercises": "./exercises",
    "notebooks": "./notebooks[workspace,nbgrader]",
    "grading": "./grading",
    "hub": "./hub[postgresql,docker]",
}
AREAS = (*ROOMS, "house", "content", "containers", "evening", "under_fire")
TURNS = (
    (("hub", "content", "exercises", "notebooks", "grading"), ("house", "containers")),
    (("evening",), ("under_fire",)),
)
"""What runs after each other; in each turn two lanes run side by side."""
PYTEST = ("pytest", "pytest-randomly", "pytest-timeout", "hypothesis")
LOOKED_AT_WITH = {"hub": ("pypdfium2",)}
"""What a room's tests look with at what it made, and the room itself must do without."""
STATIC = (("ruff", "check"), ("ruff", "format", "--check"), ("mypy",), ("lint-imports", "--no-logo"))
INPUTS = ("codekids.lock", *(f"{room}/pyproject.toml" for room in ROOMS))
NOTHING_COLLECTED = 5  # pytest's exit code


class CannotTest(click.ClickException):
    """The tests cannot be started, with what to do about it."""


@dataclass(frozen=True)
class Count:
    """How many tests, or static checks, had which end."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped)

    def __str__(self) -> str:
        skipped = f", {self.skipped} skipped" if self.skipped else ""
        return f"{self.passed} passed, {self.failed} failed{skipped}"


@click.command(context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False})
@click.argument("words", metavar="[AREA] [-- PYTEST OPTIONS]", nargs=-1, type=click.UNPROCESSED)
def test(words: tuple[str, ...]) -> None:
    """Run all tests, or those of one AREA: exercises, notebooks, grading, hub, house, content,
    containers, evening, under_fire.

    Without an area the static checks come first. What follows goes to pytest: test hub -- -k cards -x
    """
    areas, options = _asked(words)
    root = project_root()
    count = Count()
    if areas == AREAS and not options:
        count += static_checks(root)
        count += run_all(root)
    else:
        for area in areas:
            count += run_area(root, area, options)
    if not (count.passed or count.failed):
        count += Count(failed=1)
        click.echo("No test was run.")
    click.echo(f"\n{count}")
    sys.exit(1 if count.failed else 0)


def static_checks(root: Path) -> Count:
    """Run the checks that need no test: each of them counts as one."""
    count = Count()
    for name, *arguments in STATIC:
        _title(" ".join([name, *arguments]))
        ended = subprocess.run([Path(sys.executable).parent / name, *arguments], cwd=root, check=False)
        count += Count(failed=1) if ended.returncode else Count(passed=1)
    return count


def run_all(root: Path) -> Count:
    """Run every area, two lanes side by side: first the rooms, then the evening with its browsers."""
    return sum((_side_by_side(root, *lanes) for lanes in TURNS), Count())


def _side_by_side(root: Path, first: Sequence[str], second: Sequence[str]) -> Count:
    """Run two lanes. What the second one says is shown when both are through."""
    logs = {area: root / ".codekids" / "cache" / "tests" / f"{area}.log" for area in second}

    def aside() -> Count:
        count = Count()
        for area, log in logs.items():
            log.parent.mkdir(parents=True, exist_ok=True)
            with log.open("wb") as output:
                count += run_area(root, area, (), output)
        return count

    with ThreadPoolExecutor(1) as lane:
        beside = lane.submit(aside)
        count = sum((run_area(root, area, ()) for area in first), Count()) + beside.result()
    for area, log in logs.items():
        _title(f"tests of {area}, run beside those of {first[0]}")
        click.echo(log.read_text(encoding="utf-8", errors="replace"))
    return count


def run_area(root: Path, area: str, options: Sequence[str], output: IO[bytes] | None = None) -> Count:
    """Run an area's tests: a room's by itself, the others in this very environment.

    :param output: where they say what they do, and give way to those that say it here
    """
    if output is None:
        _title(f"tests of {area}")
    binaries = room_environment(root, area) if area in ROOMS else Path(sys.executable).parent
    report = root / ".codekids" / "cache" / "tests" / f"{area}.xml"
    report.parent.mkdir(parents=True, exist_ok=True)
    report.unlink(missing_ok=True)
    environment = dict(os.environ, CODEKIDS_ROOT=str(root), VIRTUAL_ENV=str(binaries.parent))
    environment["PATH"] = os.pathsep.join([str(binaries), os.environ.get("PATH", os.defpath)])
    command = [str(binaries / "pytest"), f"--junitxml={report}", f"tests/{area}", *options]
    if output is not None:
        command = ["nice", *command]
    ended = subprocess.run(
        command, cwd=root, env=environment, check=False, stdout=output, stderr=output and subprocess.STDOUT
    )
    if ended.returncode == NOTHING_COLLECTED and options:
        return Count()
    return counted(report, ended.returncode)


def counted(report: Path, exit_code: int) -> Count:
    """Read pytest's report; a run that failed without a failed test counts as one failure."""
    count = Count()
    if report.exists():
        for suite in ElementTree.parse(report).getroot().iter("testsuite"):
            failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
            skipped = int(suite.get("skipped", 0))
            passed = max(int(suite.get("tests", 0)) - failed - skipped, 0)
            count += Count(passed, failed, skipped)
    if exit_code and not count.failed:
        count += Count(failed=1)
    return count


def room_environment(root: Path, room: str) -> Path:
    """Return the commands of an environment of one room, what it declares and pytest; made when missing."""
    home = root / ".codekids" / "rooms" / room
    stamp = home / "stamp"
    made_from = _made_from(root, room)
    if not stamp.exists() or stamp.read_text() != made_from:
        uv, environment = _installer(), dict(os.environ, VIRTUAL_ENV=str(home))
        stamp.unlink(missing_ok=True)
        _install([uv, "venv", "--clear", "--no-project", "--python", sys.executable, home], root, environment)
        wanted = ["-c", "codekids.lock", "-e", ROOMS[room], *PYTEST, *LOOKED_AT_WITH.get(room, ())]
        _install([uv, "pip", "install", "--no-build", "--compile-bytecode", *wanted], root, environment)
        stamp.write_text(made_from)
    return home / "bin"


def _made_from(root: Path, room: str) -> str:
    python = os.path.realpath(sys.executable)
    digest = hashlib.sha256(
        f"{root} {python} {sys.version} {ROOMS[room]} {PYTEST} {LOOKED_AT_WITH.get(room)}".encode()
    )
    for name in INPUTS:
        digest.update(hashlib.sha256((root / name).read_bytes()).digest())
    return digest.hexdigest()


def _installer() -> str:
    uv = os.environ.get("CODEKIDS_UV") or shutil.which("uv")
    if not uv:
        raise CannotTest("uv is not here; start the tests with ./codekids test, which brings it along")
    return uv


def _install(command: Sequence[str | Path], root: Path, environment: Mapping[str, str]) -> None:
    ended = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, errors="replace", check=False
    )
    if ended.returncode:
        raise CannotTest(f"the room's environment could not be made:\n{ended.stderr.strip()}")


def _asked(words: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    areas: Sequence[str] = AREAS
    if words and not words[0].startswith("-"):
        if words[0] not in AREAS:
            raise click.BadParameter(f"{words[0]!r} is none of {', '.join(AREAS)}", param_hint="AREA")
        areas, words = words[:1], words[1:]
    return areas, [word for number, word in enumerate(words) if number or word != "--"]


def _title(text: str) -> None:
    click.secho(f"\n-- {text} --", bold=True)
    sys.stdout.flush()
