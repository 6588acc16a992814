"""A club in a database, on both engines, at a time that stands still."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from codekids_hub import cards, consents, people
from codekids_hub.club.parts import Parts
from codekids_hub.levels import Level
from codekids_hub.people import NewClub, Role
from codekids_hub.storage import Database, migrate
from codekids_hub.storage.tables import Adult
from hub.village import Village
from hub.visiting import Browser, parts_for

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


@pytest.fixture
def parts(village: Village, tmp_path: Path) -> Parts:
    """The service's parts, with a coordinator; all speak English."""
    with village.database.write() as session:
        people.add_adult(session, "ioana", "cinci cuvinte bune", NOW, coordinator=True)
        for adult in session.scalars(select(Adult)):
            adult.language = "en"
    return parts_for(village.database, tmp_path, PEPPER)


@pytest.fixture
def visit(parts: Parts) -> Callable[[str], Browser]:
    """A browser of an adult by name, of a child by identifier, of nobody without."""

    def come(who: str) -> Browser:
        with parts.database.read() as session:
            found = session.scalar(select(Adult.id).where(Adult.name == who))
        return Browser(parts, found or who)

    return come
