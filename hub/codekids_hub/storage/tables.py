"""The tables of the club's database. All times are UTC, stored without zone; all texts are as people typed them."""

from datetime import UTC, datetime
from typing import ClassVar

from sqlalchemy import DateTime, ForeignKey, Index, MetaData, String, UniqueConstraint, text
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.types import TypeDecorator

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[datetime]):
    """A point in time: aware UTC in Python, naive UTC in the database (SQLite keeps no zone)."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse naive times, store UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a time without zone cannot be stored: {value!r}")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give UTC back."""
        return None if value is None else value.replace(tzinfo=UTC)


class Table(DeclarativeBase):
    """Base of all tables."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar = {datetime: Moment}


class Club(Table):
    """A group of children at a library."""

    __tablename__ = "clubs"

    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    code: Mapped[str] = mapped_column(String(12), unique=True)
    library: Mapped[str] = mapped_column(String(120))
    locality: Mapped[str] = mapped_column(String(80))
    county: Mapped[str] = mapped_column(String(40))
    country: Mapped[str] = mapped_column(String(2))
    language: Mapped[str] = mapped_column(String(8))
    meeting_day: Mapped[int]
    """0 is Monday, 6 is Sunday."""
    meeting_hour: Mapped[str] = mapped_column(String(5))
    """``HH:MM``, local time of the club."""
    created_at: Mapped[datetime]

    children: Mapped[list["Child"]] = relationship(back_populates="club")


class Child(Table):
    """A pseudonymous member of a club. The id is the child's name everywhere else; no real name is anywhere."""

    __tablename__ = "children"
    __table_args__ = (UniqueConstraint("club_id", "animal"),)

    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    club_id: Mapped[str] = mapped_column(ForeignKey("clubs.id"), index=True)
    nickname: Mapped[str] = mapped_column(String(24))
    animal: Mapped[str] = mapped_column(String(24))
    level: Mapped[str] = mapped_column(String(16))
    language: Mapped[str | None] = mapped_column(String(8))
    created_at: Mapped[datetime]
    last_seen_at: Mapped[datetime | None]

    club: Mapped[Club] = relationship(back_populates="children")


class Adult(Table):
    """A librarian, mentor or coordinator. ``name`` is what they log in with, ``id`` is their name in the Hub."""

    __tablename__ = "adults"

    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    name: Mapped[str] = mapped_column(String(40), unique=True)
    password_hash: Mapped[str] = mapped_column(String(200))
    coordinator: Mapped[bool]
    language: Mapped[str | None] = mapped_column(String(8))
    created_at: Mapped[datetime]
    last_seen_at: Mapped[datetime | None]
    removed_at: Mapped[datetime | None]
    """Since then nobody logs in with it; for seven days it can be brought back."""

    duties: Mapped[list["Duty"]] = relationship(back_populates="adult")


class Duty(Table):
    """What an adult does for a club: ``role`` is ``librarian`` or ``mentor``."""

    __tablename__ = "duties"

    adult_id: Mapped[str] = mapped_column(ForeignKey("adults.id"), primary_key=True)
    club_id: Mapped[str] = mapped_column(ForeignKey("clubs.id"), primary_key=True, index=True)
    role: Mapped[str] = mapped_column(String(16), primary_key=True)

    adult: Mapped[Adult] = relationship(back_populates="duties")
    club: Mapped[Club] = relationship()


class Card(Table):
    """A child's paper login. At most one card of a child is alive: the one with ``ended_at`` empty."""

    __tablename__ = "cards"
    __table_args__ = (
        Index(
            "uq_cards_alive",
            "child_id",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
    )

    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    child_id: Mapped[str] = mapped_column(ForeignKey("children.id"), index=True)
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    """SHA-256 of the QR's 128 random bits: not guessable, so a plain digest is enough."""
    words_hash: Mapped[str] = mapped_column(String(200))
    """argon2id of the two words with the pepper from a key file: 20 bits need both."""
    dealt_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class Pair(Table):
    """Two children on one device: who is logged in there, and who sits there too."""

    __tablename__ = "pairs"

    child_id: Mapped[str] = mapped_column(ForeignKey("children.id"), primary_key=True)
    partner_id: Mapped[str] = mapped_column(ForeignKey("children.id"), index=True)
    since: Mapped[datetime]


class LoginEnd(Table):
    """Somebody whose open logins have to end, such as a child with a new card; removed once the Hub has ended them."""

    __tablename__ = "login_ends"

    child_id: Mapped[str] = mapped_column(String(16), primary_key=True)
    asked_at: Mapped[datetime]


class Guess(Table):
    """Failed logins in a row for one target: a card, an adult or a device."""

    __tablename__ = "guesses"

    target: Mapped[str] = mapped_column(String(80), primary_key=True)
    failures: Mapped[int]
    last_at: Mapped[datetime]


class Event(Table):
    """Something that happened in a workspace, as the workspace told it. Kept once, however often it is sent."""

    __tablename__ = "events"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    child_id: Mapped[str] = mapped_column(ForeignKey("children.id"), index=True)
    at: Mapped[datetime]
    received_at: Mapped[datetime] = mapped_column(index=True)
    kind: Mapped[str] = mapped_column(String(16))
    set_id: Mapped[str] = mapped_column(String(48))
    challenge_id: Mapped[str] = mapped_column(String(48))
    task: Mapped[str | None] = mapped_column(String(64))
    status: Mapped[str | None] = mapped_column(String(64))
    mistake: Mapped[str | None] = mapped_column(String(64))


class Progress(Table):
    """Where a child is in a challenge: the fold of its events."""

    __tablename__ = "progress"

    child_id: Mapped[str] = mapped_column(ForeignKey("children.id"), primary_key=True)
    set_id: Mapped[str] = mapped_column(String(48), primary_key=True)
    challenge_id: Mapped[str] = mapped_column(String(48), primary_key=True)
    tasks_done: Mapped[str] = mapped_column(String(400))
    """Names of the tasks that a check has found right, sorted, separated by spaces."""
    touched_at: Mapped[datetime]


class Audit(Table):
    """What an adult or the operator did to people: append only, without content or names."""

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    at: Mapped[datetime] = mapped_column(index=True)
    actor: Mapped[str] = mapped_column(String(16))
    action: Mapped[str] = mapped_column(String(32))
    subject: Mapped[str] = mapped_column(String(32), index=True)
