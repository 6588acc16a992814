"""The club's API, as far as a workspace needs it: handing over events, and holding up a picture."""

import json
import urllib.error
import urllib.request
from collections.abc import Sequence
from typing import Any

from satul.outbox import Event
from satul.words import language, say

_TIMEOUT = 10.0
_REFUSED = (400, 413, 422)


class Away(Exception):
    """The club did not answer, or not now; the events are worth another try."""


class Refused(Exception):
    """The club does not want this as it is; of a picture, the sentence that it said."""


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None  # a key is not carried to another address


class Club:
    """Where events and pictures go.

    Args:
        api: the address of the API, without a slash at its end.
        token: the workspace's key.
    """

    def __init__(self, api: str, token: str) -> None:
        self._api, self._token = api, token
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoRedirect)

    def accept(self, events: Sequence[Event]) -> set[str]:
        """Hand over events; the ids that the club accepted.

        Raises:
            Away: no answer, or one that says "later".
            Refused: the club said that something in this batch is wrong.
        """
        try:
            said = self._told("events", {"events": list(events)})
            return {str(one) for one in said["accepted"]}
        except urllib.error.HTTPError as error:
            with error:
                if error.code in _REFUSED:
                    raise Refused(f"{error.code}") from error
                raise Away(f"{error.code}") from error
        except (OSError, ValueError, KeyError, TypeError, urllib.error.URLError) as error:
            raise Away(str(error)) from error
        except Exception as error:  # http.client has its own exceptions for half an answer
            raise Away(str(error)) from error

    def hold_up(self, svg: str, words: str) -> str | None:
        """Hold a picture up to the child's group; the group's name, ``None`` when the child is alone.

        Raises:
            Away: no answer, or one that says "later".
            Refused: no session is on, or the picture is not accepted; the club's sentence about it.
        """
        try:
            said = self._told("findings", {"kind": "image/svg+xml", "picture": svg, "words": words[:1000]})
            return str(said["group"]) if said["group"] else None
        except urllib.error.HTTPError as error:
            with error:
                if not 400 <= error.code < 500:
                    raise Away(f"{error.code}") from error
                raise Refused(_sentence(error)) from error
        except Exception as error:
            raise Away(str(error)) from error

    def _told(self, path: str, what: dict[str, Any]) -> Any:
        request = urllib.request.Request(
            f"{self._api}/{path}",
            data=json.dumps(what).encode(),
            headers={
                "Authorization": f"token {self._token}",
                "Content-Type": "application/json",
                "Accept-Language": language(),
            },
            method="POST",
        )
        with self._opener.open(request, timeout=_TIMEOUT) as response:
            return json.loads(response.read(1_000_000))


def _sentence(error: urllib.error.HTTPError) -> str:
    try:
        return str(json.loads(error.read(100_000))["error"])
    except (ValueError, KeyError, TypeError, OSError):
        return say("exchange.refused", status=error.code)
