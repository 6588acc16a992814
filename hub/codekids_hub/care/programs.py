"""Programs of other people that care needs: found, run, and their trouble told in one sentence."""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from codekids_hub.refusals import Refusal


class ProgramMissing(Refusal):
    """A program that is needed is not installed."""

    message = "The program %(program)s is not installed here (Debian's package: %(package)s). %(otherwise)s"


class ProgramFailed(Refusal):
    """A program ended with trouble of its own."""

    message = "%(program)s failed: %(said)s"


def find(program: str, package: str, otherwise: str = "Install it and try again.") -> str:
    """Where a program is.

    :raises ProgramMissing: nowhere
    """
    found = shutil.which(program)
    if found is None:
        raise ProgramMissing(program=program, package=package, otherwise=otherwise)
    return found


def run(
    command: Sequence[str | Path],
    environment: Mapping[str, str],
    *,
    cwd: Path | None = None,
    fine: tuple[int, ...] = (0,),
) -> subprocess.CompletedProcess[str]:
    """Run a program to its end, with its environment added to ours.

    :raises ProgramFailed: its exit code is not one of ``fine``; what it said last is in the sentence
    """
    ended = subprocess.run(
        command,
        env={**os.environ, **environment},
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if ended.returncode not in fine:
        said = (ended.stderr.strip() or ended.stdout.strip() or f"exit code {ended.returncode}").splitlines()
        raise ProgramFailed(program=Path(command[0]).name, said=" ".join(said[-3:]))
    return ended
