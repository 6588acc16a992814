"""The line in front of the workspaces: a few start at the same time, the other children wait their turn and are told where they are.

A machine that starts two hundred workspaces at once starts each of them slowly, the first child's, too. Who is in the line costs the
Hub nothing: its page asks the club, which knows, also whose the page is. The line is in the memory of the club's service; after a start of that, whoever opens
a challenge is in it again.
"""

import logging
import os
import queue
import threading
import time

from codekids_hub.hub_client import HubAway, HubClient, HubRefused
from codekids_hub.settings import Settings

FIRST_LOOK, LOOK_EVERY = 0.4, 1.0
"""Seconds after which the Hub is asked whether a workspace runs now: at first, and later."""
KNOWN = 2.0
"""Seconds for which a workspace that was just seen to run is said to run."""
PATIENCE = 180.0
"""Seconds after which a workspace that has not started is left to itself, and the next one has its turn."""
LEAST_AT_ONCE = 4
_END = 0.5

log = logging.getLogger("codekids.line")


def at_once(settings: Settings) -> int:
    """How many workspaces start at the same time."""
    return settings.starts_at_once or max(LEAST_AT_ONCE, 2 * len(os.sched_getaffinity(0)))


class Line:
    """Starts workspaces in the order in which children came, with the child's own token, once it is open."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: dict[str, str] = {}
        self._starting: dict[str, str] = {}
        self._ready: dict[str, float] = {}
        self._turns: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._closed = threading.Event()
        self._doors: list[threading.Thread] = []

    def open(self, hub: HubClient, doors: int) -> None:
        """Let the first ones in.

        :param doors: how many start at the same time
        """
        self._doors = [
            threading.Thread(target=self._keep_door, args=(hub,), daemon=True) for _ in range(doors)
        ]
        for door in self._doors:
            door.start()

    def close(self) -> None:
        """Let nobody in any more. What is starting goes on in the Hub."""
        self._closed.set()
        for _ in self._doors:
            self._turns.put(None)
        for door in self._doors:
            door.join(_END)  # one that waits for the Hub's answer ends with the process

    def join(self, name: str, token: str) -> None:
        """Stand in the line; who is in it already stays where it is."""
        with self._lock:
            if name not in self._waiting and name not in self._starting:
                self._waiting[name] = token
                self._turns.put(name)

    def who(self, token: str) -> str | None:
        """Who stands in the line with this token."""
        with self._lock:
            for name, kept in (*self._waiting.items(), *self._starting.items()):
                if kept == token:
                    return name
        return None

    def before(self, name: str) -> int:
        """How many have their turn before this child; 0: it is not in the line, or its workspace is starting now."""
        with self._lock:
            return next((place for place, each in enumerate(self._waiting, 1) if each == name), 0)

    def state(self, name: str) -> str | None:
        """``starting`` for who is in the line, ``ready`` for whom it has just let in, ``None`` where the Hub has to be asked."""
        with self._lock:
            if name in self._waiting or name in self._starting:
                return "starting"
            seen = self._ready.get(name)
            return "ready" if seen is not None and time.monotonic() - seen < KNOWN else None

    def _keep_door(self, hub: HubClient) -> None:
        while (name := self._turns.get()) is not None and not self._closed.is_set():
            with self._lock:
                token = self._starting[name] = self._waiting.pop(name)
            runs = False
            try:
                runs = self._bring(hub, name, token)
            except Exception:
                log.exception("the workspace of %s was not started", name)
            with self._lock:
                self._starting.pop(name)
                now = time.monotonic()
                self._ready = {each: at for each, at in self._ready.items() if now - at < KNOWN}
                if runs:
                    self._ready[name] = now

    def _bring(self, hub: HubClient, name: str, token: str) -> bool:
        """Start a workspace and wait; whether it runs. A Hub that is away or has too much to do is asked again."""
        asked, until, pause = False, time.monotonic() + PATIENCE, FIRST_LOOK
        while time.monotonic() < until and not self._closed.is_set():
            try:
                if not asked:
                    hub.start_workspace(token, name)
                    asked = True
                elif (state := hub.workspace(token, name)) != "starting":
                    return state == "ready"
            except HubRefused as error:
                log.info("the workspace of %s was not started: %s", name, error)
                return False
            except HubAway as error:
                log.info("the workspace of %s waits: %s", name, error)
            self._closed.wait(pause)
            pause = min(pause * 1.5, LOOK_EVERY)
        return False
