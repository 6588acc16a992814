"""What an answer showed when it was marked, as one piece of HTML: as the child made it, for ``harmless`` to clean."""

import html
import re
from collections.abc import Mapping, Sequence
from typing import Any

MOST = 150_000
"""Characters kept of an answer's output; of a longer one its beginning, cut between two outputs."""

_COLOURS = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_WIDGET = "application/vnd.jupyter.widget-view+json"


def shown_by(notebook: Mapping[str, Any] | None) -> dict[str, str]:
    """For each answer of a marked notebook (by nbgrader's grade id) what it showed."""
    found = {}
    for cell in notebook["cells"] if notebook is not None else ():
        about = cell.get("metadata", {}).get("nbgrader", {})
        if about.get("solution") and cell.get("outputs"):
            found[str(about["grade_id"])] = as_html(cell["outputs"])
    return found


def as_html(outputs: Sequence[Mapping[str, Any]]) -> str:
    """The outputs of a cell one below the other; of an error only what it says, never where it came from."""
    parts: list[str] = []
    for output in outputs:
        part = _one(output)
        if sum(map(len, parts)) + len(part) <= MOST:
            parts.append(part)
    return "\n".join(filter(None, parts))


def _one(output: Mapping[str, Any]) -> str:
    match output.get("output_type"):
        case "stream":
            return _text(_joined(output.get("text", "")))
        case "error":
            return _text(f"{output.get('ename', '')}: {output.get('evalue', '')}")
        case "display_data" | "execute_result":
            return _data(output.get("data", {}))
    return ""


def _data(data: Mapping[str, Any]) -> str:
    if _WIDGET in data:
        return ""
    for kind in ("image/svg+xml", "text/html"):
        if kind in data:
            return f"<div>{_joined(data[kind])}</div>"
    for kind in ("image/png", "image/jpeg", "image/gif"):
        if kind in data:
            content = re.sub(r"[^A-Za-z0-9+/=]", "", _joined(data[kind]))
            return f'<p><img src="data:{kind};base64,{content}" alt=""></p>'
    return _text(_joined(data.get("text/plain", "")))


def _text(text: str) -> str:
    return f"<pre>{html.escape(_COLOURS.sub('', text))}</pre>" if text.strip() else ""


def _joined(text: Any) -> str:
    """nbformat has texts as one string or as lines."""
    return text if isinstance(text, str) else "".join(map(str, text))
