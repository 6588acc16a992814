"""Reminders, in the day before a homework closes: to a child that has not handed it in, and in counts to the librarian.

Nothing is sent and nothing is kept. A reminder follows from the closing, the hand-ins and the clock alone: a restart loses
none, none comes twice, and it is gone when the homework was handed in.
"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_exercises.catalogue import Catalogue, SetEntry
from codekids_grading.calendar import reminds_from
from codekids_hub.storage.homework_tables import Assignment, HandIn
from codekids_hub.storage.tables import Child, Club
from codekids_hub.times import zone
from codekids_hub.translation import catalogue as words_of


def closing(closes_at: datetime | None, now: datetime, language: str, country: str) -> str | None:
    """“closes tomorrow at 16:30”, in the day before it does; else ``None``."""
    if closes_at is None or not reminds_from(closes_at, country) <= now < closes_at:
        return None
    there, here = closes_at.astimezone(zone(country)), now.astimezone(zone(country))
    translate = words_of(language).gettext
    today = there.date() == here.date()
    sentence = translate("closes today at %(hour)s") if today else translate("closes tomorrow at %(hour)s")
    return sentence % {"hour": f"{there:%H:%M}"}


def lines(session: Session, club: Club, content: Catalogue, language: str, now: datetime) -> list[str]:
    """For the librarian, of each homework that closes within a day and that some have not handed in: how many have."""
    entries = {entry.id: entry for entry in content.sets}
    rows = session.scalars(select(Assignment).where(Assignment.club_id == club.id).order_by(Assignment.name))
    found = [
        _line(session, club, entries[row.name], when, language)
        for row in rows
        if row.name in entries and (when := closing(row.closes_at, now, language, club.country))
    ]
    return [line for line in found if line]


def _line(session: Session, club: Club, entry: SetEntry, when: str, language: str) -> str | None:
    children = set(
        session.scalars(select(Child.id).where(Child.club_id == club.id, Child.level == entry.level))
    )
    query = select(HandIn.child_id, HandIn.partner_id).where(
        HandIn.club_id == club.id, HandIn.assignment == entry.id
    )
    done = children & {child for both in session.execute(query) for child in both}
    if done == children:
        return None
    sentence = words_of(language).ngettext(
        "%(homework)s: %(num)s of %(all)s has handed in; %(when)s.",
        "%(homework)s: %(num)s of %(all)s have handed in; %(when)s.",
        len(done),
    )
    return sentence % {
        "homework": entry.title[language],
        "num": len(done),
        "all": len(children),
        "when": when,
    }
