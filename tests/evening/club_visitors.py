"""People who come to the hub without a browser: by real requests, with cookies, as a browser would send them."""

import os
import re
import signal
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

HOME = "/services/club/"


@dataclass(frozen=True)
class Evening:
    """The running demo: what its ready file says, and where its data are."""

    ready: dict[str, Any]
    data: Path

    @property
    def url(self) -> str:
        """Where it is, without a slash at the end."""
        return str(self.ready["url"])

    def child(self, number: int = 0, level: str = "beginners") -> dict[str, Any]:
        """A child of a level, by number."""
        found: list[dict[str, Any]] = [each for each in self.ready["children"] if each["level"] == level]
        return found[number]

    def stop_the_club_service(self) -> None:
        """Let the club's service die; the Hub starts it again."""
        os.kill(self._club_service(), signal.SIGKILL)

    def _club_service(self) -> int:
        ours = f"CODEKIDS_DATA={self.data}".encode()
        for folder in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                command = (folder / "cmdline").read_bytes().split(b"\0")
                if b"codekids_hub.club" in command and ours in (folder / "environ").read_bytes().split(b"\0"):
                    return int(folder.name)
        raise AssertionError("the club's service does not run")

    def words(self, child: dict[str, Any]) -> dict[str, str]:
        """The login form of a child."""
        first, second = child["words"]
        return {"club": child["club"], "animal": child["animal"], "word1": first, "word2": second}

    def password(self, role: str) -> dict[str, str]:
        """The login form of an adult."""
        return {"username": self.ready[role]["name"], "password": self.ready[role]["password"]}


@dataclass
class Visitor:
    """Somebody with a device of their own."""

    http: httpx.Client

    @classmethod
    def at(cls, url: str) -> "Visitor":
        """Somebody who has just opened a browser."""
        limits = httpx.Limits(max_keepalive_connections=0)  # a visitor who is forgotten leaves no line open
        accepting = {"Accept": "text/html"}
        return cls(httpx.Client(base_url=url, timeout=60, trust_env=False, headers=accepting, limits=limits))

    def log_in(self, **form: str) -> httpx.Response:
        """Come in through the login form; must succeed."""
        answer = self.offer(**form)
        assert answer.status_code == 302, answer.text
        home = self.follow(HOME)
        assert home.status_code == 200 and home.url.path == HOME, home.text
        return home

    def offer(self, **form: str) -> httpx.Response:
        """Send the login form, with whatever in it."""
        page = self.http.get("/hub/login")
        xsrf = re.search(r'name="_xsrf" value="([^"]+)"', page.text)
        assert xsrf, page.text
        return self.http.post("/hub/login", data={"_xsrf": xsrf[1], **form})

    def follow(self, path: str) -> httpx.Response:
        """Open a page, going wherever it leads."""
        return self.http.get(path, follow_redirects=True)

    def xsrf(self) -> str:
        """The proof that stands in the forms of this visitor's pages."""
        found = re.search(r'name="xsrf" value="([0-9a-f]+)"', self.follow(HOME).text)
        assert found
        return found[1]

    def wait_for_workspace(self, within: float = 90) -> None:
        """Wait until the page says that the workspace is ready."""
        deadline = time.monotonic() + within
        while self.http.get(f"{HOME}workspace").json()["state"] != "ready":
            assert time.monotonic() < deadline, "the workspace did not start"
            time.sleep(0.5)

    def close(self) -> None:
        """Go home."""
        self.http.close()
