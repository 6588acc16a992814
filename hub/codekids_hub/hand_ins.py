"""Hand-ins: accepted only when they are durable, each with a receipt; the same bytes with the same key give the same one.

The row is the truth about a hand-in. The file is in the store, synced, before the row is committed; the receipt goes out
after that. The server's clock counts.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from codekids_grading import bundles
from codekids_grading.store import Store
from codekids_hub.refusals import N_, BadInput, NotFound, Refusal
from codekids_hub.storage import Database
from codekids_hub.storage.homework_tables import Assignment, HandIn
from codekids_hub.storage.tables import Child

ACCEPTED, MARKED, UNREADABLE, KEPT = "accepted", "marked", "unreadable", "kept"


class BadKey(BadInput):
    """A hand-in without a proper key."""

    message = N_("The header Idempotency-Key must be 16 to 64 hexadecimal digits.")


class KeyUsedBefore(Refusal):
    """One key for two different hand-ins."""

    message = N_("This key was used for something else already. Hand in again.")
    status = 409


class NotYourPartner(BadInput):
    """The second child is not a child of this club."""

    message = N_("The second child is not in your club. Hand in alone, or choose again.")


@dataclass(frozen=True)
class Receipt:
    """The promise that a hand-in is kept: its number, the server's time, what was received."""

    number: int
    at: datetime
    digest: str
    late: bool


@dataclass(frozen=True)
class _Files:
    digest: str
    size: int
    notebooks: tuple[str, ...]


def accept(
    database: Database,
    store: Store,
    child_id: str,
    assignment: str,
    content: bytes,
    key: str,
    now: datetime,
    *,
    partner_id: str | None = None,
    judged: bool = True,
) -> Receipt:
    """Accept a hand-in; when this returns it is on the disk for good, file and row.

    :param content: a bundle, see :mod:`codekids_grading.bundles`
    :param key: the same for each try to hand in the same thing; hexadecimal
    :param judged: whether it is marked here; else it is kept for a mentor who marks by hand
    :raises codekids_grading.bundles.BadBundle: it cannot be accepted, and why
    :raises NotFound: the child's club has no such assignment
    :raises KeyUsedBefore: the key came with other bytes before
    """
    if not re.fullmatch(r"[0-9a-f]{16,64}", key):
        raise BadKey()
    if partner_id is not None:
        key = _key_of_two(key, partner_id)
    notebooks = bundles.read(content).notebooks
    with database.read() as session:
        _assignment_of(session, child_id, assignment)
    digest = store.put(content)
    try:
        with database.write() as session:
            files = _Files(digest, len(content), notebooks)
            receipt = _accept(session, child_id, assignment, files, key, now, partner_id, judged)
        if not store.holds(digest):  # another child with the very same bytes was erased meanwhile
            store.put(content)
        return receipt
    except IntegrityError:  # the same try, twice at once: the other one came first
        with database.read() as session:
            return _known(session, child_id, key, digest)


def _accept(
    session: Session,
    child_id: str,
    assignment: str,
    files: _Files,
    key: str,
    now: datetime,
    partner_id: str | None,
    judged: bool,
) -> Receipt:
    if session.scalar(select(HandIn.id).where(HandIn.child_id == child_id, HandIn.key == key)):
        return _known(session, child_id, key, files.digest)
    child, released = _assignment_of(session, child_id, assignment)
    if partner_id is not None:
        partner = session.get(Child, partner_id)
        if partner is None or partner.club_id != child.club_id or partner.id == child.id:
            raise NotYourPartner()
    row = HandIn(
        club_id=child.club_id,
        assignment=assignment,
        child_id=child_id,
        partner_id=partner_id,
        key=key,
        digest=files.digest,
        size=files.size,
        notebooks=files.notebooks,
        received_at=now,
        late=is_late(released, child, now),
        state=ACCEPTED if judged else KEPT,
        tries=0,
        free_at=None,
        marked_at=None,
        points=None,
        max_points=None,
        marking=None,
        asked_at=None,
    )
    session.add(row)
    session.flush()
    return _receipt(row)


def is_late(assignment: Assignment, child: Child, at: datetime) -> bool:
    """Whether something handed in at that time is late; for a child who joined after the closing it is not."""
    closes = assignment.closes_at
    return closes is not None and at >= closes and child.created_at < closes


def _assignment_of(session: Session, child_id: str, assignment: str) -> tuple[Child, Assignment]:
    child = session.get(Child, child_id)
    released = session.get(Assignment, (child.club_id, assignment)) if child else None
    if child is None or released is None:
        raise NotFound()
    return child, released


def _key_of_two(key: str, partner_id: str) -> str:
    """What a child handed in alone, and hands in again with a second child, is something new: it is both of theirs."""
    return hashlib.sha256(f"{key} {partner_id}".encode()).hexdigest()


def _known(session: Session, child_id: str, key: str, digest: str) -> Receipt:
    row = session.scalars(select(HandIn).where(HandIn.child_id == child_id, HandIn.key == key)).one()
    if row.digest != digest:
        raise KeyUsedBefore()
    return _receipt(row)


def _receipt(row: HandIn) -> Receipt:
    return Receipt(row.id, row.received_at, row.digest, row.late)
