"""Cards on paper: an A4 sheet of eight, with marks where to cut. Made in memory, handed out once, kept nowhere.

A card has the library, the child's animal and nickname, the QR code, the two words, and the address with the club's
code for a device without a camera. It speaks the club's language, as its words do.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

import segno

from codekids_hub.animals import find_animal
from codekids_hub.cards import DealtCard
from codekids_hub.static_files import static_folder
from codekids_hub.translation import catalogue

if TYPE_CHECKING:
    from fpdf import FPDF

COLUMNS, ROWS = 2, 4
WIDTH, HEIGHT = 92.0, 66.0
"""Of a card, in millimetres, as everything here."""
PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
LEFT, TOP = (PAGE_WIDTH - COLUMNS * WIDTH) / 2, (PAGE_HEIGHT - ROWS * HEIGHT) / 2
INSIDE = 5.0
QR_SIZE = 31.0

INK, SOFT, TEAL, MIST, AMBER, LINE = "#1d2b29", "#4d5d5a", "#0b5b55", "#e2f3ef", "#b86e00", "#cbbfa8"


@dataclass(frozen=True)
class Place:
    """What all cards of a sheet have in common: whose they are, and where the hub is."""

    library: str
    language: str
    origin: str
    """The address that children open, such as ``https://club.example.ro``."""


def sheet(place: Place, cards: Iterable[DealtCard]) -> bytes:
    """A PDF with these cards, eight to a page."""
    from fpdf import (
        FPDF,  # takes as long to load as all the rest of the service, and is asked for once a month
    )

    pdf = FPDF(orientation="portrait", unit="mm", format="A4")
    pdf.set_auto_page_break(False)
    pdf.set_margin(0)
    pdf.set_lang(place.language)
    pdf.set_title("CODE Kids Hub")
    for style, weight in (("", 400), ("B", 800)):
        with as_file(files("codekids_hub") / "fonts" / f"nunito-{weight}.ttf") as font:
            pdf.add_font("Nunito", style, font)
    for number, card in enumerate(cards):
        slot = number % (COLUMNS * ROWS)
        if slot == 0:
            pdf.add_page()
            _cut_marks(pdf)
        _Card(pdf, LEFT + slot % COLUMNS * WIDTH, TOP + slot // COLUMNS * HEIGHT).draw(place, card)
    return bytes(pdf.output())


def _cut_marks(pdf: "FPDF") -> None:
    """Short lines in the margin for a ruler, and faint ones between the cards for scissors."""
    right, bottom = LEFT + COLUMNS * WIDTH, TOP + ROWS * HEIGHT
    across = [LEFT + column * WIDTH for column in range(COLUMNS + 1)]
    down = [TOP + row * HEIGHT for row in range(ROWS + 1)]
    with pdf.local_context(draw_color=INK, line_width=0.2):
        for x in across:
            pdf.line(x, TOP - 8, x, TOP - 3)
            pdf.line(x, bottom + 3, x, bottom + 8)
        for y in down:
            pdf.line(LEFT - 8, y, LEFT - 3, y)
            pdf.line(right + 3, y, right + 8, y)
    with pdf.local_context(draw_color=LINE, line_width=0.15, dash_pattern={"dash": 1.2, "gap": 1.2}):
        for x in across:
            pdf.line(x, TOP, x, bottom)
        for y in down:
            pdf.line(LEFT, y, right, y)


@dataclass(frozen=True)
class _Card:
    """One card, its upper left corner at ``x``, ``y``."""

    pdf: "FPDF"
    x: float
    y: float

    def draw(self, place: Place, card: DealtCard) -> None:
        """Draw all of it."""
        translate = catalogue(place.language).gettext
        self._head(place.library)
        self._child(card, place.language)
        self._text(5, 37.5, 48, translate("My two words"), 7.5, colour=SOFT)
        for number, word in enumerate(card.words):
            self._text(5, 43.6 + 6.6 * number, 4, str(number + 1), 8, colour=AMBER, bold=True)
            self._text(9, 43 + 6.6 * number, 44, word, 15, bold=True)
        self._qr(card.address(place.origin))
        self._text(56, 48.2, QR_SIZE, translate("Show me to the camera"), 7.5, colour=SOFT, align="C")
        where = f"{place.origin.partition('://')[2]}  ·  {translate('club')} {card.club_code}"
        self._text(5, 57.2, WIDTH - 2 * INSIDE, where, 9.5, bold=True)

    def _head(self, library: str) -> None:
        with self.pdf.local_context(fill_color=MIST):
            self.pdf.rect(
                self.x + 2.5, self.y + 2.5, WIDTH - 5, 9.5, style="F", round_corners=True, corner_radius=2
            )
        self.pdf.image(static_folder() / "logo.svg", self.x + 4.2, self.y + 4, 6.5, 6.5)
        self._text(13, 4.7, WIDTH - 13 - INSIDE, library, 10, bold=True, colour=TEAL)

    def _child(self, card: DealtCard, language: str) -> None:
        picture = static_folder() / "animals" / f"{card.animal}.svg"
        if picture.is_file():
            self.pdf.image(picture, self.x + 5, self.y + 14.5, 22, 22)
        animal = find_animal(card.animal)
        lines = (
            card.nickname.replace("-", "-\n", 1).splitlines() if len(card.nickname) > 10 else [card.nickname]
        )
        for number, line in enumerate(lines):
            self._text(29, 18 + 6 * number, 25, line, 15, bold=True)
        name = animal.name(language) if animal else card.animal
        self._text(29, 18.5 + 6 * len(lines), 25, name, 10, colour=SOFT)

    def _qr(self, address: str) -> None:
        """The code as squares, sharp at any size, with the quiet zone that cameras need around it."""
        rows = [list(row) for row in segno.make(address, error="m").matrix]
        side = QR_SIZE / (len(rows) + 4)
        left, top = self.x + 56 + 2 * side, self.y + 16 + 2 * side
        with self.pdf.local_context(fill_color="#000000"):
            for down, row in enumerate(rows):
                start = 0
                while start < len(row):
                    length = 0
                    while start + length < len(row) and row[start + length]:
                        length += 1
                    if length:
                        self.pdf.rect(left + start * side, top + down * side, length * side, side, style="F")
                    start += max(length, 1)

    def _text(
        self,
        x: float,
        y: float,
        width: float,
        text: str,
        size: float,
        *,
        bold: bool = False,
        colour: str = INK,
        align: str = "L",
    ) -> None:
        """A line of text, made smaller until it fits; one that still does not is cut short."""
        pdf, smallest = self.pdf, 6.0
        with pdf.local_context(text_color=colour):
            pdf.set_font("Nunito", "B" if bold else "", size)
            while pdf.get_string_width(text) > width and size > smallest:
                size -= 0.5
                pdf.set_font_size(size)
            while pdf.get_string_width(text) > width and len(text) > 2:
                text = text[:-2].rstrip() + "…"
            pdf.set_xy(self.x + x, self.y + y)
            pdf.cell(width, 5, text, align=align)
