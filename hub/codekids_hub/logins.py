"""Logging in: what somebody shows, who that is. Called by the Hub's authenticator; knows nothing of HTTP."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_hub import cards, consents, guessing, passwords
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


Shown = Words | Qr | Password


def log_in(database: Database, pepper: str, shown: Shown, device: Device, now: datetime) -> str:
    """The identifier of whoever shows this.

    :raises guessing.TooManyGuesses: the card or the device has to rest
    :raises WrongCard: likewise :class:`WrongQr` or :class:`WrongPassword`
    :raises codekids_hub.consents.PaperMissing: it is a child's card, and no paper of its parents has been seen
    :raises codekids_hub.privacy.asking.IsBeingErased: it is a child's card, and the child is to be erased

    A guess counts before it is looked at, and is taken back when it was right: a hundred guesses sent at once are
    a hundred guesses.
    """
    around = [guessing.device(device.name), guessing.address(device.address)]
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
        person = session.get(Child, identifier) or session.get(Adult, identifier)
        if person is None:
            raise WrongCard()
        welcome = isinstance(person, Adult) or consents.valid(session, identifier) is not None
        if welcome:
            if isinstance(person, Child):
                asking.let_in(session, identifier)
            person.last_seen_at = now
    if not welcome:
        raise consents.PaperMissing()
    return identifier


def _candidate(session: Session, shown: Shown) -> tuple[guessing.Target | None, str | None, str | None]:
    """Whose secret is being shown: (what is guessed at, stored hash, identifier), each ``None`` if nobody's."""
    if isinstance(shown, Password):
        adult = session.scalar(select(Adult).where(Adult.name == shown.name.strip().lower()[:80]))
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


def _count(session: Session, targets: list[guessing.Target], shown: Shown, now: datetime) -> None:
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
