"""What children do in front of a browser in ``bench line``, and what comes over the line meanwhile."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlsplit

from playwright.async_api import Browser, BrowserContext, CDPSession, Page, WebSocket

from codekids_hub.bench.line_hubs import Hub
from codekids_hub.bench.thin_line import ThinLine
from codekids_hub.bench.traffic import Traffic

BITS, DELAY = 2_000_000, 0.05
"""Of a village's line: bits a second in each direction, seconds each way."""
PATIENCE = 600.0
"""Seconds for a page or a cell to come."""
_SLOW = {
    "offline": False,
    "latency": 2 * DELAY * 1000,
    "downloadThroughput": BITS / 8,
    "uploadThroughput": BITS / 8,
}
_ASKED, _ANSWERED, _WELL = b'"execute_request"', b'"execute_reply"', b'"status": "ok"'


class CellFailed(Exception):
    """The first cell of the notebook did not run."""


class KernelStays(Exception):
    """A kernel did not end when it should."""


@dataclass(frozen=True)
class Visits:
    """One laptop: a child comes home and is there again; it opens a notebook, and once more; then the next child."""

    home: Traffic
    home_again: Traffic
    cold: Traffic
    warm: Traffic
    second: Traffic


@dataclass(frozen=True)
class Laptops:
    """Many at once: seconds until the first cell has run, sorted; bytes that came over their line, requests."""

    many: int
    seconds: tuple[float, ...]
    """Of those on which it has: fewer than ``many`` where the notebook did not come."""
    bytes: int
    requests: int


async def one_laptop(browser: Browser, hub: Hub, slow: bool) -> Visits:
    """Two children in one browser, one after the other; it begins with an empty cache, and so does the first notebook.

    :param slow: on a village's line
    """
    context = await _new_context(browser)
    async with _page(context, slow) as (page, home, _):
        began = time.monotonic()
        await hub.come_in(page, 0)
        home.seconds = time.monotonic() - began
        await home.quiet()
    async with _page(context, slow) as (page, home_again, _):
        began = time.monotonic()
        await page.goto(hub.url + hub.home)
        home_again.seconds = time.monotonic() - began
        await home_again.quiet()
    async with _page(context) as (_, _, session):
        await session.send("Network.clearBrowserCache")
    cold = await _open(context, hub, 0, slow)
    warm = await _open(context, hub, 0, slow)
    await context.clear_cookies()
    async with _page(context) as (page, _, _):
        await hub.come_in(page, 1)
    second = await _open(context, hub, 1, slow)
    await context.close()
    return Visits(home, home_again, cold, warm, second)


async def laptops(browser: Browser, hub: Hub, many: int) -> Laptops:
    """As many children, each with a browser of its own, open the notebook at once, behind one line."""
    contexts = [await _new_context(browser) for _ in range(many)]
    for child, context in enumerate(contexts):
        async with _page(context) as (page, _, session):
            await hub.come_in(page, child)
            await session.send("Network.clearBrowserCache")
    line = ThinLine(BITS, DELAY)
    address = await line.to(hub.url)
    found = await asyncio.gather(
        *(_open(context, hub, child, address=address) for child, context in enumerate(contexts)),
        return_exceptions=True,
    )
    opened = [one for one in found if isinstance(one, Traffic)]
    for context in contexts:
        await context.close()
    await line.close()
    seconds = tuple(sorted(one.seconds for one in opened))
    return Laptops(many, seconds, line.carried, sum(one.requests for one in opened))


async def warm_up(browser: Browser, hub: Hub, many: int) -> None:
    """Each child was there once before, so that its workspace runs; the first two opened the notebook."""
    for child in range(many):
        context = await _new_context(browser)
        async with _page(context) as (page, _, _):
            await hub.come_in(page, child)
        if child < 2:
            await _open(context, hub, child)
        await context.close()


async def _new_context(browser: Browser) -> BrowserContext:
    context = await browser.new_context(viewport={"width": 1366, "height": 768}, locale="ro-RO")
    context.set_default_timeout(PATIENCE * 1000)
    return context


@asynccontextmanager
async def _page(
    context: BrowserContext, slow: bool = False
) -> AsyncIterator[tuple[Page, Traffic, CDPSession]]:
    page, traffic = await context.new_page(), Traffic()
    session = await context.new_cdp_session(page)
    traffic.watch(session)
    await session.send("Network.enable")
    if slow:
        await session.send("Network.emulateNetworkConditions", _SLOW)
    try:
        yield page, traffic, session
    finally:
        await page.close()


async def _open(
    context: BrowserContext, hub: Hub, child: int, slow: bool = False, address: str = ""
) -> Traffic:
    """Open the notebook until its first cell has run and nothing more comes, and end its kernel.

    :param address: of the Hub, where it is another one than its own
    """
    async with _page(context, slow) as (page, traffic, _):
        answered, asked = asyncio.get_running_loop().create_future(), asyncio.Event()
        page.on("websocket", lambda channel: _listen(channel, asked, answered))
        began = time.monotonic()
        await page.goto((address or hub.url) + hub.notebook(child), wait_until="commit")
        await asyncio.wait_for(hub.run_first_cell(page, asked), PATIENCE)
        answer = await asyncio.wait_for(answered, PATIENCE)
        traffic.seconds = time.monotonic() - began
        if _WELL not in answer:
            raise CellFailed(answer.decode(errors="replace"))
        await traffic.quiet()
    await _end_kernels(context, hub.url + hub.workspace(child))
    return traffic


def _listen(channel: WebSocket, asked: asyncio.Event, answered: asyncio.Future[bytes]) -> None:
    def up(payload: bytes | str) -> None:
        if _ASKED in _as_bytes(payload):
            asked.set()

    def down(payload: bytes | str) -> None:
        if _ANSWERED in _as_bytes(payload) and not answered.done():
            answered.set_result(_as_bytes(payload))

    channel.on("framesent", up)
    channel.on("framereceived", down)


def _as_bytes(payload: bytes | str) -> bytes:
    return payload.encode() if isinstance(payload, str) else payload


async def _end_kernels(context: BrowserContext, workspace: str) -> None:
    """So that the next visit starts one, too."""
    path = urlsplit(workspace).path
    cookies = await context.cookies(workspace)
    proof = next(one["value"] for one in cookies if one["name"] == "_xsrf" and one["path"] == path)
    headers = {"X-XSRFToken": proof}
    sessions = await (await context.request.get(f"{workspace}api/sessions")).json()
    for one in sessions:
        answer = await context.request.delete(f"{workspace}api/sessions/{one['id']}", headers=headers)
        if answer.status != HTTPStatus.NO_CONTENT:
            raise KernelStays(await answer.text())
