"""nbgrader's exchange over the club's API: homework comes, hand-ins go, feedback comes back, with no shared folder.

Named to nbgrader by ``satul.exchange.config``. A class is loaded when somebody asks for it: the child's own button
(``satul.handing_in``) needs the client beside them and no nbgrader.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from satul.exchange.collect import ExchangeCollect
    from satul.exchange.exchange import Exchange
    from satul.exchange.fetch_assignment import ExchangeFetchAssignment
    from satul.exchange.fetch_feedback import ExchangeFetchFeedback
    from satul.exchange.list import ExchangeList
    from satul.exchange.release_assignment import ExchangeReleaseAssignment
    from satul.exchange.release_feedback import ExchangeReleaseFeedback
    from satul.exchange.submit import ExchangeSubmit

__all__ = [
    "Exchange",
    "ExchangeCollect",
    "ExchangeFetchAssignment",
    "ExchangeFetchFeedback",
    "ExchangeList",
    "ExchangeReleaseAssignment",
    "ExchangeReleaseFeedback",
    "ExchangeSubmit",
]

_HOMES = {
    "Exchange": "exchange",
    "ExchangeCollect": "collect",
    "ExchangeFetchAssignment": "fetch_assignment",
    "ExchangeFetchFeedback": "fetch_feedback",
    "ExchangeList": "list",
    "ExchangeReleaseAssignment": "release_assignment",
    "ExchangeReleaseFeedback": "release_feedback",
    "ExchangeSubmit": "submit",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
