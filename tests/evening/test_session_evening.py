"""An evening of a club by real screens: children on two devices, one in a notebook, a projector, and a line that drops."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from evening import kernels
from evening.club_visitors import HOME, Evening, Visitor
from evening.crina import Crina

SOON = 15_000
"""Milliseconds that a test waits for news that are sent to every screen of the room: well below ``LATE``."""
LATE = 60_000
"""Milliseconds that a test waits for a page to notice news to which streams do not come through."""
QUESTION = "Erau iernile mai grele când bunicul era mic?"


@pytest.fixture
def crina(evening: Evening, log_in: Callable[..., Visitor]) -> Iterator[Crina]:
    """Crina at her desk; at the end no session of hers is left."""
    visitor = log_in(**evening.password("librarian"))
    with closing(sqlite3.connect(evening.data / "club.sqlite")) as database:
        (club_id,) = database.execute("SELECT id FROM clubs WHERE code = 'CIMISLIA'").fetchone()
    desk = Crina(visitor, club_id)
    yield desk
    desk.do("phase", act="end")


@pytest.fixture
def come(evening: Evening, open_browser: Callable[..., BrowserContext]) -> Callable[..., Page]:
    """A child of the advanced club comes in with its card."""

    def make(number: int, **options: Any) -> Page:
        page = open_browser(**options).new_page()
        page.goto(f"{evening.url}/hub/card#{evening.child(number, 'advanced')['token']}")
        page.wait_for_url(f"**{HOME}")
        name = "English" if str(options.get("locale", "")).startswith("en") else "Română"
        page.get_by_role("button", name=name, exact=True).click()
        expect(page.get_by_role("button", name=name, exact=True)).to_have_attribute("aria-current", "true")
        return page

    return make


def shows(page: Page, phase: str, within: float = SOON) -> None:
    """The page says which phase it is: on the steps, or on the strip."""
    step = page.locator("[aria-current=step]").or_(page.locator(".step, .ck-Meeting-phase"))
    expect(step.filter(has_text=phase).first).to_be_visible(timeout=within)


def test_every_screen_of_the_room_goes_along(
    evening: Evening, crina: Crina, come: Callable[..., Page], open_browser: Callable[..., BrowserContext]
) -> None:
    ana, mihai = come(0), come(1, width=810, height=1080, has_touch=True)
    key = crina.start(QUESTION)
    expect(ana.get_by_role("link", name="Intru")).to_be_visible(timeout=SOON)
    projector = open_browser(width=1920, height=1080).new_page()
    projector.goto(f"{evening.url}{HOME}screen/{key}")
    expect(projector.get_by_role("heading", name=QUESTION)).to_be_visible()
    for page in (ana, mihai):
        page.get_by_role("link", name="Intru").click()
        expect(page.get_by_role("heading", name=QUESTION)).to_be_visible()

    ana.get_by_role("textbox", name="Prima mea părere").fill("Cred că da")
    ana.get_by_role("button", name="Trimite").click()
    expect(ana.get_by_text("Am păstrat-o.")).to_be_visible()
    ana.get_by_role("button", name="Grup nou").click()
    mihai.get_by_role("button", name="Vin la voi").click()
    members = ana.get_by_role("region", name="Grupuri").get_by_role("listitem")
    expect(members.filter(has_text=evening.child(1, "advanced")["nickname"]).first).to_be_visible(
        timeout=SOON
    )

    crina.go_on()
    for page in (ana, mihai, projector):
        shows(page, "Cercetarea")
    ana.get_by_label("O propoziție").fill("Iernile au devenit mai calde.")
    ana.get_by_role("button", name="Păstrează").click()
    expect(mihai.get_by_label("O propoziție")).to_have_value("Iernile au devenit mai calde.", timeout=SOON)

    crina.go_on()
    for page in (ana, mihai, projector):
        shows(page, "Prezentarea")
    mihai.get_by_role("button", name="Arată pe ecranul mare").click()
    expect(projector.get_by_role("figure")).to_contain_text("Iernile au devenit mai calde.", timeout=SOON)
    expect(mihai.get_by_text("Cred că da")).to_be_visible()

    crina.do("phase", act="end")
    expect(ana.get_by_role("heading", name="Întâlnirea s-a încheiat")).to_be_visible(timeout=SOON)
    expect(projector.get_by_text(QUESTION)).to_have_count(0, timeout=SOON)


def test_a_picture_of_a_notebook_comes_to_the_big_screen(
    evening: Evening, crina: Crina, come: Callable[..., Page], open_browser: Callable[..., BrowserContext]
) -> None:
    key = crina.start(QUESTION)
    crina.go_on()
    card = evening.child(2, "advanced")
    elena = Visitor.at(evening.url)
    elena.log_in(**evening.words(card))
    elena.http.post(f"{HOME}workspace", headers={"X-XSRFToken": elena.xsrf()})
    elena.wait_for_workspace()
    elena.follow(f"{HOME}open/weather-station/one-warm-day")
    code = "from satul import *\ngrafic_bare([71, 23])\narata_tuturor()\nprint('gata')"
    said = kernels.run(elena, str(card["id"]), code, within=120)
    assert "Imaginea ta" in said or said.strip().endswith("gata"), said
    elena.close()

    page = come(2)
    page.get_by_role("link", name="Intru").click()
    expect(page.get_by_role("img", name="Grafic cu bare: 2 valori, de la 23 la 71.")).to_be_visible()
    crina.go_on()
    shows(page, "Prezentarea")
    page.get_by_role("button", name="Arată pe ecranul mare").click()
    projector = open_browser(width=1920, height=1080).new_page()
    projector.goto(f"{evening.url}{HOME}screen/{key}")
    picture = projector.get_by_role("figure").get_by_role(
        "img", name="Grafic cu bare: 2 valori, de la 23 la 71."
    )
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.naturalWidth") > 100, "it is really drawn"


def test_the_notebook_shows_the_session_and_the_hand(crina: Crina, come: Callable[..., Page]) -> None:
    crina.start(QUESTION)
    page = come(3)
    page.goto(page.url + "open/weather-station/one-warm-day")
    page.wait_for_url("**/user/**", timeout=120_000)
    strip = page.get_by_role("region", name="Întâlnire")
    expect(strip).to_be_visible(timeout=60_000)
    expect(page.get_by_text("Totul e pregătit.").first).to_be_visible(
        timeout=120_000
    )  # the notebook is busy no more
    crina.go_on()
    shows(page, "Cercetarea")
    strip.get_by_role("button", name="Ridic mâna").click()
    expect(strip.get_by_role("button", name="Las mâna jos")).to_be_visible()
    crina.do("phase", act="end")
    expect(strip).to_be_hidden(timeout=SOON)


def test_a_line_that_drops_loses_no_word(crina: Crina, come: Callable[..., Page]) -> None:
    crina.start(QUESTION)
    page = come(3)
    page.get_by_role("link", name="Intru").click()
    guess = page.get_by_role("textbox", name="Prima mea părere")
    guess.fill("Nu știu încă")
    page.context.set_offline(True)
    page.get_by_role("button", name="Trimite").click()
    expect(page.get_by_text("Acum nu avem internet.")).to_be_visible()
    crina.do("phase", act="stretch")
    page.context.set_offline(False)
    expect(page.get_by_text("Acum nu avem internet.")).to_be_hidden(timeout=LATE)
    expect(guess).to_have_value("Nu știu încă")
    page.get_by_role("button", name="Trimite").click()
    expect(page.get_by_text("Am păstrat-o.")).to_be_visible()
    expect(page.get_by_role("timer")).to_contain_text(re.compile(r"^(9|10):\d\d$"))


def test_where_streams_do_not_come_through_the_page_asks(crina: Crina, come: Callable[..., Page]) -> None:
    crina.start(QUESTION)
    page = come(0)
    page.route("**/services/club/live", lambda route: route.abort())
    page.goto(page.url + "session")
    shows(page, "Întrebarea")
    crina.go_on()
    shows(page, "Cercetarea", within=LATE)


def test_a_card_that_ends_takes_the_page_along(
    evening: Evening, crina: Crina, come: Callable[..., Page]
) -> None:
    crina.start(QUESTION)
    page = come(1)
    page.goto(page.url + "session")
    shows(page, "Întrebarea")
    page.context.clear_cookies()
    crina.go_on()
    page.wait_for_url("**/hub/login**", timeout=LATE)


@pytest.mark.parametrize(("locale", "size"), [("ro-RO", (1366, 768)), ("en-GB", (810, 1080))])
def test_everybody_can_read_and_tap_it(
    evening: Evening,
    crina: Crina,
    come: Callable[..., Page],
    open_browser: Callable[..., BrowserContext],
    locale: str,
    size: tuple[int, int],
) -> None:
    key = crina.start(QUESTION)
    child = come(0, locale=locale, width=size[0], height=size[1])
    child.goto(f"{evening.url}{HOME}session")
    child.locator("form[action$='/group'] button").click()
    projector = open_browser(width=1920, height=1080).new_page()
    projector.goto(f"{evening.url}{HOME}screen/{key}")
    for phase in range(3):
        expect(child.locator("ol.steps li").nth(phase)).to_have_attribute("aria-current", "step")
        for page in (child, projector):
            found = [
                (each["id"], [node["html"] for node in each["nodes"]])
                for each in Axe().run(page).response["violations"]
                if each["impact"] in ("serious", "critical")
            ]
            assert not found, (phase, page.url, found)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        small = child.evaluate(
            """() => [...document.querySelectorAll('main button, main a.button, main input[type=text]')]
                .filter((each) => each.offsetParent && each.getBoundingClientRect().height < 44)
                .map((each) => each.outerHTML)"""
        )
        assert small == []
        crina.go_on()
