"""The tables of a session, run as a SOLE: its question and phases, who was there, groups, first guesses, findings."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from codekids_hub.storage.tables import Table


class SessionRow(Table):
    """One meeting of a club. At most one session of a club runs: the one with ``ended_at`` empty."""

    __tablename__ = "sessions"
    __table_args__ = (
        Index(
            "uq_sessions_running",
            "club_id",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index("ix_sessions_club_id_started_at", "club_id", "started_at"),
    )

    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    club_id: Mapped[str] = mapped_column(ForeignKey("clubs.id"))
    question: Mapped[str] = mapped_column(String(240))
    question_from: Mapped[str] = mapped_column(String(16))
    """``set``, ``bank`` or ``own``."""
    beginners_set: Mapped[str | None] = mapped_column(String(48))
    advanced_set: Mapped[str | None] = mapped_column(String(48))
    phase: Mapped[str] = mapped_column(String(16))
    """``question``, ``investigation``, ``review`` or ``ended``."""
    phase_since: Mapped[datetime]
    phase_minutes: Mapped[int]
    previous_phase: Mapped[str | None] = mapped_column(String(16))
    """Where it was before, with that clock, so that a tap on the wrong button is undone."""
    previous_since: Mapped[datetime | None]
    previous_minutes: Mapped[int | None]
    started_at: Mapped[datetime]
    started_by: Mapped[str] = mapped_column(String(16))
    ended_at: Mapped[datetime | None]
    shown_finding: Mapped[int | None]
    """The finding that the projector shows in the review."""
    remark: Mapped[str] = mapped_column(String(400))
    """The librarian's one line of the report."""
    reported_at: Mapped[datetime | None]
    screen_digest: Mapped[str] = mapped_column(String(64), unique=True)
    """SHA-256 of the key in the projector's address."""
    version: Mapped[int]
    """Grows with every change that a screen of the room shows."""


class Presence(Table):
    """A child at a session: from the first sign of it to the last."""

    __tablename__ = "presences"

    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.id"), primary_key=True)
    child_id: Mapped[str] = mapped_column(ForeignKey("children.id"), primary_key=True, index=True)
    first_at: Mapped[datetime]
    last_at: Mapped[datetime]
    hand_up_at: Mapped[datetime | None]
    """Since when the child asks for the librarian."""


class GroupRow(Table):
    """A group of a session, formed by children themselves; it has the picture and name of an animal or a thing."""

    __tablename__ = "groups"

    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.id"), index=True)
    sign: Mapped[str] = mapped_column(String(24))
    """The id of the icon that stands for it."""
    mediator_id: Mapped[str | None] = mapped_column(ForeignKey("children.id"))
    formed_at: Mapped[datetime]


class Membership(Table):
    """A child in a group for a while. It is in at most one at a time: the one with ``until`` empty."""

    __tablename__ = "memberships"
    __table_args__ = (
        Index(
            "uq_memberships_now",
            "session_id",
            "child_id",
            unique=True,
            sqlite_where=text("until IS NULL"),
            postgresql_where=text("until IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.id"), index=True)
    group_id: Mapped[str] = mapped_column(ForeignKey("groups.id"), index=True)
    child_id: Mapped[str] = mapped_column(ForeignKey("children.id"), index=True)
    since: Mapped[datetime]
    until: Mapped[datetime | None]


class FirstGuess(Table):
    """What a child thought before anybody looked; shown again in the review, without its name."""

    __tablename__ = "first_guesses"

    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.id"), primary_key=True)
    child_id: Mapped[str] = mapped_column(ForeignKey("children.id"), primary_key=True, index=True)
    words: Mapped[str] = mapped_column(String(200))
    at: Mapped[datetime]
    hidden_at: Mapped[datetime | None]
    """Since when the librarian keeps it off the projector."""


class Finding(Table):
    """What a group, or a child alone, shows in the review: a sentence, and a picture that it chose."""

    __tablename__ = "findings"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.id"), index=True)
    group_id: Mapped[str | None] = mapped_column(ForeignKey("groups.id"), index=True)
    child_id: Mapped[str] = mapped_column(ForeignKey("children.id"), index=True)
    """Who put it there."""
    sentence: Mapped[str] = mapped_column(String(240))
    picture: Mapped[str | None] = mapped_column(String(64))
    """Digest in the file store of one of the session's :class:`Picture`."""
    picture_words: Mapped[str] = mapped_column(String(200))
    """What the picture shows, for who does not see it."""
    at: Mapped[datetime]


class Picture(Table):
    """A harmless picture out of a notebook (SVG or PNG) that a child held up to its group; one of them goes to all."""

    __tablename__ = "pictures"
    __table_args__ = (UniqueConstraint("session_id", "child_id", "digest"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.id"), index=True)
    child_id: Mapped[str] = mapped_column(ForeignKey("children.id"), index=True)
    digest: Mapped[str] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(16))
    """Its media type: ``image/svg+xml`` or ``image/png``."""
    words: Mapped[str] = mapped_column(String(200))
    at: Mapped[datetime]


class Wonder(Table):
    """An "I wonder" note of the review, without a name."""

    __tablename__ = "wonders"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.id"), index=True)
    child_id: Mapped[str] = mapped_column(ForeignKey("children.id"), index=True)
    words: Mapped[str] = mapped_column(String(200))
    at: Mapped[datetime]
    hidden_at: Mapped[datetime | None]


class Sign(Table):
    """What a workspace's life tells the wall: the last of each, one row a child. No code, no score."""

    __tablename__ = "signs"

    child_id: Mapped[str] = mapped_column(ForeignKey("children.id"), primary_key=True)
    seen_at: Mapped[datetime]
    """The last time the workspace had a page of the child's open."""
    lost_at: Mapped[datetime | None]
    """Since when the workspace lives on without a page: a closed lid, a lost line, or the child went elsewhere."""
    acted_at: Mapped[datetime | None]
    """The last run, check, hint or key."""
    running_since: Mapped[datetime | None]
    """Since when a cell runs that has not ended."""
    failed_in_a_row: Mapped[int]
    mistake: Mapped[str | None] = mapped_column(String(64))
    mistake_in_a_row: Mapped[int]
    set_id: Mapped[str | None] = mapped_column(String(48))
    challenge_id: Mapped[str | None] = mapped_column(String(48))
    done_at: Mapped[datetime | None]
    """The last check that found a task right."""


class BankQuestion(Table):
    """A big question of the coordinator's bank, in each language."""

    __tablename__ = "bank_questions"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    ro: Mapped[str] = mapped_column(String(240))
    en: Mapped[str] = mapped_column(String(240))
    added_by: Mapped[str] = mapped_column(String(16))
    added_at: Mapped[datetime]
    retired_at: Mapped[datetime | None]


class Plan(Table):
    """What a librarian prepared for the next meeting of a club."""

    __tablename__ = "plans"

    club_id: Mapped[str] = mapped_column(ForeignKey("clubs.id"), primary_key=True)
    question: Mapped[str] = mapped_column(String(240))
    question_from: Mapped[str] = mapped_column(String(16))
    beginners_set: Mapped[str | None] = mapped_column(String(48))
    advanced_set: Mapped[str | None] = mapped_column(String(48))
    warm: Mapped[bool]
    """Whether the workspaces are to be started before the meeting."""
    warmed_at: Mapped[datetime | None]
    changed_at: Mapped[datetime]
    note: Mapped[str] = mapped_column(Text, default="")
