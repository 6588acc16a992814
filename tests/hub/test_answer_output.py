"""What an answer showed, as a mentor sees it."""

from typing import Any

from codekids_hub.answer_output import MOST, as_html, shown_by
from codekids_hub.harmless import page


def display(**data: Any) -> dict[str, Any]:
    return {
        "output_type": "display_data",
        "data": {kind.replace("_", "/", 1): made for kind, made in data.items()},
    }


def test_text_pictures_and_drawings_are_shown() -> None:
    shown = as_html(
        [
            {"output_type": "stream", "name": "stdout", "text": ["a < b\n", "\x1b[31mred\x1b[0m"]},
            display(image_png="iVBO\nRw0K=", text_plain="<Figure>"),
            {
                "output_type": "display_data",
                "data": {"image/svg+xml": "<svg><line x1='0'/></svg>", "text/plain": "x"},
            },
            {"output_type": "execute_result", "data": {"text/plain": "42"}},
        ]
    )
    assert "<pre>a &lt; b\nred</pre>" in shown and "<pre>42</pre>" in shown
    assert 'src="data:image/png;base64,iVBORw0K="' in page(shown) and "<line" in page(shown)
    assert "Figure" not in shown


def test_an_error_says_what_it_is_and_not_where() -> None:
    error = {"output_type": "error", "ename": "NameError", "evalue": "no x", "traceback": ["/secret/path.py"]}
    assert as_html([error]) == "<pre>NameError: no x</pre>"


def test_nothing_acts_and_nothing_is_endless() -> None:
    shown = as_html(
        [
            display(text_html="<script>alert(1)</script><b onclick=alert(1)>b</b>"),
            display(image_png='"><script>alert(1)</script>'),
            {"output_type": "stream", "text": "x" * (MOST + 1)},
            {
                "output_type": "display_data",
                "data": {"application/vnd.jupyter.widget-view+json": {}, "text/plain": "W"},
            },
            {"output_type": "stream", "text": "the end"},
            {"output_type": "strange"},
        ]
    )
    assert len(shown) <= MOST and "the end" in shown and "W" not in shown
    assert "<script" not in page(shown).lower() and "onclick" not in page(shown)


def test_answers_are_found_by_their_names() -> None:
    def cell(name: str, solution: bool, **more: Any) -> dict[str, Any]:
        about = {"nbgrader": {"grade_id": name, "solution": solution}}
        return {"metadata": about, "outputs": [{"output_type": "stream", "text": name}], **more}

    cells = [cell("own", True), cell("own-check", False), {"metadata": {}}, cell("words", True, outputs=[])]
    assert shown_by({"cells": cells}) == {"own": "<pre>own</pre>"}
    assert shown_by(None) == {}
