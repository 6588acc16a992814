"""Every page of ours, looked at by axe, in both languages, on a laptop and on a tablet: nothing serious is found."""

import time
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, expect

from codekids_hub.hub_client import HubAway, HubClient
from evening.club_visitors import HOME, Evening
from evening.screens import ENGLISH, ROMANIAN, SIZES, Screen, Tongue

SERIOUS = ("serious", "critical")
Open = Callable[[], Screen]


@pytest.fixture(params=[ROMANIAN, ENGLISH], ids=["ro-laptop", "en-tablet"])
def tongue(request: pytest.FixtureRequest) -> Tongue:
    """Who looks."""
    found: Tongue = request.param
    return found


@pytest.fixture
def come(evening: Evening, open_browser: Callable[..., BrowserContext], tongue: Tongue) -> Iterator[Open]:
    """Somebody in front of a new browser; a page wider than the screen is not forgiven either."""

    def make() -> Screen:
        page = open_browser(locale=tongue.locale, **SIZES[tongue.language]).new_page()
        return Screen(page, tongue, evening.url)

    yield make


def well_made(screen: Screen) -> None:
    """No serious finding, the right language, one main heading, nothing to scroll sideways."""
    page = screen.page
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    found = [
        (each["id"], [node["html"] for node in each["nodes"]])
        for each in Axe().run(page).response["violations"]
        if each["impact"] in SERIOUS
    ]
    assert not found, (page.url, found)
    assert page.evaluate("document.documentElement.lang") == screen.tongue.language, page.url
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url


def test_before_the_login(evening: Evening, come: Open) -> None:
    screen = come()
    for path in (
        "/hub/login",
        "/hub/login?as=adult",
        "/hub/card",
        f"{HOME}no-such-page",
    ):
        screen.open(path)
        well_made(screen)
    screen.open(f"/hub/login?club={evening.child(0)['club']}")
    well_made(screen)
    screen.page.get_by_role("radio").first.click()
    screen.page.get_by_label(screen.tongue.first_word).press_sequentially("a")
    well_made(screen)
    screen.page.get_by_label(screen.tongue.second_word).fill("b")
    screen.press(screen.tongue.come_in)
    expect(screen.page.get_by_role("alert")).to_be_visible()
    well_made(screen)


def test_a_childs_pages(evening: Evening, come: Open, tongue: Tongue) -> None:
    screen, child = come(), evening.child({"ro": 0, "en": 2}[tongue.language], "advanced")
    sleeps(evening, child["id"])
    screen.page.route(f"**{HOME}workspace", lambda route: route.abort())  # it waits, as in a crowded minute
    screen.open(f"/hub/card#{child['token']}")
    screen.page.wait_for_url(f"**{HOME}")
    screen.speak(screen.tongue)
    well_made(screen)
    screen.open(f"{HOME}open/weather-station/one-warm-day")
    well_made(screen)
    for path in (
        f"{HOME}me",
        f"{HOME}open/weather-station/no-such",
        "/hub/token",
        "/hub/no-such-page",
        "/hub/home",
        "/hub/admin",
        "/hub/spawn/somebody",
    ):
        screen.open(path)
        well_made(screen)


def sleeps(evening: Evening, name: str) -> None:
    """The child's workspace does not run: another test may have left it open."""
    token = (evening.data / "secrets" / "service").read_text().strip()
    deadline = time.monotonic() + 120
    while True:
        try:
            return HubClient(f"{evening.url}/hub/api").remove_user(token, name)
        except HubAway:  # it starts or stops just now
            assert time.monotonic() < deadline, "the workspace could not be stopped"
            time.sleep(1)


@pytest.mark.parametrize("role", ["librarian", "mentor", "coordinator"])
def test_an_adults_pages(evening: Evening, come: Open, role: str) -> None:
    screen = come()
    screen.log_in_adult(evening.password(role))
    well_made(screen)
    for path in ("open/weather-station/one-warm-day", "second-factor"):
        screen.open(f"{HOME}{path}")
        well_made(screen)


def test_a_coordinators_rooms(evening: Evening, come: Open, tongue: Tongue) -> None:
    invite, as_what, link = {
        "ro": ("Fă un link", "Ca", "Linkul"),
        "en": ("Make a link", "As", "The link"),
    }[tongue.language]
    screen = come()
    screen.log_in_adult(evening.password("coordinator"))
    for room in ("clubs", "clubs?q=nowhere", "clubs/new", "season", "questions", "content", "reports"):
        screen.open(f"{HOME}programme/{room}")
        well_made(screen)
    screen.open(f"{HOME}programme/people/{evening.ready['mentor']['id']}")
    well_made(screen)
    screen.open(f"{HOME}programme/people")
    screen.page.get_by_label(as_what, exact=True).select_option("coordinator")
    screen.press(invite)
    expect(screen.page.get_by_label(link, exact=True)).to_be_visible()
    well_made(screen)
    guest = come()
    guest.page.goto(screen.page.get_by_label(link, exact=True).input_value())
    well_made(guest)


def test_a_librarians_meeting(evening: Evening, come: Open, tongue: Tongue) -> None:
    prepare, sheet, begin, go_on, end = {
        "ro": ("Pregătește", "Pagina ta despre", "Păstrează și începe", "Mai departe", "Încheie întâlnirea"),
        "en": ("Prepare", "Your page about", "Keep it and start", "Go on", "End the session"),
    }[tongue.language]
    screen = come()
    screen.log_in_adult(evening.password("librarian"))
    screen.speak(tongue)
    page = screen.page
    page.get_by_role("region", name="Pietrari").get_by_role("link", name=prepare).click()
    expect(page.get_by_role("group")).not_to_have_count(0)
    well_made(screen)
    page.get_by_role("link", name=sheet).first.click()
    expect(page.get_by_role("article")).to_be_visible()
    well_made(screen)
    page.go_back()
    page.get_by_role("button", name=begin).click()
    page.wait_for_url("**/wall")
    well_made(screen)
    card, child = evening.child(4), come()
    child.open(f"/hub/card#{card['token']}")
    child.page.wait_for_url(f"**{HOME}")
    page.get_by_role("article", name=card["nickname"]).click()
    well_made(screen)
    page.get_by_role("button", name=go_on).click()
    page.get_by_role("button", name=go_on).click()
    expect(page.get_by_role("heading", level=2)).to_have_count(3)
    well_made(screen)
    page.get_by_role("button", name=end, exact=True).click()
    page.wait_for_url(f"**{HOME}reports/*")
    well_made(screen)
    assert page.get_by_role("listitem").filter(has_text=card["nickname"]).count() == 1


def test_a_new_card(evening: Evening, come: Open, tongue: Tongue) -> None:
    children, card = {"ro": ("Copii și carduri", "Card nou"), "en": ("Children and cards", "New card")}[
        tongue.language
    ]
    screen = come()
    screen.log_in_adult(evening.password("librarian"))
    screen.speak(tongue)
    screen.page.get_by_role("region", name="Pietrari").get_by_role("link", name=children).click()
    screen.page.wait_for_url("**/children")
    well_made(screen)
    sofia = screen.page.get_by_role("listitem").filter(has_text="Sofia").first
    sofia.get_by_role("button", name=card).click()
    screen.page.wait_for_url("**/card")
    well_made(screen)
    undo = {"ro": "Anulează: merge din nou cardul vechi", "en": "Undo: the old card works again"}
    screen.press(undo[tongue.language])  # the card is other tests', too
    expect(screen.page.get_by_role("status")).to_contain_text("Sofia")
