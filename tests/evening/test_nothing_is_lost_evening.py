"""Nothing is lost: a line that is cut, a notebook that is deleted, a version brought back, a workspace that sleeps."""

import json
import os
import re
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from evening.club_visitors import HOME, Evening
from evening.screens import ROMANIAN, SIZES, Screen

CHALLENGE = "a-house"
FIELD = ("Schimbă", "scrie aici")
CHECK = ("Schimbă", "rulează celula aceasta ca să verifici")
SAVED = "salvat"
NO_LINE = "nu e salvat încă: nu e conexiune"
CUT_FOR = 90_000
"""Milliseconds that the line is down: far longer than any save waits."""


@pytest.fixture
def child_id(evening: Evening) -> str:
    """The child of these tests."""
    return str(evening.child(4)["id"])


@pytest.fixture
def context(open_browser: Callable[..., BrowserContext]) -> BrowserContext:
    """A tablet held upright; its browser keeps what it keeps from one page to the next."""
    return open_browser(**SIZES["en"])


@pytest.fixture
def screen(evening: Evening, context: BrowserContext) -> Iterator[Screen]:
    """The child at the house that it draws."""
    screen = Screen(context.new_page(), ROMANIAN, evening.url)
    screen.open(f"/hub/card#{evening.child(4)['token']}")
    screen.page.wait_for_url(f"**{HOME}")
    screen.speak(ROMANIAN)
    yield opened(screen)


def opened(screen: Screen) -> Screen:
    """The challenge, opened from the club's pages."""
    screen.open(f"{HOME}open/draw-the-village/{CHALLENGE}")
    screen.page.wait_for_url("**/doc/tree/**", timeout=180_000)
    expect(screen.field(*FIELD)).to_be_visible(timeout=90_000)
    guess = screen.page.get_by_role("region", name="Ce crezi că se va întâmpla?")
    expect(guess).to_be_visible(timeout=90_000)  # a living part: the program that runs cells is there
    return screen


def bar(page: Page, words: str) -> Locator:
    """What the bar on top says of the work."""
    return page.get_by_role("banner").get_by_role("status").filter(has_text=re.compile(f"^{words}$"))


def is_saved(screen: Screen, within: float = 60_000) -> None:
    expect(bar(screen.page, SAVED)).to_be_visible(timeout=within)


def home_of(evening: Evening, child_id: str) -> Path:
    return evening.data / "homes" / child_id


def test_a_cut_line_a_closed_tab_and_not_a_word_is_lost(screen: Screen, context: BrowserContext) -> None:
    screen.write(*FIELD, "inainte(10)")
    screen.page.wait_for_timeout(300)
    is_saved(screen, 15_000)  # nobody pressed anything
    context.set_offline(True)
    screen.write(*FIELD, "inainte(77)\n# scris pe ")
    expect(bar(screen.page, NO_LINE)).to_be_visible()
    screen.page.wait_for_timeout(CUT_FOR)
    screen.page.keyboard.type("intuneric")
    screen.page.wait_for_timeout(500)
    expect(screen.page.get_by_role("dialog")).to_have_count(0)
    screen.page.close()

    context.set_offline(False)
    again = opened(Screen(context.new_page(), ROMANIAN, screen.url))
    expect(again.field(*FIELD)).to_contain_text("# scris pe intuneric")
    expect(again.page.get_by_text("Ce ai scris la urmă e aici și e salvat.")).to_be_visible()
    is_saved(again)
    expect(again.page.get_by_role("dialog")).to_have_count(0)


def test_the_line_comes_back_under_the_same_page(screen: Screen, context: BrowserContext) -> None:
    context.set_offline(True)
    screen.write(*FIELD, "inainte(78)")
    expect(bar(screen.page, NO_LINE)).to_be_visible()
    context.set_offline(False)
    is_saved(screen)
    screen.page.reload()
    expect(screen.field(*FIELD)).to_contain_text("inainte(78)", timeout=90_000)


def test_what_was_changed_in_two_places_is_kept_twice(
    screen: Screen, evening: Evening, open_browser: Callable[..., BrowserContext]
) -> None:
    laptop = Screen(open_browser(**SIZES["ro"]).new_page(), ROMANIAN, evening.url)
    laptop.open(f"/hub/card#{evening.child(4)['token']}")
    laptop.page.wait_for_url(f"**{HOME}")
    opened(laptop)
    is_saved(screen)
    laptop.write(*FIELD, "# de pe laptop")
    laptop.page.wait_for_timeout(300)
    is_saved(laptop)
    screen.write(*FIELD, "# de pe tableta")
    expect(screen.page.get_by_text("Caietul a fost schimbat în două locuri.")).to_be_visible()
    expect(screen.field(*FIELD)).to_contain_text("# de pe tableta")
    is_saved(screen)
    screen.press("Versiunile mele")
    versions = screen.page.get_by_role("region", name="Versiunile mele")
    expect(versions.get_by_role("listitem").filter(has_text="de pe altă pagină")).to_contain_text(
        "# de pe laptop"
    )
    expect(screen.page.get_by_role("dialog")).to_have_count(0)


def test_a_checked_version_comes_back_and_nothing_goes(screen: Screen) -> None:
    screen.write(*FIELD, "inainte(31)")
    screen.run_cell(*CHECK)
    expect(screen.answer("Aproape. Mai încearcă!")).to_be_visible(timeout=60_000)
    screen.write(*FIELD, "stanga(1)")
    screen.press("Versiunile mele")
    versions = screen.page.get_by_role("region", name="Versiunile mele")
    checked = versions.get_by_role("listitem").filter(has_text="după o verificare").first
    expect(checked).to_contain_text("inainte(31)", timeout=60_000)
    checked.get_by_role("button", name="Adu înapoi").press("Enter")  # with the keyboard alone
    expect(screen.field(*FIELD)).to_contain_text("inainte(31)")
    expect(versions).to_have_count(0)
    screen.press("Anulează")
    expect(screen.field(*FIELD)).to_contain_text("stanga(1)")
    is_saved(screen)

    screen.write(*FIELD, "de_la_capat()")
    screen.run_cell(*FIELD)
    message = screen.page.get_by_role("region", name="Mesaj")
    message.get_by_role("button", name="O iau de la capăt").tap(timeout=60_000)
    expect(screen.field(*FIELD)).to_contain_text("inainte(60)")
    is_saved(screen)
    screen.press("Versiunile mele")
    expect(versions.get_by_role("listitem").filter(has_text="de_la_capat()").first).to_be_visible()


def test_a_deleted_notebook_comes_back_in_two_taps(screen: Screen, evening: Evening, child_id: str) -> None:
    screen.write(*FIELD, "inainte(79)")
    screen.page.wait_for_timeout(300)
    is_saved(screen)
    screen.press(ROMANIAN.lab_home, "link")
    screen.page.wait_for_url(f"**{HOME}")
    (home_of(evening, child_id) / "draw-the-village" / f"{CHALLENGE}.ipynb").unlink()

    screen.page.get_by_role("link", name=re.compile("O casă|Continuă")).first.tap()
    screen.page.get_by_role("button", name="Continui cu el").tap(timeout=120_000)
    expect(screen.field(*FIELD)).to_contain_text("inainte(79)")


def test_a_workspace_that_sleeps_wakes_in_the_same_tab(
    screen: Screen, evening: Evening, child_id: str
) -> None:
    screen.write(*FIELD, "inainte(80)")
    screen.page.wait_for_timeout(300)
    is_saved(screen)
    logins: list[str] = []
    screen.page.on(
        "request", lambda asked: logins.append(asked.url) if "/oauth_callback?" in asked.url else None
    )
    end_workspace(evening, child_id)
    screen.write(*FIELD, "print(40 + 2)")
    expect(bar(screen.page, f"(?!{SAVED}).+")).to_be_visible()
    is_saved(screen, 180_000)
    screen.page.wait_for_timeout(3_000)
    screen.run_cell(*FIELD)
    expect(screen.page.get_by_text("42", exact=True)).to_be_visible(timeout=90_000)
    expect(screen.page.get_by_role("dialog")).to_have_count(0)
    assert len(logins) == 1, logins


def end_workspace(evening: Evening, child_id: str) -> None:
    """End the child's server, as the machine's end would."""
    query = "SELECT spawners.state FROM spawners JOIN users ON user_id = users.id WHERE users.name = ?"
    with closing(sqlite3.connect(evening.data / "jupyterhub.sqlite", timeout=60)) as database:
        (state,) = database.execute(query, (child_id,)).fetchone()
    os.kill(json.loads(state)["pid"], signal.SIGKILL)
