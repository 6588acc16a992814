"""Hand-ins: what is accepted, what a receipt promises, and that the same try gives the same receipt."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from codekids_grading import bundles
from codekids_grading.bundles import BadBundle, NoNotebook
from codekids_grading.store import NoRoom, Store
from codekids_hub import hand_ins, homework
from codekids_hub.refusals import NotFound
from codekids_hub.storage.homework_tables import Assignment, HandIn
from hub.village import Village

KEY = "a" * 64
WEEK = timedelta(days=7)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


@pytest.fixture
def released(village: Village, store: Store, now: datetime) -> Village:
    """The village, with the first homework out since a day."""
    with village.database.write() as session:
        session.add(
            Assignment(
                club_id=village.club_id,
                name="draw-the-village",
                digest=store.put(b"x"),
                released_at=now - timedelta(days=1),
                closes_at=now + timedelta(days=6),
                released_by=homework.BY_CALENDAR,
            )
        )
    return village


def notebook(text: str = "forward(10)") -> bytes:
    return bundles.write({"homework.ipynb": text.encode()})


def accept(
    village: Village,
    store: Store,
    at: datetime,
    content: bytes | None = None,
    key: str = KEY,
    child: str = "",
) -> hand_ins.Receipt:
    return hand_ins.accept(
        village.database,
        store,
        child or village.maria.child_id,
        "draw-the-village",
        notebook() if content is None else content,
        key,
        at,
    )


def test_a_receipt_promises_bytes_and_a_row(released: Village, store: Store, now: datetime) -> None:
    receipt = accept(released, store, now)
    assert receipt.digest == hashlib.sha256(notebook()).hexdigest()
    assert store.get(receipt.digest) == notebook()
    with released.database.read() as session:
        row = session.get_one(HandIn, receipt.number)
    assert (row.child_id, row.state, row.late, row.received_at) == (
        released.maria.child_id,
        "accepted",
        False,
        now,
    )


def test_the_same_try_gives_the_same_receipt(released: Village, store: Store, now: datetime) -> None:
    first = accept(released, store, now)
    assert accept(released, store, now + timedelta(minutes=5)) == first
    other = accept(released, store, now, notebook("forward(20)"), key="b" * 64)
    assert other.number > first.number


def test_fifty_tries_at_once_make_one_row(released: Village, store: Store, now: datetime) -> None:
    with ThreadPoolExecutor(10) as pool:
        receipts = list(pool.map(lambda _: accept(released, store, now), range(50)))
    assert len(set(receipts)) == 1
    with released.database.read() as session:
        assert session.scalar(select(func.count()).select_from(HandIn)) == 1


def test_one_key_for_two_things_is_refused(released: Village, store: Store, now: datetime) -> None:
    accept(released, store, now)
    with pytest.raises(hand_ins.KeyUsedBefore):
        accept(released, store, now, notebook("other"))


@pytest.mark.parametrize("key", ["", "short", "x" * 64, "A" * 64, "a" * 65])
def test_a_bad_key(released: Village, store: Store, now: datetime, key: str) -> None:
    with pytest.raises(hand_ins.BadKey):
        accept(released, store, now, key=key)


def test_late_is_accepted_and_shown_as_late(released: Village, store: Store, now: datetime) -> None:
    assert accept(released, store, now + WEEK).late


def test_bad_bundles_are_refused_before_anything_is_kept(
    released: Village, store: Store, now: datetime
) -> None:
    for content, refusal in ((b"no zip", BadBundle), (bundles.write({"a.txt": b"x"}), NoNotebook)):
        with pytest.raises(refusal):
            accept(released, store, now, content)
    with released.database.read() as session:
        assert session.scalar(select(func.count()).select_from(HandIn)) == 0


def test_what_is_not_the_childs_homework(released: Village, store: Store, now: datetime) -> None:
    with pytest.raises(NotFound):
        accept(released, store, now, child=released.ana.child_id)
    with pytest.raises(NotFound):
        hand_ins.accept(released.database, store, released.maria.child_id, "no-such", notebook(), KEY, now)


def test_two_on_one_laptop_both_have_it(released: Village, store: Store, now: datetime) -> None:
    receipt = hand_ins.accept(
        released.database,
        store,
        released.maria.child_id,
        "draw-the-village",
        notebook(),
        KEY,
        now,
        partner_id=released.luca.child_id,
    )
    with released.database.read() as session:
        for child in (released.maria, released.luca):
            row = homework.last_hand_in(session, child.child_id, "draw-the-village")
            assert row is not None and row.id == receipt.number


def test_the_same_once_alone_and_once_as_two(released: Village, store: Store, now: datetime) -> None:
    alone = accept(released, store, now)
    luca = released.luca.child_id
    both, again = (
        hand_ins.accept(
            released.database,
            store,
            released.maria.child_id,
            "draw-the-village",
            notebook(),
            KEY,
            now,
            partner_id=luca,
        )
        for _ in range(2)
    )
    assert both.number == again.number != alone.number


def test_a_partner_is_of_the_same_club(released: Village, store: Store, now: datetime) -> None:
    for partner in (released.ana.child_id, released.maria.child_id, "nobody"):
        with pytest.raises(hand_ins.NotYourPartner):
            hand_ins.accept(
                released.database,
                store,
                released.maria.child_id,
                "draw-the-village",
                notebook(),
                KEY,
                now,
                partner_id=partner,
            )


def test_no_receipt_without_room(released: Village, tmp_path: Path, now: datetime) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the store's folder should be")
    with pytest.raises(NoRoom):
        accept(released, Store(blocked), now)
    with released.database.read() as session:
        assert session.scalar(select(func.count()).select_from(HandIn)) == 0
