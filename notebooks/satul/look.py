"""How our widgets look: one style sheet that they share, and one of each."""

from pathlib import Path

_HERE = Path(__file__).parent


def style(own: str) -> str:
    """The shared style sheet followed by a widget's own, a file beside this one."""
    return "\n".join((_HERE / name).read_text(encoding="utf-8") for name in ("look.css", own))
