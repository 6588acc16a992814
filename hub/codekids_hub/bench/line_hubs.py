"""The two Hubs that ``bench line`` looks at: a plain one with JupyterLab as it comes, and ours."""

import asyncio
import json
import os
import secrets
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote

import httpx
from playwright.async_api import Page

from codekids_hub.addresses import SERVICE_PREFIX, Addresses, project_root
from codekids_hub.bench.spending import as_usual
from codekids_hub.bench.workspaces import free_ports
from codekids_hub.proxy import proxy_command

PATIENCE = 600.0
"""Seconds for a Hub or a workspace to come, on a machine that has much to do."""
CHALLENGE = "draw-the-village/a-house"
WIDGETS = ("@jupyter-widgets", "anywidget")
"""Extensions of JupyterLab that the notebook's drawings and answers need."""
LAPTOPS = 10
"""How many children there are at most."""
_ONCE_MORE = 0.25

_STOCK = """
c.JupyterHub.bind_url = "http://127.0.0.1:{ports[0]}"
c.JupyterHub.hub_bind_url = "http://127.0.0.1:{ports[1]}"
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{ports[2]}"
c.ConfigurableHTTPProxy.command = {proxy!r}
c.JupyterHub.db_url = "sqlite:///{folder}/jupyterhub.sqlite"
c.JupyterHub.cookie_secret_file = "{folder}/cookie"
c.ConfigurableHTTPProxy.pid_file = "{folder}/proxy.pid"
c.JupyterHub.authenticator_class = "dummy"
c.Authenticator.allow_all = True
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = "{folder}/homes/{{username}}"
c.Spawner.cmd = {command!r}
c.Spawner.environment = {environment!r}
c.Spawner.start_timeout = 600
c.Spawner.http_timeout = 600
"""


class HubMissing(Exception):
    """A Hub did not start."""


class Hub(Protocol):
    """A Hub with children who have a notebook each, all the same one."""

    @property
    def url(self) -> str:
        """Its address, without a slash at the end."""

    @property
    def home(self) -> str:
        """The path of a child's home."""

    def notebook(self, child: int) -> str:
        """The path that opens it."""

    def workspace(self, child: int) -> str:
        """The path of the child's server."""

    async def come_in(self, page: Page, child: int) -> None:
        """Log in, in a browser, until the first page is there; the workspace runs afterwards."""

    async def run_first_cell(self, page: Page, asked: asyncio.Event) -> None:
        """Do what makes the first cell of an opened notebook run, until the kernel was asked to."""


@dataclass
class StockHub:
    """JupyterHub with its simple spawner and its dummy authenticator."""

    url: str
    home: str = "/hub/home"

    def notebook(self, child: int) -> str:
        """In JupyterLab, as it comes."""
        return f"{self.workspace(child)}lab/tree/a-house.ipynb"

    def workspace(self, child: int) -> str:
        """Under its name."""
        return f"/user/child{child}/"

    async def come_in(self, page: Page, child: int) -> None:
        """By name; whoever says one gets in. The way there leads through the start of the workspace."""
        spawned = quote(f"/hub/spawn?next={self.workspace(child)}api")
        await page.goto(f"{self.url}/hub/login?next={spawned}")
        await page.locator("#username_input").fill(f"child{child}")
        await page.locator("#password_input").fill("any")
        await page.locator("#login_submit").click()
        await page.wait_for_url(f"{self.url}{self.workspace(child)}api", timeout=PATIENCE * 1000)

    async def run_first_cell(self, page: Page, asked: asyncio.Event) -> None:
        """Tap into it and press the keys: JupyterLab takes no notice before it has its kernel, so once more."""
        while not asked.is_set():
            await page.locator(".jp-CodeCell .cm-content").first.click()
            await page.keyboard.press("Shift+Enter")
            with suppress(TimeoutError):
                await asyncio.wait_for(asked.wait(), _ONCE_MORE)


@dataclass
class OurHub:
    """The demo; ``ready``: what its ready file says."""

    ready: Mapping[str, Any]
    home: str = SERVICE_PREFIX

    @property
    def url(self) -> str:
        """Where it is, without a slash at the end."""
        return str(self.ready["url"])

    def notebook(self, child: int) -> str:
        """What a tap on a challenge opens."""
        return f"{SERVICE_PREFIX}open/{CHALLENGE}"

    def workspace(self, child: int) -> str:
        """Under its id."""
        return f"/user/{self.ready['children'][child]['id']}/"

    async def come_in(self, page: Page, child: int) -> None:
        """With the card, whose QR code holds an address."""
        await page.goto(f"{self.url}/hub/card#{self.ready['children'][child]['token']}")
        await page.wait_for_url(f"{self.url}{SERVICE_PREFIX}", timeout=PATIENCE * 1000)
        await page.locator("[data-workspace][data-state=ready]").wait_for(timeout=PATIENCE * 1000)

    async def run_first_cell(self, page: Page, asked: asyncio.Event) -> None:
        """Nothing: it runs by itself."""
        await asked.wait()


@contextmanager
def stock_hub(folder: Path, notebook: Path) -> Iterator[StockHub]:
    """A plain Hub, running, with this notebook in each child's home."""
    for child in range(LAPTOPS):
        home = folder / "homes" / f"child{child}"
        home.mkdir(parents=True)
        shutil.copyfile(notebook, home / "a-house.ipynb")
    ports = free_ports(3)
    config = folder / "jupyterhub_config.py"
    config.write_text(
        _STOCK.format(
            ports=ports,
            proxy=proxy_command(),
            folder=folder,
            command=[
                _beside_python("jupyterhub-singleuser"),
                *(["--allow-root"] if os.geteuid() == 0 else []),
            ],
            environment=_as_it_comes(folder),
        )
    )
    url = f"http://127.0.0.1:{ports[0]}"
    command = [_beside_python("jupyterhub"), "-f", str(config)]
    environment = as_usual() | {"CONFIGPROXY_AUTH_TOKEN": secrets.token_hex(32)}

    def is_there() -> bool:
        try:
            return httpx.get(f"{url}/hub/health", trust_env=False).is_success
        except httpx.HTTPError:
            return False

    with _running(command, folder, environment, is_there):
        yield StockHub(url)


def _beside_python(name: str) -> str:
    return str(Path(sys.executable).with_name(name))


def _as_it_comes(folder: Path) -> dict[str, str]:
    """An environment in which JupyterLab has, of what is installed beside it here, only what shows the notebook's widgets."""
    config, extensions = folder / "config", folder / "labextensions"
    for made in (config, extensions):
        made.mkdir(parents=True)
    for name in WIDGETS:
        (extensions / name).symlink_to(Path(sys.prefix) / "share" / "jupyter" / "labextensions" / name)
    parts = ("formgrader", "validate_assignment", "assignment_list", "course_list")
    off = {f"nbgrader.server_extensions.{part}": False for part in parts}
    told = {
        "ServerApp": {"jpserver_extensions": off},
        "LabApp": {"labextensions_path": [str(extensions)]},
    }
    (config / "jupyter_server_config.json").write_text(json.dumps(told))
    return {
        "JUPYTER_CONFIG_DIR": str(config),
        "JUPYTER_DATA_DIR": str(folder / "share"),
        "JUPYTER_PATH": "",
    }


@contextmanager
def our_hub(folder: Path) -> Iterator[OurHub]:
    """A demo of its own, running."""
    folder.mkdir()
    ready = folder / "ready.json"
    command = [sys.executable, "-m", "codekids_hub", "demo", "--port", str(_four_free_ports())]
    command += ["--data", str(folder / "data"), "--ready-file", str(ready)]
    with _running(command, folder, as_usual() | {"CODEKIDS_ROOT": str(project_root())}, ready.exists):
        yield OurHub(json.loads(ready.read_text()))


def _four_free_ports() -> int:
    while Addresses("127.0.0.1", port := free_ports(1)[0]).taken():
        continue
    return port


@contextmanager
def _running(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], is_there: Callable[[], bool]
) -> Iterator[None]:
    """A program, once it is there; ended at the end with all that it started.

    :raises HubMissing: it does not come; with what it said last
    """
    said = folder / "said.log"
    with said.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
            start_new_session=True,
        )  # fmt: skip
    try:
        until = time.monotonic() + PATIENCE
        while not is_there():
            if process.poll() is not None or time.monotonic() > until:
                raise HubMissing(
                    f"{' '.join(command[:4])} did not start: {said.read_text(errors='replace')[-2000:]}"
                )
            time.sleep(0.2)
        yield
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(120)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
