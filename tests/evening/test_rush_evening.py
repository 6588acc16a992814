"""The crowd of ``bench rush`` in its smallest form, at the demo that runs: nobody meets an error. Nothing is said about times."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from codekids_hub.bench import crowd
from codekids_hub.bench.browsing import Browser, Watch, new_line
from codekids_hub.bench.crowd import Child, Librarian
from codekids_hub.bench.rushed_hub import PASSWORD, MetClub, clubs_that_meet
from codekids_hub.secret_files import secret
from codekids_hub.settings import Settings
from codekids_hub.storage import Database
from evening.club_visitors import Evening

COME = 3


async def come_and_work(url: str, club: MetClub) -> Watch:
    watch, line = Watch(), new_line()
    children = [Child(card, Browser(url, watch, line), "draw-the-village/a-house") for card in club.cards]
    librarian = Librarian(club.librarian, PASSWORD, club.id, Browser(url, watch, line))
    await crowd.rush(children, 0.5)
    await crowd.work(children, [librarian], 1)
    for child in children:
        child.go_home()
    line.close()
    return watch


@pytest.mark.timeout(900)
def test_a_few_at_once_open_their_notebooks_and_work(evening: Evening) -> None:
    settings = Settings(data=evening.data)
    database = Database(f"sqlite:///{evening.data / 'club.sqlite'}")
    (club,) = clubs_that_meet(database, secret(settings.secrets, "pepper"), "rush", COME)
    database.dispose()
    with ThreadPoolExecutor(1) as apart:  # the driver of browsers has a loop in this thread
        watch = apart.submit(lambda: asyncio.run(come_and_work(evening.url, club))).result()
    assert watch.errors == []
    for kind in (crowd.LOG_IN, crowd.OPEN, crowd.ALL, crowd.CELLS, crowd.SAVES, crowd.HOME, crowd.SESSION):
        assert len(watch.seconds[kind]) == COME
    assert watch.seconds[crowd.WALL]
