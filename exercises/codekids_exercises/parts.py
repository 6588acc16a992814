"""The parts of a notebook that a child handles: the guess before a run, and lines to put in order.

A release holds them beside the challenge, as `<language>.parts.json`: the options and the mixed-up lines as they are
shown, and marks by which a right order is known. The right order itself is not in it.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from codekids_exercises.challenge import ContentError
from codekids_exercises.released import challenge_path

GUESS, BLOCKS = "predict-guess", "parsons-blocks"
"""The ids of the two cells that show a part."""

_OPTIONS = re.compile(r"(?:^- [A-Z]: .+\n?)+", re.MULTILINE)
_OPTION = re.compile(r"^- ([A-Z]): (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Blocks:
    """Lines to put in order. `lines`: as they are shown at first; `inputs`: the answers to `input()` when they are checked.

    `shows` is the mark of what the right program shows, empty when it shows nothing; `begins` holds the mark of every right
    order and of every beginning of one.
    """

    lines: tuple[str, ...]
    inputs: tuple[str, ...]
    shows: str
    begins: frozenset[str]


@dataclass(frozen=True)
class Parts:
    """The parts of one challenge in one language. `options` of the guess: a letter and its text, Markdown; none: a text field."""

    options: tuple[tuple[str, str], ...] = ()
    blocks: Blocks | None = None


def options_in(prose: str) -> tuple[tuple[str, str], ...]:
    """What a child may choose from: the first list of `- A: ...` in the text of a step."""
    found = _OPTIONS.search(prose)
    return tuple(_OPTION.findall(found.group())) if found else ()


def without_options(prose: str) -> str:
    """The text of a step without that list: the part shows it."""
    return re.sub(r"\n{3,}", "\n\n", _OPTIONS.sub("", prose, count=1))


def path_of(content: Path, set_id: str, challenge_id: str, language: str) -> Path:
    """Where the parts of a challenge are. Raises NotReleased for odd ids."""
    return challenge_path(content, set_id, challenge_id, language, ".parts.json")


def read(content: Path, set_id: str, challenge_id: str, language: str) -> Parts:
    """The parts of a released challenge. Raises ContentError when they are not there or cannot be understood."""
    path = path_of(content, set_id, challenge_id, language)
    try:
        return from_json(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ContentError(f"{path} cannot be read: {error}. Release the content again.") from error


def to_json(parts: Parts) -> dict[str, Any]:
    """The plain JSON of parts; `from_json` is its inverse."""
    blocks = None
    if parts.blocks:
        blocks = asdict(parts.blocks) | {"begins": sorted(parts.blocks.begins)}
    return {"options": [list(one) for one in parts.options], "blocks": blocks}


def from_json(data: Mapping[str, Any]) -> Parts:
    """The parts of that JSON."""
    blocks = data["blocks"]
    return Parts(
        tuple((letter, text) for letter, text in data["options"]),
        blocks
        and Blocks(
            tuple(blocks["lines"]), tuple(blocks["inputs"]), blocks["shows"], frozenset(blocks["begins"])
        ),
    )
