"""Pages of homework and review, served by the real application; the Hub alone is played: it says who has the cookie."""

import asyncio
import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from codekids_exercises.catalogue import Catalogue, SetEntry
from codekids_grading import bundles
from codekids_grading.store import Store
from codekids_hub import people
from codekids_hub.club.app import make_app
from codekids_hub.club.parts import Parts
from codekids_hub.club.visitors import sessions
from codekids_hub.hub_client import HubClient
from codekids_hub.marking import Told, ToldCheck, ToldTask
from codekids_hub.people import Role
from codekids_hub.queue import Queue
from codekids_hub.settings import Settings
from codekids_hub.storage.homework_tables import Assignment, HandIn
from codekids_hub.storage.tables import Adult, Club
from hub.village import Village

HOMEWORK = "draw-the-village"
CLUB = "/services/club"
OUTPUT = "<b>desen</b><script>alert(1)</script>"
TASKS = (
    ToldTask(
        "fence",
        0.5,
        1.0,
        (ToldCheck("c", False, "Gardul nu e închis."),),
        "Unde privește țestoasa?",
        "gap",
        "x",
    ),
    ToldTask("own", None, 2.0, (), source="print('a') # casa", output=OUTPUT),
)


class PlayedHub:
    """Says that whoever shows a token is called as the token."""

    cookie_name = "service-club"

    async def user_for_token(self, token: str, **_: Any) -> dict[str, str]:
        """The model of a person."""
        return {"kind": "user", "name": token}


class Browser:
    """Somebody's browser, straight at the application."""

    def __init__(self, app: FastAPI, cookie: str) -> None:
        self._app = app
        self._cookies = {PlayedHub.cookie_name: cookie}

    def get(self, path: str) -> httpx.Response:
        """Open a page."""
        return asyncio.run(self._ask("GET", path))

    def post(self, path: str, data: dict[str, str]) -> httpx.Response:
        """Send a form."""
        return asyncio.run(self._ask("POST", path, data))

    async def _ask(self, method: str, path: str, data: dict[str, str] | None = None) -> httpx.Response:
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(self._app), base_url="http://club.test", cookies=self._cookies
        ) as client:
            return await client.request(method, f"{CLUB}{path}", data=data, follow_redirects=True)


class PlayedWorkspaces(HubClient):
    """Every workspace is ready."""

    def workspace(self, token: str, name: str) -> str:
        """Always ready."""
        return "ready"


def released_notebook() -> bytes:
    def cell(kind: str, name: str, source: str, **about: bool) -> dict[str, Any]:
        return {"cell_type": kind, "metadata": {"nbgrader": {"grade_id": name} | about}, "source": [source]}

    cells = [
        cell("markdown", "story", "# Satul"),
        cell("markdown", "fence-text", "## 1. Gardul (un punct)\n\nDesenează **gardul**."),
        cell("code", "fence", "...", solution=True),
        cell("code", "fence-check", "check()", grade=True),
        cell("markdown", "own-text", "## 2. Al tău (2 puncte)\n\nCe vrei tu."),
        cell("code", "own", "...", solution=True, grade=True),
    ]
    return bundles.write({"homework.ipynb": json.dumps({"cells": cells}).encode()})


@pytest.fixture
def parts(village: Village, tmp_path: Path) -> Parts:
    """The service's parts, with the homework released to the first club."""
    store = Store(tmp_path / "store")
    now = datetime.now(UTC)
    with village.database.write() as session:
        session.add(
            Assignment(
                club_id=village.club_id,
                name=HOMEWORK,
                digest=store.put(released_notebook()),
                released_at=now,
                closes_at=now + timedelta(days=3),
                released_by="calendar",
            )
        )
        ioana = people.add_adult(session, "ioana", "trei cuvinte bune", now, coordinator=True)
        mihaela = people.add_adult(session, "mihaela", "patru cuvinte bune", now)
        people.give_duty(session, mihaela, session.get_one(Club, village.other_club_id), Role.MENTOR, now)
        assert ioana.id != mihaela.id
    words = {"ro": "Desenează satul", "en": "Draw the village"}
    entry = SetEntry(HOMEWORK, "beginners", 1, "village", words, words, words, ())
    settings = Settings(data=tmp_path, second_factor="offered")
    return Parts(
        settings=settings,
        database=village.database,
        catalogue=Catalogue((entry,)),
        hub=PlayedWorkspaces("http://127.0.0.1:1"),
        auth=PlayedHub(),
        session_key="k" * 64,
        service_token="",
        pepper="",
        store=store,
        queue=Queue(settings),
    )


@pytest.fixture
def visit(parts: Parts) -> Iterator[Callable[[str], Browser]]:
    """A browser of somebody, by identifier or an adult's name."""
    app = make_app(parts)

    def come(who: str) -> Browser:
        with parts.database.read() as session:
            found = session.query(Adult.id).filter(Adult.name == who).scalar()
        return Browser(app, str(sessions(parts).dumps(found or who)))

    yield come


@pytest.fixture
def number(village: Village, parts: Parts) -> int:
    """Maria's hand-in, marked."""
    now = datetime.now(UTC)
    with village.database.write() as session:
        row = HandIn(
            club_id=village.club_id,
            assignment=HOMEWORK,
            child_id=village.maria.child_id,
            partner_id=None,
            key="00",
            digest="3fa9c1d2" + "0" * 56,
            size=1,
            received_at=now,
            late=True,
            state="marked",
            tries=1,
            free_at=now,
            marked_at=now,
            points=0.5,
            max_points=3.0,
            marking=Told(True, TASKS).as_json(),
            asked_at=None,
        )
        session.add(row)
        session.flush()
        return row.id


def form_of(page: str, **more: str) -> dict[str, str]:
    """The hidden fields of the card's form."""
    fields = dict(re.findall(r'name="(xsrf|fold|hand_in)" value="([0-9a-f]+)"', page))
    return fields | more


def test_a_homework_that_is_not_handed_in_says_what_to_do(
    village: Village, visit: Callable[[str], Browser]
) -> None:
    maria = visit(village.maria.child_id)
    page = maria.get(f"/homework/{HOMEWORK}").text
    assert "Nu trebuie să fie perfectă" in page and f"{CLUB}/homework/{HOMEWORK}/hand-in" in page
    assert f"{CLUB}/homework/{HOMEWORK}" in maria.get("/").text
    assert maria.get(f"/homework/{HOMEWORK}/status").json() == {"state": "new", "stamp": "new"}
    assert maria.get("/homework/no-such").status_code == 404
    assert visit(village.ana.child_id).get(f"/homework/{HOMEWORK}").status_code == 404


def test_a_child_sees_receipt_checks_and_one_next_step_without_a_mentor(
    village: Village, visit: Callable[[str], Browser], number: int
) -> None:
    page = visit(village.maria.child_id).get(f"/homework/{HOMEWORK}").text
    for words in (
        f"<dd>{number}</dd>",
        "3fa9c1d2",
        "A venit puțin mai târziu",
        "Gardul nu e închis.",
        "1. Gardul",
    ):
        assert words in page
    assert page.count("Unde privește țestoasa?") == 1, "one next step"
    assert "Puncte: 0,5 din 1" in page and "gap" not in page


def test_the_page_while_it_is_checked_waits_by_itself_and_without_a_script_too(
    village: Village, visit: Callable[[str], Browser], number: int
) -> None:
    with village.database.write() as session:
        row = session.get_one(HandIn, number)
        row.state, row.marking = "accepted", None
    maria = visit(village.maria.child_id)
    page = maria.get(f"/homework/{HOMEWORK}").text
    assert 'data-waits="yes"' in page and '<noscript><meta http-equiv="refresh"' in page
    before = maria.get(f"/homework/{HOMEWORK}/status").json()
    assert f'data-stamp="{before["stamp"]}"' in page
    with village.database.write() as session:
        session.get_one(HandIn, number).state = "marked"
    assert maria.get(f"/homework/{HOMEWORK}/status").json()["stamp"] != before["stamp"]


def test_a_mentor_answers_without_names_and_the_librarian_reads_it_with_the_name(
    village: Village, visit: Callable[[str], Browser], number: int
) -> None:
    andrei = visit("andrei")
    home = andrei.get("/").text
    assert "un club" in home and "2 răspunsuri noi" in home
    xsrf = form_of(home)["xsrf"]
    assert andrei.post("/review", data={"minutes": "40"}).status_code == 403, "a form of another page"
    card = andrei.post("/review", data={"minutes": "40", "xsrf": xsrf}).text
    for hidden in ("Maria", f"animals/{village.maria.animal}", village.maria.child_id, "Pietrari<"):
        assert hidden not in card.replace("andrei", "")
    assert "Vâlcea" in card and "Unde privește țestoasa?" in card and "<strong>gardul</strong>" in card
    second = andrei.post(
        "/review/card", data=form_of(card, decision="accept", comment="Bravo, frumos gard!")
    ).text
    assert "print(&#39;a&#39;)" in second
    fields = form_of(second, decision="again", comment="Mai adaugă ceva.", points="1,5")
    refused = andrei.post("/review/card", data=fields | {"points": "9", "comment": "Ce gard!"})
    assert refused.status_code == 422 and "Ce gard!" in refused.text, "what was written is still there"
    last = andrei.post("/review/card", data=fields)
    assert last.status_code == 200 and "Îți mulțumim!" in last.text
    assert "gone=1" in str(andrei.post("/review/card", data=fields).url), "answered already"
    maria = visit(village.maria.child_id).get(f"/homework/{HOMEWORK}").text
    assert "Bravo, frumos gard!" in maria and "Mai adaugă ceva." in maria and "Puncte: 1,5 din 2" in maria
    crina = visit("crina").get("/").text
    assert "Bravo, frumos gard!" in crina and "Maria" in crina and f"cu numărul {number}" in crina


def test_what_a_child_made_cannot_act_and_is_for_the_clubs_mentors_alone(
    village: Village, visit: Callable[[str], Browser], number: int
) -> None:
    shown = visit("andrei").get(f"/review/output/{number}/own")
    assert "<b>desen</b>" in shown.text and "<script" not in shown.text
    assert shown.headers["Content-Security-Policy"].startswith("sandbox;")
    assert visit("andrei").get(f"/review/output/{number}/no-such").status_code == 404
    assert visit("mihaela").get(f"/review/output/{number}/own").status_code == 404
    for other in (village.maria.child_id, "crina", "ioana"):
        assert visit(other).get(f"/review/output/{number}/own").status_code == 403
        assert visit(other).get("/review").status_code == 403


def test_a_child_asks_for_another_look_and_the_mentor_sees_it(
    village: Village, visit: Callable[[str], Browser], number: int
) -> None:
    maria = visit(village.maria.child_id)
    xsrf = form_of(maria.get("/").text)["xsrf"]
    for _ in range(2):
        page = maria.post(f"/homework/{HOMEWORK}/again-please", data={"xsrf": xsrf})
        assert page.status_code == 200 and "Un mentor se uită din nou" in page.text
    assert "again-please" not in page.text
    andrei = visit("andrei")
    xsrf = form_of(andrei.get("/").text)["xsrf"]
    assert "Mai cere o privire" in andrei.post("/review", data={"minutes": "10", "xsrf": xsrf}).text
    assert andrei.post(f"/homework/{HOMEWORK}/again-please", data={"xsrf": xsrf}).status_code == 403


def test_a_worry_reaches_the_coordinator_without_the_child_and_cards_go_back(
    village: Village, visit: Callable[[str], Browser], number: int
) -> None:
    andrei = visit("andrei")
    xsrf = form_of(andrei.get("/").text)["xsrf"]
    card = andrei.post("/review", data={"minutes": "10", "xsrf": xsrf}).text
    andrei.post("/review/card", data=form_of(card, decision="worry", note="Vorbiți cu biblioteca."))
    ioana = visit("ioana")
    page = ioana.get("/").text
    assert "Vorbiți cu biblioteca." in page and "Pietrari" in page and "Maria" not in page
    assert "&lt;5" in page, "counts under five are hidden"
    url = re.search(r'action="(/services/club/worries/\d+)"', page)
    assert url
    for other in ("andrei", "crina", village.maria.child_id):
        visitor = visit(other)
        token = form_of(visitor.get("/").text)["xsrf"]
        assert visitor.post(url[1].removeprefix(CLUB), data={"xsrf": token}).status_code == 403
    seen = ioana.post(url[1].removeprefix(CLUB), data={"xsrf": form_of(page)["xsrf"]})
    assert "Vorbiți cu biblioteca." not in seen.text


def test_leaving_returns_the_cards(village: Village, visit: Callable[[str], Browser], number: int) -> None:
    andrei = visit("andrei")
    xsrf = form_of(andrei.get("/").text)["xsrf"]
    andrei.post("/review", data={"minutes": "10", "xsrf": xsrf})
    assert "2 fișe sunt la tine" in andrei.get("/").text
    assert "sunt la tine" not in andrei.post("/review/leave", data={"xsrf": xsrf}).text
