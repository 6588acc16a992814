"""A page of a child's own: shown in a closed frame that runs nothing and loads nothing."""

from dataclasses import dataclass
from html import escape

from satul.commands import word
from satul.errors import KindError
from satul.numbers import short
from satul.words import count, say

MOST_SIGNS = 200_000
_CLOSED = (
    '<meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">"
)
_HEIGHT = 480


@dataclass(frozen=True)
class Page:
    """A page in its frame, and in words for those who cannot see it."""

    html: str
    alt: str

    def _repr_mimebundle_(self, **_options: object) -> dict[str, str]:
        return {"text/html": self.frame(), "text/plain": self.alt}

    def frame(self) -> str:
        """The closed frame: no script, no form, no address outside; pictures only when they are in the page itself."""
        look = f"width:100%;height:{_HEIGHT}px;border:1px solid #e7dfcf;border-radius:12px;background:#fff"
        inside = escape(_CLOSED + self.html)
        return f'<iframe sandbox="" title="{escape(self.alt)}" style="{look}" srcdoc="{inside}"></iframe>'


def show_page(html: object) -> None:
    """Show the HTML text of a page, as visitors of the stand will see it."""
    if not isinstance(html, str):
        raise KindError("pages.no_text", name=word("show_page"), value=short(html))
    if len(html) > MOST_SIGNS:
        raise KindError("pages.too_long", most=MOST_SIGNS)
    from codekids_exercises.webpages import read
    from satul import notebook

    page = read(html)
    title = next((words for _, words in page.headings), "") or say("pages.untitled")
    pictures = count("pages.pictures", len(page.pictures))
    notebook.show_made(Page(html, say("pages.alt", title=title, pictures=pictures)))
