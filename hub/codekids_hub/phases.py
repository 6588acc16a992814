"""The phases of a session and their clocks: rules about values and a passed-in time.

A SOLE has a big question, an investigation in groups, and a review. Each phase has a clock that everybody sees. A clock
that has run out ends nothing: the librarian does, or gives more time, for she sees the children.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from math import ceil

FORGOTTEN_AFTER = timedelta(hours=6)
"""A session that is still open so long after its beginning was forgotten: it ends by itself, for no club meets so long."""
END_UNDONE_WITHIN = timedelta(minutes=15)
"""So long an ended session can be taken up again."""
MOST_MINUTES = 180
"""No clock is set further ahead than this."""


class Phase(StrEnum):
    """Where a session is."""

    QUESTION = "question"
    INVESTIGATION = "investigation"
    REVIEW = "review"
    ENDED = "ended"


ORDER = tuple(Phase)
MINUTES = {Phase.QUESTION: 5, Phase.INVESTIGATION: 45, Phase.REVIEW: 15, Phase.ENDED: 0}
"""How long a phase is planned to last."""


def following(phase: Phase) -> Phase:
    """The phase after this one; after the last there is none but itself.

    >>> following(Phase.QUESTION)
    <Phase.INVESTIGATION: 'investigation'>
    """
    return ORDER[min(ORDER.index(phase) + 1, len(ORDER) - 1)]


def preceding(phase: Phase) -> Phase:
    """The phase before this one; before the first there is none but itself."""
    return ORDER[max(ORDER.index(phase) - 1, 0)]


@dataclass(frozen=True)
class Clock:
    """A phase's clock: since when it runs, and for how many minutes it was set."""

    phase: Phase
    since: datetime
    minutes: int

    @property
    def ends_at(self) -> datetime:
        """When it runs out."""
        return self.since + timedelta(minutes=self.minutes)

    def seconds_left(self, now: datetime) -> int:
        """What is left, in whole seconds, a begun one counts; negative once it has run out."""
        return ceil((self.ends_at - now).total_seconds())

    def stretched(self, minutes: int, now: datetime) -> "Clock":
        """This clock with ``minutes`` more, counted from now when it has run out, or fewer (negative), but one is left."""
        begun = ceil((max(now, self.since) - self.since).total_seconds() / 60)
        if minutes > 0:
            total = min(max(self.minutes, begun) + minutes, max(self.minutes, begun + MOST_MINUTES))
        else:
            total = max(self.minutes + minutes, min(self.minutes, begun + 1))
        return Clock(self.phase, self.since, total)
