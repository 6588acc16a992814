"""The room's board: first guesses and "I wonder" notes, shown to all without names.

A child has one first guess. It may change it while the question is on; who comes later may still make one before the
review. The librarian can keep a note off the projector, and let it back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from codekids_hub import presence, sessions
from codekids_hub.phases import Phase
from codekids_hub.refusals import N_, BadInput, NotFound, Refusal
from codekids_hub.storage.session_tables import FirstGuess, SessionRow, Wonder
from codekids_hub.storage.tables import Child

LENGTH = 200
MOST_WONDERS = 5
"""Notes of one child in one session."""


class WordsNeeded(BadInput):
    """Nothing was written, or too much."""

    message = N_("Write something, in at most %(most)s characters.")


class GuessingIsOver(Refusal):
    """The others are looking already: a first guess is what one thinks before."""

    message = N_("First guesses are made before we look. Yours stays as it is.")
    status = 409


class EnoughWonders(Refusal):
    """One child has filled its part of the board."""

    message = N_(
        "You have asked a lot already. Choose one of your questions and talk about it with somebody."
    )
    status = 409


@dataclass(frozen=True)
class Note:
    """A note as the board shows it. ``key`` finds it again for :func:`hide`; it says nothing to people."""

    key: str
    words: str
    hidden: bool


def words_of(typed: str, most: int = LENGTH) -> str:
    """What was typed, on one line.

    :raises WordsNeeded: it is nothing, or too long
    """
    words = " ".join(typed.split())
    if not 0 < len(words) <= most:
        raise WordsNeeded(most=most)
    return words


def guess(session: Session, row: SessionRow, child: Child, typed: str, now: datetime) -> None:
    """Keep the child's first guess.

    :raises WordsNeeded: it is empty or too long
    :raises GuessingIsOver: the child has one and the question phase is over, or the review has come
    """
    words = words_of(typed)
    known = session.get(FirstGuess, (row.id, child.id))
    if row.phase != Phase.QUESTION and (known is not None or row.phase != Phase.INVESTIGATION):
        raise GuessingIsOver()
    presence.seen(session, child, now)
    if known is None:
        session.add(FirstGuess(session_id=row.id, child_id=child.id, words=words, at=now))
    else:
        known.words, known.at, known.hidden_at = words, now, None
    sessions.changed(session, row)


def guess_of(session: Session, row: SessionRow, child_id: str) -> str | None:
    """The child's own first guess."""
    known = session.get(FirstGuess, (row.id, child_id))
    return known.words if known else None


def wonder(session: Session, row: SessionRow, child: Child, typed: str, now: datetime) -> None:
    """Put an "I wonder" note on the board.

    :raises WordsNeeded: it is empty or too long
    :raises EnoughWonders: the child has put up its share
    """
    words = words_of(typed)
    own = select(func.count()).where(Wonder.session_id == row.id, Wonder.child_id == child.id)
    if (session.scalar(own) or 0) >= MOST_WONDERS:
        raise EnoughWonders()
    presence.seen(session, child, now)
    session.add(Wonder(session_id=row.id, child_id=child.id, words=words, at=now))
    sessions.changed(session, row)


def take_back(session: Session, row: SessionRow, child: Child, number: int) -> None:
    """The child takes its note off the board; doing it twice changes nothing.

    :raises NotFound: it is somebody else's
    """
    note = session.get(Wonder, number)
    if note is None:
        return
    if (note.session_id, note.child_id) != (row.id, child.id):
        raise NotFound()
    session.delete(note)
    sessions.changed(session, row)


def wonders_of(session: Session, row: SessionRow, child_id: str) -> list[Wonder]:
    """The child's own notes."""
    query = select(Wonder).where(Wonder.session_id == row.id, Wonder.child_id == child_id)
    return list(session.scalars(query.order_by(Wonder.id)))


def guesses(session: Session, row: SessionRow, *, hidden: bool = False) -> list[Note]:
    """All first guesses, mixed so that nobody can tell whose is whose; the hidden ones too when asked for."""
    rows = session.scalars(select(FirstGuess).where(FirstGuess.session_id == row.id)).all()
    notes = [Note(f"guess-{each.child_id}", each.words, each.hidden_at is not None) for each in rows]
    return sorted(_shown(notes, hidden), key=lambda each: each.words.casefold())


def wonders(session: Session, row: SessionRow, *, hidden: bool = False) -> list[Note]:
    """All notes of the review; the hidden ones too when asked for."""
    rows = session.scalars(select(Wonder).where(Wonder.session_id == row.id).order_by(Wonder.id)).all()
    return _shown(
        [Note(f"wonder-{each.id}", each.words, each.hidden_at is not None) for each in rows], hidden
    )


def hide(session: Session, row: SessionRow, key: str, now: datetime, *, hidden: bool = True) -> None:
    """Keep a note off the projector, or let it back.

    :raises NotFound: there is no such note in this session
    """
    kind, _, name = key.partition("-")
    found: FirstGuess | Wonder | None = None
    if kind == "guess":
        found = session.get(FirstGuess, (row.id, name))
    elif kind == "wonder" and name.isdecimal():
        found = session.get(Wonder, int(name))
    if found is None or found.session_id != row.id:
        raise NotFound()
    found.hidden_at = now if hidden else None
    sessions.changed(session, row)


def _shown(notes: Sequence[Note], hidden: bool) -> list[Note]:
    return [each for each in notes if hidden or not each.hidden]
