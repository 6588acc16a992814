"""Every start passes here; a second one must be quick, so what makes things is imported only when needed."""

import os

from bootstrap import locks, stamp

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))
DEVELOPER_COMMANDS = ("bench", "lock", "test")
HELP = ("--help", "-h", "help")


def main(arguments: list[str]) -> int:
    """Become `codekids ARGUMENTS`; an exit code comes back only when that could not be."""
    command = next((word for word in arguments if not word.startswith("-")), "")
    developer = command in DEVELOPER_COMMANDS
    lock = locks.RunningLock(ROOT)
    ready = lock.read_stamp()
    if ready is None and (not arguments or any(word in HELP for word in arguments)):
        from bootstrap.overview import OVERVIEW

        print(OVERVIEW, end="")
        return 0
    if ready is None or (developer and not ready.developer):
        from bootstrap.environment import make

        made = make(ROOT, developer, lock)
        if isinstance(made, int):
            return made
        ready = made
    environment = _environment(ready, developer)
    if command == "test" or (command == "bench" and "line" in arguments):
        from bootstrap.chromium import ensure

        found = ensure(ROOT, environment)
        if isinstance(found, int):
            return found
        environment["CODEKIDS_CHROMIUM"] = found
    lock.share()
    python = os.path.join(ROOT, ".codekids", "venv", "bin", "python")
    os.execve(python, [python, "-m", "codekids_hub", *arguments], environment)


def _environment(ready: stamp.Stamp, developer: bool) -> dict[str, str]:
    environment = dict(os.environ)
    if developer:  # these commands install packages, too
        from bootstrap.environment import children_environment

        environment = children_environment(ROOT)
    binaries = os.path.join(ROOT, ".codekids", "venv", "bin")
    environment.pop("PYTHONHOME", None)
    environment.pop("PYTHONPATH", None)
    environment["CODEKIDS_ROOT"] = ROOT
    environment["CODEKIDS_UV"] = ready.uv
    environment["VIRTUAL_ENV"] = os.path.dirname(binaries)
    environment["PATH"] = os.pathsep.join([binaries, os.environ.get("PATH", os.defpath)])
    return environment
