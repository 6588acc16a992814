"""Who is there at a session, and whose hand is up.

A child that gives a sign of life is present at the session that its club is in; nobody calls a list of names.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_hub import pairs
from codekids_hub.sessions import changed, running
from codekids_hub.storage import Database
from codekids_hub.storage.conflicts import insert
from codekids_hub.storage.session_tables import Presence, SessionRow, Sign
from codekids_hub.storage.tables import Child

SEEN_EVERY = timedelta(seconds=10)
"""A child's last sign of life is kept no finer than this."""
HEARD_EVERY = timedelta(minutes=5)
"""The same for a program that runs without a page: whoever closed it is not made to look connected."""


def seen(session: Session, child: Child, now: datetime, *, page: bool = True) -> None:
    """A sign of life of a child: present at its club's running session, if there is one; so is who sits with it.

    :param page: whether it comes from a page that the child looks at; a program of its may run on without one
    """
    row = running(session, child.club_id)
    if row is None:
        return
    partner = pairs.partner(session, child.id, now)
    new = False
    for member in filter(None, (child, partner)):
        stay = session.get(Presence, (row.id, member.id))
        if stay is None:
            insertion = insert(session, Presence).values(
                session_id=row.id, child_id=member.id, first_at=now, last_at=now
            )
            session.execute(insertion.on_conflict_do_nothing())
            new = True
        elif _is_old(session, stay, now, page):
            stay.last_at = now
    if new:
        changed(session, row)


def heard(database: Database, child_ids: Iterable[str], now: datetime, *, only_new: bool = False) -> None:
    """Children gave a sign of life. Nothing is written, and no lock taken, when that says nothing new.

    :param only_new: whether it only makes present who is not: a line that is open does not say that somebody is there still
    """
    with database.read() as session:
        news = [each for each in child_ids if _is_news(session, session.get(Child, each), now, only_new)]
    if news:
        with database.write() as session:
            for child in filter(None, (session.get(Child, each) for each in news)):
                seen(session, child, now)


def present(session: Session, row: SessionRow) -> list[tuple[Child, Presence]]:
    """Who is or was there, in the order in which they came."""
    query = (
        select(Child, Presence)
        .join(Presence, Presence.child_id == Child.id)
        .where(Presence.session_id == row.id)
        .order_by(Presence.first_at, Child.id)
    )
    return [(child, stay) for child, stay in session.execute(query)]


def raise_hand(session: Session, row: SessionRow, child: Child, now: datetime) -> None:
    """The child asks for the librarian; asking again keeps its place in the row."""
    seen(session, child, now)
    stay = session.get_one(Presence, (row.id, child.id))
    if stay.hand_up_at is None:
        stay.hand_up_at = now
        changed(session, row)


def lower_hand(session: Session, row: SessionRow, child_id: str) -> None:
    """The hand goes down: the child has its answer, or the librarian is with it."""
    stay = session.get(Presence, (row.id, child_id))
    if stay is not None and stay.hand_up_at is not None:
        stay.hand_up_at = None
        changed(session, row)


def _is_news(session: Session, child: Child | None, now: datetime, only_new: bool) -> bool:
    row = running(session, child.club_id) if child is not None else None
    if child is None or row is None:
        return False
    members = filter(None, (child, pairs.partner(session, child.id, now)))
    known = [session.get(Presence, (row.id, each.id)) for each in members]
    return any(each is None or (not only_new and _is_old(session, each, now, page=True)) for each in known)


def _is_old(session: Session, stay: Presence, now: datetime, page: bool) -> bool:
    """Whether the last sign of life is worth another: it is old, or a page was opened after the workspace's had closed."""
    if now - stay.last_at >= (SEEN_EVERY if page else HEARD_EVERY):
        return True
    sign = session.get(Sign, stay.child_id) if page else None
    return sign is not None and sign.lost_at is not None and stay.last_at <= sign.lost_at < now
