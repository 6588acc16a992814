"""The parts of a challenge, from its prose to the released file and back."""

from pathlib import Path

import pytest

from codekids_exercises import parts
from codekids_exercises.challenge import ContentError
from codekids_exercises.parts import Blocks, Parts

PROSE = "Read the code.\n\n- A: 1 open\n- B: `3` open\n- C: 3 shut\n\nTell your neighbour why."


def test_options_are_taken_out_of_the_prose() -> None:
    assert parts.options_in(PROSE) == (("A", "1 open"), ("B", "`3` open"), ("C", "3 shut"))
    assert parts.without_options(PROSE) == "Read the code.\n\nTell your neighbour why."


def test_prose_without_options_stays() -> None:
    other = "Read.\n\n- one\n- two"
    assert parts.options_in(other) == ()
    assert parts.without_options(other) == other


@pytest.mark.parametrize(
    "some",
    [Parts(), Parts((("A", "x"),), Blocks(("b", "a"), ("1",), "mark", frozenset({"m", "n"})))],
)
def test_released_and_read_again(some: Parts) -> None:
    assert parts.from_json(parts.to_json(some)) == some


def test_what_is_not_there_or_broken_is_said(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="Release the content again"):
        parts.read(tmp_path, "our-set", "add-up", "ro")
    path = parts.path_of(tmp_path, "our-set", "add-up", "ro")
    path.parent.mkdir(parents=True)
    path.write_text("[]")
    with pytest.raises(ContentError, match=r"ro\.parts\.json cannot be read"):
        parts.read(tmp_path, "our-set", "add-up", "ro")
