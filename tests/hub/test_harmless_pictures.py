"""Pictures out of notebooks: what is shown stays, what acts goes, and what is no picture is refused."""

import struct
from xml.etree import ElementTree
from zlib import compress, crc32

import pytest

from codekids_hub import harmless_pictures
from codekids_hub.harmless_pictures import PNG, SVG, BadPicture

HOUSE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" viewBox="0 0 40 30" role="img">'
    "<title>House &amp; garden</title><desc>A roof, țiglă roșie</desc>"
    '<g transform="rotate(5)"><path d="M0 0L10 10" stroke="#0f766e" stroke-width="2" fill="none"/></g>'
    '<polyline points="0,0 3,4" fill="none"/><text x="3" y="4" font-size="5">ăâîșț</text></svg>'
)


def svg(made: str) -> ElementTree.Element:
    return ElementTree.fromstring(harmless_pictures.clean(made.encode(), SVG))


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", crc32(name + data))


def png(width: int = 2, height: int = 1, extra: bytes = b"", after: bytes = b"") -> bytes:
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    pixels = chunk(b"IDAT", compress(b"\0" + b"\xff\0\0" * 2))
    return b"\x89PNG\r\n\x1a\n" + header + extra + pixels + chunk(b"IEND", b"") + after


def test_a_drawing_stays_as_it_was() -> None:
    made = svg(HOUSE)
    name = "{http://www.w3.org/2000/svg}"
    assert made.tag == f"{name}svg" and made.get("viewBox") == "0 0 40 30"
    assert [each.tag.removeprefix(name) for each in made.iter()] == [
        "svg", "title", "desc", "g", "path", "polyline", "text",
    ]  # fmt: skip
    assert made.findtext(f"{name}title") == "House & garden"
    assert made.findtext(f"{name}text") == "ăâîșț"
    path = made.find(f".//{name}path")
    assert path is not None and path.get("d") == "M0 0L10 10" and path.get("stroke-width") == "2"


@pytest.mark.parametrize(
    "evil",
    [
        "<script>alert(1)</script>",
        '<rect width="1" onload="alert(1)"/>',
        '<image href="http://example.org/x.png"/>',
        '<use href="http://example.org/x.svg#a"/>',
        '<foreignObject><iframe src="http://example.org"></iframe></foreignObject>',
        '<rect width="1" fill="url(http://example.org/x)"/>',
        '<a href="javascript:alert(1)"><rect width="1"/></a>',
        "<style>@import 'http://example.org/x.css'</style>",
        '<animate attributeName="href" to="javascript:alert(1)"/>',
    ],
)
def test_what_acts_or_loads_is_gone(evil: str) -> None:
    made = harmless_pictures.clean(HOUSE.replace("<g ", evil + "<g ").encode(), SVG).decode()
    assert "M0 0L10 10" in made
    for sign in ("alert", "example.org", "script", "onload", "href", "import", "iframe", "animate"):
        assert sign not in made


def test_a_picture_without_a_view_gets_one_from_its_size() -> None:
    assert svg('<svg width="40px" height="30"><rect width="1"/></svg>').get("viewBox") == "0 0 40 30"


@pytest.mark.parametrize(
    "made",
    [
        "",
        "hello",
        "<p>hello</p>",
        "<svg></svg>",
        "<svg><rect/></svg>",
        '<svg width="1" height="1"><rect/></svg><p>more</p>',
        '<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg>&a;</svg>',
        "<svg width='1' height='1'>" + "<rect/>" * 200_000 + "</svg>",
    ],
)
def test_what_is_no_drawing_is_refused(made: str) -> None:
    with pytest.raises(BadPicture):
        harmless_pictures.clean(made.encode(), SVG)


def test_of_a_png_the_pixels_stay() -> None:
    assert harmless_pictures.clean(png(), PNG) == png()
    told = chunk(b"tEXt", b"Author\0somebody") + chunk(b"eXIf", b"where it was taken")
    assert harmless_pictures.clean(png(extra=told, after=b"<script>"), PNG) == png()


@pytest.mark.parametrize(
    "made",
    [b"", b"GIF89a", png()[:-6], png()[:40], png(width=5_000), png(height=0), png().replace(b"IHDR", b"IHDX"),
     png()[:-20] + b"x" + png()[-19:], png() + bytes(1_000_000)],
)  # fmt: skip
def test_what_is_no_png_is_refused(made: bytes) -> None:
    with pytest.raises(BadPicture):
        harmless_pictures.clean(made, PNG)


def test_other_kinds_are_refused() -> None:
    with pytest.raises(BadPicture):
        harmless_pictures.clean(HOUSE.encode(), "text/html")
