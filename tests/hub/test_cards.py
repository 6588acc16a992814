"""Cards: what is dealt, what is stored of it, and that a new one ends the old."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from codekids_hub import cards, logins
from codekids_hub.logins import Device, Qr
from codekids_hub.storage.tables import Card, Child, LoginEnd
from hub.village import Village

PEPPER = "ab" * 32
HERE = Device("laptop", "10.0.0.7")


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        (" Căpșună ", "capsuna"),
        ("ȘOARECE", "soarece"),
        ("ţap", "tap"),
        ("mâță", "mata"),
        ("a-b 1", "ab"),
        ("", ""),
    ],
)
def test_words_are_compared_without_hats(typed: str, folded: str) -> None:
    assert cards.fold(typed) == folded


def test_nothing_of_a_card_can_be_read_back(village: Village) -> None:
    with village.database.read() as session:
        card = cards.alive(session, village.maria.child_id)
        assert card is not None
        stored = f"{card.token_digest} {card.words_hash}"
    assert village.maria.token not in stored
    assert not any(word in stored for word in village.maria.words)


def test_a_new_card_ends_the_old_one_and_asks_for_the_end_of_its_logins(
    village: Village, now: datetime
) -> None:
    with village.database.write() as session:
        old = cards.alive(session, village.maria.child_id)
        dealt = cards.deal(session, session.get_one(Child, village.maria.child_id), PEPPER, now)
    with village.database.read() as session:
        alive = cards.alive(session, village.maria.child_id)
        assert old is not None and alive is not None and alive.id != old.id
        assert session.get_one(Card, old.id).ended_at == now
        assert session.get(LoginEnd, village.maria.child_id) is not None
    assert dealt.token != village.maria.token


def test_the_database_itself_allows_one_living_card(village: Village, now: datetime) -> None:
    with pytest.raises(IntegrityError), village.database.write() as session:
        session.add(
            Card(
                id="x",
                child_id=village.maria.child_id,
                token_digest="x",
                words_hash="x",
                dealt_at=now,
                ended_at=None,
            )
        )


def test_the_token_stands_where_no_server_log_sees_it(village: Village) -> None:
    address = village.maria.address("http://biblioteca.ro")
    assert address.partition("#") == ("http://biblioteca.ro/hub/card", "#", village.maria.token)
    assert len(village.maria.token) >= 22  # 128 bits in base64


def test_every_child_has_another_token(village: Village) -> None:
    with village.database.read() as session:
        digests = session.scalars(select(Card.token_digest)).all()
    assert len(set(digests)) == 3


def test_a_new_card_by_mistake_is_taken_back(village: Village, now: datetime) -> None:
    later = now + timedelta(minutes=1)
    with village.database.write() as session:
        child = session.get_one(Child, village.maria.child_id)
        wrong = cards.deal(session, child, PEPPER, now + timedelta(seconds=1), village.crina_id)
        cards.take_back(session, child, later, village.crina_id)
    assert logins.log_in(village.database, PEPPER, Qr(village.maria.token), HERE, later) == child.id
    with pytest.raises(logins.WrongQr):
        logins.log_in(village.database, PEPPER, Qr(wrong.token), HERE, later)


def test_a_used_or_old_or_first_card_is_not_taken_back(village: Village, now: datetime) -> None:
    with village.database.write() as session:
        luca = session.get_one(Child, village.luca.child_id)
        with pytest.raises(cards.TooLateToTakeBack):
            cards.take_back(session, luca, now)
        cards.deal(session, luca, PEPPER, now + timedelta(seconds=1))
        with pytest.raises(cards.TooLateToTakeBack):
            cards.take_back(session, luca, now + timedelta(minutes=11))
        maria = session.get_one(Child, village.maria.child_id)
        used = cards.deal(session, maria, PEPPER, now + timedelta(seconds=1))
    logins.log_in(village.database, PEPPER, Qr(used.token), HERE, now + timedelta(minutes=1))
    with village.database.write() as session, pytest.raises(cards.TooLateToTakeBack):
        maria = session.get_one(Child, village.maria.child_id)
        cards.take_back(session, maria, now + timedelta(minutes=2))
