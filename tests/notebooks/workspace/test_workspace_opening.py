"""Bringing a challenge into a child's home."""

import json
from pathlib import Path

import pytest

from satul.workspace import opening


def test_a_challenge_is_copied_in_the_language(village: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    assert (
        opening.bring(village, home, "draw-the-village", "a-house", "ro") == "draw-the-village/a-house.ipynb"
    )
    copied = json.loads((home / "draw-the-village/a-house.ipynb").read_text(encoding="utf-8"))
    assert copied["metadata"]["satul"]["language"] == "ro"
    assert [path.name for path in (home / "draw-the-village").iterdir()] == ["a-house.ipynb"]


def test_the_childs_own_work_is_never_written_over(village: Path, tmp_path: Path) -> None:
    mine = tmp_path / "draw-the-village" / "a-house.ipynb"
    mine.parent.mkdir()
    mine.write_text("mine")
    opening.bring(village, tmp_path, "draw-the-village", "a-house", "en")
    assert mine.read_text() == "mine"


def test_work_that_appears_during_the_copy_stays(tmp_path: Path) -> None:
    whole, mine = tmp_path / "whole.part", tmp_path / "a-house.ipynb"
    whole.write_text("released")
    mine.write_text("mine")
    opening._put(whole, mine)
    assert mine.read_text() == "mine"


def test_a_file_system_without_hard_links_will_do(
    village: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(source: Path, target: Path) -> None:
        raise PermissionError(source, target)

    monkeypatch.setattr("os.link", refuse)
    opening.bring(village, tmp_path, "draw-the-village", "a-house", "ro")
    assert (tmp_path / "draw-the-village/a-house.ipynb").is_file()


def test_a_copy_that_breaks_off_leaves_nothing(
    village: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        opening.bring(village, tmp_path, "draw-the-village", "a-house", "ro")
    assert list((tmp_path / "draw-the-village").iterdir()) == []


@pytest.mark.parametrize(
    ("set_id", "challenge_id", "language"),
    [
        ("draw-the-village", "a-castle", "ro"),
        ("no-such-set", "a-house", "ro"),
        ("draw-the-village", "a-house", "hu"),
        ("..", "a-house", "ro"),
        ("draw-the-village", "../a-house", "ro"),
        ("draw-the-village", "a-house/..", "ro"),
        ("/etc", "passwd", "ro"),
        ("", "", "ro"),
        ("Draw-The-Village", "A-House", "ro"),
        ("draw-the-village\n", "a-house", "ro"),
    ],
)
def test_what_is_not_released_is_refused(
    village: Path, tmp_path: Path, set_id: str, challenge_id: str, language: str
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    with pytest.raises(opening.NoSuchChallenge):
        opening.bring(village, home, set_id, challenge_id, language)
    assert list(home.iterdir()) == []


def test_without_content_nothing_opens(tmp_path: Path) -> None:
    with pytest.raises(opening.NoSuchChallenge):
        opening.bring(None, tmp_path, "draw-the-village", "a-house", "ro")
    with pytest.raises(opening.NoSuchChallenge):
        opening.bring(tmp_path / "empty", tmp_path, "draw-the-village", "a-house", "ro")
