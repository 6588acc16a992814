"""The report: who was there and what was found is known, the line is hers, and the programme gets no name."""

from dataclasses import asdict
from datetime import datetime, timedelta

import pytest

from codekids_hub import board, findings, groups, presence, reports, sessions
from codekids_hub.sessions import Opening
from codekids_hub.storage.session_tables import SessionRow
from codekids_hub.storage.tables import Audit, Child, Club
from hub.village import Village


@pytest.fixture
def held(village: Village, now: datetime) -> str:
    """A session that is over: Maria and Luca made a group and found something."""
    with village.database.write() as session:
        club = session.get_one(Club, village.club_id)
        maria, luca = (session.get_one(Child, each.child_id) for each in (village.maria, village.luca))
        row = sessions.start(session, club, Opening(question="De ce?"), village.crina_id, now, pepper="p")
        presence.seen(session, maria, now)
        board.guess(session, row, maria, "Pentru că plouă", now)
        sessions.next_phase(session, row, village.crina_id, now)
        group_id = groups.form(session, row, maria, now)
        groups.join(session, row, luca, group_id, now + timedelta(minutes=20))
        findings.put(session, row, luca, "Iarna trecută a fost mai caldă.", None, now)
        sessions.end(session, row, village.crina_id, now + timedelta(minutes=70))
        return row.id


def test_what_is_known_stands_there(village: Village, held: str, now: datetime) -> None:
    with village.database.read() as session:
        found = reports.report(session, session.get_one(SessionRow, held))
    assert [each.child.nickname for each in found.present] == ["Maria", "Luca"]
    assert found.present[1].first_at == now + timedelta(minutes=20)
    (story,) = found.groups
    assert story.members == ("Maria", "Luca")
    assert story.sentence == "Iarna trecută a fost mai caldă."
    assert (found.guesses, found.wonders, found.alone) == (1, 0, ())


def test_the_line_is_kept_and_may_be_changed(village: Village, held: str, now: datetime) -> None:
    for line in ("Au măsurat ", "  Au măsurat\ncu termometrul. "):
        with village.database.write() as session:
            reports.write(session, session.get_one(SessionRow, held), line, village.crina_id, now)
    with village.database.read() as session:
        row = session.get_one(SessionRow, held)
        assert (row.remark, row.reported_at) == ("Au măsurat cu termometrul.", now)
        assert session.query(Audit).filter_by(action="report-session", subject=held).count() == 2


@pytest.mark.parametrize("line", ["Maria a fost grozavă.", "Mulțumim, Luca!"])
def test_a_line_that_names_a_child_is_sent_back(
    village: Village, held: str, now: datetime, line: str
) -> None:
    with pytest.raises(reports.NamesAChild), village.database.write() as session:
        reports.write(session, session.get_one(SessionRow, held), line, village.crina_id, now)


def test_a_story_is_no_line(village: Village, held: str, now: datetime) -> None:
    with pytest.raises(reports.TooLongLine), village.database.write() as session:
        reports.write(session, session.get_one(SessionRow, held), "x" * 401, village.crina_id, now)


def test_the_programme_gets_counts_and_the_line_and_no_child(
    village: Village, held: str, now: datetime
) -> None:
    with village.database.write() as session:
        reports.write(session, session.get_one(SessionRow, held), "A ieșit frumos.", village.crina_id, now)
    with village.database.read() as session:
        (line,) = reports.for_programme(session, [village.club_id, village.other_club_id], now)
        assert reports.for_programme(session, [village.club_id], now + timedelta(seconds=1)) == []
    assert (line.present, line.groups, line.findings, line.line) == (2, 1, 1, "A ieșit frumos.")
    told = repr(asdict(line))
    for secret in ("Maria", "Luca", village.maria.child_id, village.luca.child_id, "mai caldă", "plouă"):
        assert secret not in told


def test_the_last_sessions_of_a_club(village: Village, held: str, now: datetime) -> None:
    with village.database.write() as session:
        club = session.get_one(Club, village.club_id)
        row = sessions.start(session, club, Opening(question="Ce?"), village.crina_id, now, pepper="p")
    with village.database.read() as session:
        assert [each.id for each in reports.ended(session, village.club_id)] == [held]
        assert row.id != held
