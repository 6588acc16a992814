"""What librarians wrote reaches the coordinator by week, in counts of five and more, and never with a name."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from codekids_hub import board, people, presence, report_lines, reports, sessions
from codekids_hub.club.parts import Parts
from codekids_hub.levels import Level
from codekids_hub.report_lines import WEEK
from codekids_hub.sessions import Opening
from codekids_hub.storage.session_tables import SessionRow
from codekids_hub.storage.tables import Child, Club
from hub.village import Village
from hub.visiting import Browser

NOW = datetime.now(UTC)
Visit = Callable[[str], Browser]


def meeting(
    village: Village, line: str, children: int = 2, question: str = "De ce?", at: datetime = NOW
) -> str:
    """A meeting of the club at Pietrari that is over."""
    with village.database.write() as session:
        club = session.get_one(Club, village.club_id)
        there = [session.get_one(Child, each.child_id) for each in (village.maria, village.luca)]
        names = [f"Copil{chr(97 + number)}" for number in range(children - len(there))]
        there += people.add_children(session, club, names, Level.BEGINNERS, at)
        row = sessions.start(session, club, Opening(question=question), village.crina_id, at, pepper="p")
        for child in there:
            presence.seen(session, child, at)
        board.guess(session, row, there[0], "Pentru că plouă", at)
        sessions.end(session, row, village.crina_id, at + timedelta(minutes=70))
        reports.write(session, row, line, village.crina_id, at)
        return row.id


def shown(village: Village, at: datetime = NOW) -> dict[str, object]:
    monday = report_lines.monday_of(at)
    with village.database.read() as session:
        (line,) = report_lines.lines(session, monday, monday + WEEK, "en")
    return line


@pytest.mark.parametrize(("children", "present", "groups"), [(2, "<5", None), (5, 5, 0)])
def test_few_children_are_not_counted(
    village: Village, children: int, present: object, groups: object
) -> None:
    meeting(village, "Au măsurat.", children)
    line = shown(village)
    assert (line["present"], line["groups"], line["line"]) == (present, groups, "Au măsurat.")


def test_a_name_that_came_later_leaves_the_line_out(village: Village) -> None:
    session_id = meeting(village, "Ploaie a râs mult.", question="Ce vrea Maria?")
    assert "names a child" in str(shown(village)["question"])
    assert shown(village)["line"] == "Ploaie a râs mult."
    with village.database.write() as session:
        club = session.get_one(Club, village.club_id)
        people.add_children(session, club, ["Ploaie"], Level.BEGINNERS, NOW)
        assert session.get_one(SessionRow, session_id).remark == "Ploaie a râs mult."
    assert "names a child" in str(shown(village)["line"])


def test_the_coordinator_reads_week_by_week(village: Village, visit: Visit, parts: Parts) -> None:
    meeting(village, "Săptămâna trecută.", at=NOW - WEEK)
    ended = meeting(village, "Au măsurat.")
    assert ended
    browser = visit("ioana")
    this_week = browser.get("/programme/reports").text
    assert (
        "Au măsurat." in this_week
        and "Săptămâna trecută." not in this_week
        and "The week before" in this_week
    )
    before = browser.get(f"/programme/reports?week={(NOW - WEEK).date()}").text
    assert "Săptămâna trecută." in before and "Au măsurat." not in before and "The week after" in before
    home = browser.get("/").text
    assert "Au măsurat." in home and "Pietrari" in home
    assert (
        "Maria" not in home + this_week + before and village.maria.child_id not in home + this_week + before
    )
    assert browser.get("/programme/reports?week=0001-01-01").status_code == 200
    assert browser.get("/programme/reports?week=x").status_code == 422
