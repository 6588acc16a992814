"""The child's one button."""

import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from notebooks.exchange.club_exchange import ClubExchange
from notebooks.exchange.people import HOMEWORK, Person
from satul import handing_in
from satul.exchange import bundle
from satul.exchange.client import Client

HandIn = Callable[..., str]


def saved(path: Path, source: str = "forward(100)", told: dict[str, Any] | None = None) -> None:
    """The homework's file."""
    output = {"output_type": "stream", "name": "stdout", "text": os.urandom(4).hex()}
    code = {"cell_type": "code", "id": "make", "metadata": {}, "execution_count": 3, "outputs": [output]}
    words = {"cell_type": "markdown", "id": "story", "metadata": {}, "source": "Poveste cu ș"}
    metadata = {"satul": {"set": HOMEWORK, "homework": True} if told is None else told}
    content = {"cells": [words, {**code, "source": [source]}], "metadata": metadata, "nbformat": 4}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content), encoding="utf-8")


@pytest.fixture
def homework(ana: Person, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Ana's homework, in the folder where her kernel runs."""
    ana.enter()
    monkeypatch.setattr(handing_in, "SAVE_SECONDS", 0.0)
    monkeypatch.setattr(handing_in, "_unsaved", None)
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    path = ana.home / HOMEWORK / "homework.ipynb"
    saved(path)
    monkeypatch.chdir(path.parent)
    return path


@pytest.fixture
def hand_in(shell: Any, homework: Path, capsys: pytest.CaptureFixture[str]) -> HandIn:
    """Run a cell that hands in; what the child reads."""

    shell.run("clear_drawing()", cell="begin")  # from its first word on, satul is at the cells

    def run(word: str = "hand_in()") -> str:
        capsys.readouterr()
        shell.run(word, cell="last")
        return f"{shell.text}{capsys.readouterr().out}"

    return run


def test_a_receipt_is_shown(hand_in: HandIn, exchange: ClubExchange) -> None:
    assert "number 1" in hand_in()
    (row,) = exchange.hand_ins
    sent = json.loads(bundle.unpack(row.content, 1_000_000)["homework.ipynb"])
    assert (row.student_id, row.assignment_id) == ("ana", HOMEWORK)
    assert sent["cells"][1]["source"] == ["forward(100)"]
    assert sent["cells"][1]["outputs"] == []


def test_the_same_answers_give_the_same_receipt(
    hand_in: HandIn, homework: Path, exchange: ClubExchange
) -> None:
    hand_in()
    saved(homework)
    assert "already" in hand_in()
    saved(homework, "forward(50)")
    assert "number 2" in hand_in()
    saved(homework)
    assert "number 3" in hand_in()
    assert "number 3" in hand_in()
    assert len(exchange.hand_ins) == 3


def test_in_romanian(hand_in: HandIn, monkeypatch: pytest.MonkeyPatch, exchange: ClubExchange) -> None:
    monkeypatch.setenv("CODEKIDS_LANGUAGE", "ro")
    exchange.late = True
    said = hand_in("preda()")
    assert "Recipisa ta are numărul 1" in said and "se corectează la fel" in said


def test_a_retry_after_a_lost_answer(hand_in: HandIn, exchange: ClubExchange) -> None:
    exchange.faults = ["", "cut", "cut"]
    assert "does not answer just now" in hand_in()
    assert "number 1" in hand_in()
    assert len(exchange.hand_ins) == 1


def test_what_is_not_saved_is_not_left_behind(
    hand_in: HandIn, homework: Path, exchange: ClubExchange, shell: Any
) -> None:
    shell.run("x = 5", cell="make")
    assert "Ctrl + S" in hand_in()
    assert "Ctrl + S" in hand_in()
    assert not exchange.hand_ins
    saved(homework, "x = 6  # changed after it was run")
    os.utime(homework, (1, 1))
    assert "number 1" in hand_in()


def test_a_save_on_its_way_is_waited_for(
    hand_in: HandIn, homework: Path, shell: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.run("x = 5", cell="make")
    monkeypatch.setattr(handing_in, "SAVE_SECONDS", 20.0)
    monkeypatch.setattr(time, "sleep", lambda _: saved(homework, "x = 5"))
    assert "number 1" in hand_in()


@pytest.mark.parametrize("told", [{}, {"set": HOMEWORK}, {"homework": True}, {"set": 3, "homework": True}])
def test_what_is_no_homework(hand_in: HandIn, homework: Path, told: dict[str, Any]) -> None:
    saved(homework, told=told)
    assert "no homework" in hand_in()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b'{"metadata": 3}',
        b'{"metadata": {"satul": 3}}',
        b'{"metadata": {}, "cells": [3]}',
        b"\xff",
    ],
)
def test_a_broken_file(hand_in: HandIn, homework: Path, content: bytes) -> None:
    homework.write_bytes(content)
    assert "cannot be read" in hand_in()


def test_a_file_that_is_elsewhere(
    hand_in: HandIn, homework: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "cannot find" in hand_in()
    monkeypatch.setenv("JPY_SESSION_NAME", str(homework))
    assert "number 1" in hand_in()


def test_a_homework_that_is_not_open(hand_in: HandIn, homework: Path) -> None:
    saved(homework, told={"set": "another", "homework": True})
    assert "does not have this homework yet" in hand_in()


def test_without_a_club(hand_in: HandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CODEKIDS_CLUB_API")
    assert "does not know its club" in hand_in()


def test_handing_in_a_file(homework: Path, ana: Person, exchange: ClubExchange) -> None:
    club = Client(exchange.url, "key-of-ana")
    folder = ana.home / ".satul"
    first = handing_in.hand_in_file(club, homework, folder)
    assert handing_in.hand_in_file(club, homework, folder) == first
    assert len(exchange.hand_ins) == 1
