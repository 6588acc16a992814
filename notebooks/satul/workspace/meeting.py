"""The club's session in the workspace: what is on now, for the strip under the bar, and the child's hand.

``satul/session`` asks the club with the workspace's key. The club holds its answer back until something has changed, at
most for some seconds; so a strip is as quick as any other screen of the room, and asks seldom.
"""

import json
from typing import Any
from urllib.parse import urlencode

from jupyter_server.base.handlers import APIHandler
from tornado import web
from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest

from satul import settings

WAIT = 20
"""Seconds for which the club may hold its answer back."""
LATE = 10.0
MOST = 40
"""Characters of a stamp."""


class MeetingHandler(APIHandler):
    """``satul/session``: the session of now, and raising or lowering the hand."""

    _track_activity = False  # a strip that asks is no child that works

    @web.authenticated
    async def get(self) -> None:
        """GET ``?after=<stamp>``: what is on, as soon as it is something else than with that stamp. 404: no club."""
        after = self.get_query_argument("after", "-")[:MOST]
        self.finish(await ask_club(f"session?{urlencode({'after': after, 'wait': WAIT})}"))

    @web.authenticated
    async def post(self) -> None:
        """POST ``{"up": true}``: the hand goes up, or down."""
        asked = self.get_json_body()
        up = asked.get("up") if isinstance(asked, dict) else None
        if not isinstance(up, bool):
            raise web.HTTPError(400)
        self.finish(await ask_club("hand", {"up": up}))


async def ask_club(path: str, told: dict[str, Any] | None = None) -> dict[str, Any]:
    """Ask the club around this workspace; with ``told`` it is a POST.

    Raises:
        tornado.web.HTTPError: 404 where no club is, 409 when no session is on, 503 when the club does not answer.
    """
    around = settings.read()
    if not (around.club_api and around.token):
        raise web.HTTPError(404)
    request = HTTPRequest(
        f"{around.club_api}/{path}",
        method="GET" if told is None else "POST",
        body=None if told is None else json.dumps(told),
        headers={"Authorization": f"token {around.token}", "Content-Type": "application/json"},
        request_timeout=WAIT + LATE,
        follow_redirects=False,
    )
    try:
        answer = await AsyncHTTPClient().fetch(request)
        said = json.loads(answer.body)
    except HTTPClientError as error:
        raise web.HTTPError(409 if error.code == 409 else 503) from error
    except (OSError, ValueError) as error:
        raise web.HTTPError(503) from error
    if not isinstance(said, dict):
        raise web.HTTPError(503)
    return said
