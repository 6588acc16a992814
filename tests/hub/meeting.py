"""A session of the village's club, for the tests of what happens in one."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_hub import people, sessions
from codekids_hub.levels import Level
from codekids_hub.sessions import Opening
from codekids_hub.storage.session_tables import Presence, SessionRow
from codekids_hub.storage.tables import Child, Club
from hub.village import Village

PEPPER = "ab" * 32
QUESTION = "Were winters harder when grandfather was little?"


@dataclass(frozen=True)
class Meeting:
    """An open session of the database, the meeting that runs in it, and its children by nickname."""

    session: Session
    row: SessionRow
    children: dict[str, Child]
    now: datetime

    def __getitem__(self, nickname: str) -> Child:
        return self.children[nickname]


def begin(session: Session, village: Village, now: datetime) -> Meeting:
    """A session that has just begun, with Maria, Luca, Daria, Vlad and Sofia in the club."""
    club = session.get_one(Club, village.club_id)
    people.add_children(session, club, ["Daria", "Vlad", "Sofia"], Level.BEGINNERS, now)
    row = sessions.start(session, club, Opening(question=QUESTION), village.crina_id, now, pepper=PEPPER)
    children = {child.nickname: child for child in club.children}
    return Meeting(session, row, children, now)


def hands(session: Session, session_id: str) -> dict[str, datetime]:
    """Whose hands are up, by nickname, and since when."""
    query = select(Child.nickname, Presence.hand_up_at).join(Presence, Presence.child_id == Child.id)
    asked = query.where(Presence.session_id == session_id, Presence.hand_up_at.is_not(None))
    return {nickname: since for nickname, since in session.execute(asked) if since}
