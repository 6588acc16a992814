"""A whole evening: the demo as a newcomer starts it, in a process of its own, and browsers that look at it."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright, expect, sync_playwright

from evening.club_visitors import Evening, Visitor
from evening.ports import four_free_ports

BROWSER_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
READY_WITHIN = 420.0
STOP_AFTER = 8
"""Seconds that a program may run in the workspaces of this evening."""


@pytest.fixture(scope="session")
def evening(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Iterator[Evening]:
    """The demo, running; its log is shown when it does not start."""
    folder = tmp_path_factory.mktemp("evening")
    with running_demo(root, folder, folder / "data with space") as started:
        yield started


@pytest.fixture(autouse=True)
def nobody_chose_a_language(request: pytest.FixtureRequest) -> None:
    """Whoever comes in a test is spoken to as at a first login, whatever other tests chose for the same people."""
    if "evening" not in request.fixturenames:
        return
    evening: Evening = request.getfixturevalue("evening")
    with closing(sqlite3.connect(evening.data / "club.sqlite", timeout=60)) as database, database:
        for table in ("children", "adults"):
            database.execute(f"UPDATE {table} SET language = NULL WHERE language IS NOT NULL")


@contextmanager
def running_demo(root: Path, folder: Path, data: Path, **settings: str) -> Iterator[Evening]:
    """A demo in a process of its own, with its log in a folder; what is in ``data`` already is there again.

    :param settings: variables of its environment
    """
    ready, log = folder / "ready.json", folder / "demo.log"
    command = [
        sys.executable,
        "-m",
        "codekids_hub",
        "demo",
        "--port",
        str(four_free_ports(18000 + os.getpid() % 500 * 20)),
    ]
    command += ["--data", str(data), "--ready-file", str(ready)]
    with log.open("ab") as output:
        process = subprocess.Popen(
            command,
            stdout=output,
            stderr=output,
            env=os.environ
            | {
                "CODEKIDS_ROOT": str(root),
                "CODEKIDS_STOP_AFTER": str(STOP_AFTER),
                "CODEKIDS_FORMGRADER": "true",
            }
            | settings,
            start_new_session=True,
        )
    try:
        deadline = time.monotonic() + READY_WITHIN
        while not ready.exists():
            assert process.poll() is None and time.monotonic() < deadline, log.read_text()
            time.sleep(0.2)
        yield Evening(json.loads(ready.read_text()), data)
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@pytest.fixture
def log_in(evening: Evening) -> Iterator[Callable[..., Visitor]]:
    """Visitors that come in through the login form, each with a device of its own."""
    opened: list[Visitor] = []

    def come(**form: str) -> Visitor:
        visitor = Visitor.at(evening.url)
        opened.append(visitor)
        if form:
            visitor.log_in(**form)
        return visitor

    yield come
    for visitor in opened:
        visitor.close()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The driver of browsers."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """A real Chromium."""
    path = os.environ.get("CODEKIDS_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        pytest.fail("no Chromium here: start the tests with ./codekids test, which brings one along")
    expect.set_options(timeout=30_000)
    chromium = playwright.chromium.launch(executable_path=path, args=BROWSER_OPTIONS)
    yield chromium
    chromium.close()


@pytest.fixture
def open_browser(browser: Browser, evening: Evening) -> Iterator[Callable[..., BrowserContext]]:
    """Browser windows; at the end nothing may have been asked of another host, and no script may have failed."""
    contexts: list[BrowserContext] = []
    strangers: list[str] = []
    failures: list[str] = []

    def watch(request: Any) -> None:
        if not request.url.startswith((evening.url, evening.url.replace("http", "ws"), "data:", "blob:")):
            strangers.append(request.url)

    def make(width: int = 1366, height: int = 768, locale: str = "ro-RO", **options: Any) -> BrowserContext:
        context = browser.new_context(viewport={"width": width, "height": height}, locale=locale, **options)
        context.set_default_timeout(60_000)
        context.on("request", watch)
        context.on("weberror", lambda error: failures.append(str(error.error)))
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()
    assert not strangers, f"asked of other hosts: {strangers}"
    assert not failures, f"failed in the browser: {failures}"
