"""The little Markdown of hints."""

from satul.markdown import to_html

TRACE = "Follow it:\n\n| value | sum |\n|---|---|\n| 3 | `3` |\n| `None` | ? |"


def test_the_trace_of_a_hint_is_a_table() -> None:
    assert to_html(TRACE) == (
        "<p>Follow it:</p><table><thead><tr><th>value</th><th>sum</th></tr></thead>"
        "<tbody><tr><td>3</td><td><code>3</code></td></tr><tr><td><code>None</code></td><td>?</td></tr></tbody></table>"
    )


def test_an_empty_cell_of_a_table_stays_a_cell() -> None:
    assert "<td></td>" in to_html("| a | b |\n|---|---|\n| 1 | |")


def test_what_a_table_holds_is_harmless() -> None:
    assert "<script>" not in to_html("| a |\n|---|\n| <script>alert(1)</script> |")


def test_lines_with_bars_and_no_rule_are_no_table() -> None:
    assert to_html("| a |\n| b |") == "<p>| a |<br>| b |</p>"
