"""A page of a child's own, in a closed frame."""

import pytest

import satul
from notebooks.village import Shell
from satul import words
from satul.errors import KindError
from satul.pages import Page

PAGE = '<h1>Our well</h1><img src="a.png" alt="well"><script>parent.document.body.remove()</script>'


def test_the_frame_is_closed() -> None:
    frame = Page(PAGE, 'A "page"').frame()
    assert frame.startswith('<iframe sandbox="" title="A &quot;page&quot;"')
    assert "default-src &#x27;none&#x27;" in frame
    assert frame.index("Content-Security-Policy") < frame.index("Our well")
    assert "<script>" not in frame and frame.count("<") == 2


def test_it_is_shown_in_a_notebook_with_words_for_all(shell: Shell) -> None:
    shell.run('from satul import *\nbegin("a/b", "en")')
    shell.run(f"show_page({PAGE!r})")
    assert shell.text == "Your page: Our well; one picture."
    assert "sandbox" in shell.shown[0]["text/html"]


def test_what_is_no_page_is_told() -> None:
    words.use("en")
    with pytest.raises(KindError, match="needs the text of the page"):
        satul.show_page(3)
    with pytest.raises(KindError, match="at most"):
        satul.show_page("x" * 200_001)
    satul.arata_pagina("<p>fine</p>")
