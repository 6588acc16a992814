"""A club's exchange that answers over HTTP, and the people of two clubs."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from notebooks.exchange.club_exchange import ClubExchange
from notebooks.exchange.people import COURSE, HOMEWORK, Person, write_notebook


@pytest.fixture
def exchange() -> Iterator[ClubExchange]:
    """A running club with an instructor, mentor, and two students, ana and dan; dora is of another club."""
    club = ClubExchange()
    for course in (COURSE, "valea-mare"):
        club.roles[course] = {"mentor": "instructor"}
    club.roles[COURSE] |= {"ana": "student", "dan": "student"}
    club.roles["valea-mare"] |= {"dora": "student"}
    with club.running():
        yield club


@pytest.fixture
def people(
    exchange: ClubExchange, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[dict[str, Person]]:
    """Everybody by name."""
    here = Path.cwd()
    names = ("mentor", "ana", "dan", "dora", "nobody")
    yield {name: Person(name, tmp_path / name, exchange, monkeypatch) for name in names}
    os.chdir(here)


@pytest.fixture
def mentor(people: dict[str, Person]) -> Person:
    """The mentor, whose home is the course directory; the homework is generated."""
    write_notebook(people["mentor"].home / "release" / HOMEWORK / "homework.ipynb")
    return people["mentor"]


@pytest.fixture
def ana(people: dict[str, Person], mentor: Person) -> Person:
    """Ana, when the homework is released."""
    mentor.runs("release_assignment", HOMEWORK, "--course", COURSE)
    return people["ana"]


@pytest.fixture
def dan(people: dict[str, Person], ana: Person) -> Person:
    """Dan, of Ana's club."""
    return people["dan"]


@pytest.fixture
def dora(people: dict[str, Person], ana: Person) -> Person:
    """Dora, of another club."""
    return people["dora"]
