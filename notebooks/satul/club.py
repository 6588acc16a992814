"""The club's API, as far as a workspace needs it: handing over events."""

import json
import urllib.error
import urllib.request
from collections.abc import Sequence
from typing import Any

from satul.outbox import Event

_TIMEOUT = 10.0
_REFUSED = (400, 413, 422)


class Away(Exception):
    """The club did not answer, or not now; the events are worth another try."""


class Refused(Exception):
    """The club does not want these events as they are."""


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None  # a key is not carried to another address


class Club:
    """Where events go.

    Args:
        api: the address of the API, without a slash at its end.
        token: the workspace's key.
    """

    def __init__(self, api: str, token: str) -> None:
        self._address, self._token = f"{api}/events", token
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoRedirect)

    def accept(self, events: Sequence[Event]) -> set[str]:
        """Hand over events; the ids that the club accepted.

        Raises:
            Away: no answer, or one that says "later".
            Refused: the club said that something in this batch is wrong.
        """
        request = urllib.request.Request(
            self._address,
            data=json.dumps({"events": list(events)}).encode(),
            headers={"Authorization": f"token {self._token}", "Content-Type": "application/json"},
            method="POST",
        )
        try:
            with self._opener.open(request, timeout=_TIMEOUT) as response:
                said = json.loads(response.read(1_000_000))
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
