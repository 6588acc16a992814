"""The librarian's sheet of a set: one page about the question, the story, what may go wrong and what to say. No code."""

from pathlib import Path

import mistune
import nh3

from codekids_exercises.catalogue import Catalogue, NotInCatalogue
from codekids_hub.refusals import NotFound

TAGS = {
    "h1",
    "h2",
    "h3",
    "p",
    "ul",
    "ol",
    "li",
    "strong",
    "em",
    "blockquote",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
}


def path_of(released: Path, set_id: str, language: str) -> Path:
    """Where the sheet of a set lies in the released content."""
    return released / set_id / f"sheet.{language}.md"


def has_sheet(released: Path, set_id: str, language: str) -> bool:
    """Whether there is anything on it."""
    path = path_of(released, set_id, language)
    return path.is_file() and path.stat().st_size > 0


def sheet(released: Path, content: Catalogue, set_id: str, language: str) -> str:
    """The sheet as HTML without anything that acts, its own title left out.

    :raises NotFound: no such set, or a set without a sheet
    """
    try:
        content.find(set_id)
        text = path_of(released, set_id, language).read_text(encoding="utf-8")
    except (NotInCatalogue, OSError):
        raise NotFound() from None
    if not text.strip():
        raise NotFound()
    return nh3.clean(str(mistune.html(_without_title(text))), tags=TAGS, attributes={})


def _without_title(text: str) -> str:
    first, _, rest = text.lstrip().partition("\n")
    return rest if first.startswith("# ") else text
