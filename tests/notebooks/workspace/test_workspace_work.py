"""What of a notebook is the child's work, and what differs between two states of it."""

from typing import Any

from satul.workspace.work import changes, loses_much, work_of


def book(*cells: tuple[str, str], kind: str = "code") -> dict[str, Any]:
    return {"cells": [{"id": name, "cell_type": kind, "source": source} for name, source in cells]}


def test_outputs_and_counts_are_no_work() -> None:
    ran = book(("modify", "inainte(100)"))
    ran["cells"][0] |= {"outputs": [{"output_type": "stream"}], "execution_count": 7}
    assert work_of(ran) == work_of(book(("modify", "inainte(100)")))
    assert work_of(ran) != work_of(book(("modify", "inainte(50)")))


def test_a_source_of_lines_is_the_same_as_one_text() -> None:
    lines = {"cells": [{"id": "a", "cell_type": "code", "source": ["x = 1\n", "y = 2"]}]}
    assert work_of(lines) == work_of(book(("a", "x = 1\ny = 2")))


def test_what_is_no_notebook_has_no_work() -> None:
    nothing: tuple[object, ...] = (None, [], {}, {"cells": 3}, {"cells": [None, 4]})
    for content in nothing:
        assert work_of(content) == ()


def test_losing_much() -> None:
    long = "for fereastra in range(10):\n    patrat(20)"
    assert loses_much(book(("make", long)), book(("make", "")))
    assert loses_much(book(("make", long)), book(("other", long)))
    assert not loses_much(book(("make", long)), book(("make", long + "\ninainte(5)")))
    assert not loses_much(book(("make", "scurt")), book(("make", "")))
    assert not loses_much(
        book(("make", "inainte(lungime_usa * 2)")), book(("make", "inainte(lungime_usa * 25)"))
    )
    assert loses_much(
        book(("make", long)), book(("make", "culoare('rosu')\nsari_la(0, 0)\n# ÎÎÎÎÎÎÎÎÎÎÎÎÎÎ"))
    )


def test_changes_say_where_and_which_lines() -> None:
    heading = {"id": "text", "cell_type": "markdown", "source": "# O casă\n## Schimbă\n"}
    now = {
        "cells": [{**heading, "source": "## Schimbă"}, *book(("modify", "inainte(50)\nstanga(90)"))["cells"]]
    }
    then = {
        "cells": [{**heading, "source": "## Schimbă"}, *book(("modify", "inainte(100)\nstanga(90)"))["cells"]]
    }
    (change,) = changes(now, then)
    assert change.step == "Schimbă"
    assert change.lines == (("-", "inainte(50)"), ("+", "inainte(100)"), (" ", "stanga(90)"))
    assert change.more == 0


def test_cells_that_would_come_and_go_are_changes() -> None:
    found = changes(book(("mine", "x = 1")), book(("other", "y = 2")))
    assert [each.lines for each in found] == [(("+", "y = 2"),), (("-", "x = 1"),)]


def test_a_long_change_is_shown_in_part() -> None:
    (change,) = changes(book(("make", "")), book(("make", "\n".join(f"pas({n})" for n in range(20)))))
    assert (len(change.lines), change.more) == (6, 14)
