"""Harmless: what acts is gone, what is drawn stays."""

import pytest

from codekids_hub import harmless

ACTS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img src='https://example.org/p.png'>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<svg><use href='https://example.org/x.svg#a'/></svg>",
    "<svg><foreignObject><iframe src='javascript:alert(1)'></iframe></foreignObject></svg>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='https://example.org'>x</a>",
    "<form action='/hub/logout'><button>x</button></form>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<style>@import 'https://example.org/x.css'</style>",
    "<p style='background:url(https://example.org/x)'>x</p>",
    "<rect fill='url(https://example.org/x)'/>",
    "<meta http-equiv=refresh content='0;url=https://example.org'>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<object data='data:text/html,<script>alert(1)</script>'></object>",
    "<img src='data:image/svg+xml,<svg onload=alert(1)>'>",
]


@pytest.mark.parametrize("made", ACTS)
def test_nothing_acts_and_nothing_is_loaded(made: str) -> None:
    shown = harmless.fragment(made).lower()
    for bad in (
        "<script",
        "onerror=",
        "onload=",
        "javascript:",
        "example.org",
        "<iframe",
        "<form",
        "<style",
        "svg+xml",
    ):
        assert bad not in shown


def test_drawings_stay() -> None:
    made = '<svg viewBox="0 0 10 10"><line x1="0" y1="0" x2="9" y2="9" stroke="red"></line></svg>'
    shown = harmless.fragment(made)
    assert "<line" in shown and 'stroke="red"' in shown and "viewbox" in shown.lower()
    assert "data:image/png;base64,AA" in harmless.fragment('<img src="data:image/png;base64,AA" alt="x">')


def test_the_frame_lets_nothing_run() -> None:
    policy = harmless.HEADERS["Content-Security-Policy"]
    assert policy.startswith("sandbox;") and "allow-scripts" not in policy and "default-src 'none'" in policy
    assert "<title>&lt;b&gt;" in harmless.page("x", "<b>")
