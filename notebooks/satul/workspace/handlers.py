"""The addresses of the workspace: a challenge to open, a homework to open or hand in, and the way home."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join
from tornado import web

from satul.errors import KindError
from satul.exchange.bundle import BadBundle
from satul.workspace import coming_back, homework, opening, refusal
from satul.workspace.surroundings import known_language

if TYPE_CHECKING:
    from satul.workspace.extension import Workspace


def document(base_url: str, path: str, back: bool = False) -> str:
    """The address at which a notebook is open; ``back``: it was gone and came back, and the page says so."""
    address = url_path_join(base_url, "doc/tree", quote(path))
    return f"{address}?back=1" if back else address


class OpenHandler(JupyterHandler):
    """GET ``satul/open/<set>/<challenge>?language=ro``: the notebook, copied into the home when it is not there."""

    def initialize(self, workspace: "Workspace") -> None:
        """Take the workspace that this handler serves."""
        self.workspace = workspace

    @web.authenticated
    def get(self, set_id: str, challenge_id: str) -> None:
        """Open a challenge. The language follows the question from now on."""
        around = self.workspace.around
        language = known_language(self.get_query_argument("language", "")) or self.workspace.language
        self.workspace.speak(language)
        home = Path(self.workspace.root)
        try:
            original = opening.released(around.content, set_id, challenge_id, language)
            path = f"{set_id}/{challenge_id}.ipynb"
            back = coming_back.bring_back(self.workspace.versions, home, path, original.read_bytes())
            opening.bring(around.content, home, set_id, challenge_id, language)
            coming_back.keep_first(self.workspace.versions, home, path)
        except opening.NoSuchChallenge as error:
            self.log.warning("%s", error)
            return self._refuse(404, "missing", language)
        except OSError:
            self.log.exception("A challenge could not be copied into the home.")
            return self._refuse(507, "full", language)
        return self.redirect(document(self.base_url, path, back))

    def _refuse(self, status: int, reason: str, language: str) -> None:
        self.set_status(status)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(refusal.page(reason, language, self.workspace.around.home_url))


class _HomeworkPage(JupyterHandler):
    """What opening and handing in a homework have in common."""

    def initialize(self, workspace: "Workspace") -> None:
        """Take the workspace that this handler serves."""
        self.workspace = workspace

    def listen(self, set_id: str) -> tuple[str, Path]:
        """The language asked for, which is spoken from now on, and the home. 404 for what is no set."""
        if not opening.is_id(set_id):
            raise web.HTTPError(404)
        language = known_language(self.get_query_argument("language", "")) or self.workspace.language
        self.workspace.speak(language)
        return language, Path(self.workspace.root)

    def say(self, status: int, reason: str, language: str, why: str = "") -> None:
        """Answer with a kind page."""
        self.set_status(status)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(refusal.page(reason, language, self.workspace.around.home_url, why))


class HomeworkHandler(_HomeworkPage):
    """GET ``satul/homework/<set>``: the homework, brought from the club when it is not in the home yet."""

    @web.authenticated
    async def get(self, set_id: str) -> None:
        """Open a homework."""
        language, home = self.listen(set_id)
        try:
            path = homework.path_of(set_id)
            back = coming_back.bring_back(self.workspace.versions, home, path)
            await asyncio.to_thread(homework.bring, home, set_id)
            coming_back.keep_first(self.workspace.versions, home, path)
        except homework.NotOpen:
            return self.say(404, "closed", language)
        except homework.Refused as error:
            return self.say(404, "closed", language, error.sentence)
        except (homework.Away, BadBundle):
            return self.say(503, "away", language)
        except OSError:
            self.log.exception("A homework could not be copied into the home.")
            return self.say(507, "full", language)
        return self.redirect(document(self.base_url, path, back))


class HandInHandler(_HomeworkPage):
    """``satul/hand-in/<set>``: asks, then hands in what is saved and goes to what the club says of it."""

    @web.authenticated
    def get(self, set_id: str) -> None:
        """Ask first: what goes out is what was saved, and when that was is said."""
        language, home = self.listen(set_id)
        try:
            at = homework.saved_at(home, set_id)
        except homework.NotBegun:
            return self.say(404, "not-begun", language)
        look = url_path_join(self.base_url, "doc/tree", quote(homework.path_of(set_id)))
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(refusal.question(language, at, self.xsrf_token.decode(), look))
        return None

    @web.authenticated
    async def post(self, set_id: str) -> None:
        """Hand in."""
        language, home = self.listen(set_id)
        try:
            await asyncio.to_thread(homework.hand_in, home, set_id)
        except homework.NotBegun:
            return self.say(404, "not-begun", language)
        except homework.Away:
            return self.say(503, "away", language)
        except (homework.Refused, KindError) as error:
            return self.say(422, "unreadable", language, getattr(error, "sentence", str(error)))
        return self.redirect(
            url_path_join(self.workspace.around.home_url or self.base_url, "homework", set_id)
        )


class HomeHandler(JupyterHandler):
    """GET ``satul/home``: back to the child's home; without a hub, to JupyterLab."""

    def initialize(self, workspace: "Workspace") -> None:
        """Take the workspace that this handler serves."""
        self.workspace = workspace

    @web.authenticated
    def get(self) -> None:
        """Go home."""
        self.redirect(self.workspace.around.home_url or url_path_join(self.base_url, "doc"))
