"""Cards: a child's paper login. Dealt, shown once, stored only as digests, and dead as soon as a new one is dealt."""

import hashlib
import secrets
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files

from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_hub import guessing, identifiers, passwords
from codekids_hub.people import OPERATOR, note
from codekids_hub.refusals import N_, Refusal
from codekids_hub.storage.tables import Card, Child, Club, LoginEnd

UNDONE_WITHIN = timedelta(minutes=10)
"""How long a new card can be taken back."""


class TooLateToTakeBack(Refusal):
    """A new card stays: it was used, or it was dealt a while ago."""

    message = N_(
        "The new card has been used, or it is older than ten minutes. Make another new card instead."
    )
    status = 409


@dataclass(frozen=True)
class DealtCard:
    """A new card, with its secrets: shown or printed now, never stored.

    ``token`` goes into the QR as ``<hub address>/hub/card#<token>``; ``words`` are two words of the club's language.
    """

    child_id: str
    nickname: str
    animal: str
    club_code: str
    words: tuple[str, str]
    token: str

    def address(self, origin: str) -> str:
        """What the QR code holds. The token stands behind ``#``, so that browsers send it to no server log."""
        return f"{origin}/hub/card#{self.token}"


@dataclass(frozen=True)
class Drawn:
    """A card that is thought of and not yet the child's: making the hash takes a while, a transaction should not."""

    words: tuple[str, str]
    token: str
    words_hash: str

    def for_child(self, child: Child, club: Club) -> DealtCard:
        """As it is shown or printed."""
        return DealtCard(child.id, child.nickname, child.animal, club.code, self.words, self.token)


def draw(language: str, pepper: str) -> Drawn:
    """Think of a card, with words of a club's language."""
    first, second = (secrets.choice(word_list(language)) for _ in range(2))
    return Drawn(
        (first, second), secrets.token_urlsafe(16), passwords.hash_words(fold_pair(first, second), pepper)
    )


def deal(session: Session, child: Child, pepper: str, now: datetime, actor: str = OPERATOR) -> DealtCard:
    """Give the child a new card; the old one ends at once, and so do wrong guesses at it.

    Open logins of the old card end with it: see :mod:`codekids_hub.login_ends`.
    """
    club = session.get_one(Club, child.club_id)
    drawn = draw(club.language, pepper)
    put(session, child, drawn, now, actor)
    return drawn.for_child(child, club)


def put(session: Session, child: Child, drawn: Drawn, now: datetime, actor: str = OPERATOR) -> None:
    """Make a drawn card the child's; the old one ends."""
    session.refresh(child, with_for_update=True)  # two librarians at once: one after the other
    if end(session, child, now):
        session.merge(LoginEnd(child_id=child.id, asked_at=now))
    session.add(
        Card(
            id=identifiers.new_identifier(identifiers.CARD),
            child_id=child.id,
            token_digest=digest(drawn.token),
            words_hash=drawn.words_hash,
            dealt_at=now,
            ended_at=None,
        )
    )
    note(session, actor, "deal-card", child.id, now)


def take_back(session: Session, child: Child, now: datetime, actor: str = OPERATOR) -> None:
    """Undo a new card: the one before it works again, if nobody came in with the new one.

    :raises TooLateToTakeBack: somebody did, or it was dealt a while ago, or there was no card before it
    """
    session.refresh(child, with_for_update=True)
    newest = alive(session, child.id)
    if newest is None or now - newest.dealt_at > UNDONE_WITHIN:
        raise TooLateToTakeBack()
    before = session.scalar(
        select(Card).where(Card.child_id == child.id, Card.ended_at == newest.dealt_at).limit(1)
    )
    if before is None or (child.last_seen_at is not None and child.last_seen_at >= newest.dealt_at):
        raise TooLateToTakeBack()
    newest.ended_at = now
    session.flush()
    before.ended_at = None
    note(session, actor, "take-card-back", child.id, now)
    session.flush()


def end(session: Session, child: Child, now: datetime) -> bool:
    """End the child's card; whether there was one."""
    card = alive(session, child.id)
    if card is None:
        return False
    card.ended_at = now
    guessing.cleared(session, guessing.card(card.id))
    session.flush()
    return True


def alive(session: Session, child_id: str) -> Card | None:
    """The child's card that opens something now."""
    return alive_of(session, [child_id]).get(child_id)


def alive_of(session: Session, child_ids: Sequence[str]) -> dict[str, Card]:
    """The cards that open something now, by child; who has none is not there."""
    query = select(Card).where(Card.child_id.in_(child_ids), Card.ended_at.is_(None))
    return {card.child_id: card for card in session.scalars(query)}


def digest(token: str) -> str:
    """What is stored of a QR's token: its SHA-256."""
    return hashlib.sha256(token.encode()).hexdigest()


def fold(word: str) -> str:
    """A word as it is compared: lower case, without diacritics and without anything but letters.

    >>> fold(" Căpșună ")
    'capsuna'
    """
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in decomposed if letter.isalpha() and not unicodedata.combining(letter))


def fold_pair(first: str, second: str) -> str:
    """Two words as they are hashed; their order counts."""
    return f"{fold(first)} {fold(second)}"


@cache
def word_list(language: str) -> tuple[str, ...]:
    """The words of which cards are made: 1,024 in each language, so two of them are 20 bits."""
    text = (files("codekids_hub") / "words" / f"{language}.txt").read_text(encoding="utf-8")
    return tuple(text.split())
