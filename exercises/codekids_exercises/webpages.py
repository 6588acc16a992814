"""What an HTML text holds: headings, words, pictures, addresses, scripts, and whatever looks like a person's data."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

_HEADINGS = ("h1", "h2", "h3")
_HIDDEN = ("script", "style", "template", "title")
_VOID = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
_ADDRESSES = ("src", "href", "srcset", "action", "formaction", "poster", "data", "background", "ping", "cite")
_READ = ("alt", "title", "aria-label", "href", "value", "placeholder", "content")
_RUNNING = ("script", "iframe", "object", "embed", "frame", "applet")
_FAR = re.compile(
    r"(?:^|[\s,'\"(])(?:[a-z][a-z0-9+.-]*:)?//|^\s*(?:javascript|ftp|mailto|tel):", re.IGNORECASE
)
_FAR_STYLE = re.compile(r"url\(\s*['\"]?\s*(?!data:|#)[^)]*//|@import", re.IGNORECASE)

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_PHONE = re.compile(r"(?<![\d.,])(?<!\d[ .])(?:\+|00?)\(?\d(?:[ ().-]{0,2}\d){7,13}(?!\d)")
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{4}")
_PERSONAL_CODE = re.compile(r"(?<!\d)[1-9]\d{12}(?!\d)")


@dataclass(frozen=True)
class WebPage:
    """`headings`: level and words. `text`: all that can be read. `pictures`: the words of each, empty for none. `outside`: what
    would be loaded, opened or run. `everything`: the text and what attributes tell people, for looking for personal data."""

    headings: tuple[tuple[int, str], ...]
    text: str
    pictures: tuple[str, ...]
    outside: tuple[str, ...]
    everything: str

    @property
    def personal(self) -> tuple[str, ...]:
        """What looks like an e-mail address, a telephone number or a CNP."""
        words = _DATE.sub(" ", self.everything)
        found = [one for sort in (_EMAIL, _PERSONAL_CODE, _PHONE) for one in sort.findall(words)]
        return tuple(dict.fromkeys(found))


def read(html: str) -> WebPage:
    """Read an HTML text; one that is broken is read as a browser would read it, nearly."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_all()
    everything = " ".join([*reader.words, *reader.attributes])
    return WebPage(
        tuple(reader.headings), _tidy(reader.words), tuple(reader.pictures), tuple(reader.outside), everything
    )


def _tidy(words: list[str]) -> str:
    return " ".join(" ".join(words).split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.headings: list[tuple[int, str]] = []
        self.words: list[str] = []
        self.pictures: list[str] = []
        self.outside: list[str] = []
        self.attributes: list[str] = []
        self._open: list[str] = []
        self._heading: list[str] | None = None
        self._svg: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.attributes += [values[name] for name in _READ if name in values]
        self._look_outside(tag, values)
        if tag == "img":
            self.pictures.append(values.get("alt", "").strip())
        if tag == "svg":
            self._end_svg()
            self._svg = [values.get("aria-label", "")]
        if tag in _HEADINGS:
            self._end_heading()
            self._heading = [tag]
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID and self._svg is not None:  # only in drawings does "/>" end an element
            self.handle_endtag(tag)

    def _look_outside(self, tag: str, values: dict[str, str]) -> None:
        if tag in _RUNNING:
            self.outside.append(tag)
        for name, value in values.items():
            if name.startswith("on"):
                self.outside.append(name)
            elif name.rpartition(":")[2] in _ADDRESSES and _FAR.search(value.strip()):
                self.outside.append(value.strip()[:60])
            elif name == "style" and _FAR_STYLE.search(value):
                self.outside.append("url")
        if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
            self.outside.append("refresh")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass
        if tag in _HEADINGS:
            self._end_heading()
        if tag == "svg":
            self._end_svg()

    def handle_data(self, data: str) -> None:
        inside = self._open[-1] if self._open else ""
        if inside == "style" and _FAR_STYLE.search(data):
            self.outside.append("url")
        if self._svg is not None and inside in ("title", "desc", "text", "tspan"):
            self._svg.append(data)
        if inside in _HIDDEN:
            return
        self.words.append(data)
        if self._heading is not None:
            self._heading.append(data)

    def end_all(self) -> None:
        """The text is over: what is still open ends here."""
        self._end_heading()
        self._end_svg()

    def _end_heading(self) -> None:
        if self._heading is not None:
            tag, *words = self._heading
            if _tidy(words):
                self.headings.append((int(tag[1]), _tidy(words)))
            self._heading = None

    def _end_svg(self) -> None:
        if self._svg is not None:
            self.pictures.append(_tidy(self._svg))
            self._svg = None
