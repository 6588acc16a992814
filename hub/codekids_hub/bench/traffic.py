"""What a page of a browser gets over the line, as Chromium's DevTools count it."""

import asyncio
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import CDPSession

QUIET = 2.5
"""Seconds without any answer after which a page has loaded what it wants; JupyterLab goes on loading after it is shown."""
LONGEST_QUIET = 60.0


@dataclass
class Traffic:
    """All that came for one page, in bytes as they went over the line: heads and bodies, redirects and what was broken off, frames of
    WebSockets. What lay in the browser's cache counts nothing. ``seconds``: until the page was ready."""

    requests: int = 0
    seconds: float = 0.0
    parts: Counter[str] = field(default_factory=Counter)
    """Bytes by path."""
    _paths: dict[str, str] = field(default_factory=dict)
    _coming: Counter[str] = field(default_factory=Counter)
    _last: float = 0.0

    @property
    def bytes(self) -> int:
        """All of it."""
        return self.parts.total()

    def largest(self, many: int = 5) -> str:
        """The largest parts, in words."""
        found = (f"{path} {size / 1000:.1f} KB" for path, size in self.parts.most_common(many))
        return ", ".join(found)

    def watch(self, session: CDPSession) -> None:
        """Count what comes for a page from now on."""
        session.on("Network.requestWillBeSent", self._asked)
        session.on("Network.dataReceived", self._came)
        session.on("Network.loadingFinished", self._ended)
        session.on("Network.loadingFailed", self._broken)
        session.on("Network.webSocketCreated", self._asked_channel)
        session.on("Network.webSocketFrameReceived", self._framed)

    async def quiet(self) -> None:
        """Wait until nothing more comes, and count what has not ended."""
        until = time.monotonic() + LONGEST_QUIET
        while time.monotonic() < min(self._last + QUIET, until):
            await asyncio.sleep(0.1)
        for number, size in self._coming.items():
            self.parts[self._paths[number]] += size
        self._coming.clear()

    def _asked(self, event: dict[str, Any]) -> None:
        number = event["requestId"]
        if "redirectResponse" in event:
            self.parts[self._paths[number]] += int(event["redirectResponse"]["encodedDataLength"])
        self._note(number, event["request"]["url"])

    def _asked_channel(self, event: dict[str, Any]) -> None:
        self._note(event["requestId"], event["url"])

    def _note(self, number: str, url: str) -> None:
        self._paths[number] = urlsplit(url).path
        self.requests += 1
        self._last = time.monotonic()

    def _came(self, event: dict[str, Any]) -> None:
        self._coming[event["requestId"]] += int(event["encodedDataLength"])

    def _ended(self, event: dict[str, Any]) -> None:
        number = event["requestId"]
        self._coming.pop(number, None)
        self.parts[self._paths.get(number, "?")] += int(event["encodedDataLength"])
        self._last = time.monotonic()

    def _broken(self, event: dict[str, Any]) -> None:
        number = event["requestId"]
        self.parts[self._paths.get(number, "?")] += self._coming.pop(number, 0)

    def _framed(self, event: dict[str, Any]) -> None:
        frame = event["response"]
        size = len(frame["payloadData"])
        self.parts[self._paths.get(event["requestId"], "?")] += (
            size if frame["opcode"] == 1 else size * 3 // 4
        )
