"""The tables about people's rights and access: consent, handing over, erasure, invitations, second factors."""

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from codekids_hub.storage.tables import Table


class Consent(Table):
    """A parent's signed paper, as the librarian saw it: what for, when, where it lies. The paper stays in the library."""

    __tablename__ = "consents"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    child_id: Mapped[str] = mapped_column(String(16), index=True)
    purpose: Mapped[str] = mapped_column(String(32))
    """``club`` (taking part), or ``show`` (showing work at a fair)."""
    signed_on: Mapped[date] = mapped_column(Date)
    paper: Mapped[str] = mapped_column(String(40))
    """The reference of the paper in the library's folder; never a name."""
    recorded_by: Mapped[str] = mapped_column(String(16))
    recorded_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]


class HandOver(Table):
    """A child on its way to another library: the code that its librarian gave to the other one, until it is used."""

    __tablename__ = "hand_overs"

    child_id: Mapped[str] = mapped_column(String(16), primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    """SHA-256 of the code."""
    made_by: Mapped[str] = mapped_column(String(16))
    made_at: Mapped[datetime]
    ends_at: Mapped[datetime]


class Erasure(Table):
    """A child who is to be erased, or was: the row stays, so that an old backup that comes back is erased again."""

    __tablename__ = "erasures"

    child_id: Mapped[str] = mapped_column(String(16), primary_key=True)
    club_id: Mapped[str] = mapped_column(String(16))
    asked_at: Mapped[datetime]
    asked_by: Mapped[str] = mapped_column(String(16))
    reason: Mapped[str] = mapped_column(String(16))
    """``asked`` or ``silence`` (nothing for twelve months)."""
    due_at: Mapped[datetime]
    """Until then it can be undone."""
    done_at: Mapped[datetime | None]


class Invitation(Table):
    """An adult who was invited and has not come yet: the link's key is stored as a digest, and works once."""

    __tablename__ = "invitations"

    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    role: Mapped[str] = mapped_column(String(16))
    club_id: Mapped[str | None] = mapped_column(ForeignKey("clubs.id"))
    """For a librarian or mentor; empty for a coordinator."""
    invited_by: Mapped[str] = mapped_column(String(16))
    invited_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    taken_at: Mapped[datetime | None]


class SecondFactor(Table):
    """An adult's second factor: a TOTP secret (RFC 6238), and codes for the day when the phone is lost."""

    __tablename__ = "second_factors"

    adult_id: Mapped[str] = mapped_column(ForeignKey("adults.id"), primary_key=True)
    secret: Mapped[str] = mapped_column(String(64))
    confirmed_at: Mapped[datetime | None]
    last_step: Mapped[int]
    """The last time step whose code was used: a code works once."""
    recovery: Mapped[str] = mapped_column(String(2000))
    """argon2id hashes of the recovery codes that are left, one a line."""
