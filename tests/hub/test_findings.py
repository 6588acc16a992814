"""Findings: a sentence and a picture that was held up, one of a group, shown to all in the review."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from codekids_grading.store import Store
from codekids_hub import board, findings, groups, harmless_pictures, sessions
from codekids_hub.harmless_pictures import SVG
from codekids_hub.refusals import NotFound
from codekids_hub.storage.session_tables import Picture
from hub.meeting import Meeting, begin
from hub.village import Village


@pytest.fixture
def meeting(village: Village, now: datetime) -> Iterator[Meeting]:
    with village.database.write() as session:
        made = begin(session, village, now)
        sessions.next_phase(session, made.row, village.crina_id, now)
        yield made


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def drawing(number: int) -> tuple[bytes, str]:
    return f'<svg width="{number + 1}" height="1"><rect width="{number + 1}"/></svg>'.encode(), SVG


def hold_up(meeting: Meeting, store: Store, nickname: str, number: int = 0) -> Picture:
    now = meeting.now + timedelta(seconds=number)
    return findings.hold_up(
        meeting.session, meeting.row, meeting[nickname], drawing(number), f"bar {number}", store, now
    )


def put(meeting: Meeting, nickname: str, sentence: str, picture: str | None = None) -> None:
    findings.put(meeting.session, meeting.row, meeting[nickname], sentence, picture, meeting.now)


def group_of(meeting: Meeting, first: str, *others: str) -> None:
    group_id = groups.form(meeting.session, meeting.row, meeting[first], meeting.now)
    for each in others:
        groups.join(meeting.session, meeting.row, meeting[each], group_id, meeting.now)


def shown(meeting: Meeting, nickname: str) -> tuple[str, str | None]:
    found = findings.of(meeting.session, meeting.row, meeting[nickname].id)
    return (found.sentence, found.picture) if found else ("", None)


def test_the_first_picture_is_the_findings_until_another_is_chosen(meeting: Meeting, store: Store) -> None:
    first, second = (hold_up(meeting, store, "Maria", number) for number in (0, 1))
    assert shown(meeting, "Maria") == ("", first.digest)
    put(meeting, "Maria", "Winters got warmer.", second.digest)
    assert shown(meeting, "Maria") == ("Winters got warmer.", second.digest)
    assert b"<script" not in store.get(first.digest)


def test_a_group_has_one_finding_and_all_its_pictures(meeting: Meeting, store: Store) -> None:
    group_of(meeting, "Maria", "Luca")
    marias = hold_up(meeting, store, "Maria", 0)
    lucas = hold_up(meeting, store, "Luca", 1)
    put(meeting, "Luca", "Ours", marias.digest)
    assert shown(meeting, "Maria") == shown(meeting, "Luca") == ("Ours", marias.digest)
    held = findings.pictures(meeting.session, meeting.row, meeting["Maria"].id)
    assert [each.digest for each in held] == [lucas.digest, marias.digest]
    assert len(findings.found(meeting.session, meeting.row)) == 1


def test_the_same_picture_stands_there_once(meeting: Meeting, store: Store) -> None:
    group_of(meeting, "Maria", "Luca")
    for name in ("Maria", "Luca", "Maria"):
        hold_up(meeting, store, name)
    assert len(findings.pictures(meeting.session, meeting.row, meeting["Luca"].id)) == 1


def test_nobody_shows_the_picture_of_another_group(meeting: Meeting, store: Store) -> None:
    foreign = hold_up(meeting, store, "Sofia")
    with pytest.raises(findings.NoSuchPicture):
        put(meeting, "Maria", "Look", foreign.digest)
    with pytest.raises(findings.NoSuchPicture):
        put(meeting, "Maria", "Look", "0" * 64)


def test_a_finding_can_be_taken_back(meeting: Meeting, store: Store) -> None:
    hold_up(meeting, store, "Maria")
    put(meeting, "Maria", "  ", None)
    assert shown(meeting, "Maria") == ("", None)
    assert findings.found(meeting.session, meeting.row) == []


def test_a_sentence_is_a_sentence(meeting: Meeting) -> None:
    with pytest.raises(board.WordsNeeded):
        put(meeting, "Maria", "a" * 241)


def test_something_that_is_no_picture_is_refused(meeting: Meeting, store: Store) -> None:
    with pytest.raises(harmless_pictures.BadPicture):
        findings.hold_up(
            meeting.session, meeting.row, meeting["Maria"], (b"<p>hi</p>", SVG), "", store, meeting.now
        )


def test_old_pictures_make_room_but_not_the_chosen_one(meeting: Meeting, store: Store) -> None:
    chosen = hold_up(meeting, store, "Maria", 0)
    for number in range(1, findings.MOST_PICTURES + 3):
        hold_up(meeting, store, "Maria", number)
    held = [each.digest for each in findings.pictures(meeting.session, meeting.row, meeting["Maria"].id)]
    assert len(held) == findings.MOST_PICTURES + 1 and chosen.digest in held


def test_the_big_screen_shows_findings_in_the_review(meeting: Meeting, village: Village) -> None:
    put(meeting, "Maria", "Ours")
    with pytest.raises(findings.NotYetReview):
        findings.show_own(meeting.session, meeting.row, meeting["Maria"])
    sessions.next_phase(meeting.session, meeting.row, village.crina_id, meeting.now)
    with pytest.raises(findings.NothingFound):
        findings.show_own(meeting.session, meeting.row, meeting["Luca"])
    findings.show_own(meeting.session, meeting.row, meeting["Maria"])
    found = findings.of(meeting.session, meeting.row, meeting["Maria"].id)
    assert found is not None and meeting.row.shown_finding == found.id
    findings.show(meeting.session, meeting.row, None)
    assert meeting.row.shown_finding is None
    with pytest.raises(NotFound):
        findings.show(meeting.session, meeting.row, 999_999)


def test_only_pictures_that_were_held_up_here_are_served(meeting: Meeting, store: Store) -> None:
    held = hold_up(meeting, store, "Maria")
    assert findings.picture_kind(meeting.session, meeting.row, held.digest) == SVG
    with pytest.raises(NotFound):
        findings.picture_kind(meeting.session, meeting.row, "0" * 64)


def test_a_group_that_is_gone_is_still_told_by_its_sign(meeting: Meeting) -> None:
    group_of(meeting, "Maria", "Luca")
    put(meeting, "Maria", "Ours")
    signs = findings.signs(meeting.session, meeting.row)
    (found,) = findings.found(meeting.session, meeting.row)
    assert found.group_id and signs[found.group_id] in groups.SIGNS
