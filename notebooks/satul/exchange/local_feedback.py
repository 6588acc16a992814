"""Feedback that was fetched: ``<assignment>/feedback/<time of the hand-in>/<notebook>.html``, dated as it was released."""

import os
from pathlib import Path

from satul.exchange.records import Feedback, HandIn


def folder_of(assignment_folder: Path, hand_in: HandIn) -> Path:
    """Where the feedback on a hand-in lies."""
    return assignment_folder / "feedback" / hand_in.at


def is_there(folder: Path, notebook: str) -> bool:
    """Whether feedback on a notebook was fetched."""
    return _file(folder, notebook).is_file()


def is_current(folder: Path, feedback: Feedback) -> bool:
    """Whether what was fetched is what was released last, untouched since."""
    try:
        return _file(folder, feedback.notebook).stat().st_mtime_ns // 1000 == _microseconds(feedback)
    except OSError:
        return False


def keep(folder: Path, feedback: Feedback, html: bytes) -> Path:
    """Write feedback, instead of what was there.

    Raises:
        OSError: it cannot be; what was there is there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path, part = _file(folder, feedback.notebook), folder / f".{feedback.notebook}.part"
    part.write_bytes(html)
    released = _microseconds(feedback) * 1000
    os.utime(part, ns=(released, released))
    part.replace(path)
    return path


def _file(folder: Path, notebook: str) -> Path:
    return folder / f"{notebook}.html"


def _microseconds(feedback: Feedback) -> int:
    return int(feedback.at.replace(microsecond=0).timestamp()) * 1_000_000 + feedback.at.microsecond
