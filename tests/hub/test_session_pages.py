"""A child's screen in a session and the projector, served by the real application; the Hub alone is played."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import select

from codekids_exercises.catalogue import Catalogue, SetEntry
from codekids_grading.store import Store
from codekids_hub import board, findings, groups, harmless_pictures, screen_keys, sessions
from codekids_hub.club.app import make_app
from codekids_hub.club.parts import Parts
from codekids_hub.club.visitors import sessions as cookies
from codekids_hub.queue import Queue
from codekids_hub.sessions import Opening
from codekids_hub.settings import Settings
from codekids_hub.storage.session_tables import Membership, Presence, SessionRow
from codekids_hub.storage.tables import Audit, Child, Club
from hub.meeting import hands
from hub.test_homework_pages import Browser, PlayedHub, PlayedWorkspaces
from hub.village import Village

PEPPER = "ab" * 32
QUESTION = "Erau iernile mai grele?"
WORDS = {"ro": "Vremea noastră", "en": "Our weather"}
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><rect width="4" height="3"/></svg>'
Visit = Callable[[str], Browser]


@pytest.fixture
def parts(village: Village, tmp_path: Path) -> Parts:
    """The service's parts, with one set."""
    settings = Settings(data=tmp_path, second_factor="offered")
    return Parts(
        settings=settings,
        database=village.database,
        catalogue=Catalogue((SetEntry("our-weather", "beginners", 6, "weather", WORDS, WORDS, WORDS, ()),)),
        hub=PlayedWorkspaces("http://127.0.0.1:1"),
        auth=PlayedHub(),
        session_key="k" * 64,
        service_token="",
        pepper=PEPPER,
        store=Store(tmp_path / "store"),
        queue=Queue(settings),
    )


@pytest.fixture
def app(parts: Parts) -> FastAPI:
    """The application."""
    return make_app(parts)


@pytest.fixture
def visit(parts: Parts, app: FastAPI) -> Iterator[Visit]:
    """A browser of somebody, by identifier."""
    yield lambda who: Browser(app, str(cookies(parts).dumps(who)))


@pytest.fixture
def nobody(app: FastAPI) -> Browser:
    """A browser in which nobody is logged in."""
    return Browser(app, "")


@pytest.fixture
def meeting(village: Village) -> str:
    """The id of a session that has just begun."""
    with village.database.write() as session:
        opening = Opening(question=QUESTION, question_from="set", beginners_set="our-weather")
        club = session.get_one(Club, village.club_id)
        return sessions.start(session, club, opening, village.crina_id, datetime.now(UTC), pepper=PEPPER).id


def go_on(village: Village, times: int = 1) -> None:
    with village.database.write() as session:
        for _ in range(times):
            row = sessions.running(session, village.club_id)
            assert row is not None
            sessions.next_phase(session, row, village.crina_id, datetime.now(UTC))


def send(browser: Browser, deed: str, **fields: str) -> httpx.Response:
    xsrf = re.search(r'name="xsrf" value="([0-9a-f]+)"', browser.get("/session").text)
    assert xsrf
    return browser.post(f"/session/{deed}", {"xsrf": xsrf[1]} | fields)


def part(page: str, name: str) -> str:
    """What stands in one part of the page."""
    found = re.search(rf'<(\w+)[^>]* data-part="{name}".*?</\1>', page, re.DOTALL)
    assert found, name
    return found[0]


def hold_up(village: Village, parts: Parts, who: str) -> str:
    with village.database.write() as session:
        row = sessions.running(session, village.club_id)
        assert row is not None
        child = session.get_one(Child, who)
        picture = (SVG.encode(), harmless_pictures.SVG)
        now = datetime.now(UTC)
        return findings.hold_up(session, row, child, picture, "o bară", parts.store, now).digest


def test_without_a_session_the_page_waits_for_one(village: Village, visit: Visit) -> None:
    page = visit(village.maria.child_id).get("/session")
    assert page.status_code == 200 and "Acum nu este nicio întâlnire" in page.text
    assert QUESTION not in visit(village.maria.child_id).get("/").text


def test_who_comes_home_sees_the_session_and_is_present(village: Village, visit: Visit, meeting: str) -> None:
    page = visit(village.maria.child_id).get("/")
    assert QUESTION in page.text and "/services/club/session" in page.text
    with village.database.read() as session:
        present = session.scalars(select(Presence.child_id).where(Presence.session_id == meeting)).all()
    assert present == [village.maria.child_id]


def test_the_strip_of_the_home_can_be_had_alone(village: Village, visit: Visit, meeting: str) -> None:
    strip = visit(village.maria.child_id).get("/session/now").text
    assert QUESTION in strip and f'data-changed="{meeting}.' in strip
    assert "<html" not in strip


def test_a_first_guess_is_kept_and_shown_again_without_a_name(
    village: Village, visit: Visit, meeting: str
) -> None:
    maria, luca = visit(village.maria.child_id), visit(village.luca.child_id)
    assert (
        'value="Da, <era> frig"'.replace("<", "&lt;").replace(">", "&gt;")
        in send(maria, "guess", words="Da, <era> frig").text
    )
    assert "era" not in part(luca.get("/session").text, "guess"), "the others' come in the review"
    go_on(village, 2)
    board_part = part(luca.get("/session").text, "board")
    assert "Da, &lt;era&gt; frig" in board_part and "Maria" not in board_part


def test_groups_are_made_joined_and_left_by_children(village: Village, visit: Visit, meeting: str) -> None:
    maria, luca = visit(village.maria.child_id), visit(village.luca.child_id)
    send(maria, "group")
    group = re.search(r'name="group" value="(\w+)"', luca.get("/session").text)
    assert group
    assert "Grupul tău" in send(luca, "group/join", group=group[1]).text
    assert "Luca" in part(maria.get("/session").text, "groups")
    chosen = send(maria, "group/mediator", child=village.luca.child_id)
    assert '<span class="tag">mediator</span>' in chosen.text
    assert "Luca" not in part(send(luca, "group/leave").text, "groups").replace("Luca)", "")
    with village.database.read() as session:
        now = session.scalars(select(Membership.child_id).where(Membership.until.is_(None))).all()
    assert now == [village.maria.child_id]


def test_a_refusal_is_said_on_the_page(village: Village, visit: Visit, meeting: str) -> None:
    answer = send(visit(village.maria.child_id), "group/join", group="r23456789abc")
    assert answer.status_code == 409
    assert "Acest grup nu mai există" in part(answer.text, "problem")
    assert QUESTION in answer.text


def test_a_hand_goes_up_and_down(village: Village, visit: Visit, meeting: str) -> None:
    maria = visit(village.maria.child_id)
    assert "Mâna ta e sus" in send(maria, "hand", up="1").text
    with village.database.read() as session:
        assert list(hands(session, meeting)) == ["Maria"]
    assert "Mâna ta e sus" not in send(maria, "hand", up="").text


def test_what_was_found_goes_to_the_big_screen(
    village: Village, visit: Visit, nobody: Browser, parts: Parts, meeting: str
) -> None:
    maria, key = visit(village.maria.child_id), screen_keys.make(PEPPER, meeting)
    go_on(village)
    digest = hold_up(village, parts, village.maria.child_id)
    assert "S-a încălzit." in send(maria, "finding", sentence="S-a încălzit.", picture=digest).text
    assert "S-a încălzit" not in nobody.get(f"/screen/{key}").text, "not before the review"
    go_on(village)
    assert "S-a încălzit" in nobody.get(f"/screen/{key}").text
    assert "Acum este pe ecranul mare" in send(maria, "finding/show").text
    screen = nobody.get(f"/screen/{key}")
    assert 'class="large"' in screen.text and f"/screen/{key}/picture/{digest}" in screen.text
    shown = nobody.get(f"/screen/{key}/picture/{digest}")
    assert shown.headers["Content-Type"] == "image/svg+xml" and "rect" in shown.text
    assert shown.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")


def test_wonders_are_put_up_and_taken_back(village: Village, visit: Visit, meeting: str) -> None:
    maria = visit(village.maria.child_id)
    go_on(village, 2)
    page = send(maria, "wonder", words="De ce?").text
    number = re.search(r'name="note" value="(\d+)"', page)
    assert number and "De ce?" in part(page, "board")
    assert "De ce?" not in send(maria, "wonder/back", note=number[1]).text


def test_nothing_but_words_and_pictures_is_on_the_projector(
    village: Village, visit: Visit, nobody: Browser, parts: Parts, meeting: str
) -> None:
    with village.database.write() as session:
        row = session.get_one(SessionRow, meeting)
        for child_id in (village.maria.child_id, village.luca.child_id):
            child = session.get_one(Child, child_id)
            groups.form(session, row, child, datetime.now(UTC))
            board.guess(session, row, child, "Cred că da", datetime.now(UTC))
    hold_up(village, parts, village.maria.child_id)
    for _ in range(2):
        page = nobody.get(f"/screen/{screen_keys.make(PEPPER, meeting)}").text
        for secret in (
            "Maria", "Luca", "crina", "Biblioteca", village.maria.child_id, f"animals/{village.maria.animal}",
            village.club_id, "PIETRARI",
        ):  # fmt: skip
            assert secret not in page
        go_on(village)


def test_the_key_of_the_projector_ends_with_its_session(
    village: Village, nobody: Browser, parts: Parts, meeting: str
) -> None:
    key = screen_keys.make(PEPPER, meeting)
    digest = hold_up(village, parts, village.maria.child_id)
    paths = [f"/screen/{key}{below}" for below in ("", "/live/now", f"/picture/{digest}")]
    assert [nobody.get(path).status_code for path in paths] == [200] * 3
    assert nobody.get(f"/screen?key={key.upper()}").url.path.endswith(key.replace("-", ""))
    assert nobody.get(f"/screen?key={key.upper()}").status_code == 200
    go_on(village, 3)
    assert [nobody.get(path).status_code for path in [*paths, f"/screen/{key}/live"]] == [404] * 4


def test_pictures_stay_in_the_club_and_with_what_is_shown(
    village: Village, visit: Visit, nobody: Browser, parts: Parts, meeting: str
) -> None:
    digest, key = (
        hold_up(village, parts, village.maria.child_id),
        screen_keys.make(PEPPER, meeting),
    )
    assert visit(village.luca.child_id).get(f"/session/picture/{digest}").status_code == 200
    assert visit(village.ana.child_id).get(f"/session/picture/{digest}").status_code == 404
    with village.database.write() as session:
        row = session.get_one(SessionRow, meeting)
        child = session.get_one(Child, village.maria.child_id)
        findings.put(session, row, child, "Fără imagine", None, datetime.now(UTC))
    assert nobody.get(f"/screen/{key}/picture/{digest}").status_code == 404


def test_adults_and_children_of_other_clubs_do_nothing_here(
    village: Village, visit: Visit, meeting: str
) -> None:
    assert QUESTION not in visit(village.ana.child_id).get("/session").text
    for adult in (village.crina_id, village.andrei_id):
        assert visit(adult).get("/session").status_code == 403
    answer = send_foreign(visit(village.ana.child_id))
    assert answer.status_code == 409 and QUESTION not in answer.text
    with village.database.read() as session:
        assert session.scalars(select(Presence)).all() == []


def send_foreign(browser: Browser) -> httpx.Response:
    """Ana, whose club is in no session, sends a guess all the same."""
    xsrf = re.search(r'name="xsrf" value="([0-9a-f]+)"', browser.get("/").text)
    assert xsrf
    return browser.post("/session/guess", {"xsrf": xsrf[1], "words": "Da"})


def test_a_form_without_its_proof_does_nothing(village: Village, visit: Visit, meeting: str) -> None:
    assert visit(village.maria.child_id).post("/session/hand", {"up": "1"}).status_code == 403
    with village.database.read() as session:
        assert hands(session, meeting) == {}


def test_who_may_listen_to_a_club(village: Village, visit: Visit, meeting: str) -> None:
    stamps = visit(village.maria.child_id).get("/live/now").json()
    assert stamps["changed"].startswith(meeting)
    assert visit(village.crina_id).get(f"/live/now?club={village.club_id}").json() == stamps
    refused: list[tuple[str, str]] = [
        (village.crina_id, village.other_club_id),
        (village.crina_id, ""),
        (village.andrei_id, village.club_id),
        (village.ana.child_id, village.club_id),
    ]
    for who, club in refused:
        assert visit(who).get(f"/live/now?club={club}").status_code == 404
        assert visit(who).get(f"/live?club={club}").status_code == 404
    with village.database.read() as session:
        noted = session.scalars(select(Audit.actor).where(Audit.action == "refused")).all()
    assert {who for who, _ in refused} == set(noted)


def test_screens_are_kept_nowhere(village: Village, visit: Visit, nobody: Browser, meeting: str) -> None:
    pages: list[Any] = [
        visit(village.maria.child_id).get("/session"),
        nobody.get(f"/screen/{screen_keys.make(PEPPER, meeting)}"),
    ]
    for page in pages:
        assert page.headers["Cache-Control"] == "no-store"
        assert "'unsafe-inline'" not in page.headers["Content-Security-Policy"]
