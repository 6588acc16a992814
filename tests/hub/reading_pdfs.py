"""PDFs read with another program than the one that makes them."""

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2


@contextmanager
def opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """The sheet, opened by a reader."""
    document = pypdfium2.PdfDocument(pdf)
    yield document
    document.close()


def text_of(document: pypdfium2.PdfDocument, page: int) -> str:
    """The words on a page, each space a single one; a reader marks the hyphen at a line's end."""
    return " ".join(document[page].get_textpage().get_text_range().replace("\ufffe", "-").split())
