import json
from pathlib import Path

import pytest

from codekids_exercises import catalogue, released
from codekids_exercises.challenge import ContentError
from codekids_exercises.judge import judge
from codekids_exercises.release import release


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def content(sets: Path, tmp_path: Path) -> Path:
    release(sets, tmp_path / "content", prelude="")
    return tmp_path / "content"


def test_what_is_released(content: Path) -> None:
    assert set(files(content)) == {
        "catalogue.json",
        "our-set/sheet.en.md",
        "our-set/sheet.ro.md",
        *(
            f"our-set/add-up/{language}.{kind}"
            for language in ("ro", "en")
            for kind in ("json", "ipynb", "parts.json")
        ),
    }


def test_nothing_of_an_answer_is_in_it(content: Path) -> None:
    for name, data in files(content).items():
        text = data.decode()
        for secret in (
            "secret",
            "return a + b",
            "return unu + doi",
            "return a - b",
            "print(a + b)",
            "print(unu",
            "77, 5",
        ):
            assert secret not in text, (name, secret)


def test_two_releases_are_equal_byte_for_byte(sets: Path, content: Path, tmp_path: Path) -> None:
    release(sets, tmp_path / "again", prelude="")
    assert files(content) == files(tmp_path / "again")


def test_the_released_challenge_knows_its_mistakes(content: Path) -> None:
    ours = released.read(content, "our-set", "add-up", "ro")
    wrong = judge(ours, "make", "def aduna(x, y):\n    rezultat = x - y\n    return rezultat", prelude="")
    assert (wrong.mistake, wrong.hint) == ("minus", "Ai scăzut.")
    assert judge(ours, "make", "def aduna(x, y)\n    return 3", prelude="").mistake == "no-colon"
    assert judge(ours, "make", "def aduna(x, y):\n    return y + x", prelude="").status == "done"
    assert [hint.kind for hint in ours.hints("make")] == ["question", "twin"]


def test_a_version_changes_with_what_a_child_meets(sets: Path, content: Path, tmp_path: Path) -> None:
    path = sets / "beginners/our-set/add-up/ro.md"
    path.write_text(path.read_text(encoding="utf-8").replace("Scrie", "Acum scrie"), encoding="utf-8")
    release(sets, tmp_path / "changed", prelude="")
    for language, changed in (("ro", True), ("en", False)):
        versions = [
            released.read(folder, "our-set", "add-up", language).version
            for folder in (content, tmp_path / "changed")
        ]
        assert (versions[0] != versions[1]) is changed


def test_a_release_that_fails_leaves_the_old_one(sets: Path, content: Path, tmp_path: Path) -> None:
    before = files(content)
    (sets / "beginners/our-set/add-up/wrong/make/minus.py").write_text("def add(a, b):\n    return b + a\n")
    with pytest.raises(ContentError, match=r"minus\.py \(ro\): this wrong answer is done; it must fail"):
        release(sets, content, prelude="")
    assert files(content) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "sets"]


def test_two_mistakes_that_look_alike_are_refused(sets: Path, tmp_path: Path) -> None:
    folder = sets / "beginners/our-set/add-up"
    (folder / "wrong/make/minus.py").write_text((folder / "wrong/make/print-not-return.py").read_text())
    with pytest.raises(ContentError, match="looks to the checks like minus"):
        release(sets, tmp_path / "content", prelude="")


def test_a_release_replaces_the_old_one(sets: Path, content: Path) -> None:
    (content / "stale.txt").write_text("old")
    release(sets, content, prelude="")
    assert not (content / "stale.txt").exists()


def test_the_catalogue_is_what_was_released(sets: Path, content: Path) -> None:
    found = catalogue.read(content)
    assert found.find("our-set").challenges[0].title == {"ro": "Adună", "en": "Add up"}
    assert json.loads((content / "catalogue.json").read_text())["format"] == 1
