"""Hashes of what people know: adults' passwords and the two words of a card, both with argon2id.

Parameters follow OWASP's Password Storage Cheat Sheet (argon2id, 19 MiB, two passes, one lane), about 25 ms here. The
words of a card have 20 bits, so they are mixed with a pepper from a key file first: a stolen database alone is no help.
"""

import hashlib
import hmac
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from codekids_hub.refusals import N_, BadInput

PASSWORD_LENGTH = 10
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


class PasswordTooShort(BadInput):
    """A password that is too short, or too long to be one."""

    message = N_("A password needs at least %(least)s characters. Three words in a row are a good one.")


def hash_password(password: str) -> str:
    """The hash of an adult's password.

    :raises PasswordTooShort: fewer than 10 or more than 200 characters
    """
    if not PASSWORD_LENGTH <= len(password) <= 200:
        raise PasswordTooShort(least=PASSWORD_LENGTH)
    return _HASHER.hash(password)


def hash_words(words: str, pepper: str) -> str:
    """The hash of a card's two words; ``words`` is folded already, see :func:`codekids_hub.cards.fold`."""
    return _HASHER.hash(_peppered(words, pepper))


def matches(stored: str | None, secret: str, pepper: str | None = None) -> bool:
    """Whether ``secret`` is the one that was stored. Without anything stored the same time passes and it is not."""
    offered = secret if pepper is None else _peppered(secret, pepper)
    try:
        _HASHER.verify(stored or _nobody(), offered[:4096])
    except (VerifyMismatchError, InvalidHashError):
        return False
    return stored is not None


def _peppered(words: str, pepper: str) -> str:
    return hmac.new(bytes.fromhex(pepper), words.encode(), hashlib.sha256).hexdigest()


@cache
def _nobody() -> str:
    """A hash that stands for people who are not there, so that an unknown name takes as long as a wrong word."""
    return _HASHER.hash("nobody has this")
