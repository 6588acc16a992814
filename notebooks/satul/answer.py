"""What a check or a hint says, ready to be shown: for a widget, and as HTML and text where there is none."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from satul.icons import image
from satul.markdown import to_html, to_plain
from satul.words import language, say

GREEN, AMBER = "#0f766e", "#b45309"


@dataclass(frozen=True)
class Answer:
    """An answer to a child.

    Attributes:
        status: the verdict's status, or "hint" when only hints were asked for.
        checks: what was checked: whether it is true, and the sentence about it.
        lead: the first thing to think about, Markdown, or "".
        error: Python's own words, or "".
        hints: the ladder, Markdown, first step first.
        opened: how many steps of it are open.
    """

    status: str
    checks: tuple[tuple[bool, str], ...] = ()
    lead: str = ""
    error: str = ""
    hints: tuple[str, ...] = ()
    opened: int = 0

    @property
    def headline(self) -> str:
        """The answer in a few words; its icon is ``status``."""
        return say("answer.hints" if self.status == "hint" else f"answer.{self.status}")

    def html(self) -> str:
        """The answer as still HTML; further hints fold out one after the other."""
        color = GREEN if self.status == "done" else AMBER
        return (
            f'<div lang="{language()}" style="border:1px solid #e7dfcf;border-left:6px solid {color};'
            "border-radius:12px;background:#fffdf8;color:#3b3a36;padding:14px 18px;margin:6px 0;"
            'font:16px/1.5 system-ui,sans-serif">'
            f'<p style="font-size:20px;font-weight:700;margin:0 0 8px;color:{color}">'
            f"{image(self.status, 26)} {escape(self.headline)}</p>"
            f"{self._checks_html()}{self._error_html()}{self._lead_html()}{self._ladder_html()}</div>"
        )

    def plain(self) -> str:
        """The answer as text, with the hints that are open."""
        lines = [self.headline]
        lines += [f"{tick(passed)} {mark(passed)}: {to_plain(words)}" for passed, words in self.checks]
        lines += [self.error] * bool(self.error)
        lines += [f"{say('answer.hint_title')}: {to_plain(self.lead)}"] * bool(self.lead)
        lines += [
            f"{step(n, len(self.hints))}: {to_plain(hint)}"
            for n, hint in enumerate(self.hints[: self.opened])
        ]
        return "\n".join(lines)

    def _checks_html(self) -> str:
        rows = "".join(
            f'<li style="margin:4px 0"><b style="color:{GREEN if passed else AMBER}">'
            f'<span aria-hidden="true">{tick(passed)}</span> {mark(passed)}:</b> {inner(words)}</li>'
            for passed, words in self.checks
        )
        return f'<ul style="list-style:none;padding:0;margin:0 0 8px">{rows}</ul>' if rows else ""

    def _error_html(self) -> str:
        return f"<pre>{escape(self.error)}</pre>" if self.error else ""

    def _lead_html(self) -> str:
        if not self.lead:
            return ""
        return (
            '<div style="background:#fff7e8;border-radius:12px;padding:8px 14px;margin:8px 0">'
            f"<b>{image('hint', 22)} {say('answer.hint_title')}</b>{to_html(self.lead)}</div>"
        )

    def _ladder_html(self) -> str:
        ladder = ""
        for n, hint in reversed(list(enumerate(self.hints))):
            label = step(n, len(self.hints))
            open_now = " open" if n < self.opened else ""
            ladder = (
                f'<details{open_now} style="margin:6px 0"><summary style="min-height:44px;line-height:44px;'
                f'cursor:pointer;font-weight:600">{image("hint", 20)} {label}</summary>'
                f"{to_html(hint)}{ladder}</details>"
            )
        return ladder


def tick(passed: bool) -> str:
    """A check's icon."""
    return "✓" if passed else "○"


def mark(passed: bool) -> str:
    """The word beside a check's icon."""
    return say("answer.true" if passed else "answer.not_yet")


def step(n: int, of: int) -> str:
    """The name of a step of the ladder, counted from 0."""
    return say("answer.hint_step", n=n + 1, of=of)


def inner(text: str) -> str:
    """One sentence of Markdown without its paragraph around it."""
    html = to_html(text)
    one = html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1
    return html[3:-4] if one else html


def bundle(answer: Answer) -> dict[str, str]:
    """How a notebook without widgets shows an answer."""
    return {"text/html": answer.html(), "text/plain": answer.plain()}


def lead_for(hint: str | None, ladder: Sequence[str]) -> tuple[str, int]:
    """What to say first, and how many steps of the ladder that opens: no step is said twice."""
    if hint and ladder and hint.strip() == ladder[0].strip():
        return "", 1
    return hint or "", 0
