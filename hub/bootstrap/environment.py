"""Makes .codekids: uv, the Python packages of codekids.lock, the proxy, the stamp that says all is done."""

import errno
import os
import shutil
import signal
import sys
import traceback
from collections.abc import Callable, Mapping
from types import FrameType
from typing import TypeVar

from bootstrap import index, installer, locks, proxy, refusals, stamp
from bootstrap.locks import RunningLock
from bootstrap.report import CommandFailed, Report, refuse

ROOMS = (
    "-e",
    "./exercises",
    "-e",
    "./grading",
    "-e",
    "./hub[postgresql]",
    "-e",
    "./notebooks[workspace,nbgrader]",
)
NEEDED = {False: 900, True: 1300}  # MB on the disk the first time, without and with the developer's packages
NEEDED_AGAIN = 200  # MB when the packages were fetched before
# Settings of a developer's own that would lead uv elsewhere.
LEADING_AWAY = ("PYTHONHOME", "PYTHONPATH", "UV_PREFIX", "UV_PROJECT", "UV_SYSTEM_PYTHON", "UV_TARGET")

Made = TypeVar("Made")


def make(root: str, developer: bool, lock: RunningLock) -> stamp.Stamp | int:
    """Make what is missing and return its stamp; an exit code when it could not be, the reason said."""
    return guarded(root, lambda report: _make_alone(root, developer, lock, report))


def guarded(root: str, work: Callable[[Report], Made]) -> Made | int:
    """Do the work; what stops it is said in one sentence, never as a traceback, and gives an exit code."""
    report = None
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        for number, handler in before.items():
            signal.signal(number, _interrupt if handler is signal.SIG_DFL else handler)
        os.makedirs(os.path.join(root, ".codekids"), exist_ok=True)
        report = Report(root)
        return work(report)
    except KeyboardInterrupt:
        refusal: refusals.Refusal = refusals.Interrupted()
    except refusals.Refusal as known:
        refusal = known
    except Exception as error:  # noqa: BLE001  (an operator gets a sentence; the log gets the traceback)
        refusal = _explained(root, error, report)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    return refuse(report or Report(root), refusal)


def children_environment(root: str) -> dict[str, str]:
    """Return the environment for uv and npm: everything that they make stays in .codekids."""
    environment = index.for_children(
        {name: value for name, value in os.environ.items() if name not in LEADING_AWAY}
    )
    cache = os.path.join(root, ".codekids", "cache")
    environment["UV_CACHE_DIR"] = os.path.join(cache, "uv")
    environment["UV_PYTHON_DOWNLOADS"] = "never"
    environment["UV_NO_PROGRESS"] = "1"
    environment.setdefault("UV_HTTP_TIMEOUT", "120")
    environment["VIRTUAL_ENV"] = os.path.join(root, ".codekids", "venv")
    environment["npm_config_cache"] = os.path.join(cache, "npm")
    return environment


def _make_alone(root: str, developer: bool, lock: RunningLock, report: Report) -> stamp.Stamp:
    def waiting() -> None:
        report.say("another ./codekids is setting up; waiting until it is done.")

    with locks.SetupLock(root, waiting):
        ready = lock.read_stamp()
        if ready is None:
            ready = _make_anew(root, developer, lock, report)
        elif developer and not ready.developer:
            ready = _add_developer(root, ready, report)
        lock.share()
        return ready


def _make_anew(root: str, developer: bool, lock: RunningLock, report: Report) -> stamp.Stamp:
    if not lock.take_alone():
        raise refusals.StillRunning
    developer = developer or stamp.for_developers(root)
    stamp.remove(root)
    _sweep(root)
    _check_room(root, developer)
    report.log(f"setting up in {root} with Python {sys.version.split()[0]} ({sys.executable})")
    environment = children_environment(root)
    uv = installer.present(root)
    report.steps = 2 if uv else 3
    if uv is None:
        with report.step("uv, the installer", "some seconds"):
            uv = installer.fetch(root, environment, report)
    first = not os.path.isdir(environment["UV_CACHE_DIR"])
    with report.step("Python packages", "about a minute the first time" if first else "some seconds"):
        venv = environment["VIRTUAL_ENV"]
        report.run(
            [uv, "venv", "--clear", "--no-project", "--python", _base_python(), venv], environment, root
        )
        group = ["--group", "dev"] if developer else []
        report.run([*_install(uv), *ROOMS, *group], environment, root)
    with report.step("the proxy", "some seconds"):
        proxy.make(root, environment, report)
    return stamp.write(root, uv, developer)


def _sweep(root: str) -> None:
    """Remove what a killed start left half-made; the environment itself is cleared when it is made."""
    for entry in os.scandir(os.path.join(root, ".codekids")):
        if entry.name.startswith(("proxy-", "uv-")):
            shutil.rmtree(entry.path, ignore_errors=True)


def _add_developer(root: str, ready: stamp.Stamp, report: Report) -> stamp.Stamp:
    _check_room(root, developer=True)
    report.steps = 1
    with report.step("Python packages for developers", "some seconds"):
        report.run([*_install(ready.uv), "--group", "dev"], children_environment(root), root)
    return stamp.write(root, ready.uv, developer=True)


def _install(uv: str) -> list[str]:
    """Compiled at once: a workspace may write nothing here, and would compile all of it anew at each start."""
    return [uv, "pip", "install", "--no-build", "--compile-bytecode", "--constraints", "codekids.lock"]


def _base_python() -> str:
    return os.path.realpath(getattr(sys, "_base_executable", sys.executable))


def _check_room(root: str, developer: bool) -> None:
    again = os.path.isdir(os.path.join(root, ".codekids", "cache", "uv"))
    needed = NEEDED_AGAIN if again else NEEDED[developer]
    if shutil.disk_usage(root).free < needed * 1_000_000:
        raise refusals.FullDisk(needed=needed, folder=root)


def _explained(root: str, error: Exception, report: Report | None) -> refusals.Refusal:
    words: Mapping[str, object] = {
        "step": (report and report.what) or "the first step",
        "log": os.path.join(root, ".codekids", "setup.log"),
        "needed": NEEDED_AGAIN,
        "folder": root,
    }
    if isinstance(error, CommandFailed):
        return refusals.explain(error.output, **words)
    if isinstance(error, OSError) and error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return refusals.FolderNotWritable(folder=error.filename or root, reason=error.strerror)
    if report:
        report.log("".join(traceback.format_exception(error)))
    return refusals.explain(str(error), **words)


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
