"""The session's API for workspaces: what is on, the hand, and a picture held up; identity from the token alone."""

import asyncio
import base64
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from codekids_exercises.catalogue import Catalogue
from codekids_grading.store import Store
from codekids_hub import findings, groups, sessions
from codekids_hub.club.app import make_app
from codekids_hub.club.parts import Parts
from codekids_hub.live import Live
from codekids_hub.queue import Queue
from codekids_hub.sessions import Opening
from codekids_hub.settings import Settings
from codekids_hub.storage.session_tables import SessionRow
from codekids_hub.storage.tables import Child, Club
from hub.meeting import hands
from hub.test_harmless_pictures import png
from hub.test_homework_pages import PlayedHub, PlayedWorkspaces
from hub.village import Village

API = "/services/club/api"
SVG = '<svg viewBox="0 0 4 3"><rect width="4" height="3" onclick="x()"/></svg>'
LONG = 20
"""Seconds that an answer waits for news at most."""
Ask = Callable[..., Awaitable[httpx.Response]]


class PlayedTokens(PlayedHub):
    """Every token of somebody may enter the service."""

    access_scopes = frozenset({"access:services!service=club"})

    def check_scopes(self, required: object, model: object) -> bool:
        """Always."""
        return True


@pytest.fixture
def app(village: Village, tmp_path: Path) -> FastAPI:
    """The application."""
    settings = Settings(data=tmp_path, second_factor="offered")
    return make_app(
        Parts(
            settings=settings,
            database=village.database,
            catalogue=Catalogue(()),
            hub=PlayedWorkspaces("http://127.0.0.1:1"),
            auth=PlayedTokens(),
            session_key="k" * 64,
            service_token="",
            pepper="p",
            store=Store(tmp_path / "store"),
            queue=Queue(settings),
        )
    )


def begin(village: Village) -> str:
    with village.database.write() as session:
        club = session.get_one(Club, village.club_id)
        opening = Opening(question="Erau iernile mai grele?")
        return sessions.start(session, club, opening, village.crina_id, datetime.now(UTC), pepper="p").id


def go_on(village: Village, times: int = 1) -> None:
    with village.database.write() as session:
        for _ in range(times):
            row = sessions.running(session, village.club_id)
            assert row is not None
            sessions.next_phase(session, row, village.crina_id, datetime.now(UTC))


def talk(app: FastAPI, token: str, scene: Callable[[Ask], Awaitable[Any]]) -> Any:
    """Play a scene in which a workspace with this token asks."""

    async def play() -> Any:
        app.state.live = Live(app.state.parts.database, every=0.05)
        transport = httpx.ASGITransport(app)
        headers = {"Authorization": f"token {token}"}
        async with httpx.AsyncClient(
            transport=transport, base_url="http://club.test", headers=headers
        ) as http:

            async def ask(path: str, body: object = None) -> httpx.Response:
                if body is None:
                    return await http.get(API + path)
                return await http.post(API + path, json=body)

            try:
                return await scene(ask)
            finally:
                await app.state.live.close()

    return asyncio.run(play())


def once(app: FastAPI, token: str, path: str, body: object = None) -> httpx.Response:
    """Ask once."""

    async def scene(ask: Ask) -> httpx.Response:
        return await ask(path, body)

    answer: httpx.Response = talk(app, token, scene)
    return answer


def test_without_a_session_nothing_runs(app: FastAPI, village: Village) -> None:
    said = once(app, village.maria.child_id, "/session").json()
    assert (said["running"], said["stamp"], said["url"]) == (False, "", None)


def test_what_is_on_is_told_in_the_childs_language(app: FastAPI, village: Village) -> None:
    begin(village)
    said = once(app, village.maria.child_id, "/session").json()
    assert (said["running"], said["phase"], said["name"]) == (True, "question", "Întrebarea")
    assert said["question"] == "Erau iernile mai grele?" and said["url"] == "/services/club/session"
    assert 290 < said["seconds_left"] <= 300
    other = once(app, village.ana.child_id, "/session").json()
    assert other["running"] is False


def test_an_answer_comes_as_soon_as_something_changes(app: FastAPI, village: Village) -> None:
    begin(village)

    async def scene(ask: Ask) -> tuple[dict[str, Any], dict[str, Any], float]:
        clock = asyncio.get_running_loop().time
        first = (await ask("/session")).json()
        first = (
            await ask(f"/session?after={first['stamp']}&wait=2")
        ).json()  # she is noted as present meanwhile
        waiting = asyncio.ensure_future(ask(f"/session?after={first['stamp']}&wait={LONG}"))
        await asyncio.sleep(0.5)
        assert not waiting.done()
        await asyncio.to_thread(go_on, village)
        begun = clock()
        second = (await waiting).json()
        return first, second, clock() - begun

    first, second, seconds = talk(app, village.maria.child_id, scene)
    assert (first["phase"], second["phase"]) == ("question", "investigation")
    assert seconds < LONG


def test_a_wait_in_which_nothing_happens_ends(app: FastAPI, village: Village) -> None:
    said = once(app, village.maria.child_id, "/session?after=&wait=1").json()
    assert said["running"] is False


def test_the_hand_goes_up_and_down(app: FastAPI, village: Village) -> None:
    session_id = begin(village)
    for up in (True, False):
        assert once(app, village.maria.child_id, "/hand", {"up": up}).json() == {"up": up}
        assert once(app, village.maria.child_id, "/session").json()["hand_up"] is up
    with village.database.read() as session:
        assert hands(session, session_id) == {}


def test_a_picture_is_held_up_to_the_group(app: FastAPI, village: Village) -> None:
    session_id = begin(village)
    with village.database.write() as session:
        row, child = session.get_one(SessionRow, session_id), session.get_one(Child, village.maria.child_id)
        group = groups.form(session, row, child, datetime.now(UTC))
        groups.join(session, row, session.get_one(Child, village.luca.child_id), group, datetime.now(UTC))
    held = {"kind": "image/svg+xml", "picture": SVG, "words": "o bară"}
    said = once(app, village.maria.child_id, "/findings", held).json()
    assert said["group"] and said["chosen"] is True
    with village.database.read() as session:
        row = session.get_one(SessionRow, session_id)
        (kept,) = findings.pictures(session, row, village.luca.child_id)
    stored = app.state.parts.store.get(kept.digest)
    assert kept.words == "o bară" and b"rect" in stored and b"onclick" not in stored


def test_a_png_comes_in_base64(app: FastAPI, village: Village) -> None:
    begin(village)
    held = {"kind": "image/png", "picture": base64.b64encode(png()).decode(), "words": ""}
    assert once(app, village.maria.child_id, "/findings", held).json() == {"group": None, "chosen": True}


@pytest.mark.parametrize(
    "held",
    [
        {"kind": "image/png", "picture": "not base64!"},
        {"kind": "image/png", "picture": base64.b64encode(b"GIF89a").decode()},
        {"kind": "image/svg+xml", "picture": "<p>hi</p>"},
        {"kind": "text/html", "picture": SVG},
        {"kind": "image/svg+xml", "picture": ""},
        {"kind": "image/svg+xml", "picture": "a" * 1_400_001},
        {"kind": "image/svg+xml", "picture": SVG, "child": "somebody else"},
    ],
)
def test_what_is_no_picture_is_refused(app: FastAPI, village: Village, held: dict[str, str]) -> None:
    begin(village)
    assert once(app, village.maria.child_id, "/findings", held).status_code == 422


def test_outside_a_session_there_is_nobody_to_show_it_to(app: FastAPI, village: Village) -> None:
    for path, body in (("/hand", {"up": True}), ("/findings", {"kind": "image/svg+xml", "picture": SVG})):
        answer = once(app, village.maria.child_id, path, body)
        assert answer.status_code == 409 and "nu a început" in answer.json()["error"]


def test_only_a_childs_own_token_speaks_here(app: FastAPI, village: Village) -> None:
    begin(village)
    for who, expected in ((village.crina_id, 403), ("nobody", 403)):
        assert once(app, who, "/session").status_code == expected
        assert once(app, who, "/hand", {"up": True}).status_code == expected
