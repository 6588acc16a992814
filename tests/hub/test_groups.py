"""Groups: formed, joined and left by children, four at most, with a mediator; what they found goes along."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from codekids_hub import findings, groups, presence, sessions
from codekids_hub.storage.session_tables import GroupRow, Membership
from codekids_hub.storage.tables import Pair
from hub.meeting import Meeting, begin
from hub.village import Village

LATER = timedelta(minutes=1)


@pytest.fixture
def meeting(village: Village, now: datetime) -> Iterator[Meeting]:
    with village.database.write() as session:
        yield begin(session, village, now)


def form(meeting: Meeting, first: str, *others: str, now: datetime | None = None) -> str:
    group_id = groups.form(meeting.session, meeting.row, meeting[first], now or meeting.now)
    for each in others:
        groups.join(meeting.session, meeting.row, meeting[each], group_id, meeting.now)
    return group_id


def members(meeting: Meeting) -> list[list[str]]:
    return [
        [each.nickname for each in group.members] for group in groups.current(meeting.session, meeting.row)
    ]


def sit_together(meeting: Meeting, child: str, partner: str) -> None:
    meeting.session.add(Pair(child_id=meeting[child].id, partner_id=meeting[partner].id, since=meeting.now))
    meeting.session.flush()


def test_children_make_groups_and_change_them_at_any_time(meeting: Meeting) -> None:
    sun = form(meeting, "Maria", "Luca")
    rain = form(meeting, "Daria", now=meeting.now + LATER)
    assert members(meeting) == [["Maria", "Luca"], ["Daria"]]
    groups.join(meeting.session, meeting.row, meeting["Luca"], rain, meeting.now + 2 * LATER)
    assert members(meeting) == [["Maria"], ["Daria", "Luca"]]
    for _ in range(2):
        groups.join(meeting.session, meeting.row, meeting["Luca"], sun, meeting.now + 3 * LATER)
    assert members(meeting) == [["Maria", "Luca"], ["Daria"]]


def test_who_joins_is_present(meeting: Meeting) -> None:
    form(meeting, "Maria", "Luca")
    present = {child.nickname for child, _ in presence.present(meeting.session, meeting.row)}
    assert present == {"Maria", "Luca"}
    presence.seen(meeting.session, meeting["Sofia"], meeting.now)
    assert [each.nickname for each in groups.alone(meeting.session, meeting.row)] == ["Sofia"]


def test_four_at_most(meeting: Meeting) -> None:
    group_id = form(meeting, "Maria", "Luca", "Daria", "Vlad")
    with pytest.raises(groups.GroupFull):
        groups.join(meeting.session, meeting.row, meeting["Sofia"], group_id, meeting.now)
    groups.join(meeting.session, meeting.row, meeting["Luca"], group_id, meeting.now)  # is in already
    groups.leave(meeting.session, meeting.row, meeting["Luca"], meeting.now)
    groups.join(meeting.session, meeting.row, meeting["Sofia"], group_id, meeting.now)
    assert members(meeting) == [["Maria", "Daria", "Vlad", "Sofia"]]


def test_two_on_one_device_move_together_and_need_two_places(meeting: Meeting) -> None:
    sit_together(meeting, "Daria", "Vlad")
    group_id = form(meeting, "Maria", "Luca", "Sofia")
    with pytest.raises(groups.GroupFull):
        groups.join(meeting.session, meeting.row, meeting["Daria"], group_id, meeting.now)
    groups.leave(meeting.session, meeting.row, meeting["Sofia"], meeting.now)
    groups.join(meeting.session, meeting.row, meeting["Daria"], group_id, meeting.now)
    assert {*members(meeting)[0]} == {"Maria", "Luca", "Daria", "Vlad"}
    groups.leave(meeting.session, meeting.row, meeting["Daria"], meeting.now)
    assert members(meeting) == [["Maria", "Luca"]]


def test_a_group_without_members_vanishes(meeting: Meeting) -> None:
    group_id = form(meeting, "Maria")
    for _ in range(2):
        groups.leave(meeting.session, meeting.row, meeting["Maria"], meeting.now)
    assert groups.current(meeting.session, meeting.row) == []
    with pytest.raises(groups.GroupGone):
        groups.join(meeting.session, meeting.row, meeting["Luca"], group_id, meeting.now)


def test_the_group_of_another_session_cannot_be_joined(meeting: Meeting, village: Village) -> None:
    old = form(meeting, "Maria")
    sessions.end(meeting.session, meeting.row, village.crina_id, meeting.now)
    club = meeting["Maria"].club
    opening = sessions.Opening(question="And now?")
    row = sessions.start(meeting.session, club, opening, village.crina_id, meeting.now + LATER, pepper="p")
    with pytest.raises(groups.GroupGone):
        groups.join(meeting.session, row, meeting["Luca"], old, meeting.now)


def test_the_group_chooses_its_mediator(meeting: Meeting) -> None:
    form(meeting, "Maria", "Luca")
    form(meeting, "Daria")

    def mediator() -> str | None:
        group = groups.of(meeting.session, meeting.row, meeting["Maria"].id)
        assert group is not None
        return group.mediator_id

    groups.choose_mediator(meeting.session, meeting.row, meeting["Maria"], meeting["Luca"].id)
    assert mediator() == meeting["Luca"].id
    for chooser, chosen in (("Maria", "Daria"), ("Sofia", "Sofia")):
        with pytest.raises(groups.NotYourGroup):
            groups.choose_mediator(meeting.session, meeting.row, meeting[chooser], meeting[chosen].id)
    groups.choose_mediator(meeting.session, meeting.row, meeting["Luca"], "")
    assert mediator() is None


def test_a_mediator_who_leaves_is_one_no_more(meeting: Meeting) -> None:
    group_id = form(meeting, "Maria", "Luca")
    groups.choose_mediator(meeting.session, meeting.row, meeting["Maria"], meeting["Luca"].id)
    groups.leave(meeting.session, meeting.row, meeting["Luca"], meeting.now)
    assert meeting.session.get_one(GroupRow, group_id).mediator_id is None


def test_each_group_has_a_sign_of_its_own(meeting: Meeting) -> None:
    for each in ("Maria", "Luca", "Daria", "Vlad", "Sofia"):
        form(meeting, each)
    signs = [group.sign for group in groups.current(meeting.session, meeting.row)]
    assert len(set(signs)) == 5 and set(signs) <= set(groups.SIGNS)


def test_signs_come_back_when_all_were_used(meeting: Meeting) -> None:
    for _ in range(len(groups.SIGNS) + 3):
        form(meeting, "Maria")
    assert len(groups.current(meeting.session, meeting.row)) == 1


def test_who_was_where_is_remembered(meeting: Meeting) -> None:
    form(meeting, "Maria")
    groups.leave(meeting.session, meeting.row, meeting["Maria"], meeting.now + LATER)
    (row,) = meeting.session.query(Membership)
    assert (row.since, row.until) == (meeting.now, meeting.now + LATER)


def test_what_a_child_found_alone_comes_into_its_group(meeting: Meeting) -> None:
    findings.put(meeting.session, meeting.row, meeting["Vlad"], "It was colder in 1954.", None, meeting.now)
    group_id = form(meeting, "Maria", "Vlad")
    found = findings.of(meeting.session, meeting.row, meeting["Maria"].id)
    assert found and (found.group_id, found.sentence) == (group_id, "It was colder in 1954.")


def test_a_group_that_has_a_finding_keeps_it_when_somebody_brings_another(meeting: Meeting) -> None:
    form(meeting, "Maria")
    findings.put(meeting.session, meeting.row, meeting["Maria"], "Ours.", None, meeting.now)
    findings.put(meeting.session, meeting.row, meeting["Vlad"], "Mine.", None, meeting.now)
    groups.join(
        meeting.session,
        meeting.row,
        meeting["Vlad"],
        groups.current(meeting.session, meeting.row)[0].id,
        meeting.now,
    )
    ours = findings.of(meeting.session, meeting.row, meeting["Vlad"].id)
    assert ours is not None and ours.sentence == "Ours."
    assert [each.sentence for each in findings.found(meeting.session, meeting.row)] == ["Ours.", "Mine."]


def test_the_last_one_takes_along_what_the_group_found(meeting: Meeting) -> None:
    form(meeting, "Maria", "Luca")
    sit_together(meeting, "Maria", "Luca")
    findings.put(meeting.session, meeting.row, meeting["Maria"], "Ours.", None, meeting.now)
    groups.leave(meeting.session, meeting.row, meeting["Maria"], meeting.now)
    kept = findings.of(meeting.session, meeting.row, meeting["Maria"].id)
    assert kept is not None and (kept.group_id, kept.sentence) == (None, "Ours.")
    form(meeting, "Maria")
    again = findings.of(meeting.session, meeting.row, meeting["Luca"].id)
    assert again is not None and again.sentence == "Ours."
