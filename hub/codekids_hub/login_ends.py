"""Ending logins: a new card ends what was opened with the old one, even when the Hub was away at that moment."""

from sqlalchemy import delete, select

from codekids_hub.hub_client import HubAway, HubClient
from codekids_hub.storage import Database
from codekids_hub.storage.tables import LoginEnd


def work_off(database: Database, hub: HubClient, token: str) -> int:
    """Have the Hub end the logins that wait for it.

    :returns: how many still wait, because the Hub was away; they are tried again at the next call
    """
    with database.read() as session:
        waiting = session.execute(select(LoginEnd.child_id, LoginEnd.asked_at)).all()
    left = 0
    for child_id, asked_at in waiting:
        try:
            hub.remove_user(token, child_id)
        except HubAway:
            left += 1
            continue
        with database.write() as session:
            session.execute(
                delete(LoginEnd).where(LoginEnd.child_id == child_id, LoginEnd.asked_at == asked_at)
            )
    return left
