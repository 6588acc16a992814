"""nbgrader's formgrader as the server of one course's account: what it offers besides, and what it may not do.

A Jupyter server extension, loaded before nbgrader's own: of the whole server only formgrader's pages are left. Nothing
is executed here: children's programs run sealed, when they are handed in, and never beside a gradebook.
"""

import re
from collections.abc import Awaitable
from pathlib import Path
from typing import Any

from jupyter_server.base.handlers import JupyterHandler
from tornado.web import HTTPError

from codekids_grading.refusals import N_

CONFIGURATION = Path(__file__).parent / "config"
"""The folder with the server's configuration, for ``JUPYTER_CONFIG_PATH``."""

CLOSED = ("api/contents", "api/kernels", "api/kernelspecs", "api/sessions", "api/terminals", "api/nbconvert", "api/config",
          "files", "nbconvert", "view", "edit", "tree", "notebooks", "lab", "terminals")  # fmt: skip
"""Of Jupyter's own addresses all that reads, writes or runs something."""

NOT_HERE = N_("Only formgrader is here. Homework is marked by itself, when it is handed in.")


class Closed(JupyterHandler):
    """What formgrader's server does not do."""

    def prepare(self, *, _redirect_to_login: bool = True) -> Awaitable[None] | None:  # type: ignore[override]
        """Refuse, whoever asks and however."""
        raise HTTPError(403, NOT_HERE)


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "codekids_grading.formgrader"}]


def _load_jupyter_server_extension(app: Any) -> None:
    base = re.escape(app.base_url.rstrip("/"))
    closed = "|".join(CLOSED)
    patterns = (rf"{base}/(?:{closed})(?:/.*)?", rf"{base}/formgrader/api/.*/autograde/?")
    app.web_app.add_handlers(".*$", [(pattern, Closed) for pattern in patterns])
