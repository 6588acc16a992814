"""Nicknames that a librarian can give with one tap: an animal and a colour, such as ``Arici-Auriu``.

Only animals that no child minds being called; in Romanian the colour follows the animal's gender. A child whose
nickname begins with an animal gets that animal onto its card when it is free in the club.
"""

import secrets
from collections.abc import Collection

from codekids_hub.animals import ANIMALS, Animal
from codekids_hub.people import NicknameRefused, check_nickname

FEMININE = frozenset(("bee", "cat", "fox", "ladybird", "owl", "squirrel", "swan", "turtle", "zebra"))
MASCULINE = frozenset(
    (
        "butterfly",
        "dolphin",
        "flamingo",
        "hedgehog",
        "kangaroo",
        "koala",
        "lion",
        "panda",
        "parrot",
        "peacock",
        "penguin",
        "rabbit",
        "shark",
        "wolf",
    )
)
"""By the Romanian words. What children tease each other with (a cow, a piglet, a donkey) is in neither."""

COLOURS = (
    ("auriu", "aurie", "golden"),
    ("argintiu", "argintie", "silver"),
    ("verde", "verde", "green"),
    ("albastru", "albastră", "blue"),
    ("roșu", "roșie", "red"),
    ("galben", "galbenă", "yellow"),
    ("portocaliu", "portocalie", "orange"),
    ("turcoaz", "turcoaz", "turquoise"),
    ("violet", "violetă", "violet"),
    ("vișiniu", "vișinie", "cherry"),
    ("smaraldiu", "smaraldie", "emerald"),
    ("arămiu", "arămie", "copper"),
)
"""Each as (masculine, feminine, English)."""


def suggest(
    language: str, taken_names: Collection[str], taken_animals: Collection[str], count: int
) -> list[str]:
    """Up to ``count`` nicknames in a club's language, each with another animal; free animals come first.

    :param taken_names: nicknames that stand in the club already
    :param taken_animals: ids of the animals on its children's cards
    """
    names = {name.casefold() for name in taken_names}
    usable = [animal for animal in ANIMALS if animal.id in FEMININE | MASCULINE]
    shuffled = secrets.SystemRandom().sample(usable, len(usable))
    found = []
    for animal in sorted(shuffled, key=lambda each: each.id in taken_animals):
        free = [
            name for name in _in_all_colours(animal, language) if fits(name) and name.casefold() not in names
        ]
        if free:
            found.append(secrets.choice(free))
        if len(found) == count:
            break
    return found


def instead_of(refused: str) -> str | None:
    """What one could write instead of a name that was refused: its first word, if that is fine.

    >>> instead_of("Maria Popescu"), instead_of("0740 123 456")
    ('Maria', None)
    """
    first = (refused.split() or [""])[0].strip(".,;")
    return first if first != refused and fits(first) else None


def fits(nickname: str) -> bool:
    """Whether a nickname may be one."""
    try:
        check_nickname(nickname)
    except NicknameRefused:
        return False
    return True


def _in_all_colours(animal: Animal, language: str) -> list[str]:
    kind = 1 if animal.id in FEMININE else 0
    if language == "ro":
        return [f"{animal.ro.capitalize()}-{colour[kind].capitalize()}" for colour in COLOURS]
    return [f"{colour[2].capitalize()}-{animal.en.capitalize()}" for colour in COLOURS]
