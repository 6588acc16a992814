"""What stands on the projector, in slides that can be read from the back of a room."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any

from sqlalchemy.orm import Session

from codekids_hub import session_view
from codekids_hub.phases import Phase
from codekids_hub.storage.session_tables import SessionRow

FOUND_ON_A_SLIDE = 4
NOTES_ON_A_SLIDE = 6


def screen(
    session: Session, row: SessionRow, language: str, now: datetime, pictures_url: str
) -> dict[str, Any]:
    """The question with its clock; in the review one finding large, or slides that follow each other."""
    head = session_view.head(row, language, now)
    shown = {name: head[name] for name in ("question", "phase", "phase_name", "now_we", "clock", "steps")}
    if row.phase != Phase.REVIEW:
        return shown | {"large": None, "slides": []}
    review = session_view.review(session, row, language, pictures_url)
    return shown | {"large": review["large"], "slides": slides(review)}


def slides(review: dict[str, Any]) -> list[dict[str, Any]]:
    """What was found, then first guesses, then wonders, a few on each slide; ``kind`` says what a slide holds."""
    found = []
    for kind, items, most in (
        ("found", review["found"], FOUND_ON_A_SLIDE),
        ("guesses", review["guesses"], NOTES_ON_A_SLIDE),
        ("wonders", review["all_wonders"], NOTES_ON_A_SLIDE),
    ):
        found += [{"kind": kind, "items": part} for part in evenly(items, most)]
    return found


def evenly(items: Sequence[Any], most: int) -> list[list[Any]]:
    """The items in as few parts as possible, none much shorter than another.

    >>> evenly([1, 2, 3, 4, 5], 4)
    [[1, 2, 3], [4, 5]]
    """
    count = -(-len(items) // most)
    ends = [round(len(items) * part / count) for part in range(count + 1)] if count else []
    return [list(items[start:end]) for start, end in pairwise(ends)]
