"""The little Markdown of hints as harmless HTML: paragraphs, lists, tables, code, bold; the rest is plain text."""

import re
from html import escape

_FENCE = re.compile(r"^```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ITEM = re.compile(r"(?:[-*]|\d+[.)]) +")
_RULE = re.compile(r"\|(?:\s*:?-+:?\s*\|)+")


def to_html(text: str) -> str:
    """HTML with no attribute and no link in it, whatever ``text`` holds."""
    pieces = _FENCE.split(text.strip())
    return "".join(
        f"<pre><code>{escape(piece.rstrip())}</code></pre>" if n % 2 else _blocks(piece)
        for n, piece in enumerate(pieces)
    )


def to_plain(text: str) -> str:
    """The same words without marks."""
    return re.sub(r"```\w*\n?|[`*]{1,2}", "", text).strip()


def _blocks(text: str) -> str:
    return "".join(_block(block.strip()) for block in re.split(r"\n\s*\n", text) if block.strip())


def _block(block: str) -> str:
    lines = block.split("\n")
    if all(_ITEM.match(line) for line in lines):
        tag = "ol" if lines[0][0].isdigit() else "ul"
        items = "".join(f"<li>{_inline(_ITEM.sub('', line, count=1))}</li>" for line in lines)
        return f"<{tag}>{items}</{tag}>"
    if len(lines) > 1 and _RULE.fullmatch(lines[1].strip()):
        return _table(lines[0], lines[2:])
    return f"<p>{_inline(block)}</p>"


def _table(head: str, rows: list[str]) -> str:
    body = "".join(_row(row, "td") for row in rows)
    return f"<table><thead>{_row(head, 'th')}</thead><tbody>{body}</tbody></table>"


def _row(line: str, tag: str) -> str:
    cells = line.strip().removeprefix("|").removesuffix("|").split("|")
    return f"<tr>{''.join(f'<{tag}>{_inline(cell.strip())}</{tag}>' for cell in cells)}</tr>"


def _inline(text: str) -> str:
    pieces = re.split(r"`([^`]+)`", text)
    return "".join(f"<code>{escape(p)}</code>" if n % 2 else _bold(escape(p)) for n, p in enumerate(pieces))


def _bold(html: str) -> str:
    strong = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", html)
    return re.sub(r"\*(.+?)\*", r"<em>\1</em>", strong).replace("\n", "<br>")
