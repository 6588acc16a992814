"""The door and what is behind it, in a browser: without JavaScript, by the card's square, light, and closed again."""

import re
import time
from collections.abc import Callable
from typing import Any

from playwright.sync_api import BrowserContext, Request, Response, expect

from codekids_hub.animals import find_animal
from evening.club_visitors import HOME, Evening
from evening.screens import ENGLISH, ROMANIAN, SIZES, Screen, Tongue

OpenBrowser = Callable[..., BrowserContext]
LIGHT = 100_000
"""Bytes that a child's home may weigh on a village's line."""


def at_screen(open_browser: OpenBrowser, evening: Evening, tongue: Tongue, **options: Any) -> Screen:
    """Somebody in front of a new browser."""
    context = open_browser(locale=tongue.locale, **SIZES[tongue.language], **options)
    return Screen(context.new_page(), tongue, evening.url)


def by_card(screen: Screen, child: dict[str, Any]) -> None:
    """Come in by the address in the card's square."""
    screen.open(f"/hub/card#{child['token']}")
    screen.is_home(child)


def animal_of(child: dict[str, Any]) -> str:
    """The child's animal, as the Romanian page calls it."""
    animal = find_animal(child["animal"])
    assert animal
    return animal.name("ro")


def test_the_login_page_needs_no_javascript(evening: Evening, open_browser: OpenBrowser) -> None:
    screen = at_screen(open_browser, evening, ROMANIAN, java_script_enabled=False)
    screen.open("/")
    screen.come_in(evening.child(0))
    screen.press(ROMANIAN.finished, "link")
    screen.log_in_adult(evening.password("librarian"))
    expect(screen.page.get_by_role("region", name="Pietrari")).to_be_visible()


def test_the_cards_square_leads_home_while_the_workspace_starts(
    evening: Evening, open_browser: OpenBrowser
) -> None:
    screen, child = at_screen(open_browser, evening, ENGLISH), evening.child(5, "advanced")
    by_card(screen, child)
    assert child["token"] not in screen.page.url
    status = screen.page.get_by_role("status")
    either = re.compile(f"{ENGLISH.starting}|{ENGLISH.ready}")  # it may take a tenth of a second
    expect(status.filter(has_text=either)).to_be_visible()
    screen.page.reload()
    screen.is_home(child)
    expect(status.filter(has_text=ENGLISH.ready)).to_be_visible(timeout=120_000)
    screen.page.go_back()
    assert child["token"] not in screen.page.url, "the secret is not in the browser's history"


def test_a_wrong_word_is_said_in_place(evening: Evening, open_browser: OpenBrowser) -> None:
    screen, child = at_screen(open_browser, evening, ROMANIAN), evening.child(4)
    screen.open("/")
    screen.page.get_by_label(ROMANIAN.club_code).fill(child["club"])
    screen.page.get_by_role("radio", name=animal_of(child), exact=True).click()
    screen.page.get_by_label(ROMANIAN.first_word).fill("altceva")
    screen.page.get_by_label(ROMANIAN.second_word).fill("nimic")
    screen.press(ROMANIAN.come_in)
    expect(screen.page.get_by_role("alert")).to_be_focused()
    expect(screen.page.get_by_label(ROMANIAN.first_word)).to_have_value("")


def test_a_word_is_chosen_from_a_short_list(evening: Evening, open_browser: OpenBrowser) -> None:
    """Typed without diacritics, then tapped."""
    screen, child = at_screen(open_browser, evening, ROMANIAN), evening.child(4)
    screen.open(f"/hub/login?club={child['club']}")
    screen.page.get_by_role("radio", name=animal_of(child), exact=True).click()
    first, second = child["words"]
    for label, word in ((ROMANIAN.first_word, first), (ROMANIAN.second_word, second)):
        screen.page.get_by_label(label).press_sequentially(word[:2])
        chip = screen.page.get_by_role("button", name=word, exact=True)
        if not chip.is_visible():
            screen.page.get_by_label(label).press_sequentially(word[2:-1])
        chip.click()
        expect(screen.page.get_by_label(label)).to_have_value(word)
    screen.press(ROMANIAN.come_in)
    screen.is_home(child)


def test_the_childs_home_is_light(evening: Evening, open_browser: OpenBrowser) -> None:
    """All that the line carries to a cold browser."""
    known = at_screen(open_browser, evening, ROMANIAN)
    by_card(known, evening.child(0))
    fresh = open_browser(**SIZES["ro"], storage_state=known.page.context.storage_state())
    answers: list[Response] = []
    fresh.on("response", lambda answer: answers.append(answer))
    page = fresh.new_page()
    page.goto(evening.url + HOME)
    page.evaluate("document.fonts.ready")
    live = [each.url for each in answers if each.request.resource_type == "eventsource"]
    loaded = [each for each in answers if each.url not in live]
    sizes = {each.url.removeprefix(evening.url): sum(_carried(each.request)) for each in loaded}
    assert any("club.css" in url for url in sizes) and any("woff2" in url for url in sizes)
    assert 10_000 < sum(sizes.values()) < LIGHT, sizes


def _carried(request: Request) -> tuple[int, int]:
    sizes = request.sizes()
    return sizes["responseHeadersSize"], sizes["responseBodySize"]


def test_a_new_card_closes_the_childs_open_tab(evening: Evening, open_browser: OpenBrowser) -> None:
    child = evening.child(4, "advanced")
    tab = at_screen(open_browser, evening, ROMANIAN)
    by_card(tab, child)
    librarian = at_screen(open_browser, evening, ROMANIAN)
    librarian.log_in_adult(evening.password("librarian"))
    club = librarian.page.get_by_role("region", name="Cimișlia")
    club.get_by_role("link", name="Copii și carduri", exact=True).first.click()
    librarian.press(f"Card nou pentru {child['nickname']}")
    expect(librarian.heading(f"Card pentru {child['nickname']}")).to_be_visible()
    words = librarian.page.get_by_role("listitem").all_inner_texts()

    door = tab.page.get_by_role("radio").first
    deadline = time.monotonic() + 60  # a workspace that is just starting must be up before it can be stopped
    while not door.is_visible():
        assert time.monotonic() < deadline, "the old card's tab is still open"
        tab.page.wait_for_timeout(500)
        tab.page.reload()
    tab.come_in({**child, "words": words})
