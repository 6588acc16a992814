"""The whole evening of one club, by the real pages: twelve children, a librarian, and everything that happens to them.

She types one line. What the children type is theirs.
"""

import html
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

import httpx
import pytest

from codekids_hub import cards, consents, people
from codekids_hub.animals import find_animal
from codekids_hub.cards import DealtCard
from codekids_hub.clubs import NewClub, add_club
from codekids_hub.consents import Purpose
from codekids_hub.levels import Level
from codekids_hub.people import Role
from codekids_hub.secret_files import secret
from codekids_hub.settings import Settings
from codekids_hub.storage import Database
from evening.club_visitors import HOME, Evening, Visitor
from evening.crina import Crina
from evening.tabs import TELL, Tab

NAMES = (
    "Iris",
    "Toma",
    "Miruna",
    "Petru",
    "Anca",
    "Horia",
    "Lia",
    "Sandu",
    "Voica",
    "Dinu",
    "Zoe",
    "Radu-Mic",
)
LOGIN = {"username": "paula", "password": "cinci cuvinte bune aici"}


@dataclass(frozen=True)
class Group:
    """A group on a child's screen; without a key there is no button to come in."""

    mine: bool
    members: set[str]
    key: str


@dataclass
class Child:
    """A child of the club with a device of its own."""

    card: DealtCard
    visitor: Visitor
    tab: Tab | None = field(default=None)

    @property
    def name(self) -> str:
        return self.card.nickname

    def come(self) -> None:
        """Log in with the card, and enter the session."""
        first, second = self.card.words
        self.visitor.log_in(club=self.card.club_code, animal=self.card.animal, word1=first, word2=second)
        assert self.page().status_code == 200

    def page(self) -> httpx.Response:
        return self.visitor.follow(f"{HOME}session")

    def do(self, deed: str, **words: str) -> httpx.Response:
        """Press a button of the session's page."""
        form = {"xsrf": self.visitor.xsrf(), **words}
        return self.visitor.http.post(f"{HOME}session/{deed}", data=form, follow_redirects=True)

    def groups(self) -> "list[Group]":
        """The groups as this child sees them."""
        cards = html.unescape(self.page().text).split('<li class="group')[1:]
        return [
            Group(
                mine=card.startswith(" mine"),
                members=set(re.findall(r'class="member">.*?<span>([^<]+)</span>', card, re.DOTALL)),
                key="".join(re.findall(r'name="group" value="([^"]+)"', card)),
            )
            for card in cards
        ]

    def friends(self) -> set[str]:
        """Who is in this child's group."""
        return next((group.members for group in self.groups() if group.mine), set())

    def join(self, friend: "Child") -> None:
        """Press the button of the friend's group."""
        (key,) = [group.key for group in self.groups() if friend.name in group.members]
        assert key, f"the group of {friend.name} takes nobody any more"
        self.do("group/join", group=key)
        assert {self.name, friend.name} <= self.friends()

    def open_notebook(self) -> Tab:
        """Start the workspace, and have a kernel in a tab."""
        headers = {"X-XSRFToken": self.visitor.xsrf()}
        self.visitor.http.post(f"{HOME}workspace", headers=headers)
        self.visitor.wait_for_workspace(180)
        assert self.visitor.follow(f"/user/{self.card.child_id}/doc").status_code == 200
        self.tab = Tab(self.visitor, self.card.child_id)
        self.tab.run("from satul import events")
        return self.tab


@pytest.fixture
def club(evening: Evening, database: Database) -> tuple[str, list[Child]]:
    """Paula's club, with twelve children whose papers are noted and who have their cards."""
    now = datetime.now(UTC)
    new = NewClub(code="DOISPE", library="Biblioteca din Vale", locality="Valea", county="Prahova")
    with database.write() as session:
        row = add_club(session, new, now)
        adult = people.add_adult(session, LOGIN["username"], LOGIN["password"], now)
        session.flush()
        people.give_duty(session, adult, row, Role.LIBRARIAN, now)
        pepper = secret(Settings(data=evening.data).secrets, "pepper")
        children = []
        for child in people.add_children(session, row, NAMES, Level.BEGINNERS, now):
            consents.record(session, child, [Purpose.CLUB], consents.today(row, now), "12/2026", now)
            children.append(Child(cards.deal(session, child, pepper, now), Visitor.at(evening.url)))
        return row.id, children


@pytest.fixture
def database(evening: Evening) -> Iterator[Database]:
    """The club's own database, beside the running service."""
    opened = Database(f"sqlite:///{evening.data / 'club.sqlite'}")
    yield opened
    opened.dispose()


@pytest.mark.timeout(900)
def test_an_evening_of_twelve(
    evening: Evening, club: tuple[str, list[Child]], log_in: Callable[..., Visitor]
) -> None:
    club_id, children = club
    *early, late = children
    paula = Crina(log_in(**LOGIN), club_id)
    assert paula.visitor.follow(f"{HOME}clubs/{club_id}/prepare").status_code == 200
    begun = paula.post(f"clubs/{club_id}/start")
    screen = re.search(rf"{HOME}screen/[a-z0-9-]+", begun.text)
    assert screen, begun.text

    for child in early:
        child.come()
        assert child.do("guess", words=f"Cred că da, zice {child.name}").status_code == 200
    one, two, three, four, five, six, seven, eight, nine, ten, eleven = early
    one.do("group")
    for friend in (two, three):
        friend.join(one)
    four.do("group")
    for friend in (five, six):
        friend.join(four)
    seven.do("group")
    for friend in (eight, nine, ten):
        friend.join(seven)
    full = [group for group in eleven.groups() if seven.name in group.members]
    assert [group.key for group in full] == [""], "four are enough"
    eleven.join(one)
    paula.post(f"clubs/{club_id}/phase", act="next", seen="question")

    for child in (one, four, seven):
        child.open_notebook()
        _works(paula, child)
    three.join(four)  # in the middle of the work
    assert one.friends() == {one.name, two.name, eleven.name}
    late.come()
    late.join(one)
    assert late.name in one.friends()

    _a_hand(paula, two)
    _a_new_card(paula, ten, evening)
    _a_loop(paula, four)
    _a_line_that_drops(paula, seven)
    assert one.tab
    one.tab.run(TELL.format(status="try_again"))
    paula.sees(one.name, "stuck")

    for child, found in (
        (one, "Iernile s-au scurtat."),
        (four, "Zăpada vine târziu."),
        (seven, "Bunicul are dreptate."),
    ):
        assert child.do("finding", sentence=found).status_code == 200
    paula.post(f"clubs/{club_id}/phase", act="next", seen="investigation")
    shown = Visitor.at(evening.url)
    for child, found in ((one, "Iernile s-au scurtat."), (seven, "Bunicul are dreptate.")):
        child.do("finding/show")
        big = html.unescape(shown.follow(screen[0]).text)
        assert found in big and not any(each.card.child_id in big for each in children)
    assert f"Cred că da, zice {two.name}" in html.unescape(two.page().text), "the first guesses come back"

    over = paula.post(f"clubs/{club_id}/phase", act="next", seen="review")
    report = html.unescape(over.text)
    assert over.url.path.startswith(f"{HOME}reports/")
    assert all(child.name in report for child in children) and "Zăpada vine târziu." in report
    kept = paula.post(over.url.path.removeprefix(HOME), line="Au descoperit singuri.")
    assert kept.status_code == 200, "the only thing that she typed"
    for child in children:
        if child.tab:
            child.tab.close()
        child.visitor.close()


def _works(paula: Crina, child: Child) -> None:
    """It runs a cell, and the wall says so."""
    assert child.tab
    child.tab.run("from satul import events")
    paula.sees(child.name, "working")


def _a_hand(paula: Crina, child: Child) -> None:
    child.do("hand", up="1")
    paula.sees(child.name, "hand")
    paula.post(f"clubs/{paula.club_id}/hand", child=child.card.child_id)
    assert paula.look(child.name) != "hand"


def _a_new_card(paula: Crina, child: Child, evening: Evening) -> None:
    """The old card is lost: it is dead, its login ends, and the child is in the same group with the new one."""
    friends = child.friends()
    answer = paula.post(f"children/{child.card.child_id}/card")
    words = re.findall(
        r"<li>([^<]+)</li>", answer.text.partition('<ol class="words"')[2].partition("</ol>")[0]
    )
    assert len(words) == 2, answer.text
    old, animal = child.visitor, find_animal(child.card.animal)
    assert animal
    child.visitor = Visitor.at(evening.url)
    child.visitor.log_in(
        club=child.card.club_code,
        animal=animal.id,
        word1=html.unescape(words[0]),
        word2=html.unescape(words[1]),
    )
    deadline = time.monotonic() + 30
    while "/hub/login" not in old.follow(f"{HOME}session").url.path:
        assert time.monotonic() < deadline, "the old card's login goes on"
        time.sleep(0.5)
    old.close()

    assert child.friends() == friends, "still with them"


def _a_loop(paula: Crina, child: Child) -> None:
    assert child.tab
    child.tab.run("while True: pass")
    paula.sees(child.name, "loop")  # a new kernel is no newcomer for the first half of a minute
    child.tab.interrupt()
    paula.sees(child.name, "working")


def _a_line_that_drops(paula: Crina, child: Child) -> None:
    assert child.tab
    child.tab.close()
    paula.sees(child.name, "away")
    child.tab = Tab(child.visitor, child.card.child_id)
    child.tab.run("from satul import events")
    paula.sees(child.name, "working")
