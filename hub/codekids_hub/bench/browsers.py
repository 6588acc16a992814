"""The Chromium that a measurement looks through."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import Browser, async_playwright

OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class NoChromium(Exception):
    """There is none on this machine."""

    def __init__(self) -> None:
        super().__init__(
            "There is no Chromium here: install one (Debian: apt install chromium), "
            "or name its program in CODEKIDS_CHROMIUM."
        )


def chromium_path() -> str:
    """The program: the one that ``CODEKIDS_CHROMIUM`` names, else an installed one.

    :raises NoChromium: there is none
    """
    found = os.environ.get("CODEKIDS_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if not found:
        raise NoChromium
    return found


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """A real one, without a window.

    :raises NoChromium: there is none
    """
    path = chromium_path()
    async with async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=path, args=OPTIONS)
        yield browser
        await browser.close()
