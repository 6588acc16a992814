"""Erasing a child everywhere: the second step, after the seven days; and again when an old copy was restored."""

import logging
from datetime import datetime, timedelta

from sqlalchemy import or_, select, text, update

from codekids_grading.store import Store
from codekids_hub.hand_ins import ACCEPTED
from codekids_hub.people import OPERATOR, note
from codekids_hub.privacy import asking, erased_files, erased_rows, remembered
from codekids_hub.privacy.remembered import Remembered
from codekids_hub.settings import Settings
from codekids_hub.storage import Database
from codekids_hub.storage.homework_tables import HandIn
from codekids_hub.storage.privacy_tables import Erasure
from codekids_hub.storage.tables import Child, LoginEnd

_HELD = timedelta(hours=1)

log = logging.getLogger("codekids.privacy")


def erase_due(database: Database, settings: Settings, now: datetime) -> int:
    """Erase every child whose seven days are over; one that cannot be erased now is tried again the next time.

    :returns: how many are erased now
    """
    with database.read() as session:
        waiting = asking.due(session, now)
    done = 0
    for child_id in waiting:
        try:
            if _hold(database, child_id, now):
                _erase(database, settings, child_id, now)
                done += 1
        except Exception:
            log.exception("a child could not be erased; it is tried again")
    if done:
        _sweep(database)
    return done


def erase_again(database: Database, settings: Settings, now: datetime) -> int:
    """Erase whoever was erased before and is back with an old copy. For the start, while nothing else runs.

    :returns: how many had come back
    """
    known = remembered.read(settings.erased_file)
    erased_files.erase(settings, list(known))
    with database.write() as session:
        back = sorted(known.keys() & set(session.scalars(select(Child.id))))
        for child_id, erased in known.items():
            row = session.get(Erasure, child_id)
            if row is None or row.done_at is None:
                session.merge(_row(erased))
    for child_id in back:
        _erase_rows(database, settings, child_id, now)
    if back:
        _sweep(database)
    return len(back)


def _hold(database: Database, child_id: str, now: datetime) -> bool:
    """Keep markers from what the child handed in; ``False`` while one is at it."""
    mine = (HandIn.state == ACCEPTED, or_(HandIn.child_id == child_id, HandIn.partner_id == child_id))
    with database.write() as session:
        if session.scalar(select(HandIn.id).where(*mine, HandIn.free_at > now).limit(1)) is not None:
            return False
        alone = (*mine, HandIn.child_id == child_id, HandIn.partner_id.is_(None))
        session.execute(update(HandIn).where(*alone).values(free_at=now + _HELD))
    return True


def _erase(database: Database, settings: Settings, child_id: str, now: datetime) -> None:
    """Remembered first: from here on a crash, or a restore, ends with the child erased."""
    with database.read() as session:
        row = session.get_one(Erasure, child_id)
    if child_id not in remembered.read(settings.erased_file):
        remembered.remember(
            settings.erased_file,
            Remembered(
                child_id,
                row.club_id,
                row.asked_at.isoformat(),
                row.asked_by,
                row.reason,
                now.isoformat(),
            ),
        )
    erased_files.erase(settings, [child_id])
    _erase_rows(database, settings, child_id, now)


def _erase_rows(database: Database, settings: Settings, child_id: str, now: datetime) -> None:
    with database.write() as session:
        erased_rows.erase(session, Store(settings.store), child_id)
        session.merge(LoginEnd(child_id=child_id, asked_at=now))  # the Hub forgets the child, too
        session.get_one(Erasure, child_id).done_at = now
        note(session, OPERATOR, "child-erased", child_id, now)


def _row(erased: Remembered) -> Erasure:
    moments = (datetime.fromisoformat(each) for each in (erased.asked_at, erased.done_at))
    asked_at, done_at = moments
    return Erasure(
        child_id=erased.child_id,
        club_id=erased.club_id,
        asked_at=asked_at,
        asked_by=erased.asked_by,
        reason=erased.reason,
        due_at=done_at,
        done_at=done_at,
    )


def _sweep(database: Database) -> None:
    """What was deleted leaves the database's files, too, as far as readers let it now."""
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if connection.dialect.name == "sqlite":
            connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
        else:
            connection.execute(text("VACUUM"))
