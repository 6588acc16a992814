"""People in front of the real application; the Hub alone is played: it says who has the cookie, and forgets people."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from fastapi import FastAPI

from codekids_exercises.catalogue import Catalogue
from codekids_grading.store import Store
from codekids_hub.club.app import make_app
from codekids_hub.club.parts import Parts
from codekids_hub.club.visitors import sessions, xsrf_for
from codekids_hub.hub_client import HubClient
from codekids_hub.queue import Queue
from codekids_hub.settings import Settings
from codekids_hub.storage import Database

CLUB = "/services/club"


class PlayedHub:
    """Says that whoever shows a token is called as the token."""

    cookie_name = "service-club"

    async def user_for_token(self, token: str, **_: Any) -> dict[str, str]:
        """The model of a person."""
        return {"kind": "user", "name": token}


@dataclass(frozen=True)
class ForgettingHub(HubClient):
    """Remembers whom it was told to forget."""

    forgotten: list[str] = field(default_factory=list)

    def remove_user(self, token: str, name: str) -> None:
        """Forget a person."""
        self.forgotten.append(name)


def parts_for(database: Database, folder: Path, pepper: str) -> Parts:
    """The service's parts on a database."""
    settings = Settings(data=folder, second_factor="offered")
    return Parts(
        settings=settings,
        database=database,
        catalogue=Catalogue(()),
        hub=ForgettingHub("http://127.0.0.1:1"),
        auth=PlayedHub(),
        session_key="k" * 64,
        service_token="",
        pepper=pepper,
        store=Store(folder / "store"),
        queue=Queue(settings),
    )


_last_made: list[tuple[Parts, FastAPI]] = []


def app_for(parts: Parts) -> FastAPI:
    """The application on these parts; browsers of one test share it, for making it takes a moment."""
    if not _last_made or _last_made[0][0] is not parts:
        _last_made[:] = [(parts, make_app(parts))]
    return _last_made[0][1]


class Browser:
    """Somebody's browser, straight at the application; without an identifier nobody is logged in there."""

    def __init__(
        self, parts: Parts, identifier: str, language: str = "en", headers: dict[str, str] | None = None
    ) -> None:
        self._app = app_for(parts)
        self._cookies = {PlayedHub.cookie_name: str(sessions(parts).dumps(identifier))} if identifier else {}
        self._proof = xsrf_for(parts, identifier)
        self._headers = {"Accept-Language": language, "Accept": "text/html"}
        if not identifier:
            self._headers["Sec-Fetch-Mode"] = "cors"  # a program is told, a person is led to the login
        self._headers |= headers or {}

    def get(self, path: str) -> httpx.Response:
        """Open a page."""
        return asyncio.run(self._ask("GET", path))

    def post(self, path: str, form: dict[str, Any] | None = None) -> httpx.Response:
        """Send a form with the proof that it is ours, and go where it leads; a list is a field that stands several times."""
        return self.send(path, {**(form or {}), "xsrf": self._proof})

    def send(self, path: str, form: dict[str, Any]) -> httpx.Response:
        """Send a form as it is."""
        return asyncio.run(self._ask("POST", path, form))

    async def _ask(self, method: str, path: str, form: dict[str, Any] | None = None) -> httpx.Response:
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(self._app),
            base_url="http://club.test",
            cookies=self._cookies,
            headers=self._headers,
        ) as client:
            answer = await client.request(method, f"{CLUB}{path}", data=form)
            after_a_form = answer.status_code == 303
            return await client.get(answer.headers["Location"]) if after_a_form else answer
