"""Children who come with their cards and open a notebook, all at once, and then work; and the librarian who looks at them."""

import asyncio
import json
import random
import re
import time
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from codekids_hub.addresses import SERVICE_PREFIX
from codekids_hub.bench.browsing import Browser, Refused
from codekids_hub.bench.notebooks import Notebook
from codekids_hub.bench.one_workspace import CELL, PRINTS
from codekids_hub.cards import DealtCard

LOG_IN, OPEN, ALL = "from the card to the home", "from there to a cell that runs", "both"
CELLS, SAVES, CHECKS = "a cell", "a save", "a check"
HOME, SESSION, NEWS, WALL = (
    "the child's home",
    "the session",
    "the session, after news",
    "the librarian's wall",
)
PAGES = (HOME, SESSION, NEWS, WALL, SAVES)
"""What may be called a page, a save among them: somebody waits for an answer of the server."""

LOOK_EVERY, WORK_EVERY = 1.5, 20.0
"""Seconds, as the page that waits for a workspace looks; and as a child runs a cell."""
ASKED = (
    "api/me", "api/kernelspecs", "api/kernels", "api/sessions", "lab/api/settings", "lab/api/translations/ro_RO",
    "lab/api/workspaces/default",
)  # fmt: skip
"""What JupyterLab asks a workspace before a notebook is there."""
_SPREAD = 0.35
_OF_OURS = re.compile(r'(?:src|href)="(/services/club/(?:lab|static)/[^"]+)"')


@dataclass
class Child:
    """A child with a device of its own. ``challenge``: what it opens, as ``set/challenge``."""

    card: DealtCard
    browser: Browser
    challenge: str
    notebook: Notebook | None = None
    most_before: int = 0
    """How many others were before it in the line, at most, as its page said."""
    _tapped: float = 0.0

    async def come(self) -> None:
        """Log in with the card's words.

        :raises Refused: an error, which is noted
        """
        _, page = await self.browser.open("/hub/login")
        words = {"word1": self.card.words[0], "word2": self.card.words[1], "animal": self.card.animal}
        self._tapped = time.perf_counter()
        _, home = await _log_in(self.browser, page.body.decode(), words | {"club": self.card.club_code})
        self.browser.watch.took(LOG_IN, self._tapped)
        await self.browser.ask("POST", f"{SERVICE_PREFIX}workspace", "", **_proof(home.body.decode()))

    async def begin(self) -> None:
        """Open the challenge, and run a first cell in it.

        :raises Refused: an error, which is noted
        """
        began, watch = time.perf_counter(), self.browser.watch
        where, page = await self.browser.open(f"{SERVICE_PREFIX}open/{self.challenge}")
        while not where.startswith("/user/"):
            await self._wait()
            where, page = await self.browser.open(f"{SERVICE_PREFIX}open/{self.challenge}")
        for each in dict.fromkeys(_OF_OURS.findall(page.body.decode())):
            await self.browser.ask("GET", each)
        place = f"/user/{self.card.child_id}/"
        self.notebook = await Notebook.opened(self.browser, place, f"{self.challenge}.ipynb", ASKED)
        printed = await self.notebook.run(CELL)
        if printed != PRINTS:
            watch.errors.append(f"a first cell printed {printed!r}")
        watch.took(OPEN, began)
        watch.took(ALL, self._tapped)

    async def _wait(self) -> None:
        while True:
            told = json.loads((await self.browser.ask("GET", f"{SERVICE_PREFIX}workspace")).body)
            self.most_before = max(self.most_before, told.get("before", 0))
            if told["state"] == "ready":
                return
            await asyncio.sleep(LOOK_EVERY)

    async def work(self, rounds: int, dice: random.Random) -> None:
        """Run a cell, save, and look at the pages, so many times; once put the hand up. Listen to the session meanwhile.

        :raises Refused: an error, which is noted
        """
        if self.notebook is None:
            return
        await asyncio.sleep(dice.uniform(0, WORK_EVERY if rounds > 1 else 1))
        async with _listening(self.browser, f"{SERVICE_PREFIX}session", NEWS, f"{SERVICE_PREFIX}live"):
            cells = self.notebook.cells()
            for number in range(rounds):
                began = time.perf_counter()
                code = cells[number % len(cells)]
                await self.notebook.run(code, CHECKS if code.startswith("verific") else CELLS)
                await self.notebook.save(SAVES)
                _, page = await self.browser.open(f"{SERVICE_PREFIX}session", SESSION)
                if number == 0:
                    form = {"up": "1", "xsrf": _xsrf(page.body.decode())}
                    await self.browser.send(f"{SERVICE_PREFIX}session/hand", form)
                await self.browser.open(SERVICE_PREFIX, HOME)
                if number + 1 < rounds:
                    await asyncio.sleep(max(0, WORK_EVERY - (time.perf_counter() - began)))

    def go_home(self) -> None:
        """Close what is open."""
        if self.notebook is not None:
            self.notebook.close()


@dataclass
class Librarian:
    """Somebody who looks at the wall of a club."""

    name: str
    password: str
    club_id: str
    browser: Browser

    async def watch(self, until: asyncio.Event) -> None:
        """Log in, and look at the wall whenever something is new.

        :raises Refused: an error, which is noted
        """
        _, page = await self.browser.open("/hub/login?as=adult")
        await _log_in(self.browser, page.body.decode(), {"username": self.name, "password": self.password})
        wall = f"{SERVICE_PREFIX}clubs/{self.club_id}/wall"
        await self.browser.open(wall, WALL)
        async with _listening(self.browser, wall, WALL, f"{SERVICE_PREFIX}live?club={self.club_id}"):
            await until.wait()


class Comer(Protocol):
    """Somebody who comes, and opens a notebook."""

    browser: Browser

    async def come(self) -> None:
        """Log in."""

    async def begin(self) -> None:
        """Open a notebook, and run a first cell."""


async def rush(children: Sequence[Comer], within: float) -> None:
    """They come, spread evenly over so many seconds, and each opens its notebook."""

    async def one(number: int, child: Comer) -> None:
        await asyncio.sleep(number * within / len(children))
        await child.come()
        await child.begin()

    await _all([one(number, child) for number, child in enumerate(children)], children[0].browser)


async def work(children: Sequence[Child], librarians: Sequence[Librarian], rounds: int) -> None:
    """They work for so many rounds of :data:`WORK_EVERY` seconds."""
    over = asyncio.Event()

    async def until_all_are_done() -> None:
        every = [child.work(rounds, random.Random(number)) for number, child in enumerate(children)]
        await _all(every, children[0].browser)
        over.set()

    looking = [librarian.watch(over) for librarian in librarians]
    await asyncio.gather(until_all_are_done(), _all(looking, children[0].browser))


@dataclass
class _listening:
    """Somebody's page is open, and asks for itself anew when the stream has news."""

    browser: Browser
    page: str
    kind: str
    stream: str
    _tasks: list["asyncio.Task[None]"] = field(default_factory=list)

    async def __aenter__(self) -> None:
        heard = asyncio.Event()
        both = (self.browser.listen(self.stream, heard), self._renew(heard))
        self._tasks = [asyncio.create_task(each) for each in both]

    async def __aexit__(self, *_: object) -> None:
        for task in self._tasks:
            task.cancel()
        for done in await asyncio.gather(*self._tasks, return_exceptions=True):
            if isinstance(done, Exception) and not isinstance(done, Refused):
                self.browser.watch.errors.append(f"listening: {done!r}")

    async def _renew(self, heard: asyncio.Event) -> None:
        await heard.wait()  # the stream begins with what is known already
        heard.clear()
        while True:
            await heard.wait()
            await asyncio.sleep(random.uniform(0, _SPREAD))
            heard.clear()
            await self.browser.open(self.page, self.kind)


async def _all(every: Sequence[Coroutine[Any, Any, None]], browser: Browser) -> None:
    """All of them, to their ends: who meets an error goes home, and the others stay."""
    for done in await asyncio.gather(*every, return_exceptions=True):
        if isinstance(done, Exception) and not isinstance(done, Refused):
            browser.watch.errors.append(repr(done))


async def _log_in(browser: Browser, page: str, form: dict[str, str]) -> tuple[str, Any]:
    found = re.search(r'name="_xsrf" value="([^"]+)"', page)
    where, home = await browser.send("/hub/login", form | {"_xsrf": found[1] if found else ""})
    if not where.startswith(SERVICE_PREFIX):
        browser.watch.errors.append(f"a login led to {where}")
        raise Refused(where)
    return where, home


def _xsrf(page: str) -> str:
    found = re.search(r'(?:name="xsrf" value|data-xsrf)="([0-9a-f]+)"', page)
    return found[1] if found else ""


def _proof(page: str) -> dict[str, str]:
    return {"X-XSRFToken": _xsrf(page)}
