"""Consent: noted before a child is active, taken back, and back again; never a name."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import delete, select

from codekids_hub import consents, logins
from codekids_hub.consents import BadDay, BadPaper, PaperMissing, Purpose
from codekids_hub.levels import Level
from codekids_hub.logins import Device, Qr, Words, WrongCard
from codekids_hub.people import add_children
from codekids_hub.storage.privacy_tables import Consent
from codekids_hub.storage.tables import Audit, Child, Club, LoginEnd
from hub.village import PEPPER, Village

HERE = Device("laptop", "10.0.0.7")


@pytest.mark.parametrize("paper", ["12/2026", "nr. 12", "C-7", "  3 ", "2026.11.19-4"])
def test_numbers_of_papers(paper: str) -> None:
    assert consents.check_paper(paper) == paper.strip()


@pytest.mark.parametrize(
    "paper", ["", "Maria Popescu", "Popescu 12", "Ion 7", "hârtia", "1" * 21, "<b>1</b>", "a@b 1"]
)
def test_a_paper_has_no_name(paper: str) -> None:
    with pytest.raises(BadPaper):
        consents.check_paper(paper)


@pytest.mark.parametrize("day", [date(2026, 11, 20), date(2020, 1, 1), date(1, 1, 1)])
def test_days_on_which_nobody_signed(day: date) -> None:
    with pytest.raises(BadDay):
        consents.check_day(day, date(2026, 11, 19))


def test_a_child_without_a_paper_cannot_come_in_by_any_way(village: Village, now: datetime) -> None:
    maria = village.maria
    shown = (Qr(maria.token), Words("PIETRARI", maria.animal, *maria.words))
    with village.database.write() as session:
        session.execute(delete(Consent).where(Consent.child_id == maria.child_id))
    for way in shown:
        with pytest.raises(PaperMissing):
            logins.log_in(village.database, PEPPER, way, HERE, now)
    with pytest.raises(WrongCard):  # who does not know the words learns nothing
        logins.log_in(village.database, PEPPER, Words("PIETRARI", maria.animal, "x", "y"), HERE, now)
    with village.database.write() as session:
        child = session.get_one(Child, maria.child_id)
        assert child.last_seen_at is None
        assert [each.id for each in consents.missing(session, village.club_id)] == [child.id]
        consents.record(session, child, [Purpose.CLUB], now.date(), "7/2026", now, "acrina")
        assert consents.missing(session, village.club_id) == []
    for way in shown:
        assert logins.log_in(village.database, PEPPER, way, HERE, now) == maria.child_id


def test_agreeing_to_a_show_opens_no_door(village: Village, now: datetime) -> None:
    with village.database.write() as session:
        session.execute(delete(Consent).where(Consent.child_id == village.maria.child_id))
        child = session.get_one(Child, village.maria.child_id)
        consents.record(session, child, [Purpose.SHOW], now.date(), "7/2026", now)
    with pytest.raises(PaperMissing):
        logins.log_in(village.database, PEPPER, Qr(village.maria.token), HERE, now)


def test_what_is_kept_of_a_paper(village: Village, now: datetime) -> None:
    with village.database.write() as session:
        child = session.get_one(Child, village.maria.child_id)
        consents.record(session, child, Purpose, date(2026, 11, 2), "8/2026", now, village.crina_id)
        kept = consents.valid(session, child.id)
        assert kept is not None
        assert (kept.signed_on, kept.paper, kept.recorded_by) == (
            date(2026, 11, 2),
            "8/2026",
            village.crina_id,
        )
        alive = select(Consent).where(Consent.child_id == child.id, Consent.withdrawn_at.is_(None))
        assert len(session.scalars(alive).all()) == len(Purpose), "an older paper no longer counts"


def test_taking_back_ends_the_logins_and_can_be_undone(village: Village, now: datetime) -> None:
    later = now + timedelta(minutes=1)
    with village.database.write() as session:
        child = session.get_one(Child, village.maria.child_id)
        consents.withdraw(session, child, Purpose.CLUB, now, village.crina_id)
        assert session.get(LoginEnd, child.id) is not None
        assert consents.valid(session, child.id) is None
        consents.restore(session, child, Purpose.CLUB, later, village.crina_id)
        kept = consents.valid(session, child.id)
        assert kept is not None and kept.paper == "1/2026"
        consents.restore(session, child, Purpose.CLUB, later, village.crina_id)
        actions = session.scalars(select(Audit.action).where(Audit.actor == village.crina_id)).all()
        assert actions == ["withdraw-club", "consent-club"], "undoing nothing changes nothing"


def test_papers_are_numbered_on(village: Village, now: datetime) -> None:
    with village.database.write() as session:
        club = session.get_one(Club, village.club_id)
        assert consents.next_papers(session, club, 2, now) == ["2/2026", "3/2026"]
        (vlad,) = add_children(session, club, ["Vlad"], Level.BEGINNERS, now)
        consents.record(session, vlad, [Purpose.CLUB], now.date(), "41/2026", now)
        assert consents.next_papers(session, club, 1, now) == ["42/2026"]
        assert consents.next_papers(session, club, 1, now + timedelta(days=60)) == ["1/2027"]
