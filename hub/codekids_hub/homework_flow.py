"""How homework flows, for those who look after clubs: counts of the week, and what mentors wrote."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote

from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_exercises.catalogue import Catalogue, NotInCatalogue
from codekids_hub.addresses import SERVICE_PREFIX
from codekids_hub.hand_ins import ACCEPTED
from codekids_hub.storage.homework_tables import Feedback, HandIn, Review
from codekids_hub.storage.tables import Child
from codekids_hub.times import ago

NEWEST = 6
"""Comments that a librarian sees of each club."""


@dataclass(frozen=True)
class Flow:
    """Homeworks of children: handed in, of these marked, of these answered by a mentor."""

    handed_in: int = 0
    marked: int = 0
    answered: int = 0

    def __add__(self, other: "Flow") -> "Flow":
        return Flow(
            self.handed_in + other.handed_in, self.marked + other.marked, self.answered + other.answered
        )


def flow(session: Session, club_ids: Collection[str], since: datetime) -> dict[str, Flow]:
    """For each club what was handed in since then; of each child and homework the last hand-in counts, once."""
    query = (
        select(HandIn.id, HandIn.club_id, HandIn.child_id, HandIn.partner_id, HandIn.assignment, HandIn.state)
        .where(HandIn.club_id.in_(club_ids), HandIn.received_at >= since)
        .order_by(HandIn.id)
    )
    rows = session.execute(query).all()
    last = {(child, row.assignment): row for row in rows for child in (row.child_id, row.partner_id) if child}
    ids = {row.id for row in last.values()}
    answered = set(session.scalars(select(Review.hand_in_id).where(Review.hand_in_id.in_(ids))))
    found: dict[str, Flow] = {}
    for row in last.values():
        one = Flow(1, int(row.state != ACCEPTED), int(row.id in answered))
        found[row.club_id] = found.get(row.club_id, Flow()) + one
    return found


def comments(
    session: Session, club_id: str, content: Catalogue, language: str, now: datetime
) -> list[dict[str, Any]]:
    """What mentors wrote to the children of a club, the newest first: a librarian reads everything that is said."""
    query = (
        select(Review, HandIn)
        .join(HandIn, HandIn.id == Review.hand_in_id)
        .where(HandIn.club_id == club_id)
        .order_by(Review.at.desc(), Review.id.desc())
        .limit(NEWEST)
    )
    rows = session.execute(query).all()
    names = _nicknames(session, [row.HandIn for row in rows])
    return [
        {
            "names": names[row.HandIn.id],
            "homework": title_of(content, row.HandIn.assignment, language),
            "comment": row.Review.comment,
            "again": row.Review.decision == "again",
            "at": ago(row.Review.at, now, language),
        }
        for row in rows
    ]


def feedback_pages(
    session: Session, club_id: str, content: Catalogue, language: str, now: datetime
) -> list[dict[str, Any]]:
    """The feedback pages that came back to the children of a club, the newest first: a mentor may have written on them
    with nbgrader, so the librarian can open each as its child gets it.
    """
    query = (
        select(Feedback, HandIn)
        .join(HandIn, HandIn.id == Feedback.hand_in_id)
        .where(HandIn.club_id == club_id)
        .order_by(Feedback.at.desc(), HandIn.id.desc(), Feedback.notebook)
        .limit(NEWEST)
    )
    rows = session.execute(query).all()
    names = _nicknames(session, [row.HandIn for row in rows])
    return [
        {
            "names": names[row.HandIn.id],
            "homework": title_of(content, row.HandIn.assignment, language),
            "url": f"{SERVICE_PREFIX}clubs/{club_id}/feedback/{row.HandIn.id}/{quote(row.Feedback.notebook)}",
            "at": ago(row.Feedback.at, now, language),
        }
        for row in rows
    ]


def handed_in(
    session: Session, club_id: str, content: Catalogue, language: str, since: datetime, now: datetime
) -> list[dict[str, Any]]:
    """What the children of a club handed in since then, the newest first, with the numbers of the receipts."""
    query = select(HandIn).where(HandIn.club_id == club_id, HandIn.received_at >= since)
    rows = session.scalars(query.order_by(HandIn.id.desc())).all()
    names = _nicknames(session, rows)
    return [
        {
            "names": names[row.id],
            "homework": title_of(content, row.assignment, language),
            "number": row.id,
            "at": ago(row.received_at, now, language),
        }
        for row in rows
    ]


def _nicknames(session: Session, rows: Sequence[HandIn]) -> dict[int, list[str]]:
    """For each hand-in who it is from."""
    children = {row.id: [child for child in (row.child_id, row.partner_id) if child] for row in rows}
    ids = {child for both in children.values() for child in both}
    query = select(Child.id, Child.nickname).where(Child.id.in_(ids))
    nicknames = {child_id: nickname for child_id, nickname in session.execute(query)}
    return {number: [nicknames[child] for child in both] for number, both in children.items()}


def title_of(content: Catalogue, assignment: str, language: str) -> str:
    """A homework's title; the name of one that is not ours."""
    try:
        return content.find(assignment).title[language]
    except NotInCatalogue:
        return assignment
