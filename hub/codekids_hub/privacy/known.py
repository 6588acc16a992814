"""What is known about a child, in its own language: for its page “what we know about me” and for its export."""

from datetime import datetime
from typing import Any

from babel.dates import format_date
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from codekids_grading.calendar import TIME_ZONES
from codekids_hub.home import level_names, shown_animal
from codekids_hub.levels import Level
from codekids_hub.privacy import asking, exported_rows
from codekids_hub.refusals import N_
from codekids_hub.storage import session_tables as met
from codekids_hub.storage.homework_tables import HandIn, Review
from codekids_hub.storage.privacy_tables import Consent
from codekids_hub.storage.tables import Child, Club, Event
from codekids_hub.times import moment
from codekids_hub.translation import catalogue

PURPOSES = {
    "club": N_("you may take part in the club"),
    "show": N_("your work may be shown at a fair, without your name"),
}
"""What a parent agreed to, as a child is told."""


def about(session: Session, child: Child, language: str) -> dict[str, Any]:
    """Who the child is here, what its parents signed, and how much of each thing is kept."""
    club = session.get_one(Club, child.club_id)
    erasure = asking.pending(session, child.id)
    return {
        "nickname": child.nickname,
        "animal": shown_animal(child.animal, language),
        "level": level_names(language)[Level(child.level)],
        "club": {"library": club.library, "locality": club.locality},
        "since": day(child.created_at, club, language),
        "last_seen": moment(child.last_seen_at, language, club.country) if child.last_seen_at else None,
        "papers": _papers(session, child.id, language),
        "counts": _counts(session, child.id),
        "erased_at": moment(erasure.due_at, language, club.country) if erasure else None,
    }


def day(at: datetime, club: Club, language: str) -> str:
    """A day on the club's calendar, such as “19 November 2026”."""
    zone = TIME_ZONES.get(club.country, TIME_ZONES["RO"])
    return format_date(at.astimezone(zone).date(), "d MMMM y", locale=language)


def _papers(session: Session, child_id: str, language: str) -> list[dict[str, str]]:
    """The papers that count now."""
    translate = catalogue(language).gettext
    query = select(Consent).where(Consent.child_id == child_id, Consent.withdrawn_at.is_(None))
    return [
        {
            "what": translate(PURPOSES[row.purpose]),
            "number": row.paper,
            "day": format_date(row.signed_on, "d MMMM y", locale=language),
        }
        for row in session.scalars(query.order_by(Consent.purpose))
    ]


def _counts(session: Session, child_id: str) -> dict[str, int]:
    hand_ins = exported_rows.own_hand_ins(child_id)
    wanted: dict[str, ColumnElement[bool]] = {
        "hand_ins": HandIn.id.in_(hand_ins),
        "comments": Review.hand_in_id.in_(hand_ins),
        "sessions": met.Presence.child_id == child_id,
        "guesses": met.FirstGuess.child_id == child_id,
        "wonders": met.Wonder.child_id == child_id,
        "findings": met.Finding.child_id == child_id,
        "pictures": met.Picture.child_id == child_id,
        "events": Event.child_id == child_id,
    }
    return {
        name: session.scalar(select(func.count()).where(condition)) or 0 for name, condition in wanted.items()
    }
