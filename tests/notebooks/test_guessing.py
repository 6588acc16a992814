"""The guess before the run, in a real shell."""

import json
import re
from pathlib import Path

import pytest

from codekids_exercises import parts
from codekids_exercises.parts import Parts
from notebooks.village import Shell
from satul import guessing, kept
from satul.guess_widget import GuessWidget
from satul.guessing import Guess
from satul.look import style

BEGIN = 'begin("the-set/the-challenge", "ro")'
NAME = ("the-set", "the-challenge")
WIDGET = "application/vnd.jupyter.widget-view+json"


@pytest.fixture
def asked(shell: Shell, content: Path) -> Shell:
    """A challenge with three options that has begun."""
    released = Parts((("A", "1"), ("B", "`2`"), ("C", "trei")))
    parts.path_of(content, *NAME, "ro").write_text(json.dumps(parts.to_json(released)))
    shell.run(BEGIN, "begin")
    return shell


def widget(shell: Shell, command: str = "ghiceste_intai()") -> GuessWidget:
    shell.run(command, "predict-guess")
    assert WIDGET in shell.shown[0]
    assert guessing._shown is not None
    return guessing._shown


def test_a_guess_a_run_and_a_comparison_are_kept(asked: Shell) -> None:
    shown = widget(asked)
    assert [one["letter"] for one in shown.view["options"]] == ["A", "B", "C"]
    assert shown.view["options"][1]["html"] == "<code>2</code>"
    shown.choice = "B"
    asked.run("print(3)", "investigate")
    assert not shown.ran
    asked.run("print(2)", "predict")
    assert shown.ran
    shown.was = "yes"
    assert kept.read(*NAME)["guess"] == {"choice": "B", "ran": True, "was": "yes"}
    again = widget(asked, "guess_first()")
    assert again is not shown
    assert again.guess == Guess("B", ran=True, was="yes")


def test_guessed_once_more(asked: Shell) -> None:
    shown = widget(asked)
    shown.now(Guess("A", ran=True, was="no"))
    shown.now(Guess())
    assert widget(asked).guess == Guess()


def test_without_options_the_child_writes(shell: Shell, content: Path) -> None:
    shell.run(BEGIN, "begin")
    shown = widget(shell)
    assert shown.view["options"] == []
    shown.choice = "cred că 5"
    assert widget(shell).guess.choice == "cred că 5"


@pytest.mark.parametrize("data", [None, 3, [], {}, {"choice": 3, "ran": "yes", "was": "maybe"}])
def test_what_was_kept_may_be_anything(data: object) -> None:
    assert guessing.from_kept(data) == Guess()


def test_before_the_beginning(shell: Shell) -> None:
    shell.run("ghiceste_intai()")
    assert "Rulează întâi celula de început" in shell.text


def test_without_widgets_the_question_is_still_there(asked: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "satul.guess_widget", None)
    asked.run("guess_first()")
    assert asked.text == "Ce crezi că se va întâmpla?\nA: 1\nB: 2\nC: trei"


@pytest.mark.parametrize("name", ["guess", "blocks"])
def test_the_scripts_use_the_words_that_they_are_given(name: str) -> None:
    folder = Path(guessing.__file__).parent
    script = (folder / f"{name}_widget.js").read_text()
    module = __import__(f"satul.{name}_widget", fromlist=["x"])
    view = module._view((("A", "x"),) if name == "guess" else ["x = 1"])
    asked = {*re.findall(r"words\.(\w+)", script)}
    if name == "guess":
        asked |= {"yes", "no", "was_yes", "was_no"}
    assert asked == view["words"].keys()
    assert {*re.findall(r"view\.(\w+)", script)} | {"words", "lines"} >= view.keys()
    assert "http" not in script + style("part.css")
