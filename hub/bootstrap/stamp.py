"""What the environment was made from: while this is unchanged, a start has nothing to make."""

import hashlib
import os

FORMAT = "1"
INPUTS = (
    "codekids.lock",
    "pyproject.toml",
    "exercises/pyproject.toml",
    "grading/pyproject.toml",
    "hub/pyproject.toml",
    "hub/proxy/package-lock.json",
    "hub/proxy/package.json",
    "notebooks/pyproject.toml",
)


class Stamp:
    """A finished environment: the uv that made it, and whether it holds the developer's packages too.

    A plain class: `dataclasses` and `typing` would take longer to import than a second start takes.
    """

    __slots__ = ("developer", "uv")

    def __init__(self, uv: str, developer: bool) -> None:
        self.uv = uv
        self.developer = developer


def path(root: str) -> str:
    """Return where the stamp of this project folder is kept."""
    return os.path.join(root, ".codekids", "stamp")


def inputs(root: str) -> str:
    """Return the digest of the files that decide what is installed, and of the folder, which scripts name."""
    digest = hashlib.sha256(f"{FORMAT}\n{root}\n".encode())
    for name in INPUTS:
        with open(os.path.join(root, name), "rb") as file:
            digest.update(hashlib.sha256(file.read()).digest())
    return digest.hexdigest()


def interpreter(root: str) -> str:
    """Return the interpreter that the environment's `python` leads to, '' when it leads nowhere."""
    python = os.path.realpath(os.path.join(root, ".codekids", "venv", "bin", "python"))
    return python if os.access(python, os.X_OK) else ""


def read(root: str) -> Stamp | None:
    """Return the stamp when the environment is finished and its inputs are unchanged, else None."""
    try:
        with open(path(root), encoding="utf-8") as file:
            made_from, python, uv, developer = file.read().splitlines()
    except (OSError, ValueError):
        return None
    if made_from != inputs(root) or python != interpreter(root):
        return None
    return Stamp(uv, developer == "developer")


def for_developers(root: str) -> bool:
    """Return whether the last finished environment, outdated or not, held the developer's packages."""
    try:
        with open(path(root), encoding="utf-8") as file:
            return file.read().endswith("\ndeveloper\n")
    except (OSError, ValueError):
        return False


def write(root: str, uv: str, developer: bool) -> Stamp:
    """Say that the environment is finished."""
    lines = [inputs(root), interpreter(root), uv, "developer" if developer else "operator"]
    unfinished = path(root) + ".new"
    with open(unfinished, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    os.replace(unfinished, path(root))
    return Stamp(uv, developer)


def remove(root: str) -> None:
    """Say that the environment is not finished."""
    if os.path.lexists(path(root)):
        os.unlink(path(root))
