"""Waiting for what comes by itself: on a busy machine it may take long, and how long is never looked at."""

import time
from collections.abc import Callable

import httpx

WITHIN = 300.0


def eventually(check: Callable[[], bool], otherwise: str, within: float = WITHIN) -> None:
    """Wait until ``check`` says so."""
    deadline = time.monotonic() + within
    while not check():
        assert time.monotonic() < deadline, otherwise
        time.sleep(1)


def again(what: Callable[[], object], otherwise: str, within: float = WITHIN) -> None:
    """Do something until it works; somebody who presses again and again."""
    deadline = time.monotonic() + within
    while True:
        try:
            what()
            return
        except (AssertionError, httpx.HTTPError, KeyError, ValueError, StopIteration) as failed:
            assert time.monotonic() < deadline, f"{otherwise}: {failed}"
            time.sleep(2)
