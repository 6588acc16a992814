"""The real content with the real satul: every gate green, right answers done, wrong ones known, in both languages."""

import json
import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest

from codekids_exercises import released
from codekids_exercises.judge import judge
from codekids_exercises.lint import lint
from codekids_exercises.localise import answers_in, code_in
from codekids_exercises.release import release
from codekids_exercises.source_form import SourceChallenge, SourceSet, mistake_of
from codekids_exercises.warm import WarmRunner


@pytest.fixture(scope="module")
def challenges(all_sets: Sequence[SourceSet]) -> tuple[SourceChallenge, ...]:
    return tuple(challenge for one in all_sets for challenge in one.challenges)


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.timeout(1500)
def test_every_gate_is_green(sets: Path) -> None:
    assert lint(sets) == []


def test_satul_and_the_sets_have_the_same_words(sets: Path) -> None:
    from satul import names

    table = tomllib.loads((sets / "names.toml").read_text(encoding="utf-8"))["ro"]
    assert table["names"] == names.ROMANIAN
    assert table["parameters"] == names.ROMANIAN_PARAMETERS


def escaped(code: str) -> str:
    """A program as it stands inside a JSON string."""
    return json.dumps(code.strip(), ensure_ascii=False)[1:-1]


class Library:
    """All that is released, to be asked whether some text stands in it."""

    def __init__(self, content: Path) -> None:
        self._texts = [data.decode() for data in files(content).values()]
        self._lines = {line for text in self._texts for line in text.split("\\n")}

    def holds(self, text: str) -> bool:
        """Whether one of the files holds it, as it stands inside a JSON string. Its whole lines are looked for first."""
        whole = text.split("\\n")[1:-1]
        return self._lines.issuperset(whole) and any(text in one for one in self._texts)


def test_what_is_released_holds_no_answer(content: Path, challenges: tuple[SourceChallenge, ...]) -> None:
    library = Library(content)
    for challenge in challenges:
        for language in ("ro", "en"):
            assert library.holds(escaped(code_in(challenge, language)["predict"])), "what is shown is there"
            for task in challenge.tasks.values():
                answers = answers_in(challenge, task, language)
                for code in (answers.reference, *answers.right.values()):
                    assert not library.holds(escaped(code)), (challenge.id, task.id)
                # the half that a hint gives may well begin like a mistake
                for code in answers.wrong.values():
                    for end in ('"', '\\n"'):
                        assert not library.holds(escaped(code) + end), (challenge.id, task.id)
    assert not library.holds('"hidden": true')


def test_two_releases_are_equal(sets: Path, content: Path, tmp_path: Path) -> None:
    release(sets, tmp_path / "again")
    assert files(content) == files(tmp_path / "again")


@pytest.mark.parametrize("language", ["ro", "en"])
def test_each_known_mistake_gets_its_own_hint(
    content: Path, challenges: tuple[SourceChallenge, ...], warm: WarmRunner, language: str
) -> None:
    for challenge in challenges:
        ours = released.read(content, challenge.set_id, challenge.id, language)
        for task in challenge.tasks.values():
            wrong = answers_in(challenge, task, language).wrong
            name = min(wrong)
            verdict = judge(ours, task.id, wrong[name], run=warm)
            assert verdict.mistake == mistake_of(name)
            assert verdict.hint == challenge.words[language].tasks[task.id].mistakes[mistake_of(name)]


@pytest.mark.parametrize(
    ("place", "task", "source", "status", "mistake"),
    [
        (
            "draw-the-village/a-house",
            "make",
            "inainte(120)\nstanga(90)\ninainte(45)\nstanga(90)\ninainte(120)\nstanga(90)\ninainte(45)\nsari_la(10, 10)",
            "try_again",
            "no-roof",
        ),
        ("draw-the-village/a-house", "make", "INAINTE(10)", "error", "capital-letter"),
        ("draw-the-village/a-house", "make", 'culoare("roșu")\ninainte("10")', "error", None),
        ("draw-the-village/our-street", "make", "culoare(verde)", "error", "missing-quotes"),
        (
            "draw-the-village/our-street",
            "make",
            'culoare("ROȘU")\ncerc(9)\nsari_la(50, 5)\nculoare("mov")\ncerc(9)\nsari_la(-50, 5)\nincepe_umplerea("galben")'
            + "\ncerc(5)\ntermina_umplerea();",
            "done",
            None,
        ),
        (
            "weather-station/missing-mornings",
            "make",
            "def media_stiuta(m):\n    s = 0\n    for x in m:\n        s += x or 0\n    return s / len(m)",
            "try_again",
            "gap-as-zero",
        ),
        (
            "weather-station/one-warm-day",
            "make",
            "def media_mobila(v, n):\n    return [None if None in v[i:i+n] else sum(v[i:i+n])/n "
            + "for i in range(len(v)-n+1)]\ngrafic_linii(media_mobila(saptamana, 4), titlu='A noastră')",
            "done",
            None,
        ),
        ("weather-station/one-warm-day", "make", "n = 5\nwhile n > 0:\n    n = n + 1", "loop", None),
    ],
)
def test_answers_that_nobody_foresaw(
    content: Path, place: str, task: str, source: str, status: str, mistake: str | None
) -> None:
    set_id, challenge_id = place.split("/")
    verdict = judge(released.read(content, set_id, challenge_id, "ro"), task, source)
    assert (verdict.status, verdict.mistake) == (status, mistake)


def test_the_engine_does_not_import_satul(root: Path) -> None:
    for path in (root / "exercises" / "codekids_exercises").rglob("*.py"):
        lines = path.read_text(encoding="utf-8").splitlines()
        assert not any(line.strip().startswith(("import satul", "from satul")) for line in lines), path
