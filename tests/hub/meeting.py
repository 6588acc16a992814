"""A session of the village's club, for the tests of what happens in one."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from codekids_hub import people, sessions
from codekids_hub.levels import Level
from codekids_hub.sessions import Opening
from codekids_hub.storage.session_tables import SessionRow
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
