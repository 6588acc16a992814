"""A club in a database, on both engines, at a time that stands still."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from codekids_hub import cards, consents, people
from codekids_hub.levels import Level
from codekids_hub.people import NewClub, Role
from codekids_hub.storage import Database, migrate
from hub.village import Village

NOW = datetime(2026, 11, 19, 16, 30, tzinfo=UTC)
PEPPER = "ab" * 32
PIETRARI = NewClub(code="PIETRARI", library="Biblioteca Pietrari", locality="Pietrari", county="Vâlcea")
CIMISLIA = NewClub(
    code="CIMISLIA", library="Biblioteca Cimișlia", locality="Cimișlia", county="Cimișlia", country="MD"
)


@pytest.fixture
def now() -> datetime:
    """Thursday, when children come in."""
    return NOW


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """The club's database with all tables."""
    made = Database(database_url)
    migrate(made)
    yield made
    made.dispose()


@pytest.fixture
def village(database: Database) -> Village:
    """Maria and Luca in Crina's club at Pietrari, Ana in another one."""
    with database.write() as session:
        club = people.add_club(session, PIETRARI, NOW)
        other = people.add_club(session, CIMISLIA, NOW)
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
