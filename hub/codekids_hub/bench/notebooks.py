"""A notebook as somebody of a crowd works in it, over the addresses that JupyterLab uses."""

import json
import time
import uuid
from dataclasses import dataclass, field
from typing import Any

from tornado.websocket import WebSocketClientConnection

from codekids_hub.bench.browsing import Browser, Refused
from codekids_hub.bench.one_workspace import run_cell


@dataclass
class Notebook:
    """A notebook that is open. ``place``: the workspace's address; ``path``: the notebook's below the home."""

    browser: Browser
    place: str
    path: str
    channel: WebSocketClientConnection
    content: dict[str, Any] = field(default_factory=dict)

    @classmethod
    async def opened(cls, browser: Browser, place: str, path: str, asks: tuple[str, ...]) -> "Notebook":
        """Ask what JupyterLab asks, read the notebook, start its kernel, and open the line to it.

        :param asks: what else is asked of the workspace
        :raises Refused: an error, which is noted
        """
        for each in asks:
            await browser.ask("GET", place + each)
        found = json.loads((await browser.ask("GET", f"{place}api/contents/{path}?content=1")).body)
        model = {
            "path": path,
            "name": path.rpartition("/")[2],
            "type": "notebook",
            "kernel": {"name": "python3"},
        }
        proof = browser.cookie("_xsrf", place)
        started = await browser.ask(
            "POST", f"{place}api/sessions", json.dumps(model), **{"X-XSRFToken": proof}
        )
        kernel = json.loads(started.body)["kernel"]["id"]
        channel = await browser.channel(f"{place}api/kernels/{kernel}/channels?session_id={uuid.uuid4().hex}")
        return cls(browser, place, path, channel, found["content"])

    async def run(self, code: str, kind: str = "") -> str:
        """Run a cell; what it prints. The time is noted under ``kind``, when there is one.

        :raises Refused: the line was cut
        """
        began = time.perf_counter()
        printed = await run_cell(self.channel, code)
        if printed is None:
            self.browser.watch.errors.append("a kernel's line was cut")
            raise Refused("a kernel's line was cut")
        if kind:
            self.browser.watch.took(kind, began)
        return printed

    async def save(self, kind: str) -> None:
        """Save it, as JupyterLab does: all of it."""
        began = time.perf_counter()
        body = json.dumps({"type": "notebook", "format": "json", "content": self.content})
        proof = self.browser.cookie("_xsrf", self.place)
        await self.browser.ask("PUT", f"{self.place}api/contents/{self.path}", body, **{"X-XSRFToken": proof})
        self.browser.watch.took(kind, began)

    def close(self) -> None:
        """Close the tab. The kernel goes on."""
        self.channel.close()

    def cells(self) -> list[str]:
        """The programs of its cells."""
        return ["".join(each["source"]) for each in self.content["cells"] if each["cell_type"] == "code"]
