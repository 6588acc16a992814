"""Room in a home, and files that are whole: on a real disk that is really full."""

import os
from pathlib import Path

import pytest

from satul.workspace.room import SET_ASIDE, Home
from satul.workspace.safe_files import write_whole, writing_whole


def test_a_file_is_whole_or_not_at_all(tmp_path: Path) -> None:
    file = tmp_path / "work.ipynb"
    write_whole(b"the first", file)
    with pytest.raises(RuntimeError), writing_whole(file) as half:
        half.write(b"half of the sec")
        raise RuntimeError("the power goes")
    assert file.read_bytes() == b"the first"
    assert [each.name for each in tmp_path.iterdir()] == ["work.ipynb"]


def test_nobody_reads_half_of_a_file(tmp_path: Path) -> None:
    file = tmp_path / "work.ipynb"
    write_whole(b"old", file)
    with file.open("rb") as reader:
        write_whole(b"new", file)
        assert reader.read() == b"old"
    assert file.read_bytes() == b"new"


def test_room_is_counted_and_told_from_four_fifths_on(tmp_path: Path) -> None:
    (tmp_path / "photo").write_bytes(os.urandom(790_000))
    assert not Home(tmp_path, 1_000_000).room().is_little
    (tmp_path / "more").write_bytes(os.urandom(20_000))
    room = Home(tmp_path, 1_000_000).room()
    assert room.is_little and 800_000 <= room.used < 900_000
    assert not Home(tmp_path).room().is_little


def test_what_was_set_aside_is_given_back_once(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.set_aside()
    assert sum(file.stat().st_size for file in tmp_path.rglob("*") if file.is_file()) >= SET_ASIDE * 0.95
    assert home.give_back()
    assert not home.give_back()
