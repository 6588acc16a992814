"""The parts of a notebook in a real browser: the guess and the blocks on a laptop and by touch; what run does; locks."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from evening.club_visitors import HOME, Evening
from evening.screens import ENGLISH, ROMANIAN, SIZES, Screen, Tongue

OpenBrowser = Callable[..., BrowserContext]
OWN = "celula ta"
LOCKED = ("Ghicește întâi", "celula aceasta doar se rulează, nu se schimbă")
RESTARTED = """async () => {
    const root = location.pathname.split("/doc/")[0];
    const headers = { "X-XSRFToken": document.cookie.match(/_xsrf=([^;]+)/)?.[1] };
    const ask = async (path, method) => (await fetch(`${root}/api/kernels${path}`, { method, headers })).json();
    for (const { id } of await ask("", "GET")) await ask(`/${id}/restart`, "POST");
    for (let look = 0; look < 240; look++) {
        if ((await ask("", "GET")).every((kernel) => kernel.execution_state === "idle")) return;
        await new Promise((next) => setTimeout(next, 250));
    }
}"""
"""Every kernel of this workspace starts anew, as after a crash, and waits for work."""


@pytest.fixture
def open_challenge(
    evening: Evening, open_browser: OpenBrowser
) -> Iterator[Callable[[Tongue, int, str], Screen]]:
    """A child opens a challenge; its parts are there without anybody running them."""

    def come(tongue: Tongue, child: int, challenge: str) -> Screen:
        page = open_browser(locale=tongue.locale, **SIZES[tongue.language]).new_page()
        screen = Screen(page, tongue, evening.url)
        screen.open(f"/hub/card#{evening.child(child)['token']}")
        page.wait_for_url(f"**{HOME}")
        screen.speak(tongue)
        screen.open(f"{HOME}open/{challenge}")
        page.wait_for_url("**/doc/tree/**", timeout=120_000)
        expect(page.locator(".satul-option").first).to_be_visible(timeout=90_000)
        return screen

    yield come


def lines(blocks: Locator) -> list[str]:
    """The lines of the blocks, from the top."""
    return [line.strip() for line in blocks.get_by_role("listitem").locator("code").all_inner_texts()]


def answer_of(blocks: Locator) -> Locator:
    return blocks.get_by_role("status")


def test_guess_and_blocks_on_a_laptop(open_challenge: Callable[..., Screen]) -> None:
    screen = open_challenge(ROMANIAN, 1, "until-when/three-kids")
    guesses(screen)
    blocks = screen.page.get_by_role("region", name="Liniile programului")
    orders_by_keys(blocks, screen.page)
    screen.page.get_by_role("button", name="Salvează").click()
    kept = lines(blocks)
    screen.page.reload()
    guess = screen.page.get_by_role("region", name="Ce crezi că se va întâmpla?")
    expect(guess.get_by_text("acum știi ceva ce nu știai")).to_be_visible(timeout=60_000)
    expect(blocks).to_be_visible()
    assert lines(blocks) == kept


def guesses(screen: Screen) -> None:
    guess = screen.page.get_by_role("region", name="Ce crezi că se va întâmpla?")
    choice = guess.get_by_role("button").nth(2)
    choice.click()
    expect(choice).to_have_attribute("aria-pressed", "true")
    expect(guess.get_by_role("status")).to_contain_text("rulează celula de mai sus")
    screen.run_cell(*LOCKED)
    expect(guess.get_by_text("așa a fost?")).to_be_visible()
    guess.get_by_role("button", name="nu, altceva").click()
    expect(guess.get_by_role("status")).to_contain_text("acum știi ceva ce nu știai")


def orders_by_keys(blocks: Locator, page: Page) -> None:
    wanted = ['voce = "lup"', "batai = 0", 'while voce != "mama":', "batai = batai + 1", 'voce = "mama"']
    for line in reversed(wanted):
        blocks.get_by_role("button", name=f"Mută mai sus: {line}", exact=True).focus()
        for _ in range(lines(blocks).index(line)):
            page.keyboard.press("Alt+ArrowUp")
        expect(blocks.get_by_role("button", name=f"Mută mai sus: {line}", exact=True)).to_be_focused()
    blocks.get_by_role("button", name='Mută mai jos: voce = "lup"', exact=True).press("Enter")
    assert lines(blocks)[:2] == ["batai = 0", 'voce = "lup"']
    blocks.get_by_role("button", name="Verifică ordinea").click()
    expect(answer_of(blocks)).to_contain_text("ordine bună")
    blocks.get_by_role("button", name="Rulează liniile").click()
    expect(page.locator(".ck-Lines .jp-OutputArea-output")).to_have_text("Bătăi: 1")


def test_blocks_by_touch(open_challenge: Callable[..., Screen]) -> None:
    screen = open_challenge(ENGLISH, 2, "until-when/bus-and-snow")
    blocks = screen.page.get_by_role("region", name="The lines of the program")
    drag(screen.page, blocks, 'print("Grandfather sleeps.")', 0)
    blocks.get_by_role("button", name="Check the order").tap()
    expect(answer_of(blocks)).to_contain_text("Which line needs no other line")
    right = ["sheep = 5", "while sheep > 0:", 'print("One sheep jumps.")', "sheep = sheep - 1"]
    for place, line in enumerate([*right, 'print("Grandfather sleeps.")']):
        drag(screen.page, blocks, line, place)
    assert lines(blocks)[:4] == right
    blocks.get_by_role("button", name="Check the order").tap()
    expect(answer_of(blocks)).to_contain_text("a good order")
    small = screen.page.locator(".satul-part button").evaluate_all(
        "all => all.filter(one => one.offsetHeight < 44 || one.offsetWidth < 44).length"
    )
    assert small == 0


def drag(page: Page, blocks: Locator, line: str, place: int) -> None:
    """Drag a line to a place with a finger."""
    blocks.scroll_into_view_if_needed()
    items = blocks.get_by_role("listitem")
    start = items.filter(has=page.get_by_text(line, exact=True)).bounding_box()
    end = items.nth(place).bounding_box()
    assert start and end
    x, y, way = start["x"] + 100, start["y"] + 20, end["y"] - start["y"]
    finger = page.context.new_cdp_session(page)
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, 9):
        point = {"x": x, "y": y + way * step / 8}
        finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(blocks.locator(".satul-held")).to_have_count(0)


def test_run_runs_what_a_cell_needs(open_challenge: Callable[..., Screen]) -> None:
    screen = open_challenge(ROMANIAN, 3, "until-when/three-kids")
    cells = screen.page.locator(".jp-CodeCell")
    adds(screen, "stele = 5")
    adds(screen, "print(stele + 1)")
    screen.page.keyboard.press("Control+Enter")
    expect(cells.last.locator(".jp-OutputArea-output")).to_have_text("6")
    restarts(screen.page)
    write(screen.page, cells.last, "print(stele + 2)")  # another answer than the one that stands there
    screen.page.keyboard.press("Control+Enter")
    expect(cells.last.locator(".jp-OutputArea-output")).to_have_text("7")
    write(screen.page, cells.nth(-2), "stele = 1 / 0")
    restarts(screen.page)
    cells.last.get_by_role("textbox").click()
    screen.page.keyboard.press("Control+Enter")
    expect(cells.last.get_by_role("status")).to_contain_text("O celulă de mai sus s-a oprit cu o eroare")
    write(screen.page, cells.nth(-2), "stele = input()")
    screen.page.keyboard.press("Control+Enter")
    expect(screen.page.locator(".jp-Stdin-input")).to_be_visible()
    screen.page.get_by_role("button", name="Salvează").click()
    screen.page.reload()  # nobody can answer that question any more
    expect(screen.page.locator(".satul-option").first).to_be_visible(timeout=60_000)


def restarts(page: Page) -> None:
    """The kernel starts anew."""
    page.evaluate(RESTARTED)


def adds(screen: Screen, code: str) -> None:
    """Add a cell of one's own at the end, and write into it."""
    screen.page.locator(".jp-CodeCell").last.get_by_role("textbox").click()
    screen.press("Celulă nouă")
    write(screen.page, screen.page.locator(".jp-CodeCell").last, code)


def write(page: Page, cell: Locator, code: str) -> None:
    cell.get_by_role("textbox").click()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.insert_text(code)


def test_locks_and_tablets(open_challenge: Callable[..., Screen]) -> None:
    screen = open_challenge(ROMANIAN, 4, "until-when/three-kids")
    locked = screen.field(*LOCKED)
    before = locked.inner_text()
    locked.click()
    screen.page.keyboard.type("x")
    expect(
        screen.page.get_by_role("status").filter(has_text="Celula aceasta rămâne așa cum e.")
    ).to_be_visible()
    for keys in ("ControlOrMeta+A", "ControlOrMeta+X", "Delete", "Escape", "x", "d", "d", "Shift+M"):
        screen.page.keyboard.press(keys)
    assert locked.inner_text() == before
    title = screen.page.locator(".jp-MarkdownCell").first
    title.dblclick()
    screen.page.keyboard.press("Enter")
    expect(title.locator(".cm-editor")).not_to_be_visible()
    adds(screen, "for i in range(2);\n    print(„Bună”)")
    screen.page.keyboard.press("Control+Enter")
    own = screen.page.locator(".jp-CodeCell").last
    expect(own.get_by_role("note")).to_contain_text("Unele tastaturi scriu alte semne")
    expect(own.locator("pre")).to_have_text("Bună\nBună\n")
