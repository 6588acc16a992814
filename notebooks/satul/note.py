"""A sentence for the child, shown as a small card under a cell."""

import re
from dataclasses import dataclass
from html import escape

from satul.icons import image

_FRAME = "margin:6px 0;padding:12px 16px;border-radius:12px;font:16px/1.5 system-ui,sans-serif;color:#3b3a36;"
_TONES = {
    "kind": ("turtle", "background:#fff7e8;border:1px solid #f3d9a8;border-left:6px solid #b45309;"),
    "good": ("try_again", "background:#eefaf6;border:1px solid #bfe6da;border-left:6px solid #0f766e;"),
}
_CODE = "background:#fffdf8;border:1px solid #ece5d8;border-radius:6px;padding:1px 5px;font-size:15px"


@dataclass(frozen=True)
class Note:
    """One sentence, and where it helps the line of code that it is about.

    Attributes:
        sentence: text; what stands between backticks is shown as code.
        line: the child's line, as "Line 3:" and its code.
        tone: "kind" (something to change) or "good".
    """

    sentence: str
    line: tuple[str, str] | None = None
    tone: str = "kind"

    def plain(self) -> str:
        """The note as text."""
        under = f"\n{self.line[0]} {self.line[1]}" if self.line else ""
        return self.sentence.replace("`", "") + under

    def html(self) -> str:
        """The note as HTML."""
        icon, colors = _TONES[self.tone]
        under = ""
        if self.line:
            under = f'<div style="margin-top:6px">{escape(self.line[0])} {_code(self.line[1])}</div>'
        return (
            f'<div style="{_FRAME}{colors}" role="note">{image(icon, 24)} '
            f"{with_code(self.sentence)}{under}</div>"
        )

    def _repr_mimebundle_(self, **_options: object) -> dict[str, str]:
        return {"text/html": self.html(), "text/plain": self.plain()}


def with_code(sentence: str) -> str:
    """``sentence`` as HTML: escaped, line ends kept, and what stands between backticks as code."""
    pieces = re.split(r"`([^`]+)`", sentence)
    html = "".join(_code(piece) if n % 2 else escape(piece) for n, piece in enumerate(pieces))
    return html.replace("\n", "<br>")


def _code(text: str) -> str:
    return f'<code style="{_CODE}">{escape(text)}</code>'
