"""A child moves to another club: with its work, out of its group, and only where it may go."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from codekids_hub import consents, groups, guessing, moving, people, presence, sessions
from codekids_hub.levels import Level
from codekids_hub.moving import InThisClubAlready, WrongCode
from codekids_hub.people import NameTaken
from codekids_hub.sessions import Opening
from codekids_hub.storage.privacy_tables import HandOver
from codekids_hub.storage.tables import Audit, Child, Club, Pair, Progress
from hub.meeting import hands
from hub.village import PEPPER, Village

MIHAELA = "amihaela"


def add_to(village: Village, club_id: str, nickname: str, now: datetime) -> str:
    """A child more."""
    with village.database.write() as session:
        club = session.get_one(Club, club_id)
        (child,) = people.add_children(session, club, [nickname], Level.BEGINNERS, now)
        return child.id


def test_the_work_comes_along(village: Village, now: datetime) -> None:
    with village.database.write() as session:
        child = session.get_one(Child, village.maria.child_id)
        session.add(
            Progress(child_id=child.id, set_id="s", challenge_id="c", tasks_done="make", touched_at=now)
        )
        session.add(Pair(child_id=village.luca.child_id, partner_id=child.id, since=now))
        session.flush()
        moving.move(session, child, session.get_one(Club, village.other_club_id), "", now)
        assert (child.club_id, child.nickname, child.level) == (village.other_club_id, "Maria", "beginners")
        assert session.get_one(Progress, (child.id, "s", "c")).tasks_done == "make"
        assert session.get(Pair, village.luca.child_id) is None
        assert people.hub_groups(session, child.id) == ["children", f"club-{village.other_club_id}"]


def test_out_of_the_group_in_which_it_was(village: Village, now: datetime) -> None:
    with village.database.write() as session:
        club, child = session.get_one(Club, village.club_id), session.get_one(Child, village.maria.child_id)
        row = sessions.start(session, club, Opening(question="De ce?"), village.crina_id, now, pepper=PEPPER)
        presence.raise_hand(session, row, child, now)
        groups.form(session, row, child, now)
        version = row.version
        moving.move(session, child, session.get_one(Club, village.other_club_id), "", now)
        session.refresh(row)
        assert groups.current(session, row) == [] and hands(session, row.id) == {}
        assert row.version > version, "the screens are told"


def test_a_taken_animal_or_nickname(village: Village, now: datetime) -> None:
    other = add_to(village, village.other_club_id, "maria", now)
    with village.database.write() as session:
        session.get_one(Child, other).animal = village.maria.animal
    with village.database.write() as session:
        child, club = (
            session.get_one(Child, village.maria.child_id),
            session.get_one(Club, village.other_club_id),
        )
        with pytest.raises(NameTaken):
            moving.move(session, child, club, "", now)
        moving.move(session, child, club, "Maria2", now)
        animals = session.scalars(select(Child.animal).where(Child.club_id == club.id)).all()
        assert child.nickname == "Maria2" and len(set(animals)) == len(animals)
        with pytest.raises(InThisClubAlready):
            moving.move(session, child, club, "", now)


def test_a_code_takes_the_child_over_once(village: Village, now: datetime) -> None:
    with village.database.write() as session:
        maria = session.get_one(Child, village.maria.child_id)
        older = moving.offer(session, maria, now, village.crina_id).code
        offer = moving.offer(session, maria, now, village.crina_id)
        stored = session.get_one(HandOver, maria.id)
        assert offer.code.replace("-", "").lower() not in stored.digest
    take = (village.other_club_id, "", now, MIHAELA)
    with pytest.raises(WrongCode):
        moving.accept(village.database, older, *take)
    typed = offer.code.replace("-", " ").lower()
    assert moving.accept(village.database, typed, *take) == village.maria.child_id
    with pytest.raises(WrongCode):
        moving.accept(village.database, offer.code, *take)
    with village.database.read() as session:
        assert session.get_one(Child, village.maria.child_id).club_id == village.other_club_id
        assert consents.valid(session, village.maria.child_id) is None, "the paper lies in the other library"
        actions = session.scalars(
            select(Audit.action).where(Audit.subject == village.maria.child_id, Audit.actor == MIHAELA)
        ).all()
        assert actions == ["move-child", "accept-child"]


def test_a_code_ends(village: Village, now: datetime) -> None:
    with village.database.write() as session:
        maria, luca = (session.get_one(Child, each.child_id) for each in (village.maria, village.luca))
        old, taken_back = (moving.offer(session, each, now, village.crina_id) for each in (maria, luca))
        moving.withdraw(session, luca, now, village.crina_id)
        assert moving.offered(session, luca.id, now) is None
        assert moving.offered(session, maria.id, now) is not None
        assert moving.offered(session, maria.id, now + moving.LASTS) is None
    for code, at in ((old.code, now + moving.LASTS), (taken_back.code, now), ("", now), ("ă" * 80, now)):
        with pytest.raises(WrongCode):
            moving.accept(village.database, code, village.other_club_id, "", at, MIHAELA)


def test_codes_are_not_guessed(village: Village, now: datetime) -> None:
    with village.database.write() as session:
        offer = moving.offer(session, session.get_one(Child, village.maria.child_id), now, village.crina_id)
    for _ in range(5):
        with pytest.raises(WrongCode):
            moving.accept(village.database, "AAAA-AAAA", village.other_club_id, "", now, MIHAELA)
    with pytest.raises(guessing.TooManyPasswords):
        moving.accept(village.database, offer.code, village.other_club_id, "", now, MIHAELA)
    later = now + timedelta(minutes=1)
    assert moving.accept(village.database, offer.code, village.other_club_id, "", later, MIHAELA)


def test_a_code_is_kept_when_the_nickname_is_taken(village: Village, now: datetime) -> None:
    add_to(village, village.other_club_id, "MARIA", now)
    with village.database.write() as session:
        offer = moving.offer(session, session.get_one(Child, village.maria.child_id), now, village.crina_id)
    with pytest.raises(NameTaken):
        moving.accept(village.database, offer.code, village.other_club_id, "", now, MIHAELA)
    assert moving.accept(village.database, offer.code, village.other_club_id, "Mara", now, MIHAELA)
