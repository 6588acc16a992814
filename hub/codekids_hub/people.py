"""Children and adults: who there is, in which clubs, what they are to each other, and which Hub groups follow from it.

Functions take an open session; who calls decides about the transaction. Rules about names live here too: a child has a
nickname, never a full name.
"""

import re
import secrets
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_hub import guessing, identifiers, passwords
from codekids_hub.animals import ANIMALS, named_in
from codekids_hub.levels import Level
from codekids_hub.refusals import N_, BadInput, NotFound, Refusal
from codekids_hub.storage.tables import Adult, Audit, Child, Club, Duty

NICKNAME_LENGTH = 24
OPERATOR = "operator"
"""The actor of what is done with the ``codekids`` command."""


class Role(StrEnum):
    """What a person is in the programme."""

    CHILD = "child"
    LIBRARIAN = "librarian"
    MENTOR = "mentor"
    COORDINATOR = "coordinator"


class NoSuchClub(NotFound):
    """A club code that stands for nothing."""

    message = N_("There is no club with the code %(code)s.")


class NoSuchPerson(NotFound):
    """A name that nobody has."""

    message = N_("There is nobody called %(name)s.")


class NicknameRefused(BadInput):
    """A nickname that could be a real person's full name or a number to call."""

    message = N_(
        "“%(nickname)s” cannot be a nickname. Use one short word, 2 to 24 letters: no surname, no phone number, no e-mail."
    )


class ClubIsFull(Refusal):
    """Each animal stands once in a club, and they are all taken."""

    message = N_("This club has no free animal left. Open a second club for the new children.")
    status = 409


class NameTaken(Refusal):
    """Somebody has this name already."""

    message = N_("The name “%(name)s” is taken. Choose another one.")
    status = 409


class BadValue(BadInput):
    """A field with a value that it cannot have."""

    message = N_("%(field)s: “%(value)s” will not do. %(expected)s")


def club_by_code(session: Session, code: str) -> Club:
    """The club with this code, however it was typed.

    :raises NoSuchClub: there is none
    """
    club = session.scalar(select(Club).where(Club.code == code.strip().upper()))
    if club is None:
        raise NoSuchClub(code=code)
    return club


def child_by_nickname(session: Session, code: str, nickname: str) -> Child:
    """The child of a club with this nickname, however it was typed.

    :raises NoSuchClub: there is no such club
    :raises NoSuchPerson: nobody there is called so
    """
    members = session.scalars(select(Child).where(Child.club_id == club_by_code(session, code).id))
    for child in members:
        if child.nickname.casefold() == nickname.casefold():
            return child
    raise NoSuchPerson(name=nickname)


def parse_nicknames(pasted: str) -> list[str]:
    """The nicknames in a pasted list: one a line, or separated by commas, semicolons or tabs; order kept."""
    return [each.strip() for each in re.split(r"[\n\r,;\t]+", pasted) if each.strip()]


def check_nickname(nickname: str) -> str:
    """The nickname without outer space, if it may be one: a single word with at most two digits at its end.

    :raises NicknameRefused: it could be a full name, a phone number, an address or a joke with markup
    """
    cleaned = " ".join(nickname.split())
    letters = cleaned.rstrip("0123456789")
    fits = 2 <= len(cleaned) <= NICKNAME_LENGTH and len(cleaned) - len(letters) <= 2
    if not fits or not letters.replace("-", "").replace("_", "").isalpha():
        raise NicknameRefused(nickname=cleaned[:NICKNAME_LENGTH])
    return cleaned


def add_children(
    session: Session, club: Club, nicknames: Iterable[str], level: Level, now: datetime, actor: str = OPERATOR
) -> list[Child]:
    """Add children to a club, all or none, each with an animal that is free in it: the one in its nickname, if any.

    :raises NicknameRefused: one of the nicknames will not do
    :raises NameTaken: a child of the club has the nickname already
    :raises ClubIsFull: there are more children than animals
    """
    session.flush()
    session.refresh(club, with_for_update=True)  # two lists pasted at once: one after the other
    members = session.scalars(select(Child).where(Child.club_id == club.id)).all()
    taken_names = {each.nickname.casefold() for each in members}
    taken_animals = {each.animal for each in members}
    free = [animal.id for animal in ANIMALS if animal.id not in taken_animals]
    added = []
    for nickname in map(check_nickname, nicknames):
        if nickname.casefold() in taken_names:
            raise NameTaken(name=nickname)
        if not free:
            raise ClubIsFull()
        taken_names.add(nickname.casefold())
        animal = named if (named := named_in(nickname)) in free else secrets.choice(free)
        free.remove(animal)
        child = Child(
            id=identifiers.new_identifier(identifiers.CHILD),
            club_id=club.id,
            nickname=nickname,
            animal=animal,
            level=level.value,
            language=None,
            created_at=now,
            last_seen_at=None,
        )
        session.add(child)
        note(session, actor, "add-child", child.id, now)
        added.append(child)
    session.flush()
    return added


def add_adult(
    session: Session,
    name: str,
    password: str,
    now: datetime,
    *,
    coordinator: bool = False,
    actor: str = OPERATOR,
) -> Adult:
    """Add an adult who logs in with ``name`` and ``password``; duties for clubs come with :func:`give_duty`.

    :raises BadValue: the name or the password does not fit
    :raises NameTaken: another adult has this name
    """
    login = name.strip().lower()
    _expect(
        "name",
        login,
        bool(re.fullmatch(r"[a-z][a-z0-9._-]{1,39}", login)),
        "2 to 40 letters, digits, dots or dashes.",
    )
    if session.scalar(select(Adult.id).where(Adult.name == login)):
        raise NameTaken(name=login)
    adult = Adult(
        id=identifiers.new_identifier(identifiers.ADULT),
        name=login,
        password_hash=passwords.hash_password(password),
        coordinator=coordinator,
        language=None,
        created_at=now,
        last_seen_at=None,
        removed_at=None,
    )
    session.add(adult)
    session.flush()
    note(session, actor, "add-adult", adult.id, now)
    return adult


def adult_by_name(session: Session, name: str) -> Adult:
    """The adult who logs in with this name.

    :raises NoSuchPerson: there is none
    """
    adult = session.scalar(select(Adult).where(Adult.name == name.strip().lower()))
    if adult is None:
        raise NoSuchPerson(name=name)
    return adult


def change_password(
    session: Session, adult: Adult, password: str, now: datetime, actor: str = OPERATOR
) -> None:
    """Give an adult another password; wrong guesses at the old one are forgotten.

    :raises passwords.PasswordTooShort: it is too short
    """
    adult.password_hash = passwords.hash_password(password)
    guessing.cleared(session, guessing.adult(adult.id))
    note(session, actor, "change-password", adult.id, now)


def give_duty(
    session: Session, adult: Adult, club: Club, role: Role, now: datetime, actor: str = OPERATOR
) -> None:
    """Make ``adult`` librarian or mentor of ``club``; doing it twice changes nothing."""
    if role not in (Role.LIBRARIAN, Role.MENTOR):
        raise BadValue(field="role", value=role, expected="librarian, mentor")
    if session.get(Duty, (adult.id, club.id, role.value)) is None:
        session.add(Duty(adult_id=adult.id, club_id=club.id, role=role.value))
        note(session, actor, f"give-{role.value}", adult.id, now)
        note(session, actor, f"club-{role.value}", club.id, now)


def clubs_of(session: Session, adult_id: str, role: Role) -> list[Club]:
    """The clubs for which an adult has this role, by locality."""
    query = (
        select(Club)
        .join(Duty, Duty.club_id == Club.id)
        .where(Duty.adult_id == adult_id, Duty.role == role.value)
    )
    return list(session.scalars(query.order_by(Club.locality, Club.code)))


def roles_of(session: Session, adult: Adult) -> list[Role]:
    """The roles of an adult, the one whose home they land on first; none for somebody who was removed."""
    if adult.removed_at is not None:
        return []
    held = set(session.scalars(select(Duty.role).where(Duty.adult_id == adult.id)))
    roles = [role for role in (Role.LIBRARIAN, Role.MENTOR) if role.value in held]
    return ([Role.COORDINATOR] if adult.coordinator else []) + roles


def hub_groups(session: Session, identifier: str) -> list[str] | None:
    """The Hub groups of a person, from our tables, the one source; ``None`` when the person is not there any more."""
    child = session.get(Child, identifier)
    if child is not None:
        return ["children", f"club-{child.club_id}"]
    adult = session.get(Adult, identifier)
    if adult is None or adult.removed_at is not None:
        return None
    duties = session.scalars(select(Duty).where(Duty.adult_id == adult.id)).all()
    groups = {f"{duty.role}s" for duty in duties} | {f"{duty.role}s-{duty.club_id}" for duty in duties}
    if adult.coordinator:
        groups.add("coordinators")
    return sorted(groups)


def note(session: Session, actor: str, action: str, subject: str, now: datetime) -> None:
    """Add a row to the audit log: who did what to whom, by identifier, never with content."""
    session.add(Audit(at=now, actor=actor, action=action, subject=subject))


def _expect(field: str, value: object, fits: bool, expected: str) -> None:
    if not fits:
        raise BadValue(field=field, value=str(value)[:40], expected=expected)
