"""The tables of homework: season, what a club was given, what was handed in, what became of it."""

import json
from datetime import date, datetime

from sqlalchemy import Date, Dialect, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from codekids_hub.storage.tables import Table


class Names(TypeDecorator[tuple[str, ...]]):
    """Some names, as a JSON list in the database."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str:
        """As it is stored."""
        return json.dumps(value or (), ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...]:
        """The other way round."""
        return tuple(json.loads(value or "[]"))


class SeasonRow(Table):
    """A year of clubs. The newest first day that has come is the season we are in."""

    __tablename__ = "seasons"

    first: Mapped[date] = mapped_column(Date, primary_key=True)


class HolidayRow(Table):
    """Days without meetings, both ends included; of one country, or of all when it is empty."""

    __tablename__ = "holidays"

    first: Mapped[date] = mapped_column(Date, primary_key=True)
    last: Mapped[date] = mapped_column(Date)
    country: Mapped[str] = mapped_column(String(2), primary_key=True)
    name: Mapped[str] = mapped_column(String(80))


class Assignment(Table):
    """A homework that a club was given: nbgrader's released assignment, as a bundle in the file store.

    ``closes_at`` is empty for an assignment that a mentor released by hand with nbgrader's own commands.
    """

    __tablename__ = "assignments"

    club_id: Mapped[str] = mapped_column(ForeignKey("clubs.id"), primary_key=True)
    name: Mapped[str] = mapped_column(String(48), primary_key=True)
    """nbgrader's assignment id: for our own homework the id of its set."""
    digest: Mapped[str] = mapped_column(String(64))
    released_at: Mapped[datetime]
    closes_at: Mapped[datetime | None]
    released_by: Mapped[str] = mapped_column(String(16))


class HandIn(Table):
    """One submission, accepted and stored: the truth about it, whatever a queue says. The id is its receipt's number."""

    __tablename__ = "hand_ins"
    __table_args__ = (
        UniqueConstraint("child_id", "key"),
        Index("ix_hand_ins_club_id_assignment", "club_id", "assignment"),
        Index("ix_hand_ins_state_received_at", "state", "received_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    club_id: Mapped[str] = mapped_column(ForeignKey("clubs.id"))
    assignment: Mapped[str] = mapped_column(String(48))
    child_id: Mapped[str] = mapped_column(ForeignKey("children.id"), index=True)
    partner_id: Mapped[str | None] = mapped_column(ForeignKey("children.id"), index=True)
    """Two on one laptop hand in once: the second child, who has it too."""
    key: Mapped[str] = mapped_column(String(64))
    digest: Mapped[str] = mapped_column(String(64))
    """SHA-256 of the bundle in the file store."""
    size: Mapped[int]
    notebooks: Mapped[tuple[str, ...]] = mapped_column(Names, default=())
    """Their names without ending, so that a listing need not unpack the bundle."""
    received_at: Mapped[datetime]
    late: Mapped[bool]
    state: Mapped[str] = mapped_column(String(16))
    """``accepted``, ``marked``, ``unreadable``, or ``kept`` for assignments that a mentor marks by hand."""
    tries: Mapped[int]
    free_at: Mapped[datetime | None]
    """From when on a worker may take it: pushed on while one marks it, and after a try that failed. Empty: now."""
    marked_at: Mapped[datetime | None]
    points: Mapped[float | None]
    max_points: Mapped[float | None]
    marking: Mapped[str | None] = mapped_column(Text)
    """What the checks said, as JSON of :class:`codekids_hub.marking.Told`; never a hidden case."""
    asked_at: Mapped[datetime | None]
    """When the child asked a mentor to look again; once for each hand-in."""


class Feedback(Table):
    """nbgrader's feedback page for a notebook of a hand-in, as harmless HTML in the file store."""

    __tablename__ = "feedback"

    hand_in_id: Mapped[int] = mapped_column(ForeignKey("hand_ins.id"), primary_key=True)
    notebook: Mapped[str] = mapped_column(String(80), primary_key=True)
    digest: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]


class Review(Table):
    """A mentor's word on one answer of one hand-in. ``from_review`` names the review that it was reused from."""

    __tablename__ = "reviews"
    __table_args__ = (UniqueConstraint("hand_in_id", "task"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    hand_in_id: Mapped[int] = mapped_column(ForeignKey("hand_ins.id"))
    task: Mapped[str] = mapped_column(String(48))
    fold: Mapped[str] = mapped_column(String(64), index=True)
    """Equal answers, after renaming and reformatting, have the same fold."""
    mentor_id: Mapped[str] = mapped_column(ForeignKey("adults.id"))
    decision: Mapped[str] = mapped_column(String(16))
    """``accept``, or ``again``: return to try again."""
    comment: Mapped[str] = mapped_column(Text)
    points: Mapped[float | None]
    from_review: Mapped[int | None]
    at: Mapped[datetime]
    recorded_at: Mapped[datetime | None]
    """When it was written to nbgrader's gradebook; empty while that is still to be done."""


class Worry(Table):
    """Something in an answer that made a mentor worry: for the coordinator, who looks after it; never shown to a child.

    Until ``seen_at`` the answer is with the coordinator; after that a mentor answers it as any other.
    """

    __tablename__ = "worries"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    hand_in_id: Mapped[int] = mapped_column(ForeignKey("hand_ins.id"), index=True)
    task: Mapped[str] = mapped_column(String(48))
    mentor_id: Mapped[str] = mapped_column(ForeignKey("adults.id"))
    note: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime]
    seen_at: Mapped[datetime | None]


class Claim(Table):
    """A mentor holds the equal answers of a club for half an hour, so that two mentors never hold the same.

    By club, since mentors have different clubs: a card of one does not keep another from clubs that the first has not.
    """

    __tablename__ = "claims"

    fold: Mapped[str] = mapped_column(String(64), primary_key=True)
    club_id: Mapped[str] = mapped_column(ForeignKey("clubs.id"), primary_key=True)
    mentor_id: Mapped[str] = mapped_column(ForeignKey("adults.id"), index=True)
    until: Mapped[datetime]
