"""Where a child is: every table that names one, and every folder. Erasing and the export both go by these lists alone."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from codekids_hub.storage import session_tables as met
from codekids_hub.storage.homework_tables import Feedback, HandIn, Review, Worry
from codekids_hub.storage.privacy_tables import Consent, Erasure, HandOver
from codekids_hub.storage.tables import Audit, Card, Child, Event, LoginEnd, Pair, Progress, Table


class Fate(Enum):
    """What erasing does with the rows of a table that are about a child."""

    DELETED = "deleted"
    """They are nobody else's."""
    SHARED = "shared"
    """Others have them too: :mod:`codekids_hub.privacy.erased_rows` takes the child out of them."""
    STAYS = "stays"
    """The random identifier stays: what was done, and that the child is to stay erased."""


@dataclass(frozen=True)
class Place:
    """A table with rows about a child: the columns that hold its identifier, or the number of its hand-in."""

    table: type[Table]
    columns: tuple[str, ...] = ("child_id",)
    fate: Fate = Fate.DELETED
    secret: frozenset[str] = frozenset()
    """Columns that no export holds: digests of what opens a door."""
    told: bool = True
    """Whether the export holds the rows."""


BY_HAND_IN = ("hand_in_id",)

PLACES = (
    Place(met.Membership),
    Place(met.Presence),
    Place(met.FirstGuess),
    Place(met.Finding),
    Place(met.Picture),
    Place(met.Wonder),
    Place(met.Sign),
    Place(Event),
    Place(Progress),
    Place(Card, secret=frozenset(("token_digest", "words_hash"))),
    Place(Consent),
    Place(HandOver, secret=frozenset(("digest",))),
    Place(Child, ("id",), Fate.SHARED),
    Place(Pair, ("child_id", "partner_id"), Fate.SHARED),
    Place(met.GroupRow, ("mediator_id",), Fate.SHARED),
    Place(HandIn, ("child_id", "partner_id"), Fate.SHARED, secret=frozenset(("key",))),
    Place(Feedback, BY_HAND_IN, Fate.SHARED),
    Place(Review, BY_HAND_IN, Fate.SHARED),
    # What a mentor tells the coordinator so that somebody helps: who is meant must not read it over a shoulder.
    Place(Worry, BY_HAND_IN, Fate.SHARED, told=False),
    Place(Audit, ("subject",), Fate.STAYS),
    Place(Erasure, fate=Fate.STAYS),
    Place(LoginEnd, fate=Fate.STAYS),
)
"""Every table with rows about a child, those first that can be deleted as they stand here."""


def course_folders(course: Path, child_ids: Collection[str]) -> Iterator[tuple[str, str, Path]]:
    """What an nbgrader course directory holds of some children: the step, the child, the folder."""
    for step in sorted(course.glob("*")) + sorted(course.glob(".codekids/*")):
        if step.is_dir() and not step.is_symlink():
            for folder in sorted(step.iterdir()):
                if folder.name in child_ids:
                    yield step.name, folder.name, folder
