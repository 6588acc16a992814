"""Lines to put in order, in a real shell, with the real judge."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from codekids_exercises import parts
from codekids_exercises.blocks import Wanted, learnt, right_orders
from codekids_exercises.parts import Parts
from notebooks.village import Shell
from satul import kept, ordering, telling

BEGIN = 'begin("the-set/the-challenge", "ro")'
NAME = ("the-set", "the-challenge")
CODE = "a = 1\nb = 2\nprint(a, b)\nprint(b)\n"


@pytest.fixture
def asked(shell: Shell, content: Path) -> Shell:
    """A challenge with four lines that has begun."""
    wanted = [Wanted("/".join(NAME), CODE)]
    (blocks,) = learnt(wanted, right_orders(wanted, "ro", prelude=""), "ro", prelude="")
    parts.path_of(content, *NAME, "ro").write_text(json.dumps(parts.to_json(Parts((), blocks))))
    shell.run(BEGIN, "begin")
    return shell


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """What was displayed, as it is."""
    things: list[Any] = []
    show = telling.show

    def seen(thing: object) -> None:
        things.append(thing)
        show(thing)

    monkeypatch.setattr(telling, "show", seen)
    yield things


def order_of(lines: list[str], *wanted: str) -> list[int]:
    return [lines.index(line) for line in wanted]


def test_an_order_is_judged_and_kept(asked: Shell, shown: list[Any]) -> None:
    asked.run("pune_in_ordine()", "parsons-blocks")
    widget = shown[-1]
    lines = widget.view["lines"]
    assert sorted(lines) == sorted(CODE.splitlines())
    widget.order = order_of(lines, "b = 2", "a = 1", "print(b)", "print(a, b)")
    widget.asked = widget.order
    assert widget.answer == {
        "right": False,
        "text": "Primele 2 linii sunt un început bun. Ce urmează după ele?",
    }
    assert widget.asked == []
    widget.order = order_of(lines, "b = 2", "a = 1", "print(a, b)", "print(b)")
    widget.asked = widget.order
    assert widget.answer["right"] is True
    asked.run("order_blocks()", "parsons-blocks")
    assert shown[-1].order == widget.order


def test_no_good_line_is_said_kindly(asked: Shell, shown: list[Any]) -> None:
    asked.run("order_blocks()", "parsons-blocks")
    widget = shown[-1]
    widget.asked = order_of(widget.view["lines"], "print(b)", "a = 1", "b = 2", "print(a, b)")
    assert widget.answer["text"].startswith("Care linie nu are nevoie de nicio alta")


def test_an_order_that_is_none_changes_nothing(asked: Shell, shown: list[Any]) -> None:
    asked.run("order_blocks()", "parsons-blocks")
    widget = shown[-1]
    for wrong in ([0], [0, 0, 1, 2], [0, 1, 2, 9]):
        widget.order = wrong
        widget.asked = wrong
    assert widget.answer == {}
    assert "blocks" not in kept.read(*NAME)


@pytest.mark.parametrize(
    "data", [None, {}, {"order": [0]}, {"order": [0, 0, 1]}, {"order": ["a", 1, 2]}, [1]]
)
def test_what_was_kept_may_be_anything(data: object) -> None:
    assert ordering.order_from(data, 3) == [0, 1, 2]
    assert ordering.order_from({"order": [2, 0, 1]}, 3) == [2, 0, 1]


def test_a_judge_that_fails_says_so(asked: Shell, shown: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    asked.run("order_blocks()", "parsons-blocks")
    monkeypatch.setattr("codekids_exercises.blocks.sort_of", lambda *_: 1 / 0)
    shown[-1].asked = [0, 1, 2, 3]
    assert shown[-1].answer == {
        "right": False,
        "text": "Nu am putut verifica acum. Răspunsul tău e în siguranță. Mai încearcă o dată.",
    }


def test_without_widgets_the_lines_are_still_there(asked: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "satul.blocks_widget", None)
    asked.run("order_blocks()")
    assert asked.text.startswith("Scrie liniile acestea în ordine")
    assert "print(a, b)" in asked.text


def test_a_challenge_without_blocks(shell: Shell, content: Path) -> None:
    shell.run(BEGIN, "begin")
    shell.run("order_blocks()")
    assert shell.text == "Aici nu sunt linii de pus în ordine."
