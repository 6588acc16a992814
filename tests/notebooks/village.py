"""A shell as a child meets it, and a club that answers over HTTP; the tests beside this file share them."""

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

Until = Callable[[Callable[[], object]], None]
"""Waits until something is true."""


@dataclass
class Shell:
    """A shell as a child meets it: cells run, and what was shown for each."""

    shell: Any
    shown: list[dict[str, Any]] = field(default_factory=list)

    def run(self, code: str, cell: str | None = None) -> Any:
        """Run a cell; ``shown`` holds what it displayed."""
        self.shell.display_pub.outputs.clear()
        result = self.shell.run_cell(code, store_history=True, cell_id=cell)
        self.shown = [output["data"] for output in self.shell.display_pub.outputs]
        return result

    @property
    def text(self) -> str:
        """The plain text of all that the last cell displayed."""
        return "\n".join(data.get("text/plain", "") for data in self.shown)


@dataclass
class FakeClub:
    """A club's API on a free port: keeps what it accepts; ``status`` is what it answers, ``bad`` what it refuses.

    While ``open`` is not set it answers nobody.
    """

    url: str = ""
    status: int = 200
    open: threading.Event = field(default_factory=threading.Event)
    bad: set[str] = field(default_factory=set)
    accepted: list[dict[str, Any]] = field(default_factory=list)
    requests: list[dict[str, str]] = field(default_factory=list)
    held: list[dict[str, str]] = field(default_factory=list)
    group: str | None = None

    @property
    def ids(self) -> list[str]:
        """The ids of all accepted events, in order."""
        return [event["id"] for event in self.accepted]

    @property
    def kinds(self) -> list[str]:
        """The kinds of all accepted events, in order."""
        return [event["kind"] for event in self.accepted]

    def answer(self, headers: dict[str, str], body: bytes) -> tuple[int, bytes]:
        """What the API says to a batch, or to a picture that is held up."""
        self.requests.append(headers)
        self.open.wait()
        told = json.loads(body)
        if "picture" in told:
            self.held.append(told)
            said = {"group": self.group, "chosen": True} if self.status == 200 else {"error": "Nu acum."}
            return self.status, json.dumps(said).encode()
        sent = told["events"]
        if self.status != 200:
            return self.status, b"no"
        if self.bad & {event["id"] for event in sent}:
            return 422, b"{}"
        self.accepted += sent
        return 200, json.dumps({"accepted": [event["id"] for event in sent]}).encode()
