"""What a librarian changes about her children, and that each change is noted."""

from datetime import datetime

import pytest
from sqlalchemy import select

from codekids_hub import children, consents, people
from codekids_hub.children import HasBeenHere
from codekids_hub.consents import Purpose
from codekids_hub.levels import Level
from codekids_hub.people import NameTaken, NicknameRefused
from codekids_hub.storage.privacy_tables import Consent
from codekids_hub.storage.tables import Audit, Card, Child, Club, LoginEnd
from hub.village import Village


def actions(village: Village, subject: str) -> list[str]:
    """What Crina did to somebody."""
    query = select(Audit.action).where(Audit.actor == village.crina_id, Audit.subject == subject)
    with village.database.read() as session:
        return list(session.scalars(query.order_by(Audit.id)))


def test_another_nickname(village: Village, now: datetime) -> None:
    with village.database.write() as session:
        maria = session.get_one(Child, village.maria.child_id)
        children.rename(session, maria, " Mara ", now, village.crina_id)
        children.rename(session, maria, "Mara", now, village.crina_id)
        assert maria.nickname == "Mara" and maria.animal == village.maria.animal
        with pytest.raises(NameTaken):
            children.rename(session, maria, "LUCA", now)
        with pytest.raises(NicknameRefused):
            children.rename(session, maria, "Maria Popescu", now)
        children.rename(session, maria, "MARA", now, village.crina_id)
    assert actions(village, village.maria.child_id) == ["rename-child"] * 2


def test_the_other_level_and_back(village: Village, now: datetime) -> None:
    with village.database.write() as session:
        maria = session.get_one(Child, village.maria.child_id)
        for level in (Level.ADVANCED, Level.ADVANCED, Level.BEGINNERS):
            children.change_level(session, maria, level, now, village.crina_id)
            assert maria.level == level.value
    assert actions(village, village.maria.child_id) == ["change-level"] * 2


def test_a_slip_of_the_pen_leaves_nothing(village: Village, now: datetime) -> None:
    with village.database.write() as session:
        club = session.get_one(Club, village.club_id)
        (wrong,) = people.add_children(session, club, ["Vlda"], Level.BEGINNERS, now)
        consents.record(session, wrong, [Purpose.CLUB], now.date(), "9/2026", now)
        children.take_back(session, wrong, now, village.crina_id)
        for table in (Card, Consent):
            assert session.scalar(select(table.id).where(table.child_id == wrong.id)) is None
        assert session.get(Child, wrong.id) is None
    assert actions(village, wrong.id) == ["take-child-back"]


def test_who_has_been_here_is_not_taken_back(village: Village, now: datetime) -> None:
    with village.database.write() as session, pytest.raises(HasBeenHere):
        maria = session.get_one(Child, village.maria.child_id)
        maria.last_seen_at = now
        session.flush()
        children.take_back(session, maria, now)


def test_all_logins_of_a_club_end_and_no_others(village: Village, now: datetime) -> None:
    with village.database.write() as session:
        for each in (village.maria, village.ana):
            session.get_one(Child, each.child_id).last_seen_at = now
        ended = children.end_logins(session, session.get_one(Club, village.club_id), now, village.crina_id)
        assert ended == 1
        assert session.scalars(select(LoginEnd.child_id)).all() == [village.maria.child_id]
    assert actions(village, village.club_id) == ["end-logins"]
