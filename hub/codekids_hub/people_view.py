"""The coordinator's people as templates show them: adults with their clubs, invitations, one adult. Never a child."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_hub import audit_words, invitations, people, removing, second_factor
from codekids_hub.addresses import SERVICE_PREFIX
from codekids_hub.people import Role
from codekids_hub.storage.privacy_tables import SecondFactor
from codekids_hub.storage.tables import Adult, Club, Duty
from codekids_hub.times import ago, day, moment

PEOPLE_URL = f"{SERVICE_PREFIX}programme/people"
PAGE = 50
FEW_PLACES = 3
FILTERS = ("here", *(role.value for role in invitations.ADULTS), "nothing", "removed")


@dataclass(frozen=True)
class AdultLine:
    """An adult of the list, with the roles of now and the places of the clubs."""

    adult: Adult
    roles: tuple[str, ...]
    places: tuple[str, ...]
    second_factor: bool


def lines(session: Session) -> list[AdultLine]:
    """All adults by name, but not those who were forgotten."""
    query = select(Duty, Club).join(Club, Club.id == Duty.club_id).order_by(Club.locality, Club.code)
    held: dict[str, list[tuple[str, Club]]] = {}
    for duty, club in session.execute(query):
        held.setdefault(duty.adult_id, []).append((duty.role, club))
    secured = set(session.scalars(select(SecondFactor.adult_id)))
    every = select(Adult).where(Adult.password_hash != removing.NO_PASSWORD).order_by(Adult.name)
    return [_line(each, held.get(each.id, []), each.id in secured) for each in session.scalars(every)]


def chosen(found: Sequence[AdultLine], words: str = "", only: str = "here") -> list[AdultLine]:
    """The adults that somebody looks for: all ``words`` are in the name or the places, and the filter fits."""
    wanted = words.casefold().split()
    return [
        each
        for each in found
        if _fits(each, only)
        and all(word in f"{each.adult.name} {' '.join(each.places)}".casefold() for word in wanted)
    ]


def row(line: AdultLine, language: str, now: datetime) -> dict[str, Any]:
    """A row of the list."""
    return {
        "url": f"{PEOPLE_URL}/{line.adult.id}",
        "name": line.adult.name,
        "roles": line.roles,
        "places": line.places[:FEW_PLACES],
        "more": max(0, len(line.places) - FEW_PLACES),
        "last": ago(line.adult.last_seen_at, now, language),
        "second_factor": line.second_factor,
        "removed": line.adult.removed_at is not None,
    }


def waiting(session: Session, language: str, now: datetime) -> list[dict[str, Any]]:
    """The invitations that still work."""
    found = invitations.waiting(session, now)
    clubs = {club.id: place(club) for club in clubs_by_place(session)} if found else {}
    return [
        {
            "id": each.id,
            "role": each.role,
            "place": clubs.get(each.club_id or ""),
            "ends": moment(each.ends_at, language),
        }
        for each in found
    ]


def one(session: Session, adult: Adult, reader_id: str, language: str, now: datetime) -> dict[str, Any]:
    """One adult's page."""
    duties = [
        {"role": role.value, "code": club.code, "place": place(club)}
        for role in (Role.LIBRARIAN, Role.MENTOR)
        for club in people.clubs_of(session, adult.id, role)
    ]
    return {
        "url": f"{PEOPLE_URL}/{adult.id}",
        "name": adult.name,
        "myself": adult.id == reader_id,
        "coordinator": adult.coordinator,
        "duties": duties,
        "last": ago(adult.last_seen_at, now, language),
        "since": day(adult.created_at, language),
        "second_factor": second_factor.is_set_up(session, adult.id),
        "removed_until": moment(adult.removed_at + removing.UNDO_FOR, language) if adult.removed_at else None,
        "log": audit_words.about_adult(session, adult, reader_id, language),
    }


def clubs_by_place(session: Session) -> list[Club]:
    """All clubs, as a list to choose from has them."""
    return list(session.scalars(select(Club).order_by(Club.locality, Club.code)))


def place(club: Club) -> str:
    """How a club is called in lists."""
    return f"{club.locality}, {club.library}"


def _line(adult: Adult, held: Sequence[tuple[str, Club]], secured: bool) -> AdultLine:
    roles = [role.value for role in (Role.LIBRARIAN, Role.MENTOR) if role.value in {each for each, _ in held}]
    places = tuple(dict.fromkeys(club.locality for _, club in held))
    return AdultLine(adult, tuple([Role.COORDINATOR.value] * adult.coordinator + roles), places, secured)


def _fits(line: AdultLine, only: str) -> bool:
    if (only == "removed") != (line.adult.removed_at is not None):
        return False
    return only in ("here", "removed") or (not line.roles if only == "nothing" else only in line.roles)
