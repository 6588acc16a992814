"""Children who hand in and wait for the answer, each with a page that asks as in a browser."""

import asyncio
import secrets
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

import httpx
from sqlalchemy import select

from codekids_exercises.sentences import say
from codekids_hub.addresses import SERVICE_PREFIX
from codekids_hub.bench.courses import SET
from codekids_hub.bench.handing_in import LANGUAGE, Paper, Place, Seat
from codekids_hub.club.app import make_app
from codekids_hub.club.visitors import sessions
from codekids_hub.hand_ins import ACCEPTED, MARKED
from codekids_hub.marking import Told
from codekids_hub.storage.homework_tables import HandIn

LOOK = 0.1
"""Seconds between two looks at what is marked."""
ONE_IN = 10
"""Of so many in a rush, one waits before its page: the others are in their notebooks."""
PATIENCE = 900.0
"""Seconds after which an answer is given up."""
_SOON, _SLOWER, _LONGEST = 1.0, 1.15, 15.0
"""How a child's page asks, see ``pages/static/js``: after seconds, each time so many times later, at most."""


@dataclass(frozen=True)
class Waited:
    """What came of a hand-in: seconds until it was marked, and until the child's page knew, where one was open; what was wrong, in words."""

    marked: float = 0.0
    page: float | None = None
    wrong: tuple[str, ...] = ()


@dataclass
class Line:
    """A line to the service, and an eye on what is marked."""

    place: Place
    client: httpx.AsyncClient
    _waiting: dict[int, asyncio.Future[float]] = field(default_factory=dict)

    async def hand_in(self, seat: Seat, paper: Paper, *, looks: bool = True) -> Waited:
        """Hand in and wait for the answer. ``looks``: with the page open."""
        began = time.perf_counter()
        answer = await self.client.post(
            f"{SERVICE_PREFIX}api/exchange/hand-ins/{seat.course}/{SET}",
            content=paper.content,
            headers={"Authorization": f"token {seat.child}", "Idempotency-Key": secrets.token_hex(16)},
        )
        if answer.status_code != 201:
            return Waited(wrong=(f"not accepted: {answer.status_code} {answer.text[:200]}",))
        number: int = answer.json()["number"]
        self._waiting[number] = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(PATIENCE):
                marked, page = await asyncio.gather(
                    self._waiting[number], self._page(seat) if looks else asyncio.sleep(0)
                )
        except TimeoutError:
            return Waited(wrong=(f"hand-in {number}: no answer within {PATIENCE:.0f} s",))
        shown = None if page is None else page - began
        return Waited(marked - began, shown, self._look(number, paper))

    async def watch(self) -> None:
        """See when each is marked."""
        while True:
            await asyncio.sleep(LOOK)
            if not self._waiting:
                continue
            with self.place.parts.database.read() as session:
                query = select(HandIn.id).where(HandIn.id.in_(self._waiting), HandIn.state != ACCEPTED)
                for number in session.scalars(query).all():
                    self._waiting.pop(number).set_result(time.perf_counter())

    async def _page(self, seat: Seat) -> float:
        """When the child's page has shown itself anew."""
        parts = self.place.parts
        cookie = f"{parts.auth.cookie_name}={sessions(parts).dumps(seat.child)}"
        headers = {"Accept": "text/html", "Cookie": cookie}
        wait = _SOON
        while True:
            await asyncio.sleep(wait)
            told = await self.client.get(f"{SERVICE_PREFIX}homework/{SET}/status", headers=headers)
            if told.json()["state"] != "handed_in":
                (await self.client.get(f"{SERVICE_PREFIX}homework/{SET}", headers=headers)).raise_for_status()
                return time.perf_counter()
            wait = min(wait * _SLOWER, _LONGEST)

    def _look(self, number: int, paper: Paper) -> tuple[str, ...]:
        """What is wrong with an answer."""
        with self.place.parts.database.read() as session:
            row = session.get_one(HandIn, number)
        if row.state != MARKED or row.marking is None:
            return (f"hand-in {number} is {row.state}",)
        told = {task.name: task for task in Told.from_json(row.marking).tasks}
        judged = {name: one.points == one.max_points for name, one in told.items() if one.points is not None}
        wrong = [
            f"hand-in {number}: {name} is {'right' if done else 'not right'}"
            for name, done in judged.items()
            if done != paper.right[name]
        ]
        stopped = say("loop-line", LANGUAGE, {"line": 1})
        wrong += [
            f"hand-in {number}: nobody is told that {name} never ends"
            for name in paper.endless
            if name not in judged or told[name].hint != stopped
        ]
        return (*wrong, *(() if judged else (f"hand-in {number}: nothing was judged",)))


@asynccontextmanager
async def open_line(place: Place) -> AsyncIterator[Line]:
    """A line, as long as the context lasts."""
    app = make_app(place.parts)
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://club.test") as client:
            line = Line(place, client)
            watching = asyncio.create_task(line.watch())
            try:
                yield line
            finally:
                watching.cancel()
                with suppress(asyncio.CancelledError):
                    await watching


async def one_after_the_other(line: Line, papers: Sequence[Paper]) -> list[Waited]:
    """Each when the one before was answered."""
    return [await line.hand_in(line.place.seats[place], one) for place, one in enumerate(papers)]


async def evenly(
    line: Line, first: Sequence[Paper], papers: Sequence[Paper], apart: float
) -> tuple[list[Waited], list[Waited]]:
    """The first ones at once; when they are handed in, the others, so many seconds apart; each from a child of its own."""
    begin = len(first)
    seats = line.place.seats
    before = [asyncio.create_task(line.hand_in(seats[place], one)) for place, one in enumerate(first)]
    then = [
        asyncio.create_task(_later(line, (place + 1) * apart, seats[begin + place], one, place % ONE_IN == 0))
        for place, one in enumerate(papers)
    ]
    return list(await asyncio.gather(*before)), list(await asyncio.gather(*then))


async def _later(line: Line, seconds: float, seat: Seat, paper: Paper, looks: bool) -> Waited:
    await asyncio.sleep(seconds)
    return await line.hand_in(seat, paper, looks=looks)
