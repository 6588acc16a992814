"""The animals of the cards: what a child taps first when logging in.

A picture stands in ``pages/static/animals/<id>.svg`` and again as a symbol of ``pages/static/animals.svg``,
which the login page loads once instead of 48 files. No two look alike at 64 pixels, and no name is one that
children tease each other with.
"""

import re
import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Animal:
    """One animal: ``id`` goes into addresses and the database, the two names on screens and cards."""

    id: str
    ro: str
    en: str

    def name(self, language: str) -> str:
        """What the animal is called in ``language`` ("ro" or "en")."""
        return self.ro if language == "ro" else self.en


ANIMALS: tuple[Animal, ...] = (
    Animal("ant", "furnică", "ant"),
    Animal("bat", "liliac", "bat"),
    Animal("bear", "urs", "bear"),
    Animal("bee", "albină", "bee"),
    Animal("butterfly", "fluture", "butterfly"),
    Animal("cat", "pisică", "cat"),
    Animal("chick", "puișor", "chick"),
    Animal("cow", "văcuță", "cow"),
    Animal("crab", "crab", "crab"),
    Animal("crocodile", "crocodil", "crocodile"),
    Animal("dog", "câine", "dog"),
    Animal("dolphin", "delfin", "dolphin"),
    Animal("donkey", "măgăruș", "donkey"),
    Animal("duck", "rață", "duck"),
    Animal("elephant", "elefant", "elephant"),
    Animal("fish", "pește", "fish"),
    Animal("flamingo", "flamingo", "flamingo"),
    Animal("fox", "vulpe", "fox"),
    Animal("frog", "broscuță", "frog"),
    Animal("giraffe", "girafă", "giraffe"),
    Animal("goat", "căpriță", "goat"),
    Animal("hedgehog", "arici", "hedgehog"),
    Animal("horse", "cal", "horse"),
    Animal("kangaroo", "cangur", "kangaroo"),
    Animal("koala", "koala", "koala"),
    Animal("ladybird", "buburuză", "ladybird"),
    Animal("lion", "leu", "lion"),
    Animal("monkey", "maimuță", "monkey"),
    Animal("mouse", "șoricel", "mouse"),
    Animal("octopus", "caracatiță", "octopus"),
    Animal("owl", "bufniță", "owl"),
    Animal("panda", "panda", "panda"),
    Animal("parrot", "papagal", "parrot"),
    Animal("peacock", "păun", "peacock"),
    Animal("penguin", "pinguin", "penguin"),
    Animal("pig", "purceluș", "piglet"),
    Animal("rabbit", "iepuraș", "rabbit"),
    Animal("rooster", "cocoș", "rooster"),
    Animal("seal", "focă", "seal"),
    Animal("shark", "rechin", "shark"),
    Animal("sheep", "oiță", "sheep"),
    Animal("snail", "melc", "snail"),
    Animal("snake", "șarpe", "snake"),
    Animal("squirrel", "veveriță", "squirrel"),
    Animal("swan", "lebădă", "swan"),
    Animal("turtle", "țestoasă", "turtle"),
    Animal("wolf", "lup", "wolf"),
    Animal("zebra", "zebră", "zebra"),
)


def find_animal(animal_id: str) -> Animal | None:
    """The animal with this id, or ``None``: the id may come from anybody."""
    return next((animal for animal in ANIMALS if animal.id == animal_id), None)


def named_in(nickname: str) -> str | None:
    """The id of the animal that a nickname names in either language, as the one on ``Arici-Auriu``.

    >>> named_in("Arici-Auriu"), named_in("Golden-Hedgehog"), named_in("Maria")
    ('hedgehog', 'hedgehog', None)
    """
    words = set(re.split(r"[-_\d]+", _plain(nickname)))
    return next((each.id for each in ANIMALS if words & {_plain(each.ro), _plain(each.en)}), None)


def in_order(language: str) -> tuple[Animal, ...]:
    """All animals by their names in ``language``, ș beside s and ă beside a, as a child looks for them."""
    return tuple(sorted(ANIMALS, key=lambda animal: _plain(animal.name(language))))


def _plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)).lower()
