"""The room's board: one first guess a child, made before looking; wonders; nobody's name."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from codekids_hub import board, sessions
from codekids_hub.refusals import NotFound
from hub.meeting import Meeting, begin
from hub.village import Village


@pytest.fixture
def meeting(village: Village, now: datetime) -> Iterator[Meeting]:
    with village.database.write() as session:
        yield begin(session, village, now)


def guess(meeting: Meeting, nickname: str, words: str) -> None:
    board.guess(meeting.session, meeting.row, meeting[nickname], words, meeting.now)


def go_on(meeting: Meeting) -> None:
    sessions.next_phase(meeting.session, meeting.row, "a", meeting.now)


def guesses(meeting: Meeting) -> list[str]:
    return [each.words for each in board.guesses(meeting.session, meeting.row)]


def test_a_guess_can_be_changed_while_the_question_is_on(meeting: Meeting) -> None:
    guess(meeting, "Maria", "Yes,  because of\nthe snow")
    guess(meeting, "Maria", "No")
    guess(meeting, "Luca", "A bit")
    assert guesses(meeting) == ["A bit", "No"]
    assert board.guess_of(meeting.session, meeting.row, meeting["Maria"].id) == "No"


def test_a_guess_stays_once_we_look(meeting: Meeting) -> None:
    guess(meeting, "Maria", "No")
    go_on(meeting)
    with pytest.raises(board.GuessingIsOver):
        guess(meeting, "Maria", "I always said yes")
    assert guesses(meeting) == ["No"]


def test_who_comes_late_still_guesses_before_the_review(meeting: Meeting) -> None:
    go_on(meeting)
    guess(meeting, "Vlad", "Yes")
    go_on(meeting)
    with pytest.raises(board.GuessingIsOver):
        guess(meeting, "Sofia", "Yes, they have just said so")
    assert guesses(meeting) == ["Yes"]


@pytest.mark.parametrize("words", ["", " \n ", "a" * 201])
def test_nothing_is_no_guess_and_no_wonder(meeting: Meeting, words: str) -> None:
    with pytest.raises(board.WordsNeeded):
        guess(meeting, "Maria", words)
    with pytest.raises(board.WordsNeeded):
        board.wonder(meeting.session, meeting.row, meeting["Maria"], words, meeting.now)


def test_guesses_stand_in_no_order_of_children(meeting: Meeting) -> None:
    for name, words in (("Maria", "z"), ("Luca", "B"), ("Daria", "a")):
        guess(meeting, name, words)
    assert guesses(meeting) == ["a", "B", "z"]


def test_wonders_are_put_up_and_taken_back(meeting: Meeting) -> None:
    for name, words in (("Maria", "Why is it colder in the valley?"), ("Luca", "Who measured?")):
        board.wonder(meeting.session, meeting.row, meeting[name], words, meeting.now)
    (own,) = board.wonders_of(meeting.session, meeting.row, meeting["Maria"].id)
    with pytest.raises(NotFound):
        board.take_back(meeting.session, meeting.row, meeting["Luca"], own.id)
    for _ in range(2):
        board.take_back(meeting.session, meeting.row, meeting["Maria"], own.id)
    assert [each.words for each in board.wonders(meeting.session, meeting.row)] == ["Who measured?"]


def test_one_child_does_not_fill_the_board(meeting: Meeting) -> None:
    for number in range(board.MOST_WONDERS):
        board.wonder(meeting.session, meeting.row, meeting["Maria"], f"Why {number}?", meeting.now)
    with pytest.raises(board.EnoughWonders):
        board.wonder(meeting.session, meeting.row, meeting["Maria"], "And why?", meeting.now)
    board.wonder(meeting.session, meeting.row, meeting["Luca"], "How?", meeting.now)


def test_the_librarian_keeps_a_note_off_the_projector_and_lets_it_back(meeting: Meeting) -> None:
    guess(meeting, "Maria", "something rude")
    board.wonder(meeting.session, meeting.row, meeting["Luca"], "rude too", meeting.now)
    for notes in (board.guesses, board.wonders):
        (note,) = notes(meeting.session, meeting.row)
        board.hide(meeting.session, meeting.row, note.key, meeting.now)
        assert notes(meeting.session, meeting.row) == []
        (still,) = notes(meeting.session, meeting.row, hidden=True)
        assert still.hidden
        board.hide(meeting.session, meeting.row, note.key, meeting.now, hidden=False)
        assert notes(meeting.session, meeting.row) == [note]


@pytest.mark.parametrize("key", ["", "guess-", "guess-nobody", "wonder-x", "wonder-999", "other-1"])
def test_only_notes_of_the_session_are_hidden(meeting: Meeting, key: str) -> None:
    with pytest.raises(NotFound):
        board.hide(meeting.session, meeting.row, key, meeting.now)


def test_a_new_guess_is_shown_again(meeting: Meeting) -> None:
    guess(meeting, "Maria", "rude")
    (note,) = board.guesses(meeting.session, meeting.row)
    board.hide(meeting.session, meeting.row, note.key, meeting.now)
    guess(meeting, "Maria", "I think that it was colder")
    assert guesses(meeting) == ["I think that it was colder"]
