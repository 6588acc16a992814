"""Clubs: what is known of one, how it is added, and changed when a library meets at another time.

Functions take an open session; who calls decides about the transaction.
"""

import itertools
import re
import unicodedata
from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from codekids_hub import identifiers
from codekids_hub.languages import LANGUAGES
from codekids_hub.people import OPERATOR, BadValue, NameTaken, note
from codekids_hub.refusals import N_, Refusal
from codekids_hub.storage.homework_tables import Assignment, Claim, HandIn
from codekids_hub.storage.privacy_tables import Invitation
from codekids_hub.storage.session_tables import Plan, SessionRow
from codekids_hub.storage.tables import Child, Club, Duty

CODE_LENGTH = 12
LIMITS = {"library": 120, "locality": 80, "county": 40}
"""How many characters each of these may have."""


class ClubInUse(Refusal):
    """Somebody's work hangs on the club."""

    message = N_(
        "People belong to this club, or it has met already, so it stays. Only a club that nobody has used yet can be taken out."
    )
    status = 409


@dataclass(frozen=True, kw_only=True)
class ClubDetails:
    """What is known of a club, and may change. ``meeting_day`` 0 is Monday; ``meeting_hour`` is ``HH:MM``, local time."""

    library: str
    locality: str
    county: str
    country: str = "RO"
    language: str = "ro"
    meeting_day: int = 3
    meeting_hour: str = "16:30"


@dataclass(frozen=True, kw_only=True)
class NewClub(ClubDetails):
    """What is asked about a club when it is added. Its code stands on cards, and stays."""

    code: str


def add_club(session: Session, new: NewClub, now: datetime, actor: str = OPERATOR) -> Club:
    """Add a club.

    :raises BadValue: a field does not fit
    :raises NameTaken: another club has this code
    """
    code = new.code.strip().upper()
    if not re.fullmatch(rf"[A-Z0-9]{{3,{CODE_LENGTH}}}", code):
        raise BadValue(
            field="code", value=code[:40], expected="3 to 12 letters and digits, without diacritics."
        )
    _check(new)
    if _is_taken(session, code):
        raise NameTaken(name=code)
    club = Club(id=identifiers.new_identifier(identifiers.CLUB), code=code, created_at=now)
    _fill(club, new)
    session.add(club)
    note(session, actor, "add-club", club.id, now)
    return club


def change_club(session: Session, club: Club, new: ClubDetails, now: datetime, actor: str = OPERATOR) -> None:
    """Change what is known of a club. Homework that is open closes by the new day and hour.

    :raises BadValue: a field does not fit; nothing is changed
    """
    _check(new)
    if new != details_of(club):
        _fill(club, new)
        note(session, actor, "change-club", club.id, now)


def remove_club(session: Session, club: Club, now: datetime, actor: str = OPERATOR) -> None:
    """Take out a club that nobody has used yet, with the homework that was given to nobody; links of invitations to it end.

    :raises ClubInUse: it has, or had, a child, an adult or a meeting
    """
    if not is_unused(session, club.id):
        raise ClubInUse()
    for table in (Assignment, Claim, Invitation, Plan):
        session.execute(delete(table).where(table.club_id == club.id))
    session.delete(club)
    note(session, actor, "remove-club", club.id, now)


def is_unused(session: Session, club_id: str) -> bool:
    """Whether no child, adult or meeting ever was in a club."""
    used = (select(exists().where(table.club_id == club_id)) for table in (Child, Duty, SessionRow, HandIn))
    return not any(session.scalar(asked) for asked in used)


def details_of(club: Club) -> ClubDetails:
    """What is known of a club."""
    return ClubDetails(**{each.name: getattr(club, each.name) for each in fields(ClubDetails)})


def free_code(session: Session, locality: str) -> str:
    """A code for a club of that place: its name without diacritics, with a number where another club has it already."""
    plain = unicodedata.normalize("NFD", locality).encode("ascii", "ignore").decode()
    name = re.sub(r"[^A-Z0-9]", "", plain.upper())
    name = name if len(name) >= 3 else f"CLUB{name}"
    for number in itertools.count(1):
        ending = str(number) if number > 1 else ""
        code = name[: CODE_LENGTH - len(ending)] + ending
        if not _is_taken(session, code):
            return code
    raise AssertionError


def _is_taken(session: Session, code: str) -> bool:
    return session.scalar(select(Club.id).where(Club.code == code)) is not None


def _fill(club: Club, new: ClubDetails) -> None:
    for each in fields(ClubDetails):
        value = getattr(new, each.name)
        setattr(club, each.name, value.strip() if each.name in LIMITS else value)


def _check(new: ClubDetails) -> None:
    expected = {
        "country": (re.fullmatch(r"[A-Z]{2}", new.country), "Two capital letters, such as RO or MD."),
        "language": (new.language in LANGUAGES, ", ".join(LANGUAGES)),
        "meeting_day": (0 <= new.meeting_day <= 6, "0 is Monday, 6 is Sunday."),
        "meeting_hour": (re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", new.meeting_hour), "Such as 16:30."),
    } | {
        name: (0 < len(getattr(new, name).strip()) <= limit, f"1 to {limit} characters.")
        for name, limit in LIMITS.items()
    }
    for field, (fits, words) in expected.items():
        if not fits:
            name = field.removeprefix("meeting_")
            raise BadValue(field=name, value=str(getattr(new, field))[:40], expected=words)
