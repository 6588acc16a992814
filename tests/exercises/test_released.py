import json
from pathlib import Path

import pytest

from codekids_exercises import released
from codekids_exercises.challenge import Case, Check, ContentError, ReleasedChallenge, Task, Traits
from codekids_exercises.released import NotReleased


def test_a_challenge_comes_back_as_it_was_written(challenge: ReleasedChallenge, tmp_path: Path) -> None:
    folder = tmp_path / "our-set" / "doubling"
    folder.mkdir(parents=True)
    (folder / "en.json").write_text(json.dumps(released.to_json(challenge)))
    assert released.read(tmp_path, "our-set", "doubling", "en") == challenge
    with pytest.raises(NotReleased):
        released.read(tmp_path, "our-set", "doubling", "ro")
    with pytest.raises(NotReleased):
        released.notebook_path(tmp_path, "our-set", "doubling", "en")


@pytest.mark.parametrize(
    "name", ["..", "../our-set", "our-set/..", "/etc", "", "Our-Set", "a--b", "-a", "a\n", "a" + "/" * 300]
)
def test_an_odd_name_never_becomes_a_path(tmp_path: Path, name: str) -> None:
    for set_id, challenge_id, language in ((name, "x", "ro"), ("x", name, "ro"), ("x", "x", name)):
        with pytest.raises(NotReleased, match="not the name of a challenge"):
            released.notebook_path(tmp_path, set_id, challenge_id, language)


def test_another_format_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "ro.json").write_text('{"format": 0}')
    with pytest.raises(ContentError, match="format 0"):
        released.read(tmp_path, "a", "b", "ro")


def test_every_field_of_a_case_comes_back(tmp_path: Path) -> None:
    traits = Traits("dict", (1.0, 6.0), 3.0, 2, 1, ("who",), 4)
    case = Case(("a",), "f()", None, ("b",), False, "n = 1", traits, 7)
    task = Task("make", "", checks=(Check("x", "call", {}, (case,)),))
    data = json.loads(json.dumps(released.task_json(task)))
    assert released.task_from("make", data) == task
