"""Sentences in both languages."""

import re
import string
from pathlib import Path

import pytest

import satul
from satul import words
from satul.words import LANGUAGES, _sentences, count, say


def blanks(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_languages_have_the_same_sentences_with_the_same_blanks() -> None:
    romanian, english = (_sentences(code) for code in LANGUAGES)
    assert romanian.keys() == english.keys()
    assert {key: blanks(text) for key, text in romanian.items()} == {
        key: blanks(text) for key, text in english.items()
    }


def test_romanian_has_commas_below() -> None:
    assert not re.search("[şţŞŢ]", "".join(_sentences("ro").values()))


def test_every_sentence_is_used_and_every_used_one_is_there() -> None:
    folder = Path(satul.__file__).parent
    code = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    used = set(re.findall(r'"((?:call|value|turtle|charts|error|loop|challenge|answer)\.\w+)"', code))
    keys = _sentences("en").keys()
    topics = {key.removesuffix(".one").removesuffix(".few").removesuffix(".many") for key in keys}
    assert used <= topics


@pytest.mark.parametrize(
    ("n", "said"), [(0, "0 linii"), (1, "o linie"), (2, "2 linii"), (20, "20 de linii"), (119, "119 linii")]
)
def test_romanian_counts(n: int, said: str) -> None:
    assert count("turtle.lines", n) == said


def test_the_language_is_the_notebooks_else_the_workspaces(monkeypatch: pytest.MonkeyPatch) -> None:
    assert words.language() == "ro"
    monkeypatch.setenv("CODEKIDS_LANGUAGE", "en")
    assert words.language() == "en"
    words.use("ro")
    assert words.language() == "ro"
    words.use("xx")
    assert words.language() == "en"
    assert say("answer.done") == "Done, you made it!"
