"""How often somebody may guess: the rule, a pure function of counts and times, and its memory in the database.

Children mistype: up to four wrong guesses in a row cost nothing. From the fifth on the target rests, longer each time,
and from the tenth on for half an hour at a time: at 48 guesses a day the 2^20 pairs of words of one card last for
decades. A card rests, never its club. A device that guesses at many cards rests too, and so does an address from which
far more goes wrong than a gym full of children gets wrong: else a new device cookie for every try would be a way
around. A right login, a QR code, or a new card clears a card's count.
"""

import hashlib
import math
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from codekids_hub.refusals import N_, Refusal
from codekids_hub.storage.tables import Guess

CARD_RESTS = (
    (10, timedelta(minutes=30)),
    (8, timedelta(minutes=10)),
    (6, timedelta(minutes=2)),
    (5, timedelta(seconds=30)),
)
"""Rests of a card or an adult's account: (failures in a row from which it applies, how long)."""

DEVICE_RESTS = ((60, timedelta(minutes=10)),)
"""A device is shared by a club and its children mistype: it rests after far more failures."""

ADDRESS_RESTS = ((300, timedelta(minutes=10)),)
"""A whole library, or a school, stands behind one address; 300 wrong guesses without an hour's pause are a machine's."""

LOCKED_FROM = CARD_RESTS[0][0]
FORGET_AFTER = timedelta(hours=12)
"""How long the count of a card or an account is kept after the last wrong guess."""

SOON_FORGOTTEN = timedelta(hours=1)
"""The same for devices and addresses, which many children share."""


class TooManyGuesses(Refusal):
    """The card or the device has to rest."""

    message = N_("Too many wrong tries. Wait %(minutes)s minutes, or ask your librarian for a new card.")
    status = 429


class TooManyPasswords(TooManyGuesses):
    """The same for an adult, who has no card."""

    message = N_("Too many wrong tries. Wait %(minutes)s minutes, then try again.")


@dataclass(frozen=True)
class Target:
    """What is being guessed at, with the rests that apply to it."""

    key: str
    rests: tuple[tuple[int, timedelta], ...]
    forget_after: timedelta = FORGET_AFTER


def card(card_id: str) -> Target:
    """The words of a card."""
    return Target(f"card:{card_id}", CARD_RESTS)


def adult(adult_id: str) -> Target:
    """The password of an adult."""
    return Target(f"adult:{adult_id}", CARD_RESTS)


def code(adult_id: str) -> Target:
    """The codes of an adult's second factor; a right password does not clear this count."""
    return Target(f"code:{adult_id}", CARD_RESTS)


def handing_over(adult_id: str) -> Target:
    """The codes that a librarian tries when another library hands a child over."""
    return Target(f"hand-over:{adult_id}", CARD_RESTS)


def device(name: str) -> Target:
    """Everything tried from one device; ``name`` is hashed, for an address is personal data."""
    return Target(f"device:{_hashed(name)}", DEVICE_RESTS, SOON_FORGOTTEN)


def address(network: str) -> Target:
    """Everything tried from one network address, whatever cookies it shows; hashed likewise."""
    return Target(f"address:{_hashed(network)}", ADDRESS_RESTS, SOON_FORGOTTEN)


def rest(
    failures: int, last_at: datetime, rests: tuple[tuple[int, timedelta], ...], now: datetime
) -> timedelta:
    """How long a target still rests after so many failures in a row, the last one at ``last_at``."""
    for least, duration in rests:
        if failures >= least:
            return max(timedelta(0), last_at + duration - now)
    return timedelta(0)


def count(session: Session, target: Target, now: datetime) -> None:
    """Count a guess at ``target``. Counting starts anew when the last one is long ago.

    The count is locked until the transaction ends, so that guesses sent at once stand in a queue.

    :raises TooManyGuesses: the target rests; the guess must not be looked at
    """
    guess = _locked(session, target, now)
    left = rest(guess.failures, guess.last_at, target.rests, now)
    if left > timedelta(0):
        raise TooManyGuesses(minutes=math.ceil(left / timedelta(minutes=1)))
    guess.failures = 1 if now - guess.last_at > target.forget_after else guess.failures + 1
    guess.last_at = now


def _locked(session: Session, target: Target, now: datetime) -> Guess:
    guess = session.get(Guess, target.key, with_for_update=True, populate_existing=True)
    if guess is not None:
        return guess
    with suppress(IntegrityError), session.begin_nested():
        session.add(Guess(target=target.key, failures=0, last_at=now))
    return session.get_one(Guess, target.key, with_for_update=True, populate_existing=True)


def taken_back(session: Session, target: Target) -> None:
    """Take one wrong guess back: it was right after all. The others at the target stay."""
    guess = session.get(Guess, target.key)
    if guess is not None and guess.failures > 0:
        guess.failures -= 1


def cleared(session: Session, target: Target) -> None:
    """Forget the wrong guesses at ``target``."""
    guess = session.get(Guess, target.key)
    if guess is not None:
        session.delete(guess)


def is_locked(session: Session, target: Target, now: datetime) -> bool:
    """Whether so many guesses went wrong that a librarian should know."""
    return target in locked_of(session, [target], now)


def locked_of(session: Session, targets: Sequence[Target], now: datetime) -> set[Target]:
    """Those of them for which that is so."""
    query = select(Guess).where(Guess.target.in_([target.key for target in targets]))
    guesses = {guess.target: guess for guess in session.scalars(query)}
    return {target for target in targets if _is_locked(guesses.get(target.key), target, now)}


def _is_locked(guess: Guess | None, target: Target, now: datetime) -> bool:
    return guess is not None and guess.failures >= LOCKED_FROM and now - guess.last_at <= target.forget_after


def _hashed(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:32]
