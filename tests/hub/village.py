"""The people in whose village the tests of the hub play: made once for each engine, and copied for each test."""

import random
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from unittest import mock

from codekids_hub import cards, consents, people
from codekids_hub.cards import DealtCard
from codekids_hub.clubs import NewClub, add_club
from codekids_hub.levels import Level
from codekids_hub.people import Role
from codekids_hub.storage import Database, migrate

NOW = datetime(2026, 11, 19, 16, 30, tzinfo=UTC)
PEPPER = "ab" * 32
PIETRARI = NewClub(code="PIETRARI", library="Biblioteca Pietrari", locality="Pietrari", county="Vâlcea")
CIMISLIA = NewClub(
    code="CIMISLIA", library="Biblioteca Cimișlia", locality="Cimișlia", county="Cimișlia", country="MD"
)
SAME_CHANCE = 7
"""Animals, words and identifiers of the village are the same in every run: a word of a card may stand on any page."""


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


@dataclass(frozen=True)
class Originals:
    """Databases to copy, to which nobody is connected: one with the tables alone, one with the village."""

    tables: Database
    village: Village


def originals_in(tables: str, village: str) -> Originals:
    """Make the originals in two empty databases, which are told by their SQLAlchemy addresses."""
    empty, lived_in = Database(tables), Database(village)
    migrate(empty)
    migrate(lived_in)
    with mock.patch.object(secrets, "choice", random.Random(SAME_CHANCE).choice):
        made = Originals(empty, _people_in(lived_in))
    empty.dispose()
    lived_in.dispose()
    return made


def _people_in(database: Database) -> Village:
    with database.write() as session:
        club = add_club(session, PIETRARI, NOW)
        other = add_club(session, CIMISLIA, NOW)
        session.flush()
        crina = people.add_adult(session, "crina", "trei cuvinte bune", NOW)
        andrei = people.add_adult(session, "andrei", "alte trei cuvinte", NOW)
        people.give_duty(session, crina, club, Role.LIBRARIAN, NOW)
        people.give_duty(session, andrei, club, Role.MENTOR, NOW)
        maria, luca = people.add_children(session, club, ["Maria", "Luca"], Level.BEGINNERS, NOW)
        (ana,) = people.add_children(session, other, ["Ana"], Level.ADVANCED, NOW)
        for child in (maria, luca, ana):
            consents.record(session, child, consents.Purpose, NOW.date(), "1/2026", NOW)
        cards_dealt = [cards.deal(session, child, PEPPER, NOW) for child in (maria, luca, ana)]
        return Village(
            database,
            club.id,
            other.id,
            maria=cards_dealt[0],
            luca=cards_dealt[1],
            ana=cards_dealt[2],
            crina_id=crina.id,
            andrei_id=andrei.id,
        )
