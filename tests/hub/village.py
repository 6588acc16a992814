"""The people in whose village the tests of the hub play."""

from dataclasses import dataclass

from codekids_hub.cards import DealtCard
from codekids_hub.storage import Database


@dataclass(frozen=True)
class Village:
    """Two clubs, three children, and who looks after the first club."""

    database: Database
    club_id: str
    other_club_id: str
    maria: DealtCard
    luca: DealtCard
    ana: DealtCard
    crina_id: str
    andrei_id: str
