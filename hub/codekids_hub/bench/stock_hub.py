"""JupyterHub as it comes, with local JupyterLabs, and children who log in there: what our crowds are measured beside."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from codekids_hub import descendants
from codekids_hub.bench.browsing import Browser, Refused
from codekids_hub.bench.crowd import ALL, ASKED, LOG_IN, OPEN
from codekids_hub.bench.notebooks import Notebook
from codekids_hub.bench.one_workspace import CELL, PATIENCE, PRINTS
from codekids_hub.proxy import proxy_command

PATH = "first.ipynb"
BOOK = {"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def configuration(folder: Path, port: int) -> str:
    """What has to be said to it: where everything is, and that everybody may come in. Its limits are its own."""
    said: dict[str, Any] = {
        "JupyterHub.bind_url": f"http://127.0.0.1:{port}",
        "JupyterHub.hub_port": port + 1,
        "ConfigurableHTTPProxy.api_url": f"http://127.0.0.1:{port + 2}",
        "ConfigurableHTTPProxy.command": proxy_command(),
        "ConfigurableHTTPProxy.pid_file": str(folder / "proxy.pid"),
        "JupyterHub.db_url": f"sqlite:///{folder / 'jupyterhub.sqlite'}",
        "JupyterHub.cookie_secret_file": str(folder / "cookie"),
        "JupyterHub.authenticator_class": "dummy",
        "Authenticator.allow_all": True,
        "JupyterHub.spawner_class": "simple",
        "SimpleLocalProcessSpawner.home_dir_template": f"{folder}/homes/{{username}}",
        "Spawner.cmd": [str(Path(sys.executable).with_name("jupyterhub-singleuser"))],
        "Spawner.args": ["--allow-root"] if os.geteuid() == 0 else [],
    }
    return "\n".join(f"c.{name} = {value!r}" for name, value in said.items())


@contextmanager
def stock_hub(folder: Path, port: int) -> Iterator[str]:
    """Its address, as long as the context lasts."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.py").write_text(configuration(folder, port), encoding="utf-8")
    with (folder / "hub.log").open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "jupyterhub", "-f", str(folder / "config.py")],
            cwd=folder, stdout=said, stderr=said, start_new_session=True,
        )  # fmt: skip
    try:
        _wait(process, f"http://127.0.0.1:{port}/hub/login")
        yield f"http://127.0.0.1:{port}"
    finally:
        below = descendants.descendants(process.pid)
        process.send_signal(signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            process.wait(30)
        for each in (process.pid, *below):
            with suppress(ProcessLookupError):
                os.kill(each, signal.SIGKILL)
        process.wait()


def _wait(process: subprocess.Popen[bytes], address: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        with suppress(httpx.HTTPError):
            if httpx.get(address, trust_env=False).is_success:
                return
        time.sleep(0.2)
    raise RuntimeError("the stock Hub did not start")


@dataclass
class StockChild:
    """Somebody with a device of their own in front of it."""

    name: str
    browser: Browser
    most_before: int = 0
    _tapped: float = field(default=0.0)

    async def come(self) -> None:
        """Log in; the Hub starts the workspace by itself.

        :raises Refused: an error, which is noted
        """
        _, page = await self.browser.open("/hub/login")
        proof = re.search(r'name="_xsrf" value="([^"]+)"', page.body.decode())
        self._tapped = time.perf_counter()
        form = {"username": self.name, "password": "", "_xsrf": proof[1] if proof else ""}
        await self.browser.send("/hub/login", form)
        self.browser.watch.took(LOG_IN, self._tapped)

    async def begin(self) -> None:
        """Wait for the workspace as the Hub's page does, open JupyterLab, and run a first cell in a new notebook.

        :raises Refused: an error, which is noted
        """
        began, watch, place = time.perf_counter(), self.browser.watch, f"/user/{self.name}/"
        proof = self.browser.cookie("_xsrf", "/hub/")
        told = await self.browser.ask("GET", f"/hub/api/users/{self.name}/server/progress?_xsrf={proof}")
        if b'"ready": true' not in told.body:
            watch.errors.append("a workspace of the stock Hub did not start")
            raise Refused(self.name)
        _, page = await self.browser.open(f"{place}lab")
        for each in dict.fromkeys(
            re.findall(r'(?:src|href)="(/user/[^"]+/static/[^"]+)"', page.body.decode())
        ):
            await self.browser.ask("GET", each)
        headers = {"X-XSRFToken": self.browser.cookie("_xsrf", place)}
        book = json.dumps({"type": "notebook", "format": "json", "content": BOOK})
        await self.browser.ask("PUT", f"{place}api/contents/{PATH}", book, **headers)
        notebook = await Notebook.opened(self.browser, place, PATH, ASKED)
        printed = await notebook.run(CELL)
        notebook.close()
        if printed != PRINTS:
            watch.errors.append(f"a first cell printed {printed!r}")
        watch.took(OPEN, began)
        watch.took(ALL, self._tapped)
