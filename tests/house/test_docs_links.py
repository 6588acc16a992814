"""Every link of a document to another file of the project leads somewhere."""

import re
import urllib.parse
from pathlib import Path

LINK = re.compile(r"!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?[^)]*\)|<img[^>]*\ssrc=\"([^\"]+)\"")
FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
ELSEWHERE = ("http://", "https://", "mailto:")


def anchors(text: str) -> set[str]:
    """The anchors that a document's headings make."""
    headings = re.findall(r"^#+\s+(.*?)\s*#*$", text, re.MULTILINE)
    plain = (re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading) for heading in headings)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in plain}


def broken(root: Path, document: Path) -> list[str]:
    """The links of a document that lead nowhere."""
    found = []
    text = FENCE.sub("", (root / document).read_text(encoding="utf-8"))
    for target in (one or other for one, other in LINK.findall(text)):
        if target.startswith(ELSEWHERE):
            continue
        path, _, anchor = urllib.parse.unquote(target).partition("#")
        goal = (root / document.parent / path).resolve() if path else root / document
        if not goal.exists() or (anchor and goal.suffix == ".md" and anchor not in anchors(goal.read_text())):
            found.append(f"{document}: {target}")
    return found


def test_every_link_resolves(root: Path, tracked: list[Path]) -> None:
    documents = [path for path in tracked if path.suffix == ".md"]
    assert [link for document in documents for link in broken(root, document)] == []
