"""How long a target rests: a pure rule; and its memory."""

from datetime import datetime, timedelta

import pytest

from codekids_hub import guessing
from codekids_hub.storage import Database

SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)


@pytest.mark.parametrize(
    ("failures", "expected"),
    [
        (0, 0 * SECOND),
        (4, 0 * SECOND),
        (5, 30 * SECOND),
        (6, 2 * MINUTE),
        (8, 10 * MINUTE),
        (10, 30 * MINUTE),
    ],
)
def test_rests_grow(now: datetime, failures: int, expected: timedelta) -> None:
    assert guessing.rest(failures, now, guessing.CARD_RESTS, now) == expected
    assert guessing.rest(failures, now, guessing.CARD_RESTS, now + expected) == timedelta(0)


def test_counting_resting_and_forgetting(database: Database, now: datetime) -> None:
    target, at = guessing.card("d1"), now
    with database.write() as session:
        for _ in range(10):
            guessing.count(session, target, at)
            at += 11 * MINUTE
        assert guessing.is_locked(session, target, at)
        with pytest.raises(guessing.TooManyGuesses) as refused:
            guessing.count(session, target, at)
        assert refused.value.values == {"minutes": 19}
        later = at + guessing.FORGET_AFTER
        guessing.count(session, target, later)
        assert not guessing.is_locked(session, target, later)
        guessing.cleared(session, target)
        assert not guessing.is_locked(session, target, later)


def test_an_address_is_not_stored(now: datetime) -> None:
    assert "192.168" not in guessing.device("address 192.168.1.7").key
