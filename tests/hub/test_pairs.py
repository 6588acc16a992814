"""Two on one device: the second one's card is asked for, both are credited, and it ends."""

from datetime import datetime, timedelta

import pytest

from codekids_hub import logins, pairs, progress
from codekids_hub.logins import Device, Words
from codekids_hub.storage.tables import Child, Progress
from hub.village import Village

DEVICE = Device("pair-test", "192.0.2.7")
PEPPER = "ab" * 32


def card(village: Village, name: str) -> Words:
    dealt = getattr(village, name)
    with village.database.read() as session:
        code = session.get_one(Child, dealt.child_id).club.code
    return Words(code, dealt.animal, *dealt.words)


def join(village: Village, name: str, now: datetime) -> str:
    return pairs.join(village.database, PEPPER, village.maria.child_id, card(village, name), DEVICE, now)


def partner(village: Village, now: datetime) -> str | None:
    with village.database.read() as session:
        found = pairs.partner(session, village.maria.child_id, now)
        return found.id if found else None


def test_the_card_of_the_second_child_joins_it(village: Village, now: datetime) -> None:
    assert partner(village, now) is None
    assert join(village, "luca", now) == village.luca.child_id == partner(village, now)


def test_a_wrong_card_joins_nobody(village: Village, now: datetime) -> None:
    right = card(village, "luca")
    with pytest.raises(logins.WrongCard):
        pairs.join(
            village.database,
            PEPPER,
            village.maria.child_id,
            Words(right.club, right.animal, "wrong", "words"),
            DEVICE,
            now,
        )
    assert partner(village, now) is None


def test_nobody_sits_with_themselves(village: Village, now: datetime) -> None:
    with pytest.raises(pairs.OnlyYourself):
        join(village, "maria", now)


def test_two_of_one_club(village: Village, now: datetime) -> None:
    with pytest.raises(pairs.OtherClub):
        join(village, "ana", now)


def test_the_pair_ends_when_they_say_so(village: Village, now: datetime) -> None:
    join(village, "luca", now)
    for _ in range(2):
        with village.database.write() as session:
            pairs.part(session, village.maria.child_id)
        assert partner(village, now) is None


def test_the_pair_ends_with_the_evening(village: Village, now: datetime) -> None:
    join(village, "luca", now)
    assert partner(village, now + timedelta(hours=3, minutes=59))
    assert partner(village, now + timedelta(hours=4)) is None


def test_both_are_credited(village: Village, now: datetime) -> None:
    join(village, "luca", now)
    told = progress.Told(
        id="0" * 32,
        at=now,
        kind="checked",
        set_id="draw-the-village",
        challenge_id="a-house",
        task="make",
        status="done",
    )
    with village.database.write() as session:
        child = session.get_one(Child, village.maria.child_id)
        both = pairs.partner(session, child.id, now)
        progress.receive(session, child, [told], now, partner=both)
    with village.database.read() as session:
        for child_id in (village.maria.child_id, village.luca.child_id):
            assert session.get_one(Progress, (child_id, "draw-the-village", "a-house")).tasks_done == "make"
