"""The words that lead back: they ask the page, and say so where no page keeps versions."""

import sys

import pytest

from notebooks.village import Shell

pytest.importorskip("anywidget")


@pytest.mark.parametrize(
    ("code", "what", "words"),
    [
        ("bring_back()", "bring-back", "Your versions are in the list beside this."),
        ("adu_inapoi()", "bring-back", "Versiunile tale sunt în lista de alături."),
        ("start_again()", "start-again", "This notebook can begin anew."),
        ("de_la_capat()", "start-again", "Caietul poate începe din nou."),
    ],
)
def test_the_page_is_asked(shell: Shell, code: str, what: str, words: str) -> None:
    language = "ro" if "_inapoi" in code or "capat" in code else "en"
    shell.run(f'from satul import *\nincepe("draw-the-village/a-house", "{language}")')
    shell.run(code)
    (shown,) = shell.shown
    assert "application/vnd.jupyter.widget-view+json" in shown
    assert shown["text/plain"].startswith(words)
    from satul.going_back_widget import GoingBackWidget

    assert GoingBackWidget(what).view["what"] == what


def test_without_widgets_a_sentence_says_where_to_go(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "satul.going_back_widget", None)
    shell.run('from satul import *\nincepe("draw-the-village/a-house", "ro")')
    shell.run("adu_inapoi()")
    assert "Deschide caietul din pagina clubului." in shell.text
