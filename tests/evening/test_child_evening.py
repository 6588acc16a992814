"""A child's evening in a real browser: laptop in Romanian, tablet in English, from the card to "I am finished"."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, expect

from evening.club_visitors import HOME, Evening
from evening.screens import ENGLISH, ROMANIAN, SIZES, Screen, Tongue

OpenBrowser = Callable[..., BrowserContext]
LEFTOVERS = re.compile(
    r"\b("
    r"File|Edit|View|Run|Kernel|Tabs|Settings|Help|Launcher|Save|Notebook|Markdown|Code|Raw|Untitled|"
    r"Trusted|Mode|Command|Search|Cell|Cells|Loading|Error|Restart|Interrupt|Cancel|Dismiss|Image|"
    r"Close|Open|Home|Copy|Paste|Cut|Toolbar|Menu|Main|Content|Skip|Done|Hint|True|Insert|Delete|Busy|"
    r"Idle|Ln|Col|Simple|Download|Share|Output"
    r")\b"
)
"""What JupyterLab would say in English."""


@dataclass(frozen=True)
class Walk:
    """One challenge and the words around it, in one language."""

    tongue: Tongue
    level: str
    child: int
    challenge: Path
    level_name: str
    place: str
    title: str
    modify: str
    make: str
    write_here: str
    check_here: str
    ready: str
    blank: str
    first_hint: str
    almost: str
    mistake: str
    want_hint: str
    more_hints: str
    hint_name: str
    done: str
    seen: re.Pattern[str]
    begun: str
    done_mark: str
    you_were_here: re.Pattern[str]
    here: str
    back_to_map: str
    move_away: str
    move_back: str


IN_ROMANIAN = Walk(
    tongue=ROMANIAN,
    level="beginners",
    child=0,
    challenge=Path("beginners/draw-the-village/a-house"),
    level_name="Începători",
    place="Desenează satul",
    title="O casă",
    modify="Schimbă",
    make="Fă tu",
    write_here="scrie aici",
    check_here="rulează celula aceasta ca să verifici",
    ready="Totul e pregătit. Spor la treabă!",
    blank="Aici începe răspunsul tău.",
    first_hint="Câți pereți ai casei stau în picioare?",
    almost="Aproape. Mai încearcă!",
    mistake="one-side",
    want_hint="Vreau un indiciu",
    more_hints="Încă un indiciu",
    hint_name="Indiciul 2 din 5",
    done="Gata, ai reușit!",
    seen=re.compile("^Desen cu 4 linii"),
    begun="Începută",
    done_mark="Gata",
    you_were_here=re.compile("Aici ai rămas"),
    here="Ești aici",
    back_to_map="Înapoi la hartă",
    move_away="Mă mut la Avansați",
    move_back="Mă mut la Începători",
)
IN_ENGLISH = Walk(
    tongue=ENGLISH,
    level="advanced",
    child=1,
    challenge=Path("advanced/weather-station/one-warm-day"),
    level_name="Advanced",
    place="Weather station",
    title="One warm day",
    modify="Change it",
    make="Make your own",
    write_here="write here",
    check_here="run this cell to check",
    ready="Everything is ready. Have fun!",
    blank="Your answer starts here.",
    first_hint="How many windows of five days fit in six days?",
    almost="Almost. Try again!",
    mistake="print-not-return",
    want_hint="I want a hint",
    more_hints="One more hint",
    hint_name="Hint 2 of 5",
    done="Done, you made it!",
    seen=re.compile("^Line chart"),
    begun="Begun",
    done_mark="Done",
    you_were_here=re.compile("You were here"),
    here="You are here",
    back_to_map="Back to the map",
    move_away="Move to Beginners",
    move_back="Move to Advanced",
)


@pytest.mark.parametrize("walk", [IN_ROMANIAN, IN_ENGLISH], ids=["ro-laptop", "en-tablet"])
def test_an_evening(evening: Evening, open_browser: OpenBrowser, root: Path, walk: Walk) -> None:
    screen = at_screen(open_browser, evening, walk.tongue)
    child = evening.child(walk.child, walk.level)
    loaded: list[str] = []
    screen.page.on("request", lambda request: loaded.append(request.url))
    screen.open("/")
    screen.shows_card(child)
    screen.speak(walk.tongue)  # the child may have been here in the other language
    screen.is_home(child)
    switches_level_and_language(screen, walk)
    opens(screen, walk)
    greeted(screen, walk)
    shares_the_files(loaded)
    if walk.tongue is ROMANIAN:
        speaks_no_english(screen)
    modifies(screen, walk, root)
    goes_home(screen)
    expect(screen.page.get_by_text(walk.you_were_here)).to_be_visible()
    stands_on_the_map(screen, walk, walk.begun)
    screen.press(walk.tongue.go_on, "link")
    makes(screen, walk, root)
    if walk.tongue is ROMANIAN:
        speaks_no_english(screen)
    goes_home(screen)
    stands_on_the_map(screen, walk, walk.done_mark)
    leaves(screen, child["nickname"])


def at_screen(open_browser: OpenBrowser, evening: Evening, tongue: Tongue) -> Screen:
    context = open_browser(locale=tongue.locale, **SIZES[tongue.language])
    return Screen(context.new_page(), tongue, evening.url)


def switches_level_and_language(screen: Screen, walk: Walk) -> None:
    """Looks at the other level, moves there and back; then the other language, and back."""
    screen.press(walk.move_away)
    screen.press(walk.move_back)
    expect(screen.page.get_by_role("button", name=walk.move_away)).to_be_visible()
    other = ENGLISH if walk.tongue is ROMANIAN else ROMANIAN
    screen.speak(other)
    expect(screen.page.get_by_role("link", name=other.finished)).to_be_visible()
    screen.speak(walk.tongue)


def village(screen: Screen, walk: Walk) -> Locator:
    """The map of the child's level."""
    return screen.page.get_by_role("region", name=walk.level_name, exact=True)


def stands_on_the_map(screen: Screen, walk: Walk, state: str) -> None:
    """The place of the set is where the child is, and its challenge has come that far."""
    place = village(screen, walk).get_by_role("listitem").filter(has_text=walk.place)
    expect(place.get_by_text(walk.here)).to_be_visible()
    place.get_by_role("link").click()
    expect(screen.page.get_by_role("link", name=walk.title).filter(has_text=state)).to_be_visible()
    screen.press(walk.back_to_map, "link")


def opens(screen: Screen, walk: Walk) -> None:
    """Enters a place and taps a challenge; a page says that it opens until the workspace is there, then it is there."""
    title = walk.title
    village(screen, walk).get_by_role("link", name=walk.place).click()
    expect(screen.heading(walk.place)).to_be_visible()
    screen.press(re.compile(f"^{title}"), "link")
    expect(screen.heading(re.compile(title))).to_be_visible()
    screen.page.wait_for_url("**/doc/tree/**", timeout=120_000)
    expect(screen.page.get_by_role("button", name=screen.tongue.run, exact=True)).to_be_visible(
        timeout=60_000
    )
    expect(screen.heading(title)).to_be_visible()


def greeted(screen: Screen, walk: Walk) -> None:
    """The first cell has run by itself."""
    expect(screen.page.get_by_text(walk.ready)).to_be_visible(timeout=60_000)


def shares_the_files(loaded: list[str]) -> None:
    """JupyterLab itself comes from the address of all workspaces: the next child on this laptop has it already."""
    files = [url for url in loaded if url.partition("?")[0].endswith((".js", ".css", ".woff2"))]
    own = [url for url in files if "/user/" in url and "/themes/" not in url]
    assert not own and any("/services/club/lab/" in url for url in loaded), own


def modifies(screen: Screen, walk: Walk, root: Path) -> None:
    """The unchanged answer, a known mistake, another hint, the right answer."""
    content = root / "exercises" / "sets" / walk.challenge
    checks(screen, walk, walk.modify)
    blank = screen.answer(walk.blank)
    expect(blank).to_be_visible()
    expect(blank.get_by_text(walk.first_hint)).to_be_visible()

    screen.write(walk.modify, walk.write_here, (content / f"wrong/modify/{walk.mistake}.py").read_text())
    checks(screen, walk, walk.modify)
    again = screen.answer(walk.almost)
    expect(again).to_be_visible()
    hint = words_of(root, walk)["modify"]["mistakes"][walk.mistake]
    expect(again.get_by_text(hint.split(". ")[0])).to_be_visible()

    again.get_by_role("button", name=re.compile(f"{walk.want_hint}|{walk.more_hints}")).click()
    if not again.get_by_text(walk.hint_name).is_visible():
        again.get_by_role("button", name=walk.more_hints).click()
    expect(again.get_by_text(walk.hint_name)).to_be_visible()

    screen.write(walk.modify, walk.write_here, (content / "answers/modify.py").read_text())
    checks(screen, walk, walk.modify)
    expect(screen.answer(walk.done)).to_be_visible()


def makes(screen: Screen, walk: Walk, root: Path) -> None:
    """Comes back later and makes something, a drawing or a chart; what the task gives is run by itself."""
    expect(screen.page.get_by_role("button", name=screen.tongue.run, exact=True)).to_be_visible(
        timeout=60_000
    )
    greeted(screen, walk)
    answer = (root / "exercises" / "sets" / walk.challenge / "answers" / "make.py").read_text()
    screen.write(walk.make, walk.write_here, answer)
    checks(screen, walk, walk.make)
    for each in words_of(root, walk)["make"]["checks"].values():
        expect(screen.answer(walk.done).filter(has_text=each["passed"])).to_be_visible()
    expect(screen.page.get_by_role("img", name=walk.seen).last).to_be_visible()


def words_of(root: Path, walk: Walk) -> dict[str, Any]:
    """The words of the challenge, as its authors wrote them."""
    file = root / "exercises" / "sets" / walk.challenge / f"{walk.tongue.language}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def checks(screen: Screen, walk: Walk, step: str) -> None:
    screen.run_cell(step, walk.write_here)
    screen.run_cell(step, walk.check_here)


def goes_home(screen: Screen) -> None:
    screen.press(screen.tongue.lab_home, "link")
    screen.page.wait_for_url(f"**{HOME}")


def leaves(screen: Screen, nickname: str) -> None:
    """'I am finished': the way back shows nothing of the child."""
    screen.press(screen.tongue.finished, "link")
    expect(screen.page.get_by_role("radio").first).to_be_attached()
    screen.page.go_back()
    expect(screen.page.get_by_role("radio").first).to_be_attached()
    assert "/hub/login" in screen.page.url
    assert nickname not in screen.page.get_by_role("main").inner_text()


def speaks_no_english(screen: Screen) -> None:
    """What is seen, and what a screen reader says, but not what Python calls its things."""
    seen = screen.page.locator("body").aria_snapshot()
    said = re.sub(r"^\s*- /?[a-z]+( |:)", "", seen, flags=re.MULTILINE)
    found = set(LEFTOVERS.findall(said))
    assert not found, (found, seen)
