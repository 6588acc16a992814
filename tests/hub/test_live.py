"""The live channel: news reach every listener, and one look a second is enough for all of them."""

import asyncio
from datetime import UTC, datetime, timedelta

from codekids_hub import presence, sessions
from codekids_hub.live import NOTHING, Live, Stamps, stamps
from codekids_hub.sessions import Opening
from codekids_hub.storage.session_tables import Sign
from codekids_hub.storage.tables import Child, Club
from hub.village import Village

PEPPER = "ab" * 32


def begin(village: Village, now: datetime) -> str:
    with village.database.write() as session:
        club = session.get_one(Club, village.club_id)
        opening = Opening(question="Were winters harder?")
        return sessions.start(session, club, opening, village.crina_id, now, pepper=PEPPER).id


def test_without_a_session_the_stamps_are_empty(village: Village) -> None:
    with village.database.read() as session:
        assert stamps(session, [village.club_id]) == {village.club_id: NOTHING}
        assert stamps(session, []) == {}


def test_the_stamp_is_the_last_sessions(village: Village, now: datetime) -> None:
    first = begin(village, now)
    with village.database.write() as session:
        row = sessions.running(session, village.club_id)
        assert row is not None
        sessions.end(session, row, village.crina_id, now)
        ended = stamps(session, [village.club_id])[village.club_id]["changed"]
    second = begin(village, now + timedelta(minutes=1))
    with village.database.read() as session:
        assert ended == f"{first}.2"
        assert stamps(session, [village.club_id])[village.club_id]["changed"] == f"{second}.1"


def test_signs_of_workspaces_have_a_stamp_of_their_own(village: Village, now: datetime) -> None:
    found = []
    for failed in (0, 1):
        with village.database.write() as session:
            session.merge(
                Sign(
                    child_id=village.maria.child_id,
                    seen_at=now,
                    acted_at=now,
                    failed_in_a_row=failed,
                    mistake_in_a_row=0,
                )
            )
        with village.database.read() as session:
            found.append(stamps(session, [village.club_id, village.other_club_id]))
    assert found[0][village.club_id]["signs"] != found[1][village.club_id]["signs"]
    assert found[1][village.other_club_id] == NOTHING


def test_news_reach_every_listener_and_one_look_serves_them_all(village: Village, now: datetime) -> None:
    async def listen(live: Live, heard: list[Stamps]) -> None:
        async for each in live.listen(village.club_id):
            heard.append(each)
            if each["changed"].endswith(".2"):
                return

    async def evening() -> tuple[list[list[Stamps]], int]:
        live = Live(village.database, every=0.2)
        heard: list[list[Stamps]] = [[] for _ in range(30)]
        listeners = [asyncio.create_task(listen(live, each)) for each in heard]
        await asyncio.sleep(0.5)
        looks = live.looks
        assert live.known(village.club_id) == NOTHING and live.known(village.other_club_id) is None
        await asyncio.to_thread(begin, village, now)
        await asyncio.sleep(0.5)
        await asyncio.to_thread(see_maria)
        await asyncio.wait_for(asyncio.gather(*listeners), 10)
        await live.close()
        return heard, looks

    def see_maria() -> None:
        with village.database.write() as session:
            presence.seen(session, session.get_one(Child, village.maria.child_id), now)

    heard, looks = asyncio.run(evening())
    for each in heard:
        assert each[0] == NOTHING
        assert [stamp["changed"].rpartition(".")[2] for stamp in each] == ["", "1", "2"]
    assert looks <= 5, "not one for each of the thirty"


def test_who_listens_is_present(village: Village) -> None:
    begin(village, datetime.now(UTC))

    async def evening() -> None:
        live = Live(village.database, every=0.05)
        async for each in live.listen(village.club_id, village.maria.child_id):
            if each["changed"].endswith(".2"):  # she came
                break
        await live.close()

    asyncio.run(asyncio.wait_for(evening(), 10))
    with village.database.read() as session:
        row = sessions.running(session, village.club_id)
        assert row is not None
        assert [child.nickname for child, _ in presence.present(session, row)] == ["Maria"]


def test_at_the_end_everybody_is_sent_home(village: Village) -> None:
    async def evening() -> int:
        live = Live(village.database, every=0.05)
        heard = 0

        async def listen() -> None:
            nonlocal heard
            async for _ in live.listen(village.club_id):
                heard += 1

        listeners = [asyncio.create_task(listen()) for _ in range(3)]
        await asyncio.sleep(0.3)
        await live.close()
        await asyncio.wait_for(asyncio.gather(*listeners), 5)
        return heard

    assert asyncio.run(evening()) == 3
