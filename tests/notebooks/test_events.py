"""What the club is told about a notebook."""

import re
from pathlib import Path

import pytest
from ipywidgets.widgets.widget import _instances

from notebooks.village import FakeClub, Shell, Until
from satul import events
from satul.events import Diary

BEGIN = 'begin("the-set/the-challenge", "ro")'


def test_a_whole_challenge(shell: Shell, club: FakeClub, content: Path, until: Until) -> None:
    shell.run(BEGIN, "begin")
    shell.run("1 / 0", "make")
    shell.run("print('pa')", "make")
    shell.run('check("make")', "make-check")
    shell.run('hint("make")', "x")
    shell.run("print('salut')", "make")
    shell.run('check("make")', "make-check")
    until(lambda: club.kinds.count("checked") == 2)
    told = [(one["kind"], one["task"], one["status"]) for one in club.accepted]
    assert told == [
        ("opened", None, None),
        ("ran", "make", None),
        ("error", "make", "ZeroDivisionError"),
        ("ran", "make", None),
        ("checked", "make", "try_again"),
        ("hinted", "make", "question"),
        ("ran", "x", None),
        ("ran", "make", None),
        ("checked", "make", "done"),
    ]


def test_an_event_has_exactly_the_agreed_fields(club: FakeClub, until: Until) -> None:
    Diary("the-set", "the-challenge").write("checked", "make", status="try_again", mistake="no-loop")
    until(lambda: club.accepted)
    (event,) = club.accepted
    assert re.fullmatch("[0-9a-f]{32}", event.pop("id"))
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00", event.pop("at"))
    assert event == {
        "kind": "checked",
        "set": "the-set",
        "challenge": "the-challenge",
        "task": "make",
        "status": "try_again",
        "mistake": "no-loop",
    }


def test_a_hint_opened_in_the_widget(shell: Shell, club: FakeClub, content: Path, until: Until) -> None:
    shell.run(BEGIN, "begin")
    shell.run("print('pa')", "make")
    shell.run('check("make")', "make-check")
    model = shell.shown[0]["application/vnd.jupyter.widget-view+json"]["model_id"]
    _instances[model].opened = 1  # type: ignore[attr-defined]
    until(lambda: club.kinds[-1:] == ["hinted"])


def test_a_loop_is_told(
    shell: Shell, club: FakeClub, content: Path, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("satul.settings.LOOP_AFTER", 0.5)
    monkeypatch.setenv("CODEKIDS_STOP_AFTER", "1")
    shell.run(BEGIN, "begin")
    shell.run("while True: pass", "make")
    until(lambda: club.kinds == ["opened", "loop", "ran"])


def test_no_club_no_diary(shell: Shell, content: Path, tmp_path: Path) -> None:
    shell.run(BEGIN, "begin")
    shell.run("print(1)", "make")
    assert events.the_courier() is None
    assert not (tmp_path / ".satul").exists()


def test_a_club_that_does_not_answer_delays_no_cell(
    shell: Shell, club: FakeClub, content: Path, until: Until
) -> None:
    club.open.clear()
    shell.run(BEGIN, "begin")
    for n in range(20):
        shell.run(f"x = {n}", "make")
    assert not club.accepted
    club.open.set()
    until(lambda: len(club.accepted) == 21)


def test_what_a_child_wrote_is_never_told(shell: Shell, club: FakeClub, content: Path, until: Until) -> None:
    shell.run(BEGIN, "begin")
    shell.run("secret = 'Ana are mere'", "make")
    until(lambda: len(club.accepted) == 2)
    assert "mere" not in str(club.accepted)
