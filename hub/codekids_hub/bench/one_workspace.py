"""One workspace that is measured: its processes, what they have used, and a first cell in it."""

import json
import os
import signal
import subprocess
import time
import uuid
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from codekids_hub.descendants import descendants

PATIENCE = 600.0
"""Seconds for a workspace or a cell to come, on a machine that has much to do."""
_LOOK_EVERY = 0.02
_TICKS = os.sysconf("SC_CLK_TCK")

CELL = "from satul import *\nbar_chart([3, 1, 2])\nprint(sum(range(5)))"
PRINTS = "10\n"


@dataclass(frozen=True)
class Used:
    """``cpu``: seconds of processors, user and system, of its processes and of those that they waited for; ``pss_mib``: memory,
    where what several processes share counts by its part (proportional set size, see proc_pid_smaps(5))."""

    cpu: float
    pss_mib: float


@dataclass
class OneWorkspace:
    """A single-user server of a child of that name. ``process``: the first of its processes."""

    name: str
    port: int
    process: int

    @property
    def address(self) -> str:
        """Where its server answers."""
        return f"http://127.0.0.1:{self.port}/user/{self.name}/"

    def is_ready(self, client: httpx.Client) -> bool:
        """Whether it answers. Fails when it has ended."""
        with suppress(httpx.HTTPError):
            return client.get(f"{self.address}api", timeout=5).is_success
        if not Path(f"/proc/{self.process}").exists() or _ended(self.process):
            raise RuntimeError(f"the workspace {self.name} has ended")
        return False

    def used(self) -> Used:
        """What its processes have used until now, and hold."""
        found = [self.process, *descendants(self.process)]
        return used_by(found)

    async def first_cell(self, code: str = CELL) -> str:
        """Start a kernel and run one cell in it; what it prints."""
        headers = {"Authorization": f"token {self.name}"}
        async with httpx.AsyncClient(headers=headers, timeout=PATIENCE, trust_env=False) as client:
            answer = await client.post(f"{self.address}api/kernels", json={"name": "python3"})
            answer.raise_for_status()
        kernel = answer.json()["id"]
        where = f"{self.address.replace('http', 'ws', 1)}api/kernels/{kernel}/channels"
        channel = await websocket_connect(HTTPRequest(where, headers=headers))
        printed = await run_cell(channel, code)
        channel.close()
        return printed or ""

    def end(self) -> None:
        """End all of it."""
        for one in (self.process, *descendants(self.process)):
            with suppress(ProcessLookupError):
                os.kill(one, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(self.process, 0)


async def run_cell(channel: WebSocketClientConnection, code: str) -> str | None:
    """Run a cell over the line to a kernel; what it prints, and ``None`` when the line was cut."""
    question, printed = _question(code), ""
    await channel.write_message(json.dumps(question))
    while (said := await channel.read_message()) is not None:
        answered = json.loads(said)
        if answered["parent_header"].get("msg_id") != question["header"]["msg_id"]:
            continue
        if answered["msg_type"] in ("stream", "error"):
            printed += answered["content"].get("text") or answered["content"]["evalue"]
        if answered["msg_type"] == "status" and answered["content"]["execution_state"] == "idle":
            return printed
    return None


def started(
    name: str, port: int, command: Sequence[str], environment: Mapping[str, str], home: Path
) -> OneWorkspace:
    """Start one; what it says goes to a file beside its home."""
    with home.with_suffix(".log").open("wb") as said:
        process = subprocess.Popen(
            command, env=environment, cwd=home, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT
        )  # fmt: skip
    process.returncode = 0  # we wait for it by its number
    return OneWorkspace(name, port, process.pid)


def used_by(processes: Sequence[int]) -> Used:
    """What these have used until now, and hold."""
    return Used(sum(map(_cpu, processes)), sum(map(_pss, processes)) / 1024)


def wait_for(workspaces: Sequence[OneWorkspace]) -> None:
    """Wait until all of them answer.

    :raises TimeoutError: they do not
    :raises RuntimeError: one of them has ended
    """
    waiting, until = list(workspaces), time.monotonic() + PATIENCE
    with httpx.Client(trust_env=False) as client:
        while waiting:
            waiting = [one for one in waiting if not one.is_ready(client)]
            if time.monotonic() > until:
                raise TimeoutError(f"{len(waiting)} workspaces do not answer")
            time.sleep(_LOOK_EVERY)


def _question(code: str) -> dict[str, Any]:
    header = {"msg_id": uuid.uuid4().hex, "msg_type": "execute_request", "username": "", "date": ""}
    header |= {"session": uuid.uuid4().hex, "version": "5.3"}
    content = {"code": code, "silent": False, "store_history": False, "allow_stdin": False}
    rest: dict[str, Any] = {"parent_header": {}, "metadata": {}, "buffers": [], "channel": "shell"}
    return {"header": header, "content": content | {"user_expressions": {}}} | rest


def _stat(process: int) -> list[str]:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ["X", *["0"] * 20]


def _ended(process: int) -> bool:
    return _stat(process)[0] in "XZ"


def _cpu(process: int) -> float:
    return sum(map(int, _stat(process)[11:15])) / _TICKS


def _pss(process: int) -> int:
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0
