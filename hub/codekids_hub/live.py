"""What tells every screen of a room that something has changed: one look at the database a second, for all of them.

A listener of a club gets its stamps at once and whenever one of them has changed: ``changed`` is the session with its
version, ``signs`` what workspaces say (for the wall). A screen that gets a new stamp asks for its part of the page anew.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import AsyncGenerator, Iterable
from contextlib import suppress
from datetime import UTC, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from codekids_hub import presence, sessions
from codekids_hub.storage import Database
from codekids_hub.storage.session_tables import SessionRow, Sign
from codekids_hub.storage.tables import Child

LOOK_EVERY = 1.0
"""Seconds between two looks."""
SEEN_EVERY = 15.0
"""Seconds after which a child that still listens is noted as present again."""
TIDY_EVERY = 60.0
"""Seconds between two looks for sessions that were forgotten."""
NOTHING = {"changed": "", "signs": ""}

Stamps = dict[str, str]
log = logging.getLogger("codekids.live")


def stamps(session: Session, club_ids: Iterable[str]) -> dict[str, Stamps]:
    """For each club the stamp of its last session and of its children's signs; both empty when there is nothing."""
    ids = list(club_ids)
    found = {club_id: dict(NOTHING) for club_id in ids}
    newest = (
        select(SessionRow.club_id, func.max(SessionRow.started_at).label("started_at"))
        .where(SessionRow.club_id.in_(ids))
        .group_by(SessionRow.club_id)
        .subquery()
    )
    rows = select(SessionRow.club_id, SessionRow.id, SessionRow.version).join(
        newest,
        (SessionRow.club_id == newest.c.club_id) & (SessionRow.started_at == newest.c.started_at),
    )
    for club_id, identifier, version in session.execute(rows):
        found[club_id]["changed"] = f"{identifier}.{version}"
    signs = (
        select(
            Child.club_id,
            func.max(Sign.acted_at),
            func.max(Sign.done_at),
            func.max(Sign.running_since),
            func.count(Sign.running_since),
            func.sum(Sign.failed_in_a_row),
        )
        .join(Sign, Sign.child_id == Child.id)
        .where(Child.club_id.in_(ids))
        .group_by(Child.club_id)
    )
    for club_id, *values in session.execute(signs):
        found[club_id]["signs"] = " ".join(map(str, values))
    return found


class Live:
    """The channel of one process.

    :param every: seconds between two looks at the database, whatever the number of listeners
    """

    def __init__(self, database: Database, every: float = LOOK_EVERY) -> None:
        self._database = database
        self._every = every
        self._listeners: Counter[str] = Counter()
        self._children: Counter[str] = Counter()
        self._known: dict[str, Stamps] = {}
        self._news = asyncio.Condition()
        self._task: asyncio.Task[None] | None = None
        self._over = False
        self.looks = 0

    async def listen(self, club_id: str, child_id: str | None = None) -> AsyncGenerator[Stamps]:
        """The club's stamps: those of now, then each time that they are others, until the channel is closed.

        :param child_id: the child whose screen this is: it is present. Whether it still is its page tells, with a
            question every now and then: a line that has died looks like one on which nothing is said
        """
        self._listeners[club_id] += 1
        self._children.update([child_id] if child_id else [])
        told: Stamps | None = None
        try:
            if self._listeners[club_id] == 1:
                await self._look_at([club_id])
            if self._task is None:
                self._task = asyncio.create_task(self._run())
            while True:
                async with self._news:
                    while not self._over and self._known.get(club_id) in (None, told):
                        await self._news.wait()
                if self._over:
                    return
                told = self._known[club_id]
                yield told
        finally:
            self._listeners -= Counter([club_id])
            self._children -= Counter([child_id] if child_id else [])
            if club_id not in self._listeners:
                self._known.pop(club_id, None)

    def known(self, club_id: str) -> Stamps | None:
        """The stamps of the last look, a second old at most; ``None`` when nobody listens to this club."""
        return self._known.get(club_id)

    async def close(self) -> None:
        """Send every listener home and end the looking; at the end of the process."""
        self._over = True
        async with self._news:
            self._news.notify_all()
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _run(self) -> None:
        clock = asyncio.get_running_loop().time
        tidied = noted = 0.0
        while True:
            try:
                if self._listeners:
                    await self._look_at(list(self._listeners))
                if self._children and clock() - noted >= SEEN_EVERY:
                    noted = clock()
                    await asyncio.to_thread(self._note, list(self._children))
                if clock() - tidied >= TIDY_EVERY:
                    tidied = clock()
                    await asyncio.to_thread(self._tidy)
            except Exception:
                log.exception("looking for news failed; it is tried again")
            await asyncio.sleep(self._every)

    async def _look_at(self, club_ids: list[str]) -> None:
        self.looks += 1
        found = await asyncio.to_thread(self._read, club_ids)
        async with self._news:
            self._known.update(
                {club_id: each for club_id, each in found.items() if club_id in self._listeners}
            )
            self._news.notify_all()

    def _read(self, club_ids: list[str]) -> dict[str, Stamps]:
        with self._database.read() as session:
            return stamps(session, club_ids)

    def _note(self, child_ids: list[str]) -> None:
        presence.heard(self._database, child_ids, datetime.now(UTC), only_new=True)

    def _tidy(self) -> None:
        with self._database.write() as session:
            sessions.end_forgotten(session, datetime.now(UTC))
