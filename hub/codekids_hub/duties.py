"""What adults do for clubs, changed by a coordinator: ended, handed over; who is coordinator. Giving is in ``people``.

Whoever may do less than before is logged out: what was open is gone at once, and the next login has the rights of now.
"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_hub import login_ends, people
from codekids_hub.people import Role, note
from codekids_hub.refusals import N_, BadInput, NotFound, Refusal
from codekids_hub.storage.tables import Adult, Club, Duty


class LastCoordinator(Refusal):
    """Without a coordinator nobody could invite one."""

    message = N_("%(name)s is the only coordinator. Make somebody else coordinator first.")
    status = 409


class HandedToThemselves(BadInput):
    """A club is handed over to somebody else, who is here."""

    message = N_("Choose another person who takes the club over.")


def adult_here(session: Session, adult_id: str) -> Adult:
    """An adult who has not been removed.

    :raises NotFound: there is none
    """
    adult = session.get(Adult, adult_id)
    if adult is None or adult.removed_at is not None:
        raise NotFound()
    return adult


def end(session: Session, adult: Adult, club: Club, role: Role, actor: str, now: datetime) -> None:
    """The adult looks after the club no more; doing it twice changes nothing."""
    duty = session.get(Duty, (adult.id, club.id, role.value))
    if duty is None:
        return
    session.delete(duty)
    login_ends.ask(session, adult.id, now)
    note(session, actor, f"end-{role.value}", adult.id, now)
    note(session, actor, f"club-{role.value}", club.id, now)


def hand_over(
    session: Session, adult: Adult, club: Club, role: Role, to: Adult, actor: str, now: datetime
) -> None:
    """Another adult takes a club over: never is it without.

    :raises HandedToThemselves: the other one is the same, or is not here any more
    :raises NotFound: the adult does not look after the club
    """
    if to.id == adult.id or to.removed_at is not None:
        raise HandedToThemselves()
    if session.get(Duty, (adult.id, club.id, role.value)) is None:
        raise NotFound()
    people.give_duty(session, to, club, role, now, actor=actor)
    end(session, adult, club, role, actor, now)


def make_coordinator(session: Session, adult: Adult, actor: str, now: datetime) -> None:
    """The adult is a coordinator, too."""
    if not adult.coordinator:
        adult.coordinator = True
        note(session, actor, "make-coordinator", adult.id, now)


def end_coordinator(session: Session, adult: Adult, actor: str, now: datetime) -> None:
    """The adult is no coordinator any more.

    :raises LastCoordinator: there would be none
    """
    keep_one_coordinator(session, adult)
    if adult.coordinator:
        adult.coordinator = False
        login_ends.ask(session, adult.id, now)
        note(session, actor, "end-coordinator", adult.id, now)


def keep_one_coordinator(session: Session, leaving: Adult) -> None:
    """Look that somebody else is coordinator; two who remove each other at once stand in a queue.

    :raises LastCoordinator: there would be none
    """
    query = select(Adult).where(Adult.coordinator, Adult.removed_at.is_(None)).order_by(Adult.id)
    here = session.scalars(query.with_for_update().execution_options(populate_existing=True)).all()
    if [each.id for each in here] == [leaving.id]:
        raise LastCoordinator(name=leaving.name)
