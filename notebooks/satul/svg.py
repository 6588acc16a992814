"""SVG, written by hand: one element at a time, and a picture that a notebook can show to everyone."""

import base64
from dataclasses import dataclass
from html import escape

INK = "#3b3a36"
FAINT = "#6b665b"
PAPER = "#fffdf8"
LINE = "#ece5d8"
GREEN = "#0f766e"
AMBER = "#b45309"
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif"


def element(tag: str, content: str = "", /, **attributes: object) -> str:
    """One element. ``stroke_width=2`` becomes ``stroke-width="2"``; ``content`` is SVG already."""
    written = "".join(f' {name.strip("_").replace("_", "-")}="{_value(v)}"' for name, v in attributes.items())
    return f"<{tag}{written}>{content}</{tag}>" if content else f"<{tag}{written}/>"


def text(words: object, /, **attributes: object) -> str:
    """A text element with ``words`` escaped."""
    return element("text", escape(str(words)), **attributes)


def document(width: float, height: float, title: str, alt: str, parts: list[str]) -> str:
    """A whole picture with its name and its description for those who cannot see it."""
    head = element("title", escape(title)) + element("desc", escape(alt))
    sheet = element("rect", x=0.5, y=0.5, width=width - 1, height=height - 1, rx=12, fill=PAPER, stroke=LINE)
    return element(
        "svg",
        head + sheet + "".join(parts),
        xmlns="http://www.w3.org/2000/svg",
        width=width,
        height=height,
        viewBox=f"0 0 {_value(width)} {_value(height)}",
        role="img",
        font_family=FONT,
    )


@dataclass(frozen=True)
class Picture:
    """A picture with its description; notebooks show it as an image that cannot run or load anything."""

    svg: str
    alt: str

    def html(self) -> str:
        """An image element with everything in it."""
        data = base64.b64encode(self.svg.encode()).decode()
        source = f"data:image/svg+xml;base64,{data}"
        return f'<img src="{source}" alt="{escape(self.alt)}" style="max-width:100%;height:auto">'

    def _repr_mimebundle_(self, **_options: object) -> dict[str, str]:
        return {"text/html": self.html(), "text/plain": self.alt}


def _value(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return escape(str(value))
