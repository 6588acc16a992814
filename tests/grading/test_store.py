"""The store keeps bytes for good and gives back nothing else."""

import hashlib
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from codekids_grading.store import Damaged, NoRoom, NotStored, Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def test_gives_back_what_was_put_in(store: Store) -> None:
    digest = store.put(b"acas\xc4\x83")
    assert digest == hashlib.sha256(b"acas\xc4\x83").hexdigest()
    assert store.get(digest) == b"acas\xc4\x83" and store.holds(digest)


def test_the_same_bytes_are_kept_once(store: Store) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(store.put, [b"one"] * 50))) == 1
    assert len([path for path in store.folder.rglob("*") if path.is_file()]) == 1


def test_file_and_folders_are_synced_before_it_returns(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[str] = []
    fsync = os.fsync

    def noted(descriptor: int) -> None:
        synced.append(os.readlink(f"/proc/self/fd/{descriptor}"))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", noted)
    path = store.path(store.put(b"work"))
    assert Path(synced[0]).parent == path.parent and synced[0] != str(path), (
        "the draft, before it gets its name"
    )
    assert [str(path.parent), str(store.folder), str(store.folder.parent)] == synced[1:]


@pytest.mark.parametrize("digest", ["", "0" * 64, "../../etc/passwd", "A" * 64, "0" * 65])
def test_what_was_never_put_in_is_refused(store: Store, digest: str) -> None:
    with pytest.raises(NotStored):
        store.get(digest)


def test_damage_is_noticed_and_mended_by_putting_again(store: Store) -> None:
    digest = store.put(b"work")
    store.path(digest).chmod(0o600)
    store.path(digest).write_bytes(b"worm")
    with pytest.raises(Damaged):
        store.get(digest)
    store.put(b"work")
    assert store.get(digest) == b"work"


def test_a_full_disk_is_a_refusal_and_leaves_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NoRoom, match="No space left"):
        store.put(b"work")
    assert not [path for path in store.folder.rglob("*") if path.is_file()]
