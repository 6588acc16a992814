"""Logging in: who comes in, who does not, and what guessing costs."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest

from codekids_hub import cards, logins
from codekids_hub.guessing import TooManyGuesses
from codekids_hub.logins import Device, Password, Qr, Shown, Words, WrongCard, WrongPassword, WrongQr
from codekids_hub.refusals import Refusal
from codekids_hub.storage.tables import Adult, Child
from hub.village import Village

PEPPER = "ab" * 32


def words_of(card: cards.DealtCard, **changed: str) -> Words:
    values = {"club": card.club_code, "animal": card.animal, "first": card.words[0], "second": card.words[1]}
    return Words(**(values | changed))


def come(village: Village, shown: Shown, at: datetime, device: str = "laptop") -> str:
    return logins.log_in(village.database, PEPPER, shown, Device(device, "192.0.2.7"), at)


def test_a_child_comes_in_with_animal_and_words(village: Village, now: datetime) -> None:
    assert come(village, words_of(village.maria), now) == village.maria.child_id
    with village.database.read() as session:
        assert session.get_one(Child, village.maria.child_id).last_seen_at == now


def test_words_may_be_typed_as_children_type(village: Village, now: datetime) -> None:
    first, second = (f" {cards.fold(word).upper()} " for word in village.maria.words)
    assert come(village, words_of(village.maria, club=" pietrari ", first=first, second=second), now)


def test_a_child_comes_in_with_the_qr(village: Village, now: datetime) -> None:
    assert come(village, Qr(village.maria.token), now) == village.maria.child_id


def test_an_adult_comes_in(village: Village, now: datetime) -> None:
    assert come(village, Password(" Crina ", "trei cuvinte bune"), now) == village.crina_id
    with village.database.read() as session:
        assert session.get_one(Adult, village.crina_id).last_seen_at == now


def test_what_does_not_come_in(village: Village, now: datetime) -> None:
    maria = village.maria
    wrong: list[tuple[Shown, type[Refusal]]] = [
        (words_of(maria, first="greșit"), WrongCard),
        (words_of(maria, first=maria.words[1], second=maria.words[0] + "x"), WrongCard),
        (words_of(maria, club="CIMISLIA", animal="zebra"), WrongCard),
        (words_of(maria, animal="nicio-vietate"), WrongCard),
        (words_of(maria, club="' OR 1=1 --"), WrongCard),
        (words_of(maria, club="x" * 300, animal="y" * 300, first="z" * 3000), WrongCard),
        (Qr("x"), WrongQr),
        (Qr(""), WrongQr),
        (Qr("q" * 5000), WrongQr),
        (Password("crina", "gresit gresit"), WrongPassword),
        (Password("nimeni", "trei cuvinte bune"), WrongPassword),
        (Password("", ""), WrongPassword),
    ]
    for shown, refusal in wrong:
        with pytest.raises(refusal):
            come(village, shown, now)


def test_a_card_of_another_club_does_not_open_this_one(village: Village, now: datetime) -> None:
    with pytest.raises(WrongCard):
        come(village, words_of(village.ana, club="PIETRARI", animal="zebra"), now)


def test_ten_wrong_guesses_lock_the_card_and_nothing_else(village: Village, now: datetime) -> None:
    at = now
    for _ in range(10):
        with pytest.raises(WrongCard):
            come(village, words_of(village.maria, first="gresit"), at)
        at += timedelta(minutes=11)
    at -= timedelta(minutes=10)
    with pytest.raises(TooManyGuesses):
        come(village, words_of(village.maria), at)
    assert come(village, words_of(village.luca), at) == village.luca.child_id
    assert come(village, Qr(village.maria.token), at) == village.maria.child_id
    assert come(village, words_of(village.maria), at) == village.maria.child_id, "the QR unlocks"


def test_a_new_card_unlocks(village: Village, now: datetime) -> None:
    for _ in range(5):
        with pytest.raises(WrongCard):
            come(village, words_of(village.maria, first="gresit"), now)
    with pytest.raises(TooManyGuesses):
        come(village, words_of(village.maria), now)
    with village.database.write() as session:
        dealt = cards.deal(session, session.get_one(Child, village.maria.child_id), PEPPER, now)
    assert come(village, words_of(dealt), now) == village.maria.child_id
    for dead in (words_of(village.maria, first="a"), Qr(village.maria.token)):
        with pytest.raises((WrongCard, WrongQr)):
            come(village, dead, now)


def test_a_right_login_forgives_typing_errors(village: Village, now: datetime) -> None:
    for _ in range(3):
        for _ in range(4):
            with pytest.raises(WrongCard):
                come(village, words_of(village.maria, first="gresit"), now)
        come(village, words_of(village.maria), now)


def test_a_device_that_tries_many_cards_rests(village: Village, now: datetime) -> None:
    for number in range(60):
        with pytest.raises(WrongCard):
            come(village, words_of(village.maria, animal=f"animal{number}"), now, device="a bad one")
    with pytest.raises(TooManyGuesses):
        come(village, words_of(village.maria), now, device="a bad one")
    assert come(village, words_of(village.maria), now, device="a good one")


def test_guesses_sent_at_once_are_all_counted(village: Village, now: datetime) -> None:
    def guess(number: int) -> type[BaseException]:
        try:
            come(village, words_of(village.maria, first=f"gresit{number}"), now, device=f"d{number}")
        except Refusal as refusal:
            return type(refusal)
        raise AssertionError("a wrong word came in")

    with ThreadPoolExecutor(12) as pool:
        answers = list(pool.map(guess, range(24)))
    assert answers.count(WrongCard) == 5
    assert answers.count(TooManyGuesses) == 19
