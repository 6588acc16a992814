"""Versions of a notebook: what is kept, what goes, and that nothing of it can be half."""

import gzip
import itertools
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from satul.workspace import versions as module
from satul.workspace.versions import FOLDER, NoSuchVersion, Version, Versions

PATH = "draw-the-village/a-house.ipynb"
EVENING = datetime(2026, 11, 19, 14, 30, tzinfo=UTC)


@dataclass
class Club:
    """A home and a clock that the test moves."""

    home: Path
    now: datetime = EVENING
    versions: Versions = field(init=False)

    def __post_init__(self) -> None:
        self.versions = Versions(self.home, lambda: self.now)

    def keep(self, text: str, reason: str = "time", minutes: float = 0.0, path: str = PATH) -> Version | None:
        """Some minutes later, keep a notebook with that text in it."""
        self.now += timedelta(minutes=minutes)
        return self.versions.keep(path, notebook(text), reason)

    def texts(self, path: str = PATH) -> list[str]:
        """The texts of all versions, oldest first."""
        return [text_of(self.versions.read(path, each.id)) for each in self.versions.of(path)]


@pytest.fixture
def club(tmp_path: Path) -> Club:
    """A home without versions."""
    return Club(tmp_path)


def notebook(text: str, output: str = "") -> dict[str, Any]:
    shown = [{"output_type": "stream", "name": "stdout", "text": output}] if output else []
    cell = {"id": "modify", "cell_type": "code", "source": text, "outputs": shown, "metadata": {}}
    return {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def text_of(content: dict[str, Any]) -> str:
    return str(content["cells"][0]["source"])


def test_what_is_kept_can_be_read_again(club: Club) -> None:
    kept = club.keep("inainte(100)")
    assert kept is not None
    assert club.versions.read(PATH, kept.id) == notebook("inainte(100)")
    assert Version.named(kept.id) == kept


def test_saves_of_a_few_minutes_are_one_version_and_no_minute_is_missed(club: Club) -> None:
    club.keep("#", "first")
    for step in range(1, 121):
        club.keep("a" * step, minutes=1 / 12)  # every five seconds, for ten minutes
    assert club.texts()[0] == "#"
    assert club.texts()[-1] == "a" * 120
    moments = [each.at for each in club.versions.of(PATH)]
    assert len(moments) == 5
    assert all(after - before <= timedelta(minutes=3.2) for before, after in itertools.pairwise(moments))


def test_what_was_written_before_a_pause_stays(club: Club) -> None:
    club.keep("#", "first")
    club.keep("before the pause", minutes=1)
    club.keep("after the pause", minutes=60)
    assert club.texts() == ["#", "before the pause", "after the pause"]


def test_a_lot_that_goes_within_seconds_is_kept(club: Club) -> None:
    club.keep("#", "first")
    club.keep("inainte(100)\nstanga(90)\ninainte(100)\n", minutes=0.1)
    club.keep("", minutes=0.1)
    assert club.texts() == ["#", "inainte(100)\nstanga(90)\ninainte(100)\n", ""]


def test_a_check_is_kept_beside_what_comes_after_it(club: Club) -> None:
    club.keep("#", "first")
    club.keep("one", minutes=0.1)
    club.keep("one", "check", minutes=0.1)
    club.keep("two", minutes=0.1)
    club.keep("two, longer", minutes=0.1)
    assert club.texts() == ["#", "one", "two, longer"]
    assert [each.reason for each in club.versions.of(PATH)] == ["first", "check", "time"]


def test_the_same_work_is_kept_once_with_its_last_outputs(club: Club) -> None:
    club.keep("#", "first")
    club.keep("print(1)", minutes=1)
    club.versions.keep(PATH, notebook("print(1)", "1"))
    club.keep("print(1)", "check")
    assert club.keep("print(1)", "check") is None
    assert club.keep("print(1)", "time") is None
    assert club.texts() == ["#", "print(1)"]


def test_of_today_everything_stays_and_of_a_day_before_the_last(club: Club) -> None:
    club.keep("#", "first")
    for day in range(3):
        club.now = EVENING + timedelta(days=day)
        for number in range(4):
            club.keep(f"day {day}, {number}", minutes=5)
    assert club.texts() == ["#", "day 0, 3", "day 1, 3", *(f"day 2, {number}" for number in range(4))]


def test_a_clock_that_goes_back_loses_nothing(club: Club) -> None:
    club.keep("#", "first")
    club.keep("one", "check", minutes=1)
    club.now -= timedelta(days=2)
    club.keep("two", "check")
    assert club.texts() == ["#", "one", "two"]


def test_all_together_stay_small(club: Club, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 6_000)
    for name in ("one", "two", "three"):
        for number in range(20):
            club.keep(f"{name} {number}", "check", minutes=1, path=f"set/{name}.ipynb")
    files = [file for file in (club.home / FOLDER).rglob("*") if file.is_file()]
    assert 4_000 < sum(file.stat().st_size for file in files) <= 6_000
    for name in ("one", "two", "three"):
        assert club.texts(f"set/{name}.ipynb")[-1] == f"{name} 19"


def test_large_outputs_are_not_kept(club: Club) -> None:
    noise = "".join(f"{number * 7919 % 99991:x}" for number in range(60_000))
    kept = club.versions.keep(PATH, notebook("print(noise)", noise))
    assert kept is not None
    assert club.versions.read(PATH, kept.id)["cells"][0]["outputs"] == []


def test_no_room_lets_all_go_but_the_first_and_the_newest(club: Club) -> None:
    for number in range(5):
        club.keep(str(number), "first" if number == 0 else "check", minutes=1)
    assert club.versions.make_room() == 3
    assert club.texts() == ["0", "4"]


def test_a_damaged_version_is_none(club: Club) -> None:
    kept = club.keep("inainte(100)")
    assert kept is not None
    file = next((club.home / FOLDER).rglob("*.json.gz"))
    file.write_bytes(gzip.compress(b'{"cells": []}'))
    with pytest.raises(NoSuchVersion):
        club.versions.read(PATH, kept.id)
    file.write_bytes(b"half of a fi")
    assert club.versions.newest(PATH) is None


@pytest.mark.parametrize(
    "name", ["", "..", "../../etc/passwd", "20261119T143000.000Z-time-../../x", "x-time-y"]
)
def test_only_a_version_can_be_asked_for(club: Club, name: str) -> None:
    club.keep("inainte(100)")
    with pytest.raises(NoSuchVersion):
        club.versions.read(PATH, name)


def test_notebooks_do_not_mix(club: Club) -> None:
    club.keep("one", path="a/b.ipynb")
    club.keep("two", path="a%2Fb.ipynb")
    club.keep("three", path="../a/b.ipynb")
    assert (club.texts("a/b.ipynb"), club.texts("a%2Fb.ipynb")) == (["one"], ["two"])
    assert {file.parent.parent for file in club.home.rglob("*.json.gz")} == {club.home / FOLDER}
