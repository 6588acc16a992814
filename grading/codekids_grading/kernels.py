"""Notebooks for other kernels than this Python's: the whole of nbclient and the kernel run behind the walls, as nbgrader runs them."""

import functools
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel

from codekids_grading.executing import Cell, Patience, Ran, read_ran
from codekids_grading.sandbox import Job, Limits, Sandbox, SandboxBroken, python, run


def is_ours(kernelspec: Mapping[str, Any]) -> bool:
    """Whether a notebook's kernel is an IPython of this very Python."""
    return _is_ours(kernelspec.get("name") or "python3", str(kernelspec.get("language", "python")).lower())


@functools.cache  # what is installed stays, as long as this process
def _is_ours(name: str, language: str) -> bool:
    try:
        spec = KernelSpecManager().get_kernel_spec(name)
    except (NoSuchKernel, ValueError):
        return language == "python"
    if spec.language.lower() != "python":
        return False
    program = spec.argv[0]
    here = (
        program in ("python", "python3")
        or Path(program).parent.resolve() == Path(sys.executable).parent.resolve()
    )
    return here and any("ipykernel" in part for part in spec.argv)


def run_cells(
    cells: Sequence[Cell],
    kernelspec: Mapping[str, Any],
    sandbox: Sandbox,
    given: Path | None,
    limits: Limits,
    patience: Patience,
) -> tuple[Ran, ...]:
    """Run the cells in their kernel; what its process did not come to is "not_run".

    :raises SandboxBroken: the kernel is not there, or did not start
    """
    asked = {
        "cells": [cell.source for cell in cells],
        "kernel": kernelspec.get("name") or "python3",
        "timeout": patience.cell,
    }
    job = Job(python("-m", "codekids_grading.inside.kernel"), given, limits=limits, asks_for_interfaces=True)
    outcome = run(sandbox, job, json.dumps(asked).encode())
    if outcome.ended == "broken":
        raise SandboxBroken(reason="somebody ended it")
    lines = outcome.answer.split(b"\n")
    if lines[0] != b"ready":
        raise SandboxBroken(reason=f"the kernel {asked['kernel']!r} did not start")
    answers = []
    for line in lines[1:-1]:
        try:
            answers.append(json.loads(line))
        except (ValueError, RecursionError):
            break
    found = tuple(read_ran(one) for one in answers[: len(cells)] if isinstance(one, dict))
    return found + tuple(read_ran(None) for _ in range(len(cells) - len(found)))
