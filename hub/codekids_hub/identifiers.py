"""Opaque names made by the server: they say nothing about the person and are safe in every system they pass through."""

import secrets

ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
"""Digits and lower-case letters without those that look alike; no vowel sequences to worry about but a, e."""

CHILD, ADULT, CLUB, CARD, COURSE = "k", "a", "c", "d", "g"
SESSION, GROUP, INVITATION = "s", "r", "i"


def new_identifier(kind: str) -> str:
    """A new identifier: one letter for the kind, then 11 random characters (54 bits).

    Only lower-case letters and digits, so that the Hub, Docker, file systems and nbgrader all keep it as it is.
    """
    return kind + "".join(secrets.choice(ALPHABET) for _ in range(11))
