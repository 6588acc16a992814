"""What goes wrong on an evening, and how kindly: a program without end, a club that is away for a while."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import BrowserContext, expect

from evening.club_visitors import HOME, Evening
from evening.screens import ROMANIAN, SIZES, Screen

OPEN = f"{HOME}open/draw-the-village/our-street"
WRITE, CHECK = ("Schimbă", "scrie aici"), ("Schimbă", "rulează celula aceasta ca să verifici")


@pytest.fixture
def street(evening: Evening, open_browser: Callable[..., BrowserContext]) -> Iterator[Screen]:
    """A child who has begun *Ulița noastră*."""
    screen = Screen(open_browser(**SIZES["ro"]).new_page(), ROMANIAN, evening.url)
    child = evening.child(0)
    screen.open(f"/hub/card#{child['token']}")
    screen.page.wait_for_url(f"**{HOME}")
    screen.speak(ROMANIAN)
    screen.open(OPEN)
    screen.page.wait_for_url("**/doc/tree/**", timeout=120_000)
    expect(screen.page.get_by_text("Totul e pregătit. Spor la treabă!")).to_be_visible(timeout=60_000)
    yield screen


def answer(root: Path) -> str:
    """A right answer of the street's first task."""
    return (root / "exercises/sets/beginners/draw-the-village/our-street/answers/modify.py").read_text()


def test_a_program_without_end_is_stopped_and_asked_about(street: Screen, root: Path) -> None:
    street.write(*WRITE, "pasi = 0\nwhile pasi < 10:\n    cerc(1)\n    sterge_desenul()")
    street.run_cell(*WRITE)
    stop = street.page.get_by_role("button", name="Oprește")
    expect(stop).to_be_enabled()
    told = street.page.get_by_role("note").filter(has_text="pasi < 10")
    expect(told).to_be_visible(timeout=60_000)
    expect(told).to_contain_text("linia 2")
    expect(stop).to_be_disabled()
    street.write(*WRITE, answer(root))
    street.run_cell(*WRITE)
    street.run_cell(*CHECK)
    expect(street.answer("Gata, ai reușit!")).to_be_visible()


def test_nothing_is_lost_while_the_club_is_away(street: Screen, evening: Evening, root: Path) -> None:
    street.write(*WRITE, answer(root))
    street.run_cell(*WRITE)
    evening.stop_the_club_service()
    street.run_cell(*CHECK)
    expect(street.answer("Gata, ai reușit!")).to_be_visible()

    eventually_healthy(evening)
    street.press(ROMANIAN.lab_home, "link")
    street.page.wait_for_url(f"**{HOME}")
    street.open(f"{HOME}sets/draw-the-village")
    begun = street.page.get_by_role("link", name="Ulița noastră").filter(has_text="Începută")
    deadline = time.monotonic() + 60
    while not begun.is_visible():
        assert time.monotonic() < deadline, "what was checked did not arrive"
        street.page.wait_for_timeout(1_000)
        street.page.reload()


def eventually_healthy(evening: Evening) -> None:
    """Wait until the Hub has started the service again."""
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline:
        if httpx.get(f"{evening.url}{HOME}health", trust_env=False).status_code == 200:
            return
        time.sleep(0.5)
    raise AssertionError("the club's service did not come back")
