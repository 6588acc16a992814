"""Inviting adults: a link that works once and ends after seven days. Who opens it chooses a name and a password."""

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_hub import identifiers, people
from codekids_hub.people import Role, note
from codekids_hub.refusals import N_, BadInput, NotFound
from codekids_hub.storage.privacy_tables import Invitation
from codekids_hub.storage.tables import Adult, Club

LASTS = timedelta(days=7)
ADULTS = (Role.LIBRARIAN, Role.MENTOR, Role.COORDINATOR)


class InvitationOver(NotFound):
    """A link that was used, taken back or is too old; or never was one."""

    message = N_(
        "This invitation does not work (any more). It works once, for seven days. Ask the coordinator for another one."
    )


class InvitationNeedsClub(BadInput):
    """A librarian or mentor without a club, or a role that is none."""

    message = N_("Choose what the person will be, and for a librarian or a mentor the club.")


def invite(
    session: Session, role: str, club: Club | None, actor: str, now: datetime
) -> tuple[Invitation, str]:
    """Make an invitation; the key of its link is given here once, and only its digest is kept.

    :raises InvitationNeedsClub: the role is none of an adult, or it needs a club
    """
    if role not in ADULTS or (club is None) != (role == Role.COORDINATOR):
        raise InvitationNeedsClub()
    key = secrets.token_urlsafe(24)
    row = Invitation(
        id=identifiers.new_identifier(identifiers.INVITATION),
        digest=_digest(key),
        role=str(role),
        club_id=club.id if club else None,
        invited_by=actor,
        invited_at=now,
        ends_at=now + LASTS,
        taken_at=None,
    )
    session.add(row)
    session.flush()
    note(session, actor, "invite", club.id if club else row.id, now)
    return row, key


def by_key(session: Session, key: str, now: datetime) -> Invitation:
    """The invitation behind a link; it ends with the rights of the coordinator who made it.

    :raises InvitationOver: there is none that works
    """
    row = session.scalar(select(Invitation).where(Invitation.digest == _digest(key)).with_for_update())
    if row is None or row.taken_at is not None or row.ends_at <= now:
        raise InvitationOver()
    host = session.get(Adult, row.invited_by)
    if host is None or Role.COORDINATOR not in people.roles_of(session, host):
        raise InvitationOver()
    return row


def accept(session: Session, key: str, name: str, password: str, now: datetime) -> Adult:
    """Somebody comes in by the link, with the name and password that they chose.

    :raises InvitationOver: as :func:`by_key`
    :raises people.BadValue: the name does not fit
    :raises people.NameTaken: somebody has the name
    :raises codekids_hub.passwords.PasswordTooShort: the password does not fit
    """
    row = by_key(session, key, now)
    coordinator = row.role == Role.COORDINATOR
    adult = people.add_adult(session, name, password, now, coordinator=coordinator, actor=row.invited_by)
    if row.club_id is not None:
        club = session.get_one(Club, row.club_id)
        people.give_duty(session, adult, club, Role(row.role), now, actor=row.invited_by)
    row.taken_at = now
    note(session, adult.id, "accept-invitation", row.id, now)
    return adult


def take_back(session: Session, invitation_id: str, actor: str, now: datetime) -> None:
    """End an invitation that nobody has used; doing it twice changes nothing.

    :raises NotFound: there is none
    """
    row = session.get(Invitation, invitation_id, with_for_update=True)
    if row is None:
        raise NotFound()
    if row.taken_at is None and row.ends_at > now:
        row.ends_at = now
        note(session, actor, "take-invitation-back", row.club_id or row.id, now)


def waiting(session: Session, now: datetime) -> list[Invitation]:
    """The invitations that still work, the newest first."""
    query = select(Invitation).where(Invitation.taken_at.is_(None), Invitation.ends_at > now)
    return list(session.scalars(query.order_by(Invitation.invited_at.desc(), Invitation.id)))


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
