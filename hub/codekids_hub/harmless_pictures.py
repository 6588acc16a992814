"""A picture out of a child's notebook, made harmless so that every screen of the room can show it.

An SVG is cleaned by :mod:`codekids_hub.harmless`, then read and written again as XML; of a PNG only the chunks that make
its pixels are kept. Both are shown as images, in which nothing runs, with :data:`codekids_hub.harmless.HEADERS` on top.
"""

import re
import struct
from xml.etree import ElementTree
from zlib import crc32

from codekids_hub import harmless
from codekids_hub.refusals import N_, BadInput

SVG, PNG = "image/svg+xml", "image/png"
MOST_BYTES = 1_000_000
MOST_PIXELS = 4_000
"""The longest side of a picture."""
FONT = "Nunito, system-ui, sans-serif"

_SVG = "http://www.w3.org/2000/svg"
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEPT = {b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"sRGB", b"IDAT", b"IEND"}


class BadPicture(BadInput):
    """Something that is no picture, or one that is too large."""

    message = N_("This picture cannot be shown: it is broken or too large. Make it again, a little smaller.")


def clean(content: bytes, kind: str) -> bytes:
    """The harmless picture of the same media type.

    :raises BadPicture: it is none
    """
    if len(content) > MOST_BYTES:
        raise BadPicture()
    if kind == PNG:
        return _png(content)
    if kind == SVG:
        return _svg(content)
    raise BadPicture()


def _svg(content: bytes) -> bytes:
    cleaned = harmless.fragment(content.decode("utf-8", "replace")).replace("&nbsp;", "\u00a0")
    try:
        root = ElementTree.fromstring(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", cleaned))
    except ElementTree.ParseError:
        raise BadPicture() from None
    if root.tag != "svg" or len(root) == 0:
        raise BadPicture()
    _keep_size(root)
    root.set("xmlns", _SVG)
    root.set("font-family", FONT)
    return bytes(ElementTree.tostring(root, encoding="utf-8"))


def _keep_size(root: ElementTree.Element) -> None:
    """A picture needs its proportions to be shown larger or smaller.

    :raises BadPicture: it has none
    """
    if re.fullmatch(r"\s*(-?[\d.]+[\s,]+){2}[\d.]+[\s,]+[\d.]+\s*", root.get("viewBox", "")):
        return
    sides = [re.fullmatch(r"([\d.]{1,8})(px)?", root.get(side, "")) for side in ("width", "height")]
    if not all(sides):
        raise BadPicture()
    root.set("viewBox", "0 0 " + " ".join(side[1] for side in sides if side))


def _png(content: bytes) -> bytes:
    if not content.startswith(_SIGNATURE):
        raise BadPicture()
    kept, at, first = [_SIGNATURE], len(_SIGNATURE), True
    while at + 12 <= len(content):
        (length,) = struct.unpack(">I", content[at : at + 4])
        chunk = content[at : at + 12 + length]
        name, data = chunk[4:8], chunk[8:-4]
        if len(chunk) != 12 + length or struct.unpack(">I", chunk[-4:])[0] != crc32(name + data):
            raise BadPicture()
        if first and not _fits(name, data):
            raise BadPicture()
        if name in _KEPT:
            kept.append(chunk)
        if name == b"IEND":
            return b"".join(kept)
        at, first = at + len(chunk), False
    raise BadPicture()


def _fits(name: bytes, header: bytes) -> bool:
    if name != b"IHDR" or len(header) != 13:
        return False
    return all(0 < side <= MOST_PIXELS for side in struct.unpack(">II", header[:8]))
