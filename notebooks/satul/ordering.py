"""``order_blocks``: lines of a program to put in order, by finger, mouse or keys."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from satul import kept, notebook, telling, words
from satul.challenge import Begun, begun, parts_of
from satul.commands import word
from satul.words import count, say

if TYPE_CHECKING:
    from codekids_exercises.parts import Blocks

CELL = "parsons"
"""The cell in which the ordered lines are run."""

_PART = "blocks"


def order_blocks() -> None:
    """Show the lines that are to be put in order."""
    if notebook.current() is None:
        return
    challenge = begun()
    if challenge is None:
        return telling.tell(say("challenge.not_begun", begin=word("begin")))
    blocks = parts_of(challenge).blocks
    if blocks is None:
        return telling.tell(say("blocks.none"))
    try:
        from satul.blocks_widget import BlocksWidget

        order = order_from(kept.read(*challenge.name).get(_PART), len(blocks.lines))
        telling.show(
            BlocksWidget(
                blocks.lines,
                order,
                lambda now: kept.keep(*challenge.name, _PART, {"order": now}),
                lambda lines: judged(challenge, blocks, lines),
            )
        )
    except Exception:  # noqa: BLE001 - no widgets, half-installed widgets: the still form always works
        telling.trouble("no widget for the blocks")
        telling.tell(still(blocks.lines))


def still(lines: Sequence[str]) -> str:
    """The lines where there are no widgets."""
    return "\n".join([say("blocks.still"), *(f"`{line}`" for line in lines)])


def order_from(data: object, many: int) -> list[int]:
    """The order that was kept, if it is one of so many lines; else the one in which they come."""
    order = data.get("order") if isinstance(data, dict) else None
    whole = isinstance(order, list) and all(type(place) is int for place in order)
    return list(order) if whole and sorted(order) == list(range(many)) else list(range(many))  # type: ignore[arg-type]


def judged(challenge: Begun, blocks: "Blocks", lines: Sequence[str]) -> tuple[bool, str]:
    """Whether this order is right, and the sentence about it."""
    from codekids_exercises.blocks import sort_of

    book = notebook.current()
    try:
        assert book is not None  # it was there when the part was made
        with book.undisturbed():
            found = sort_of(blocks, "/".join(challenge.name), lines, words.language())
    except Exception:  # noqa: BLE001 - whatever went wrong, a child reads a sentence
        telling.trouble("the order of the blocks could not be judged")
        return False, say("challenge.cannot_check")
    challenge.diary.write("ran", CELL)
    if found.right:
        return True, say("blocks.right")
    return False, count("blocks.good", found.good) if found.good else say("blocks.start")
