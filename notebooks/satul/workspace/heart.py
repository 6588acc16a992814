"""The heartbeat of a workspace: tells the club whether a page is open and whether a program runs. Never what is in it.

A look a second at what the Jupyter server knows anyway; a word to the club every now and then, and at once when something
turns: the page closes or comes back, a program begins to look endless or has ended. Where no club is, nothing happens.
"""

import asyncio
import json
import logging
import time
import urllib.request
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from satul import settings

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp

log = logging.getLogger("satul.heart")

LOOK_EVERY = 1.0
FIRST_BEAT = 10.0
"""Seconds between two beats, until the club says otherwise."""
LONGEST = 120.0
LONG_RUN = 10.0
"""A program that has computed for so many seconds looks endless."""
YOUNG = 30.0
"""A kernel that is so young loads libraries: that may take longer."""
LONG_START = 40.0
SAMPLES, MOSTLY = 10, 8
"""A program computes when so many of its last looks found it running."""
TIMEOUT = 5.0
SAVED = "https://events.jupyter.org/jupyter_server/contents_service/v1"

Told = dict[str, float | bool | None]


@dataclass
class _Kernel:
    """A kernel as it was looked at; times are of the monotonic clock."""

    first_seen: float
    busy_since: float | None = None
    looks: deque[bool] = field(default_factory=lambda: deque(maxlen=SAMPLES))

    def turned(self, state: str, now: float) -> None:
        """Its execution state is another one now."""
        self.busy_since = now if state == "busy" else None
        self.looks.clear()

    def computes(self, now: float) -> bool:
        """Whether it has been computing for so long that it looks endless."""
        if self.busy_since is None:
            return False
        long = LONG_START if self.busy_since - self.first_seen < YOUNG else LONG_RUN
        return now - self.busy_since >= long and sum(self.looks) >= MOSTLY


class Heart:
    """Looks and tells.

    Args:
        kernels: the server's kernel manager.
        tell: hands over what is so, and gives the seconds until the next time; whatever it raises is tried again.
        clock: seconds that never go back.
    """

    def __init__(
        self, kernels: Any, tell: Callable[[Told], float], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._manager, self._tell, self._clock = kernels, tell, clock
        self._known: dict[str, _Kernel] = {}
        self._alone_since: float | None = clock()
        self._acted_at: float | None = None
        self._next = 0.0
        self._telling = False
        self._last: tuple[bool, bool] | None = None

    def acted(self) -> None:
        """Something was run or saved."""
        self._acted_at = self._clock()

    def look(self) -> Told:
        """What is so now."""
        now = self._clock()
        there = set(self._manager.list_kernel_ids())
        self._known = {key: each for key, each in self._known.items() if key in there}
        for key in there:
            self._look_at(key, now)
        if any(self._manager.kernel_model(key)["connections"] for key in there):
            self._alone_since = None
        elif self._alone_since is None:
            self._alone_since = now
        runs = [each for each in self._known.values() if each.busy_since is not None]
        since = min((each.busy_since for each in runs if each.busy_since is not None), default=None)
        return {
            "alone_for": _past(self._alone_since, now),
            "still_for": _past(self._acted_at, now),
            "busy_for": _past(since, now),
            "computing": any(each.computes(now) for each in runs),
        }

    async def beat(self) -> None:
        """Look, and tell what is worth telling now, unless we are just telling."""
        told = self.look()
        now = self._clock()
        turned = (told["alone_for"] is None, bool(told["computing"]))
        if self._telling or (now < self._next and turned == self._last):
            return
        self._telling = True
        try:
            again = min(max(await asyncio.to_thread(self._tell, told), LOOK_EVERY), LONGEST)
        except Exception as error:  # noqa: BLE001 - the club is away; the heart beats on
            log.info("the club is away: %s", error)
            again = FIRST_BEAT
        finally:
            self._telling = False
        self._next, self._last = now + again, turned

    def _look_at(self, key: str, now: float) -> None:
        kernel = self._manager.get_kernel(key)
        if key not in self._known:
            known = self._known[key] = _Kernel(now)
            known.turned(kernel.execution_state or "", now)
            self.acted()  # somebody opened a notebook, and a first short cell may have ended before this look
            kernel.observe(lambda change: self._turned(known, change["new"]), "execution_state")
        if self._known[key].busy_since is not None:
            pid = getattr(getattr(kernel, "provisioner", None), "pid", None)
            self._known[key].looks.append(is_running(pid))

    def _turned(self, known: _Kernel, state: str) -> None:
        known.turned(state, self._clock())
        self.acted()


def is_running(pid: int | None, processes: Path = Path("/proc")) -> bool:
    """Whether a process's own thread wants the processor just now: it computes, and waits for nobody.

    Where the system does not say (no Linux), nothing is known, and nothing is claimed.
    """
    try:
        stat = (processes / str(pid) / "task" / str(pid) / "stat").read_text(
            encoding="ascii", errors="replace"
        )
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[:1] == ["R"]


def club(api: str, token: str) -> Callable[[Told], float]:
    """A way to tell the club at that address."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def tell(told: Told) -> float:
        request = urllib.request.Request(
            f"{api}/signs",
            data=json.dumps(told).encode(),
            headers={"Authorization": f"token {token}", "Content-Type": "application/json"},
            method="POST",
        )
        with opener.open(request, timeout=TIMEOUT) as answer:
            return float(json.loads(answer.read(10_000))["again"])

    return tell


def start(server: "ServerApp") -> None:
    """Let the heart of a Jupyter server beat, if there is a club to hear it."""
    around = settings.read()
    if not (around.club_api and around.token):
        return
    heart = Heart(server.kernel_manager, club(around.club_api, around.token))

    async def saved(logger: object, schema_id: str, data: dict[str, Any]) -> None:
        if data.get("action") == "save":
            heart.acted()

    if server.event_logger is not None:
        server.event_logger.add_listener(schema_id=SAVED, listener=saved)

    beats: set[asyncio.Task[None]] = set()

    async def beat_on() -> None:
        while True:
            beat = asyncio.create_task(heart.beat())
            beats.add(beat)
            beat.add_done_callback(beats.discard)
            await asyncio.sleep(LOOK_EVERY)

    server.io_loop.add_callback(beat_on)


def _past(moment: float | None, now: float) -> float | None:
    return None if moment is None else round(max(0.0, now - moment), 1)
