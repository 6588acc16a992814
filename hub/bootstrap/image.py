"""For docker/Dockerfile: an environment from codekids.lock, as the launcher makes one, but of some rooms only.

``image.py VENV [--proxy] ROOM...`` runs in the project's folder; an environment that is there already gets more rooms. What this
machine needs to reach the package index may lie in ``.codekids/machine``; none of it stays in an image.
"""

import os
import re
import sys
from collections.abc import Mapping

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.realpath(__file__))))

from bootstrap import environment, installer, proxy
from bootstrap.report import CommandFailed, Report

OPTIONS = ("--no-build", "--compile-bytecode", "--constraints", "codekids.lock")


def main(arguments: list[str]) -> None:
    """Make the environment, or add to it."""
    root = os.getcwd()
    venv, rooms = arguments[0], [word for word in arguments[1:] if not word.startswith("--")]
    os.environ.update(machine(os.path.join(root, ".codekids", "machine")))
    made = {**environment.children_environment(root), "VIRTUAL_ENV": venv}
    report = Report(root)
    uv = installer.present(root) or installer.fetch(root, made, report)
    stand_in(rooms)
    if not os.path.isdir(venv):
        report.run([uv, "venv", "--no-project", "--python", sys.executable, venv], made, root)
    editable = [word for room in rooms for word in ("-e", room)]
    report.run([uv, "pip", "install", *OPTIONS, *editable], made, root)
    if "--proxy" in arguments:
        proxy.make(root, made, report)


def machine(folder: str) -> Mapping[str, str]:
    """The variables that this machine's settings lead to: lines of NAME=VALUE, and files by their names."""
    variables = {}
    listed = os.path.join(folder, "environment")
    if os.path.exists(listed):
        with open(listed, encoding="utf-8") as lines:
            variables = dict(line.rstrip("\n").split("=", 1) for line in lines if "=" in line)
    for name, file in (("SSL_CERT_FILE", "ca.crt"), ("npm_config_userconfig", "npmrc")):
        if os.path.exists(os.path.join(folder, file)):
            variables[name] = os.path.join(folder, file)
    return variables


def stand_in(rooms: list[str]) -> None:
    """An empty package for each room: what others made is installed before our code is there, and not again with it."""
    for room in rooms:
        folder = room.partition("[")[0]
        with open(os.path.join(folder, "pyproject.toml"), encoding="utf-8") as file:
            found = re.search(r'^module-name = "(\w+)"', file.read(), re.MULTILINE)
        assert found, folder
        os.makedirs(os.path.join(folder, found[1]), exist_ok=True)
        open(os.path.join(folder, found[1], "__init__.py"), "a").close()


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except CommandFailed as failed:
        sys.exit(failed.output)
