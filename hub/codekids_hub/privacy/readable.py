"""A notebook for who has no Jupyter: a page that any browser opens, without a script, and the program as plain text."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import mistune
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from codekids_hub import harmless
from codekids_hub.answer_output import as_html
from codekids_hub.static_files import static_folder, template_folder
from codekids_hub.translation import catalogue

POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
"""Stands in every page: what is opened from a disk has no headers."""


@dataclass(frozen=True)
class Readable:
    """A notebook made readable: a page, and its program."""

    page: str
    program: str


def notebook(content: bytes, title: str, language: str) -> Readable | None:
    """A notebook as a page and as a program; ``None`` when it cannot be read."""
    try:
        cells = [_cell(each) for each in json.loads(content)["cells"]]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    program = "\n\n".join(each["source"] for each in cells if each["kind"] == "code" and each["source"])
    return Readable(page("notebook.html", language, title=title, cells=cells), program + "\n")


def page(template: str, language: str, **context: Any) -> str:
    """A page of an export, complete in itself."""
    words = catalogue(language)
    everywhere = {
        "_": words.gettext,
        "ngettext": words.ngettext,
        "language": language,
        "policy": POLICY,
        "style": (static_folder() / "export.css").read_text(encoding="utf-8"),
    }
    return _templates().get_template(template).render(everywhere | context)


def guarded(made: str) -> str:
    """A page that was made harmless before, with the policy in itself."""
    head = '<meta charset="utf-8">'
    whole = made if head in made else harmless.page(made)
    return whole.replace(head, f'{head}<meta http-equiv="Content-Security-Policy" content="{POLICY}">', 1)


def _cell(cell: Mapping[str, Any]) -> dict[str, str]:
    source = cell.get("source", "")
    text = source if isinstance(source, str) else "".join(map(str, source))
    if cell.get("cell_type") == "code":
        return {"kind": "code", "source": text, "shown": harmless.fragment(as_html(cell.get("outputs", [])))}
    if cell.get("cell_type") == "markdown":
        return {"kind": "text", "source": text, "shown": harmless.fragment(str(mistune.html(text)))}
    return {"kind": "raw", "source": text, "shown": ""}


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(template_folder("export")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
