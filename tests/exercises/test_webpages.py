import pytest

from codekids_exercises.webpages import read

PAGE = """<!doctype html><html><head><title>Tab</title><style>p { color: teal }</style></head><body>
<h1>Fântâna <em>noastră</em></h1><p>Apa e departe.</p>
<h2>Ce am făcut</h2><img src="well.png" alt="A well"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 480">
<title>A path</title><path d="M0 0 100 200 300 400 500"/></svg></body></html>"""


def test_a_page_is_read() -> None:
    page = read(PAGE)
    assert page.headings == ((1, "Fântâna noastră"), (2, "Ce am făcut"))
    assert page.pictures == ("A well", "A path")
    assert "Apa e departe." in page.text
    assert "Tab" not in page.text and "teal" not in page.text
    assert (page.outside, page.personal) == ((), ())


@pytest.mark.parametrize(
    "html",
    [
        '<img src="https://example.org/a.png">',
        '<img src="//example.org/a.png">',
        '<img srcset="a.png 1x, http://example.org/a.png 2x">',
        "<IMG SRC = HTTP://example.org>",
        '<a href="https://example.org">x</a>',
        '<a href="javascript:alert(1)">x</a>',
        '<link rel="stylesheet" href="http://example.org/a.css">',
        "<script>alert(1)</script>",
        '<p onclick="alert(1)">x</p>',
        '<iframe src="a.html"></iframe>',
        '<p style="background: url(http://example.org/a)">x</p>',
        "<style>@import 'a.css'</style>",
        "<style>p { background: url('//example.org/a') }</style>",
        '<meta http-equiv="refresh" content="0">',
        '<svg><image xlink:href="http://example.org/a.svg"/></svg>',
        '<form action="http://example.org"></form>',
    ],
)
def test_what_comes_from_outside_or_runs(html: str) -> None:
    assert read(f"<h1>A</h1>{html}").outside


@pytest.mark.parametrize(
    "html",
    [
        '<img src="a.png">',
        '<img src="data:image/png;base64,AAAA//BB">',
        '<a href="#top">x</a>',
        "<p>We read it on https://example.org.</p>",
        "<p>1 // 2</p>",
        "<style>p { background: url(data:image/png;base64,AA) }</style>",
    ],
)
def test_what_stays_at_home(html: str) -> None:
    assert read(html).outside == ()


@pytest.mark.parametrize(
    "text",
    [
        "Scrie la ana.pop@example.org",
        "Sună la 0721 123 456",
        "Sună la 0721.123.456.",
        "Call +40 721-123-456",
        "Call 00373 69 123 456",
        "CNP 6120101123456",
        '<a href="tel:0721123456">x</a>',
    ],
)
def test_personal_data_is_seen(text: str) -> None:
    assert read(f"<p>{text}</p>").personal


@pytest.mark.parametrize(
    "text",
    [
        "Suntem 1200 de oameni, 350 de case.",
        "Pe 21.11.2026, la ora 10:30.",
        "0.5 0.25 0.125 0.0625",
        "From 2017 to 2025: 14 000 children",
        "1 000 000 000 lei",
        "@home",
    ],
)
def test_numbers_are_no_persons(text: str) -> None:
    assert read(f"<p>{text}</p>").personal == ()


def test_broken_pages_are_read_as_far_as_they_go() -> None:
    page = read("<h1>One<h2>Two<p>rest <img><svg><text>words")
    assert page.headings == ((1, "One"), (2, "Two rest words"))
    assert page.pictures == ("", "words")
    assert read("<h1><h1>  ").headings == ()
