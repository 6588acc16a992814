"""The server extension: its addresses, the page's language and data, and what a page may load."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jupyter_server.utils import url_path_join
from jupyterlab.commands import get_user_settings_dir

from satul.workspace import bounds, heart, surroundings
from satul.workspace import language as languages
from satul.workspace.contents import SafeContents
from satul.workspace.handlers import HandInHandler, HomeHandler, HomeworkHandler, OpenHandler
from satul.workspace.meeting import MeetingHandler
from satul.workspace.page_data import KEY, lighter, page_data
from satul.workspace.room import Home
from satul.workspace.version_handlers import RoomHandler, StartHandler, VersionHandler, VersionsHandler
from satul.workspace.versions import Versions

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp

_ALLOWED = {
    "default-src": "'self'",
    "script-src": "'self' 'unsafe-inline' 'unsafe-eval' blob:",  # JupyterLab compiles schemas; widgets are blobs
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "media-src": "'self' data: blob:",
    "worker-src": "'self' blob:",
    "form-action": "'self'",
    "base-uri": "'self'",
    "object-src": "'none'",
    "frame-ancestors": "'none'",
}

POLICY = "; ".join(f"{what} {where}" for what, where in _ALLOWED.items())
"""Nothing is loaded from another host, and no other page frames a workspace."""


class Workspace:
    """One running workspace: what is around it, where its files are, and the language that it speaks now."""

    def __init__(self, around: surroundings.Surroundings, server: "ServerApp") -> None:
        self.around = around
        self.root = server.root_dir
        self.language = around.language
        self.versions = Versions(Path(server.root_dir))
        self.home = Home(Path(server.root_dir), around.home_bytes)
        self._log = server.log
        self._page: dict[str, Any] = server.web_app.settings.setdefault("page_config_data", {})

    def speak(self, language: str) -> None:
        """Let every page that is opened and every program that is started from now on speak that language."""
        self.language = language
        os.environ[surroundings.LANGUAGE] = language
        self._page[KEY] = page_data(self.around, language)
        try:
            languages.choose(Path(get_user_settings_dir()), language)  # type: ignore[no-untyped-call]
        except OSError as error:
            self._log.warning("The language could not be kept: %s", error)


def load(server: "ServerApp") -> None:
    """Add the workspace to a Jupyter server."""
    settings = server.web_app.settings
    workspace = Workspace(surroundings.read(), server)
    workspace.speak(workspace.language)
    if isinstance(server.contents_manager, SafeContents):
        server.contents_manager.versions = workspace.versions
        server.contents_manager.home = workspace.home
        workspace.home.set_aside()
    base = server.base_url
    told = {"workspace": workspace}
    server.web_app.add_handlers(  # type: ignore[no-untyped-call]
        ".*$",
        [
            (url_path_join(base, r"satul/open/([^/]+)/([^/]+)/?"), OpenHandler, told),
            (url_path_join(base, r"satul/homework/([^/]+)/?"), HomeworkHandler, told),
            (url_path_join(base, r"satul/hand-in/([^/]+)/?"), HandInHandler, told),
            (url_path_join(base, r"satul/home/?"), HomeHandler, told),
            (url_path_join(base, r"satul/session/?"), MeetingHandler),
            (url_path_join(base, r"satul/versions/?"), VersionsHandler, told),
            (url_path_join(base, r"satul/version/?"), VersionHandler, told),
            (url_path_join(base, r"satul/start/?"), StartHandler, told),
            (url_path_join(base, r"satul/room/?"), RoomHandler, told),
        ],
    )
    settings.setdefault("headers", {})["Content-Security-Policy"] = POLICY
    heart.start(server)
    bounds.start(server, workspace.home)
    settings["page_config_hook"] = lambda handler, page: lighter(page, workspace.around.lab_url)
    settings["static_immutable_cache"] = [url_path_join(base, "static/lab/")]
