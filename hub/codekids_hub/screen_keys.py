"""The key in the address of a session's projector: who has it sees the question and what children wanted to show."""

import hashlib
import hmac

from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_hub import identifiers
from codekids_hub.refusals import NotFound
from codekids_hub.storage.session_tables import SessionRow


def make(pepper: str, session_id: str) -> str:
    """The key in the address of the projector: 12 characters (58 bits) that a person can type, made from the pepper.

    Nothing but its digest is stored, and it opens nothing once the session has ended.
    """
    made = int.from_bytes(hmac.digest(pepper.encode(), b"screen:" + session_id.encode(), "sha256"))
    letters = []
    for _ in range(12):
        made, letter = divmod(made, len(identifiers.ALPHABET))
        letters.append(identifiers.ALPHABET[letter])
    return "-".join("".join(letters[at : at + 4]) for at in (0, 4, 8))


def digest(key: str) -> str:
    """What is stored of a projector's key, however it was typed."""
    return hashlib.sha256(plain(key).encode()).hexdigest()


def plain(key: str) -> str:
    """A projector's key without what people type around it."""
    return "".join(letter for letter in key.lower() if letter in identifiers.ALPHABET)


def session_behind(session: Session, key: str) -> SessionRow:
    """The running session whose projector has this key.

    :raises NotFound: no such key, or its session has ended
    """
    row = session.scalar(
        select(SessionRow).where(SessionRow.screen_digest == digest(key), SessionRow.ended_at.is_(None))
    )
    if row is None:
        raise NotFound()
    return row
