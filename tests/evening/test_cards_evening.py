"""A librarian's afternoon with cards, in a real browser: a new child in the door, a printed sheet, everybody out, a move."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from codekids_hub import cards, consents, people
from codekids_hub.animals import ANIMALS
from codekids_hub.cards import DealtCard
from codekids_hub.clubs import NewClub, add_club
from codekids_hub.consents import Purpose
from codekids_hub.levels import Level
from codekids_hub.people import Role
from codekids_hub.secret_files import secret
from codekids_hub.settings import Settings
from codekids_hub.static_files import static_folder
from codekids_hub.storage import Database
from evening.club_visitors import HOME, Evening, Visitor
from evening.screens import ENGLISH, ROMANIAN, SIZES, Screen, Tongue
from hub.reading_pdfs import opened

PHONE: dict[str, Any] = {"width": 390, "height": 844, "has_touch": True}


@dataclass(frozen=True)
class Place:
    """A club of this file's own, so that its children are in nobody's way."""

    login: dict[str, str]
    children: tuple[DealtCard, ...]


@pytest.fixture(scope="module")
def place(evening: Evening) -> Place:
    """Otilia's club, with two children whose papers are noted."""
    settings = Settings(data=evening.data)
    database, now = Database(settings.database_url), datetime.now(UTC)
    login = {"username": "otilia", "password": "patru cuvinte bune aici"}
    new = NewClub(code="CARDURI", library="Biblioteca Orășenească", locality="Slănic", county="Prahova")
    with database.write() as session:
        club = add_club(session, new, now)
        adult = people.add_adult(session, login["username"], login["password"], now)
        session.flush()
        people.give_duty(session, adult, club, Role.LIBRARIAN, now)
        pepper = secret(settings.secrets, "pepper")
        dealt = []
        for child in people.add_children(session, club, ["Sorin", "Zoltán"], Level.BEGINNERS, now):
            consents.record(session, child, [Purpose.CLUB], consents.today(club, now), "1/2026", now)
            dealt.append(cards.deal(session, child, pepper, now))
    database.dispose()
    return Place(login, tuple(dealt))


@pytest.fixture
def otilia(
    evening: Evening, place: Place, open_browser: Callable[..., BrowserContext]
) -> Iterator[Callable[..., Screen]]:
    """The librarian at the page of her club's children."""

    def come(tongue: Tongue = ENGLISH, size: dict[str, Any] | None = None) -> Screen:
        page = open_browser(locale=tongue.locale, **(size or SIZES[tongue.language])).new_page()
        screen = Screen(page, tongue, evening.url)
        screen.log_in_adult(place.login)
        name = {"ro": "Copii și carduri", "en": "Children and cards"}[tongue.language]
        screen.press(name, "link")
        expect(screen.heading(name)).to_be_visible()
        return screen

    yield come


def well_made(page: Page) -> None:
    """Nothing serious for axe, one main heading, nothing to scroll sideways."""
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    found = [
        (each["id"], [node["html"] for node in each["nodes"]])
        for each in Axe().run(page).response["violations"]
        if each["impact"] in ("serious", "critical")
    ]
    assert not found, (page.url, found)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url


@pytest.mark.parametrize(("tongue", "size"), [(ROMANIAN, None), (ENGLISH, None), (ROMANIAN, PHONE)])
def test_the_pages_are_well_made(
    otilia: Callable[..., Screen], tongue: Tongue, size: dict[str, Any] | None
) -> None:
    page = otilia(tongue, size).page
    for each in page.locator("summary").all():
        each.click()
    well_made(page)
    page.get_by_role(
        "link", name={"ro": "Cine ce a schimbat aici", "en": "Who changed what here"}[tongue.language]
    ).click()
    well_made(page)
    page.go_back()
    page.get_by_role(
        "button", name={"ro": "Card nou pentru Sorin", "en": "New card for Sorin"}[tongue.language]
    ).click()
    expect(page.locator(".qr")).to_be_visible()
    well_made(page)
    page.get_by_role(
        "button",
        name={"ro": "Anulează: merge din nou cardul vechi", "en": "Undo: the old card works again"}[
            tongue.language
        ],
    ).click()
    expect(page.get_by_role("status")).to_contain_text("Sorin")


def test_late_and_new_and_in_within_a_minute(
    evening: Evening, otilia: Callable[..., Screen], open_browser: Callable[..., BrowserContext]
) -> None:
    """A suggested name, a signed paper, and the card on the screen opens the door on another device."""
    page = otilia().page
    page.get_by_role("checkbox", name="I have the signed paper of the parents, number").check()
    suggested = page.get_by_role("group", name="Suggested nicknames").get_by_role("button").first
    nickname = suggested.inner_text()
    suggested.click()
    expect(page.get_by_role("heading", name=f"The card of {nickname}")).to_be_visible()
    words = page.locator(".words").get_by_role("listitem").all_inner_texts()
    shown = page.locator(".animal .soft").inner_text()
    child = {
        "club": "CARDURI",
        "animal": animal_called(shown),
        "words": words,
        "nickname": nickname,
    }
    other = Screen(open_browser(**SIZES["ro"]).new_page(), ROMANIAN, evening.url)
    other.open("/hub/login")
    other.come_in(child)


def test_without_a_paper_the_door_stays_shut(
    otilia: Callable[..., Screen], log_in: Callable[..., Visitor]
) -> None:
    page = otilia().page
    page.get_by_label("Nickname", exact=True).last.fill("Florin")
    page.get_by_role("button", name="Add, and show the card").click()
    words = page.locator(".words").get_by_role("listitem").all_inner_texts()
    animal = animal_called(page.locator(".animal .soft").inner_text())
    form = {"club": "CARDURI", "animal": animal, "word1": words[0], "word2": words[1]}
    visitor = log_in()
    refused = visitor.offer(**form)
    assert refused.status_code == 403 and "acordul părinților" in refused.text
    page.get_by_role("link", name="Back to the children").click()
    page.get_by_role("button", name="I have these papers").click()
    expect(page.get_by_role("status")).to_contain_text("can log in")
    assert visitor.offer(**form).status_code == 302


def test_a_printed_card_is_read_by_the_camera(
    evening: Evening, place: Place, otilia: Callable[..., Screen], open_browser: Callable[..., BrowserContext]
) -> None:
    """The sheet as a printer gets it: its QR codes are read, and what they say opens the door."""
    screen = otilia()
    page, child = screen.page, place.children[1]
    page.get_by_role("checkbox", name=f"Print the card of {child.nickname}").check()
    form = page.locator("form#print")
    proof = form.locator("input[name=xsrf]").input_value()
    answer = (
        page.context.request.post(  # a browser without a window draws no PDF: what its form sends, by hand
            f"{evening.url}{form.get_attribute('action')}", form={"xsrf": proof, "child": child.child_id}
        )
    )
    assert (
        answer.headers["content-type"] == "application/pdf" and answer.headers["cache-control"] == "no-store"
    )
    with opened(answer.body()) as document:
        picture = document[0].render(scale=2).to_pil().convert("RGBA")
    card = picture.crop((0, 0, picture.width // 2, picture.height // 4 + 30))
    reader = page.context.new_page()
    reader.add_script_tag(path=str(static_folder() / "vendor" / "jsqr.js"))
    read = reader.evaluate(
        "([bytes, width, height]) => jsQR(Uint8ClampedArray.from(bytes), width, height)?.data",
        [list(card.tobytes()), card.width, card.height],
    )
    assert re.fullmatch(rf"{evening.url}/hub/card#[\w-]{{22}}", str(read)), read
    door = open_browser(**SIZES["ro"]).new_page()
    door.goto(str(read))
    door.wait_for_url(f"**{HOME}")
    expect(door.get_by_role("heading", name=re.compile(child.nickname)).first).to_be_visible()


def test_everybody_out(place: Place, otilia: Callable[..., Screen], log_in: Callable[..., Visitor]) -> None:
    """One tap, and within ten seconds an old cookie shows nothing any more; the card still works."""
    sorin = place.children[0]
    form = {"club": "CARDURI", "animal": sorin.animal, "word1": sorin.words[0], "word2": sorin.words[1]}
    child = log_in(**form)
    page = otilia().page
    page.get_by_role("button", name="End all logins in this room").click()
    expect(page.get_by_role("status")).to_be_visible()
    for _ in range(40):
        if child.follow(HOME).url.path == "/hub/login":
            break
        page.wait_for_timeout(250)
    else:
        raise AssertionError("the old cookie still shows the home")
    child.log_in(**form)


def animal_called(name: str) -> str:
    """The id of an animal by its English name."""
    (found,) = [each.id for each in ANIMALS if each.en == name]
    return found
