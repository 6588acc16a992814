"""Suggested nicknames: they fit, they differ, they speak the club's language, and the card's animal follows."""

from datetime import datetime

import pytest

from codekids_hub import nicknames, people
from codekids_hub.animals import ANIMALS, find_animal, named_in
from codekids_hub.levels import Level
from codekids_hub.storage.tables import Club
from hub.village import Village


@pytest.mark.parametrize("language", ["ro", "en"])
def test_every_suggestion_may_be_a_nickname(language: str) -> None:
    usable = nicknames.FEMININE | nicknames.MASCULINE
    assert not nicknames.FEMININE & nicknames.MASCULINE
    seen = set(nicknames.suggest(language, (), (), 1000))
    assert len(seen) == len(usable)
    for name in seen:
        assert people.check_nickname(name) == name
        assert named_in(name) in usable


def test_romanian_colours_agree() -> None:
    for name in nicknames.suggest("ro", (), (), 1000):
        animal = named_in(name)
        feminine = [colour[1].capitalize() for colour in nicknames.COLOURS]
        masculine = [colour[0].capitalize() for colour in nicknames.COLOURS]
        assert name.rpartition("-")[2] in (feminine if animal in nicknames.FEMININE else masculine), name


def test_free_animals_come_first_and_taken_names_never() -> None:
    taken = {each for each in nicknames.FEMININE | nicknames.MASCULINE if each != "fox"}
    assert named_in(nicknames.suggest("en", (), taken, 3)[0]) == "fox"
    all_foxes = [f"{colour[2]}-FOX" for colour in nicknames.COLOURS]
    assert "fox" not in {named_in(name) for name in nicknames.suggest("en", all_foxes, (), 1000)}


def test_a_child_gets_the_animal_of_its_nickname_when_that_is_free(village: Village, now: datetime) -> None:
    free = next(each for each in ANIMALS if each.id not in (village.maria.animal, village.luca.animal))
    with village.database.write() as session:
        club = session.get_one(Club, village.club_id)
        names = [f"{free.ro}-auriu", f"{free.ro}-verde"]
        first, second = people.add_children(session, club, names, Level.BEGINNERS, now)
        assert first.animal == free.id
        assert second.animal != free.id and find_animal(second.animal)


def test_what_one_could_write_instead_of_a_full_name() -> None:
    assert nicknames.instead_of("Maria Popescu") == "Maria"
    assert nicknames.instead_of("Ana, str. Lungă 3") == "Ana"
    for refused in ("0740123456", "maria@sat.ro", "", "M P", "Maria"):
        assert nicknames.instead_of(refused) is None
