"""Logging in: what somebody shows, who that is. Called by the Hub's authenticator; knows nothing of HTTP."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_hub import cards, consents, guessing, passwords, people, second_factor
from codekids_hub.privacy import asking
from codekids_hub.refusals import N_, Refusal
from codekids_hub.storage import Database
from codekids_hub.storage.tables import Adult, Card, Child, Club


class WrongCard(Refusal):
    """Club, animal or words are wrong; which of them is not said."""

    message = N_("That was not right. Look at your card again: the club, the animal and the two words.")
    status = 403


class WrongQr(Refusal):
    """A QR code of no living card."""

    message = N_("This card does not work any more. Ask your librarian for a new one.")
    status = 403


class WrongPassword(Refusal):
    """Name or password is wrong; which of them is not said."""

    message = N_("Name or password is not right. Try again.")
    status = 403


class NoClub(Refusal):
    """Name and password are right, and the adult looks after no club."""

    message = N_("You look after no club just now. Ask your coordinator.")
    status = 403


class CodeNeeded(Refusal):
    """Name and password are right: now the second step. ``half`` says whose, for the browser to keep, signed."""

    message = N_("Now the code that your phone shows.")
    status = 200


class TookTooLong(Refusal):
    """The second step came without the first one, or long after it."""

    message = N_("That took too long. Begin again with your name and your password.")
    status = 403


@dataclass(frozen=True)
class Device:
    """Where somebody logs in: ``name`` tells devices apart, ``address`` is the network's."""

    name: str
    address: str


@dataclass(frozen=True)
class Words:
    """What a child shows without a camera."""

    club: str
    animal: str
    first: str
    second: str


@dataclass(frozen=True)
class Qr:
    """What a card shows to a camera."""

    token: str


@dataclass(frozen=True)
class Password:
    """What an adult types."""

    name: str
    password: str


@dataclass(frozen=True)
class Code:
    """What an adult types on the second page: ``half`` proves the first one, see :class:`CodeNeeded`."""

    half: str
    code: str


Shown = Words | Qr | Password | Code


def log_in(
    database: Database, pepper: str, shown: Shown, device: Device, now: datetime, *, two_steps: bool = True
) -> str:
    """The identifier of whoever shows this.

    :param two_steps: whether an adult who has a second factor is asked for it
    :raises guessing.TooManyGuesses: the card or the device has to rest
    :raises WrongCard: likewise :class:`WrongQr` or :class:`WrongPassword`
    :raises CodeNeeded: that was right, and is the first of two steps
    :raises NoClub: it is an adult's password, and the adult has no role
    :raises TookTooLong: it is a code without its first step
    :raises codekids_hub.second_factor.WrongCode: it is a code, and not right
    :raises codekids_hub.consents.PaperMissing: it is a child's card, and no paper of its parents has been seen
    :raises codekids_hub.privacy.asking.IsBeingErased: it is a child's card, and the child is to be erased

    A guess counts before it is looked at, and is taken back when it was right: a hundred guesses sent at once are
    a hundred guesses.
    """
    around = [guessing.device(device.name), guessing.address(device.address)]
    if isinstance(shown, Code):
        return _second_step(database, pepper, shown, around, now)
    with database.write() as session:
        target, stored, identifier = _candidate(session, shown)
        _count(session, around if target is None or isinstance(shown, Qr) else [*around, target], shown, now)
    right = (
        stored is not None if isinstance(shown, Qr) else passwords.matches(stored, *_offered(shown, pepper))
    )
    if identifier is None or not right:
        raise {Words: WrongCard, Qr: WrongQr, Password: WrongPassword}[type(shown)]()
    with database.write() as session:
        for each in around:
            guessing.taken_back(session, each)
        if target is not None:
            guessing.cleared(session, target)
        refusal = _welcome(session, identifier, two_steps, now)
    if refusal is not None:
        raise refusal
    return identifier


def _welcome(session: Session, identifier: str, two_steps: bool, now: datetime) -> Refusal | None:
    """Let somebody in, or say why not; what is counted and noted stays either way."""
    adult = session.get(Adult, identifier)
    if adult is not None:
        if not people.roles_of(session, adult):
            return NoClub()
        if two_steps and second_factor.is_set_up(session, identifier):
            return CodeNeeded(half=_half(adult))
        adult.last_seen_at = now
        return None
    child = session.get(Child, identifier)
    if child is None:
        return WrongCard()
    if consents.valid(session, identifier) is None:
        return consents.PaperMissing()
    asking.let_in(session, identifier)
    child.last_seen_at = now
    return None


def _second_step(
    database: Database, pepper: str, shown: Code, around: list[guessing.Target], now: datetime
) -> str:
    adult_id = shown.half.partition(":")[0]
    with database.write() as session:
        adult = session.get(Adult, adult_id) if adult_id else None
        if adult is None or _half(adult) != shown.half or not people.roles_of(session, adult):
            raise TookTooLong()
        _count(session, around, Password("", ""), now)
    second_factor.check(database, adult_id, shown.code, pepper, now)
    with database.write() as session:
        for each in around:
            guessing.taken_back(session, each)
        session.get_one(Adult, adult_id).last_seen_at = now
    return adult_id


def _half(adult: Adult) -> str:
    """The first step as the browser keeps it; another password makes it worthless."""
    return f"{adult.id}:{hashlib.sha256(adult.password_hash.encode()).hexdigest()[:16]}"


def _candidate(
    session: Session, shown: Words | Qr | Password
) -> tuple[guessing.Target | None, str | None, str | None]:
    """Whose secret is being shown: (what is guessed at, stored hash, identifier), each ``None`` if nobody's."""
    if isinstance(shown, Password):
        named = select(Adult).where(Adult.name == shown.name.strip().lower()[:80])
        adult = session.scalar(named.where(Adult.removed_at.is_(None)))
        return (
            (None, None, None) if adult is None else (guessing.adult(adult.id), adult.password_hash, adult.id)
        )
    alive = select(Card).where(Card.ended_at.is_(None))
    if isinstance(shown, Qr):
        card = session.scalar(alive.where(Card.token_digest == cards.digest(shown.token[:200])))
    else:
        members = alive.join(Child, Child.id == Card.child_id).join(Club, Club.id == Child.club_id)
        card = session.scalar(
            members.where(Club.code == shown.club.strip().upper()[:80], Child.animal == shown.animal[:80])
        )
    return (None, None, None) if card is None else (guessing.card(card.id), card.words_hash, card.child_id)


def _count(
    session: Session, targets: list[guessing.Target], shown: Words | Qr | Password, now: datetime
) -> None:
    try:
        for each in targets:
            guessing.count(session, each, now)
    except guessing.TooManyGuesses as refusal:
        if isinstance(shown, Password):
            raise guessing.TooManyPasswords(**refusal.values) from None
        raise


def _offered(shown: Words | Password, pepper: str) -> tuple[str, str | None]:
    if isinstance(shown, Password):
        return shown.password[:400], None
    return cards.fold_pair(shown.first[:80], shown.second[:80]), pepper
