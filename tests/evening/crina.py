"""Crina at her desk: the librarian of an evening, by real requests, and what her wall shows her."""

import html
import re
import time
from dataclasses import dataclass

import httpx

from evening.club_visitors import HOME, Visitor

WITHIN = 90.0


@dataclass(frozen=True)
class Crina:
    """The librarian of one club."""

    visitor: Visitor
    club_id: str

    def post(self, path: str, **form: str) -> httpx.Response:
        """Send a form of hers; the page that comes then."""
        data = {"xsrf": self.visitor.xsrf()} | form
        return self.visitor.http.post(f"{HOME}{path}", data=data, follow_redirects=True)

    def do(self, button: str, **form: str) -> str:
        """One of the buttons of her club, which works."""
        page = self.post(f"clubs/{self.club_id}/{button}", **form)
        assert page.status_code == 200, page.text
        return page.text

    def start(self, question: str) -> str:
        """Begin a session, whatever was on before; the key of its projector."""
        self.do("phase", act="end")
        self.do("prepare", question="own", own=question)
        found = re.search(rf"{HOME}screen/([a-z0-9-]+)", self.do("start"))
        assert found
        return found[1]

    def go_on(self) -> None:
        """The next phase."""
        self.do("phase", act="next")

    def wall(self) -> str:
        """The wall."""
        answer = self.visitor.follow(f"{HOME}clubs/{self.club_id}/wall")
        assert answer.status_code == 200, answer.text
        return answer.text

    def look(self, nickname: str) -> str:
        """How the child's tile looks; empty while it has none."""
        tiles = re.findall(r'<article class="tile" data-look="([\w-]+)".*?aria-label="([^"]*)"', self.wall())
        return next((look for look, names in tiles if nickname in html.unescape(names)), "")

    def sees(self, nickname: str, look: str) -> None:
        """Wait until the tile looks so, which is a matter of seconds where the machine has nothing else to do."""
        began = time.monotonic()
        while (seen := self.look(nickname)) != look:
            assert time.monotonic() - began < WITHIN, f"{nickname}: {seen!r}, not {look!r}"
            time.sleep(0.5)
