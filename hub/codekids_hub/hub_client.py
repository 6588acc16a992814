"""The Hub's REST API, as far as the club uses it."""

from dataclasses import dataclass
from functools import cache

import httpx

PATIENCE = 15.0
"""Seconds to wait for the Hub's answer."""


TOO_MANY = 429
"""What JupyterHub answers when more workspaces are starting than it likes."""


class HubAway(Exception):
    """The Hub did not answer, or not as it should; what was asked may be asked again."""


class HubOff(HubAway):
    """Nobody listens at the Hub's address: it is switched off, and no workspace of it runs."""


class HubRefused(HubAway):
    """The Hub will not do it, however often it is asked."""


@dataclass(frozen=True)
class HubClient:
    """Calls to the Hub's API at ``url``, such as ``http://127.0.0.1:8001/hub/api``."""

    url: str

    def remove_user(self, token: str, name: str) -> None:
        """Remove the Hub's row of a person: cookies and tokens end, the workspace stops. Gone already is fine.

        :raises HubAway: the Hub did not do it (a workspace that is just starting or stopping is a reason)
        """
        self._call("DELETE", f"/users/{name}", token, accept=(204, 404))

    def workspace(self, token: str, name: str) -> str:
        """The state of a person's workspace: ``off``, ``starting`` or ``ready``.

        :raises HubAway: the Hub did not say
        """
        answer = self._call("GET", f"/users/{name}", token, accept=(200,)).json()
        server = answer.get("servers", {}).get("")
        if server is None:
            return "off"
        return "ready" if server.get("ready") else "starting"

    def start_workspace(self, token: str, name: str) -> None:
        """Start a person's workspace; one that runs or starts already is fine.

        :raises HubAway: the Hub would not
        """
        self._call("POST", f"/users/{name}/server", token, accept=(201, 202, 400))

    def begin_workspace(self, token: str, name: str) -> str:
        """Start a person's workspace with a key that cannot look at it; its state: ``off``, ``starting`` or ``ready``.

        Asked again while it starts, the Hub says so; once it runs, it refuses to start it, and that is how we know.
        A person whom the Hub does not know is ``off``.

        :raises HubAway: the Hub would not
        """
        answer = self._call("POST", f"/users/{name}/server", token, accept=(201, 202, 400, 403, 404))
        if answer.status_code in (403, 404):
            return "off"
        if answer.status_code == 400:
            return "ready" if "already running" in answer.text else "starting"
        return "starting"

    def _call(self, method: str, path: str, token: str, accept: tuple[int, ...]) -> httpx.Response:
        try:
            answer = _client().request(method, self.url + path, headers={"Authorization": f"token {token}"})
        except httpx.ConnectError as error:
            raise HubOff(f"{method} {path}: {error}") from error
        except httpx.HTTPError as error:
            raise HubAway(f"{method} {path}: {error}") from error
        if answer.status_code not in accept:
            busy = answer.status_code >= 500 or answer.status_code == TOO_MANY
            raise (HubAway if busy else HubRefused)(f"{method} {path}: {answer.status_code}")
        return answer


@cache
def _client() -> httpx.Client:
    """One for the process: making it reads all certificates of the machine, many times what a call costs.

    No connection is kept: the Hub may have been started anew since the last call.
    """
    return httpx.Client(timeout=PATIENCE, trust_env=False, limits=httpx.Limits(max_keepalive_connections=0))
