"""The groups of a session: children form, join and leave them themselves, whenever they like; four at most in one.

A group has a sign, such as the sun, instead of a name; it may choose a mediator. Who sits together on one device
(:mod:`codekids_hub.pairs`) moves together. What a group had found stays with it; when its last child leaves, it goes
along with that child.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from codekids_hub import identifiers, pairs, presence, sessions
from codekids_hub.refusals import N_, Refusal
from codekids_hub.storage.session_tables import Finding, GroupRow, Membership, SessionRow
from codekids_hub.storage.tables import Child

MOST = 4
"""Children in a group: everybody still reaches the keyboard."""

SIGNS = {
    "sun": N_("The Sun"),
    "star": N_("The Star"),
    "tree": N_("The Tree"),
    "rain": N_("The Rain"),
    "snow": N_("The Snowflake"),
    "wind": N_("The Wind"),
    "rocket": N_("The Rocket"),
    "robot": N_("The Robot"),
    "compass": N_("The Compass"),
    "key": N_("The Key"),
    "magnifier": N_("The Magnifier"),
    "palette": N_("The Palette"),
    "satellite": N_("The Satellite"),
    "maze": N_("The Maze"),
    "map": N_("The Map"),
    "open-book": N_("The Book"),
    "clock": N_("The Clock"),
    "idea": N_("The Light Bulb"),
}
"""What stands for a group: the id of an icon, and its name as a gettext message."""
ALONE_SIGN = "pencil"
"""The icon of who works in no group: none of the groups'."""


class GroupFull(Refusal):
    """There is no room for the child, or for the two who sit together."""

    message = N_("There is no room in this group: four at most. Choose another one, or make a new one.")
    status = 409


class GroupGone(Refusal):
    """The group has no members any more, or never was one of this session."""

    message = N_("This group is not there any more. Choose another one, or make a new one.")
    status = 409


class NotYourGroup(Refusal):
    """A mediator who is not in the group, or whom somebody else wants to choose."""

    message = N_("A group chooses its mediator itself, and one of its own.")
    status = 409


@dataclass(frozen=True)
class Group:
    """A group as it is now: its members in the order in which they came."""

    id: str
    sign: str
    mediator_id: str | None
    members: tuple[Child, ...]

    def has_room_for(self, newcomers: Sequence[str]) -> bool:
        """Whether these children can come in; who is in already needs no room."""
        return len({each.id for each in self.members} | set(newcomers)) <= MOST


def current(session: Session, row: SessionRow) -> list[Group]:
    """The groups that have members, in the order in which they were formed."""
    query = (
        select(GroupRow, Child)
        .join(Membership, Membership.group_id == GroupRow.id)
        .join(Child, Child.id == Membership.child_id)
        .where(GroupRow.session_id == row.id, Membership.until.is_(None))
        .order_by(GroupRow.formed_at, GroupRow.id, Membership.since, Membership.id)
    )
    members: dict[str, list[Child]] = {}
    groups: dict[str, GroupRow] = {}
    for group, child in session.execute(query):
        groups[group.id] = group
        members.setdefault(group.id, []).append(child)
    return [Group(each.id, each.sign, each.mediator_id, tuple(members[each.id])) for each in groups.values()]


def of(session: Session, row: SessionRow, child_id: str) -> Group | None:
    """The group in which a child is now."""
    return next(
        (each for each in current(session, row) if child_id in {member.id for member in each.members}), None
    )


def alone(session: Session, row: SessionRow) -> list[Child]:
    """Who is there and in no group."""
    grouped = {member.id for group in current(session, row) for member in group.members}
    return [child for child, _ in presence.present(session, row) if child.id not in grouped]


def form(session: Session, row: SessionRow, child: Child, now: datetime) -> str:
    """Make a new group with the child in it; the id of the group."""
    group = GroupRow(
        id=identifiers.new_identifier(identifiers.GROUP),
        session_id=row.id,
        sign=_free_sign(session, row),
        mediator_id=None,
        formed_at=now,
    )
    session.add(group)
    session.flush()
    _move(session, row, _together(session, child, now), group.id, now)
    return group.id


def join(session: Session, row: SessionRow, child: Child, group_id: str, now: datetime) -> None:
    """The child comes into a group, out of the one where it was; joining twice changes nothing.

    :raises GroupGone: the group has no members (any more)
    :raises GroupFull: there is no room
    """
    group = next((each for each in current(session, row) if each.id == group_id), None)
    if group is None:
        raise GroupGone()
    newcomers = _together(session, child, now)
    if not group.has_room_for(newcomers):
        raise GroupFull()
    _move(session, row, newcomers, group_id, now)


def leave(session: Session, row: SessionRow, child: Child, now: datetime) -> None:
    """The child works alone, with who sits beside it; leaving twice changes nothing."""
    _move(session, row, _together(session, child, now), None, now)


def choose_mediator(session: Session, row: SessionRow, child: Child, mediator_id: str) -> None:
    """The group of ``child`` chooses who helps it to stay together; nobody when ``mediator_id`` is empty.

    :raises NotYourGroup: the child is in no group, or the mediator in another one
    """
    group = of(session, row, child.id)
    if group is None or (mediator_id and mediator_id not in {each.id for each in group.members}):
        raise NotYourGroup()
    session.get_one(GroupRow, group.id).mediator_id = mediator_id or None
    sessions.changed(session, row)


def _together(session: Session, child: Child, now: datetime) -> list[str]:
    """Who moves: the child last, so that what a group leaves behind is on its screen."""
    partner = pairs.partner(session, child.id, now)
    return ([partner.id] if partner is not None else []) + [child.id]


def _move(
    session: Session, row: SessionRow, child_ids: list[str], group_id: str | None, now: datetime
) -> None:
    for child_id in child_ids:
        presence.seen(session, session.get_one(Child, child_id), now)
        before = of(session, row, child_id)
        if (before.id if before else None) == group_id:
            continue
        if before is not None:
            _leave(session, row, before, child_id, now)
        if group_id is not None:
            session.add(
                Membership(session_id=row.id, group_id=group_id, child_id=child_id, since=now, until=None)
            )
            session.flush()
            _bring_finding(session, row, child_id, group_id)
        sessions.changed(session, row)


def _leave(session: Session, row: SessionRow, group: Group, child_id: str, now: datetime) -> None:
    here = (
        Membership.session_id == row.id,
        Membership.child_id == child_id,
        Membership.until.is_(None),
    )
    session.execute(update(Membership).where(*here).values(until=now))
    if group.mediator_id == child_id:
        session.get_one(GroupRow, group.id).mediator_id = None
    if len(group.members) == 1:  # it was the last one: what the group found goes along
        session.execute(
            update(Finding).where(Finding.group_id == group.id).values(group_id=None, child_id=child_id)
        )


def _bring_finding(session: Session, row: SessionRow, child_id: str, group_id: str) -> None:
    """What a child found alone becomes its group's, if that has nothing yet."""
    if session.scalar(select(func.count()).where(Finding.group_id == group_id)):
        return
    own = session.scalar(
        select(Finding)
        .where(Finding.session_id == row.id, Finding.child_id == child_id, Finding.group_id.is_(None))
        .order_by(Finding.id.desc())
        .limit(1)
    )
    if own is not None:
        own.group_id = group_id
        session.flush()


def _free_sign(session: Session, row: SessionRow) -> str:
    """A sign that no group of the session had yet; else one that none has now; else any."""
    used = set(session.scalars(select(GroupRow.sign).where(GroupRow.session_id == row.id)))
    now = {group.sign for group in current(session, row)}
    for taken in (used, now, set()):
        free = [sign for sign in SIGNS if sign not in taken]
        if free:
            return secrets.choice(free)
    raise AssertionError("there are signs")
