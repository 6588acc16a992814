"""Cards: a child's paper login. Dealt, shown once, stored only as digests, and dead as soon as a new one is dealt."""

import hashlib
import secrets
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files

from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_hub import guessing, identifiers, passwords
from codekids_hub.people import OPERATOR, note
from codekids_hub.storage.tables import Card, Child, Club, LoginEnd


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


def deal(session: Session, child: Child, pepper: str, now: datetime, actor: str = OPERATOR) -> DealtCard:
    """Give the child a new card; the old one ends at once, and so do wrong guesses at it.

    Open logins of the old card end with it: see :mod:`codekids_hub.login_ends`.
    """
    session.refresh(child, with_for_update=True)  # two librarians at once: one after the other
    if end(session, child, now):
        session.merge(LoginEnd(child_id=child.id, asked_at=now))
    club = session.get_one(Club, child.club_id)
    first, second = (secrets.choice(word_list(club.language)) for _ in range(2))
    token = secrets.token_urlsafe(16)
    session.add(
        Card(
            id=identifiers.new_identifier(identifiers.CARD),
            child_id=child.id,
            token_digest=digest(token),
            words_hash=passwords.hash_words(fold_pair(first, second), pepper),
            dealt_at=now,
            ended_at=None,
        )
    )
    note(session, actor, "deal-card", child.id, now)
    return DealtCard(child.id, child.nickname, child.animal, club.code, (first, second), token)


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
    return session.scalar(select(Card).where(Card.child_id == child_id, Card.ended_at.is_(None)))


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
