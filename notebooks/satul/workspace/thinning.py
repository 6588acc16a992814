"""Which versions of a notebook stay: all of today, one of each day before."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta, tzinfo
from typing import Protocol, TypeVar

EVERY = timedelta(minutes=3)
"""How much work lies between two versions that are kept by time."""


class Dated(Protocol):
    """Something that was kept at a time, for a reason."""

    @property
    def at(self) -> datetime:
        """When, in UTC."""

    @property
    def reason(self) -> str:
        """Why: "first" is how the notebook came."""


D = TypeVar("D", bound=Dated)


def superfluous(versions: Sequence[D], now: datetime, zone: tzinfo | None = None) -> list[D]:
    """The versions that may go. ``versions``: of one notebook, oldest first. A day ends at midnight in ``zone``, by
    default this machine's.

    The first of all, the newest, and the last of each day stay.
    """
    today = now.astimezone(zone).date()
    last_of: dict[date, D] = {}
    for each in versions:
        last_of[each.at.astimezone(zone).date()] = each
    return [
        each
        for each in versions
        if each.reason != "first"
        and (day := each.at.astimezone(zone).date()) != today
        and last_of[day] is not each
    ]


def rolls(versions: Sequence[Dated], now: datetime) -> bool:
    """Whether the newest version is still being written: kept by time, not for long, and not long ago."""
    if len(versions) < 2 or versions[-1].reason != "time":
        return False
    newest, before = versions[-1], versions[-2]
    return newest.at - before.at < EVERY and timedelta(0) <= now - newest.at < EVERY
