"""The life of a fork of the warm parent: it parts itself from everything, makes sure of that, and only then runs its program."""

import os
import random
import signal
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from codekids_grading.inside import partitions
from codekids_grading.inside.launch import CHANNEL, copy, limit

WORK = "/sandbox"
_BROKEN = 70
_MOST_FILES = 1 << 20

Program = Callable[[], None]


@dataclass(frozen=True)
class Fork:
    """What every fork has to do. ``outside``: the namespaces of the warm parent, which none of them may share; ``shown``: what
    they may read."""

    program: Program
    rules: bytes
    outside: Mapping[str, str]
    shown: Sequence[str]

    def live(self, request: Mapping[str, Any], files: Sequence[int]) -> NoReturn:
        """The life of the first process of its namespaces: it makes its place, and looks after the second one.

        :param files: for the program's questions and answers, for the parent's report, and the folder of what is given
        """
        code = _BROKEN
        try:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            partitions.die_with_parent()
            os.setsid()
            Path("/proc/self/oom_score_adj").write_text("1000")  # the first to go when memory runs out
            partitions.separate(request["disk"], self.shown)
            os.chdir(WORK)
            if len(files) > 3:
                copy(Path(f"/proc/self/fd/{files[3]}"), Path(WORK))
            child = os.fork()
            if child == 0:
                self._run(request, files)
            partitions.give_up_rights(0)
            os.closerange(0, 2)
            os.closerange(3, _MOST_FILES)
            code = _look_after(child)
        except Exception as error:  # noqa: BLE001 - told to whoever looks after us, and nothing runs
            _complain(error)
        finally:
            os._exit(code)

    def _run(self, request: Mapping[str, Any], files: Sequence[int]) -> NoReturn:
        """The life of the second: two open files, a user without rights. If anything does not hold, nothing begins."""
        code = _BROKEN
        try:
            os.setsid()
            os.dup2(files[0], 0)
            os.dup2(files[1], CHANNEL, inheritable=False)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            os.closerange(CHANNEL + 1, _MOST_FILES)
            os.umask(0o022)
            os.environ.clear()
            os.environ.update(request["environment"])
            limit(request["limits"])
            partitions.give_up_rights(request["uid"])
            partitions.filter_calls(self.rules)
            partitions.check(request["uid"], self.outside)
            os.dup2(1, 2)
            random.seed()
            tempfile._name_sequence = None  # type: ignore[attr-defined] # its chance goes by our number, which is always 2
            sys.stdin = open(0, encoding="utf-8")  # noqa: SIM115 - for as long as this process lives
            code = 1
            if not request.get("trial"):
                self.program()
            code = 0
        except Exception as error:  # noqa: BLE001 - as above
            _complain(error)
        finally:
            os._exit(code)


def _look_after(program: int) -> int:
    """Wait for everybody until the program ends; whatever else there is ends with us."""
    while True:
        ended, status = os.wait()
        if ended == program:
            return code_of(status)


def code_of(status: int) -> int:
    """How a process ended, as bubblewrap tells it: 128 and the signal."""
    code = os.waitstatus_to_exitcode(status)
    return code if code >= 0 else 128 - code


def _complain(error: Exception) -> None:
    os.write(2, f"{type(error).__name__}: {error}\n".encode())
