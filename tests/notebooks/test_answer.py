"""The answer's still form and its widget."""

import re
from html.parser import HTMLParser
from pathlib import Path

import satul
from satul.answer import Answer, bundle, lead_for
from satul.answer_widget import AnswerWidget
from satul.look import style
from satul.markdown import to_html, to_plain
from satul.note import Note
from satul.saving import keep_still_form

EVIL = "<script>alert(1)</script> `<img src=x onerror=1>` **<b>**"
LADDER = ("Unu?", "Doi: `print`", "Trei\n\n```python\nx = 1 < 2\n```")


class Tags(HTMLParser):
    """The tags of some HTML, and whether they are closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        if tag not in ("img", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def wrong() -> Answer:
    return Answer("try_again", ((True, "Bine"), (False, EVIL)), EVIL, EVIL, (*LADDER, EVIL), 1)


def test_nothing_in_it_can_run() -> None:
    tags = Tags(wrong().html())
    assert tags.open == []
    assert tags.seen <= {
        *("div", "p", "ul", "ol", "li", "b", "span", "code", "pre", "strong", "em", "img", "br"),
        *("details", "summary"),
    }
    assert "onerror=1&gt;" in wrong().html()
    assert "<img src=x" not in wrong().html()


def test_every_check_has_a_sign_and_a_word() -> None:
    assert "✓ Adevărat: Bine" in wrong().plain()
    assert "○ Încă nu: " in wrong().plain()
    assert "Adevărat:" in wrong().html() and "Încă nu:" in wrong().html()


def test_hints_fold_out_one_in_the_other() -> None:
    html = wrong().html()
    assert html.count("<details open") == 1
    assert html.count("<details") == 4
    assert html.index("Indiciul 1 din 4") < html.index("Indiciul 4 din 4")
    assert "</details></details></details></details>" in html


def test_a_ladders_own_step_is_not_said_twice() -> None:
    assert lead_for("Unu?", LADDER) == ("", 1)
    assert lead_for("Altceva", LADDER) == ("Altceva", 0)
    assert lead_for(None, ()) == ("", 0)


def test_markdown() -> None:
    assert to_html("Unu\ndoi **trei** `a<b`") == "<p>Unu<br>doi <strong>trei</strong> <code>a&lt;b</code></p>"
    assert to_html("- a\n- b") == "<ul><li>a</li><li>b</li></ul>"
    assert to_html("1. a\n2. b") == "<ol><li>a</li><li>b</li></ol>"
    assert to_html(LADDER[2]) == "<p>Trei</p><pre><code>x = 1 &lt; 2</code></pre>"
    assert to_plain("**Unu** `doi`") == "Unu doi"
    assert to_html("[x](javascript:1)") == "<p>[x](javascript:1)</p>"


def test_the_widget_tells_each_opened_hint_once() -> None:
    told: list[int] = []
    widget = AnswerWidget(wrong(), told.append)
    widget.opened = 2
    widget.opened = 4
    widget.opened = 99
    assert told == [1, 2, 3]


def test_the_widget_brings_its_still_form() -> None:
    data, _ = AnswerWidget(wrong(), lambda step: None)._repr_mimebundle_()
    assert {**bundle(wrong()), **data} == data
    assert "application/vnd.jupyter.widget-view+json" in data


def test_the_widget_has_its_words_and_its_files() -> None:
    view = AnswerWidget(wrong(), lambda step: None).view
    folder = Path(satul.__file__).parent
    script = (folder / "answer_widget.js").read_text()
    assert {*re.findall(r"view\.words\.(\w+)", script)} == view["words"].keys()
    assert {*re.findall(r"view\.(\w+)", script)} == view.keys()
    styles = style("answer_widget.css")
    assert "min-height: 48px" in styles
    assert "http" not in script + styles


def test_a_note() -> None:
    note = Note("`inainte` <b>", ("Linia 3:", "x < 1"))
    assert note.plain() == "inainte <b>\nLinia 3: x < 1"
    assert "&lt;b&gt;" in note.html() and "x &lt; 1" in note.html()


def test_a_saved_notebook_keeps_the_still_form() -> None:
    widget = "application/vnd.jupyter.widget-view+json"
    both = {"data": {widget: {}, "text/html": "x"}}
    lonely = {"data": {widget: {}, "text/plain": "x"}}
    cells = [{"outputs": [both, lonely, {"output_type": "stream"}]}, {"cell_type": "markdown"}]
    keep_still_form({"type": "notebook", "content": {"cells": cells}}, path="a.ipynb", contents_manager=None)
    assert list(both["data"]) == ["text/html"]
    assert widget in lonely["data"]
    keep_still_form({"type": "file", "content": "x"})
    keep_still_form({"type": "notebook", "content": None})
