"""Ending logins: a new card ends what was opened with the old one, even when the Hub was away at that moment.

An adult who looks after a club no more, or was removed, is logged out in the same way.
"""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from codekids_hub.hub_client import HubAway, HubClient, HubOff
from codekids_hub.refusals import Refusal
from codekids_hub.storage import Database
from codekids_hub.storage.tables import LoginEnd

AT_ONCE = 8
"""A whole room is logged out in seconds, though the Hub takes its time for each workspace that it stops."""


def ask(session: Session, identifier: str, now: datetime) -> None:
    """Have the open logins of a child or an adult end, within seconds."""
    session.merge(LoginEnd(child_id=identifier, asked_at=now))


class StillRunning(Refusal):
    """The Hub has not stopped a workspace."""

    message = "The workspace of the child is just starting or stopping. Nothing was erased yet; try again in a minute."


def end_now(database: Database, hub: HubClient, token: str, child_id: str) -> None:
    """Have the Hub end a child's logins before this returns: no workspace writes any more.

    :raises StillRunning: the Hub is there and did not do it
    """
    try:
        hub.remove_user(token, child_id)
    except HubOff:
        return
    except HubAway as reason:
        raise StillRunning() from reason
    with database.write() as session:
        session.execute(delete(LoginEnd).where(LoginEnd.child_id == child_id))


def work_off(database: Database, hub: HubClient, token: str) -> int:
    """Have the Hub end the logins that wait for it.

    :returns: how many still wait, because the Hub was away; they are tried again at the next call
    """
    with database.read() as session:
        waiting = [(row.child_id, row.asked_at) for row in session.scalars(select(LoginEnd))]
    if not waiting:
        return 0

    def end(child_id: str, asked_at: datetime) -> bool:
        try:
            hub.remove_user(token, child_id)
        except HubAway:
            return False
        with database.write() as session:
            session.execute(
                delete(LoginEnd).where(LoginEnd.child_id == child_id, LoginEnd.asked_at == asked_at)
            )
        return True

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(end, *zip(*waiting, strict=True))).count(False)
