import json
from pathlib import Path

import pytest

from codekids_exercises import catalogue, homework, released
from codekids_exercises.homework import NoHomework, has_homework, judged, write_source
from codekids_exercises.judge import judge
from codekids_exercises.release import release


def test_which_set_has_one(sets: Path, homework_sets: Path) -> None:
    assert has_homework(homework_sets, "our-set")
    assert not has_homework(homework_sets, "other-set")
    assert not has_homework(homework_sets, "../beginners/our-set")
    (sets / "beginners/our-set/homework/homework.toml").unlink()
    assert not has_homework(sets, "our-set")


def test_the_source_is_written_once_and_the_same(homework_sets: Path, tmp_path: Path) -> None:
    path = write_source(homework_sets, "our-set", "ro", tmp_path / "source")
    assert path == tmp_path / "source/our-set/homework.ipynb"
    first = path.read_bytes()
    assert write_source(homework_sets, "our-set", "ro", tmp_path / "source").read_bytes() == first
    assert [one.name for one in path.parent.iterdir()] == ["homework.ipynb"]
    assert json.loads(first)["metadata"]["satul"] == {
        "set": "our-set",
        "homework": True,
        "language": "ro",
        "version": judged(homework_sets, "our-set", "ro", prelude="").version,
    }


@pytest.mark.parametrize(("set_id", "language"), [("no-set", "ro"), ("our-set", "fr"), ("..", "ro")])
def test_what_is_not_there(homework_sets: Path, tmp_path: Path, set_id: str, language: str) -> None:
    with pytest.raises(NoHomework, match="has no homework"):
        write_source(homework_sets, set_id, language, tmp_path)
    with pytest.raises(NoHomework, match="has no homework"):
        judged(homework_sets, set_id, language)


def test_what_marking_needs(homework_sets: Path) -> None:
    ours = judged(homework_sets, "our-set", "ro", prelude="")
    assert [(one.id, one.points, one.review) for one in ours.tasks.values()] == [
        ("modify", 1.0, False),
        ("make", 2.5, False),
        ("own", 2.0, True),
    ]
    assert [case.hidden for case in ours.task("modify").checks[0].cases] == [False, False, True]
    verdict = judge(ours, "modify", "def aduna(x, y):\n    z = x - y\n    return z", prelude="")
    assert (verdict.mistake, verdict.hint) == ("minus", "Ai scăzut.")
    hard_coded = "def aduna(x, y):\n    return {1: 3, 2: 4}.get(x)"
    assert judge(ours, "modify", hard_coded, prelude="").status == "try_again"
    assert judge(ours, "make", "ics = n + n", prelude="").status == "done"


def test_fingerprints_come_from_the_release_when_it_is_the_same(homework_sets: Path, tmp_path: Path) -> None:
    content = tmp_path / "content"
    release(homework_sets, content, prelude="")

    def never(plan: object) -> tuple[()]:
        raise AssertionError

    learnt = judged(homework_sets, "our-set", "en", prelude="")
    assert judged(homework_sets, "our-set", "en", content=content, run=never) == learnt
    path = homework_sets / "beginners/our-set/homework/en.toml"
    path.write_text(path.read_text().replace("You took away.", "You took something away."))
    with pytest.raises(AssertionError):
        judged(homework_sets, "our-set", "en", content=content, run=never)


def test_what_a_child_has_of_it(homework_sets: Path, tmp_path: Path) -> None:
    content = tmp_path / "content"
    release(homework_sets, content, prelude="")
    assert sorted(one.name for one in (content / "our-set/homework").iterdir()) == ["en.json", "ro.json"]
    text = (content / "our-set/homework/ro.json").read_text()
    for secret in ("return unu + doi", "return unu - doi", "n * 2", "77", '"hidden": true'):
        assert secret not in text
    ours = released.read(content, "our-set", "homework", "ro")
    assert ours.version == judged(homework_sets, "our-set", "ro", content=content).version
    assert judge(ours, "modify", "def aduna(x, y):\n    return x - y", prelude="").mistake == "minus"
    assert [hint.kind for hint in ours.hints("modify")] == ["question"]
    assert ours.task("own").review
    entry = catalogue.read(content).find("our-set")
    assert [one.id for one in entry.challenges] == ["add-up"]
    assert entry.homework is not None
    assert (entry.homework.title["ro"], entry.homework.minutes) == ("Acasă", 20)


def test_a_challenge_may_not_be_called_homework(homework_sets: Path) -> None:
    from codekids_exercises.challenge import ContentError
    from codekids_exercises.source import read_sets

    folder = homework_sets / "beginners/our-set/homework"
    (folder / "challenge.toml").write_text("place = 1\n")
    with pytest.raises(ContentError, match="name the folder"):
        read_sets(homework_sets)


def test_the_stub_is_python_everywhere() -> None:
    stub = homework.CODE_STUB["python"]
    compile(f"{stub}\ndef f():\n    {stub}\n", "<stub>", "exec")
