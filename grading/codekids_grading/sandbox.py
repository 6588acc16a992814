"""The sandbox: a program that a child may have written runs behind walls, for a while, with little of everything.

Behind the walls there is no network, no environment, no file but the system's programs, Python with its packages and what the job
names, and a small disk in memory. Limits on address space, processes, files and processor time are the kernel's; the clock,
the sum of memory and the length of the answer are watched from outside, and whatever goes beyond ends the whole sandbox.
"""

import contextlib
import importlib.util
import json
import os
import sys
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol

from codekids_exercises.runs import PRELUDE
from codekids_grading import bubblewrap, seccomp
from codekids_grading.inside import launch
from codekids_grading.refusals import N_, Refusal
from codekids_grading.sealed import Ended, Sealed, start
from codekids_grading.slots import slot
from codekids_grading.warm import NotWarm, WarmParent

_WORK = "/sandbox"
_ETC = (
    "alternatives",
    "fonts",
    "ld.so.cache",
    "ld.so.conf",
    "localtime",
    "mime.types",
    "nsswitch.conf",
    "ssl",
)
_SHOWN_PACKAGES = ("codekids_exercises", "satul")


class NoSeal(Refusal):
    """There are no walls to run behind: nothing is run, what came in is kept and waits."""

    message = N_("Nothing can be marked safely on this machine: %(reason)s")


class SandboxBroken(Refusal):
    """The sandbox itself did not work, this once; it was not the child's doing. To be tried again."""

    message = N_("The sandbox did not work: %(reason)s. It will be tried again.")


@dataclass(frozen=True)
class Limits:
    """What a sandbox may use, in seconds, bytes and pieces.

    ``seconds``: wall clock of the whole; ``memory``: of all processes together; ``space``: addresses of one process;
    ``disk``: each of the three disks in memory; ``answer``: what is read of its answer.
    """

    seconds: float = 180.0
    memory: int = 2 << 30
    space: int = 4 << 30
    processes: int = 64
    open_files: int = 256
    disk: int = 64 << 20
    answer: int = 64 << 20


LIMITS = Limits()


@dataclass(frozen=True)
class Job:
    """A program to run. ``command``: with full paths; ``given``: a folder whose files it finds, as copies, where it starts."""

    command: tuple[str, ...]
    given: Path | None = None
    shows: tuple[Path, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    limits: Limits = LIMITS
    asks_for_interfaces: bool = False
    """Whether it is a Jupyter kernel, see seccomp."""
    warm: str = ""
    """The kind of warm parent that can run it in place of the command, see :mod:`codekids_grading.inside.warm`."""


@dataclass(frozen=True)
class Outcome:
    """What came of a job: its answer as far as it was read, and how it ended."""

    answer: bytes
    ended: Ended


class Sandbox(Protocol):
    """A kind of sandbox."""

    @property
    def kind(self) -> str:
        """Its name on the command line."""
        ...

    def start(self, job: Job) -> contextlib.AbstractContextManager[Sealed]:
        """Start a job; it is gone when the context ends.

        :raises NoSeal: there are no walls
        """
        ...

    def close(self) -> None:
        """End what is kept warm; it may be used again."""
        ...


def run(sandbox: Sandbox, job: Job, asked: bytes = b"") -> Outcome:
    """Run a job to its end: ``asked`` is its standard input, its answer is what it writes to descriptor ``CHANNEL``."""
    with sandbox.start(job) as sealed:
        sealed.send(asked, close=True)
        answer = sealed.receive_all()
        return Outcome(answer, sealed.end())


def open_sandbox(kind: str = "bubblewrap") -> Sandbox:
    """The sandbox of that kind, after a proof that it works here.

    :raises NoSeal: it does not, or there is no such kind; never another kind instead
    """
    if kind != "bubblewrap":
        raise NoSeal(reason=f"there is no sandbox {kind!r}; there is: bubblewrap")
    try:
        bwrap = bubblewrap.find()
    except bubblewrap.NoWalls as error:
        raise NoSeal(reason=str(error)) from error
    if seccomp.program() is None:
        raise NoSeal(reason=f"there is no filter of system calls for {os.uname().machine}")
    ways: tuple[Way, ...] = ("root", "slot") if os.geteuid() == 0 else ("user",)
    reasons: list[str] = []
    for way, processes in [(way, shown) for shown in (True, False) for way in ways]:
        sandbox = Bubblewrap(bwrap, way, processes)
        try:
            sandbox.probe()
            return sandbox
        except (NoSeal, SandboxBroken) as error:
            reasons.append(str(error.values["reason"]))
    raise NoSeal(reason="; ".join(reasons))


_making = threading.Lock()

Way = Literal["root", "slot", "user"]
"""root: bubblewrap runs as root and the program steps down; slot: bubblewrap runs as the slot; user: as we."""


@dataclass(frozen=True)
class Bubblewrap:
    """Walls by bubblewrap."""

    bwrap: Path
    way: Way
    processes: bool = True
    """Whether a program finds itself in ``/proc``. In a container the kernel allows no fresh one: then it is empty."""
    kind: str = "bubblewrap"
    _parents: dict[str, WarmParent] = field(default_factory=dict, compare=False, repr=False)

    @contextlib.contextmanager
    def start(self, job: Job) -> Iterator[Sealed]:
        """See :meth:`Sandbox.start`."""
        with contextlib.ExitStack() as stack:
            uid = None if self.way == "user" else stack.enter_context(slot())
            sealed = None
            if job.warm and self.way == "root" and not job.shows:
                with contextlib.suppress(NotWarm):
                    sealed = stack.enter_context(self._fork(job, uid))
            yield sealed or stack.enter_context(self._cold(job, uid))

    def close(self) -> None:
        """See :meth:`Sandbox.close`."""
        for parent in self._parents.values():
            parent.close()

    def _fork(self, job: Job, uid: int | None) -> contextlib.AbstractContextManager[Sealed]:
        """The job in a fork of a warm parent."""
        limits = job.limits
        request = {
            "uid": uid,
            "limits": _rlimits(limits),
            "environment": {**ENVIRONMENT, **job.environment},
            "disk": limits.disk,
        }
        with _making:
            parent = self._parents.get(job.warm) or self._parents.setdefault(job.warm, self._parent(job.warm))
        return parent.start(request, job.given, limits.seconds, limits.memory, limits.answer)

    def _parent(self, kind: str) -> WarmParent:
        command = [str(self.bwrap), *_APART, *_RIGHTS, *_places(Job(()), self.processes)]
        command += ["--", *python("-m", "codekids_grading.inside.warm", kind)]
        rules = seccomp.program()
        assert rules is not None, "looked at when opened"
        begin = {"rules": rules.hex(), "prelude": PRELUDE, "shown": [str(path) for path in shown()]}
        return WarmParent(command, {**ENVIRONMENT, "PYTHONHASHSEED": "0"}, begin)

    @contextlib.contextmanager
    def _cold(self, job: Job, uid: int | None) -> Iterator[Sealed]:
        """The job as a program behind walls of its own."""
        rules = seccomp.program(asks_for_interfaces=job.asks_for_interfaces)
        assert rules is not None, "looked at when opened"
        step_down = uid if self.way == "root" else None
        with start(
            lambda descriptors: [*self._walls(job, descriptors), "--", *_launched(job, step_down)],
            rules,
            uid if self.way == "slot" else None,
            job.limits.seconds,
            job.limits.memory,
            job.limits.answer,
        ) as sealed:
            yield sealed

    def probe(self) -> None:
        """Build walls once around a program that does nothing.

        :raises NoSeal: the machine does not allow it
        """
        with self.start(Job(("/bin/true",), limits=Limits(seconds=20.0))) as sealed:
            sealed.receive_all()
            if sealed.end() != "ok":
                raise NoSeal(reason=sealed.complaint() or "bubblewrap did not work; allow user namespaces")

    def _walls(self, job: Job, descriptors: Mapping[str, int]) -> list[str]:
        line = [str(self.bwrap), *_APART]
        line += ["--seccomp", str(descriptors["rules"]), "--info-fd", str(descriptors["info"])]
        if self.way == "root":
            line += ["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
        else:
            line.append("--unshare-user")
        return [*line, *_places(job, self.processes)]


_APART = (
    *(
        "--die-with-parent",
        "--new-session",
        "--unshare-pid",
        "--unshare-net",
        "--unshare-ipc",
        "--unshare-uts",
    ),
    *("--unshare-cgroup-try", "--hostname", "sandbox"),
)
_RIGHTS = (
    *("--cap-drop", "ALL", "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID", "--cap-add", "CAP_SETPCAP"),
    *("--cap-add", "CAP_SYS_ADMIN", "--cap-add", "CAP_NET_ADMIN"),
)
"""What a warm parent needs to part its forks from each other, all of it inside its own walls."""


def _places(job: Job, processes: bool) -> list[str]:
    """What is to be seen behind the walls, and nothing else."""
    line: list[str] = []
    for name in (*bubblewrap.SYSTEM, *(f"/etc/{name}" for name in _ETC)):
        line += ["--ro-bind-try", name, name]
    line += ["--proc" if processes else "--tmpfs", "/proc", "--dev", "/dev"]
    for disk in ("/dev/shm", "/tmp", _WORK):
        line += ["--perms", "1777", "--size", str(job.limits.disk), "--tmpfs", disk]
    paths = (*shown(), *job.shows)
    for folder in sorted({parent for path in paths for parent in path.parents}):
        line += ["--perms", "0755", "--dir", str(folder)]
    for path in paths:
        line += ["--ro-bind", str(path), str(path)]
    if job.given is not None:
        line += ["--ro-bind", str(job.given), launch.GIVEN]
    shut = () if processes else ("--remount-ro", "/proc")
    return [*line, *shut, "--remount-ro", "/dev", "--remount-ro", "/", "--chdir", _WORK]


def shown() -> tuple[Path, ...]:
    """What every job may read besides the system: this Python, its packages, and what runs inside. No content, no course."""
    paths = [Path(sys.prefix).resolve(), Path(sys.base_prefix).resolve()]
    here = Path(launch.__file__).resolve().parent
    paths += [here.parent / "__init__.py", here]
    for name in _SHOWN_PACKAGES:
        spec = importlib.util.find_spec(name)
        if spec is not None and spec.origin is not None:
            paths.append(Path(spec.origin).resolve().parent)
    there = [Path(name) for name in bubblewrap.SYSTEM]
    found: list[Path] = []
    for path in dict.fromkeys(paths):
        if not any(path.is_relative_to(one) for one in (*there, *found)):
            found.append(path)
    return tuple(found)


def python(*arguments: str) -> tuple[str, ...]:
    """The command line that runs this Python behind the walls, without what the user installed for himself."""
    return (sys.executable, "-s", "-P", "-B", *arguments)


def _launched(job: Job, uid: int | None) -> list[str]:
    settings = {
        "command": job.command,
        "environment": {**ENVIRONMENT, **job.environment},
        "given": job.given is not None,
        "limits": _rlimits(job.limits),
        "uid": uid,
    }
    return [sys.executable, "-I", "-S", "-B", launch.__file__, json.dumps(settings)]


def _rlimits(limits: Limits) -> dict[str, int]:
    """By their names in getrlimit(2)."""
    return {
        "AS": limits.space,
        "NPROC": limits.processes,
        "NOFILE": limits.open_files,
        "FSIZE": limits.disk,
        "CPU": int(limits.seconds) + 1,
        "CORE": 0,
        "MEMLOCK": 1 << 16,
        "MSGQUEUE": 0,
    }


ENVIRONMENT: Mapping[str, str] = {
    "HOME": _WORK,
    "USER": "child",
    "LOGNAME": "child",
    "PATH": f"{Path(sys.executable).parent}:/usr/local/bin:/usr/bin:/bin",
    "LANG": "C.UTF-8",
    "PYTHONUTF8": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "NBGRADER_EXECUTION": "autograde",
}
"""All that a program sees of an environment."""
