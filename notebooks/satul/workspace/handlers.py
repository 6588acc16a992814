"""The two addresses of the workspace: a challenge to open, and the way home."""

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join
from tornado import web

from satul.workspace import opening, refusal
from satul.workspace.surroundings import known_language

if TYPE_CHECKING:
    from satul.workspace.extension import Workspace


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
            path = opening.bring(around.content, home, set_id, challenge_id, language)
        except opening.NoSuchChallenge as error:
            self.log.warning("%s", error)
            return self._refuse(404, "missing", language)
        except OSError:
            self.log.exception("A challenge could not be copied into the home.")
            return self._refuse(507, "full", language)
        return self.redirect(url_path_join(self.base_url, "doc/tree", quote(path)))

    def _refuse(self, status: int, reason: str, language: str) -> None:
        self.set_status(status)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(refusal.page(reason, language, self.workspace.around.home_url))


class HomeHandler(JupyterHandler):
    """GET ``satul/home``: back to the child's home; without a hub, to JupyterLab."""

    def initialize(self, workspace: "Workspace") -> None:
        """Take the workspace that this handler serves."""
        self.workspace = workspace

    @web.authenticated
    def get(self) -> None:
        """Go home."""
        self.redirect(self.workspace.around.home_url or url_path_join(self.base_url, "doc"))
