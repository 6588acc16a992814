"""Which cells run before another one."""

import json

import pytest

from notebooks.village import Shell
from satul import notebook
from satul.above import Cell, Known, asked, at_opening, first

FRESH = Known(frozenset(), begun=False)
BEGIN = Cell("begin", "from satul import *", "begin", locked=True)
PREDICT = Cell("predict", "x = 1\nprint(x)", "predict", locked=True)
GUESS = Cell("predict-guess", "guess_first()", "part", locked=True)
GIVEN = Cell("make-given", "week = [1]", "make", locked=True)
MAKE = Cell("make", "print(week)", "answer", "make")
CHECK = Cell("make-check", 'check("make")', "check", "make", locked=True)
ALL = (BEGIN, PREDICT, GUESS, GIVEN, MAKE, CHECK)


def own(name: str, source: str, *, ran: bool = False) -> Cell:
    return Cell(name, source, ran=ran)


def done(*names: str, given: str | None = None) -> Known:
    return Known(frozenset(names), begun=True, given=given)


def test_a_fresh_kernel_runs_the_beginning_and_what_is_given() -> None:
    assert first(ALL[:5], FRESH) == ["begin", "make-given"]
    assert first(ALL[:5], done("begin", "make-given", given="make-given")) == []


def test_a_check_needs_only_the_beginning() -> None:
    assert first(ALL, FRESH) == ["begin"]


def test_at_opening_our_own_cells_run_and_never_a_childs() -> None:
    assert at_opening((*ALL, own("mine", "print(1)", ran=True)), FRESH) == ["begin", "predict-guess"]
    assert at_opening(ALL, done("begin")) == ["begin", "predict-guess"]  # a notebook that was not saved since
    ran = Cell("begin", BEGIN.source, "begin", locked=True, ran=True)
    assert at_opening((ran, *ALL[1:]), done("begin")) == ["predict-guess"]
    assert at_opening((ran, *ALL[1:]), FRESH) == ["begin", "predict-guess"]
    assert at_opening([Cell("begin", "x", "begin"), Cell("p", "x", "part")], FRESH) == []


def test_names_from_above_are_made_first_in_order() -> None:
    cells = [own("a", "x = 2"), own("b", "y = x * 2"), own("c", "z = 0"), own("d", "print(y)")]
    assert first(cells, done()) == ["a", "b"]
    assert first(cells, done("a")) == ["b"]


@pytest.mark.parametrize(
    "maker",
    [
        "def f():\n    return 1",
        "import random as f",
        "for f in 'ab':\n    pass",
        "f: int = 1",
        "f.append(1)",
        "f[0] = 1",
    ],
)
def test_every_way_to_make_or_change_a_name(maker: str) -> None:
    assert first([own("a", maker), own("b", "print(f)")], done()) == ["a"]


@pytest.mark.parametrize(
    "user",
    [
        "x = 1\nprint(x)",
        "for x in range(3):\n    print(x)",
        "def g(x):\n    return x\nprint(g(1))",
        "print([x for x in 'ab'])",
        "def g():\n    return x\nx = 1\ng()",
    ],
)
def test_a_cell_that_makes_its_names_itself_needs_nobody(user: str) -> None:
    asks = Cell("modify", 'x = input("?")', "answer", "modify")
    assert first([asks, own("b", user)], done()) == []


@pytest.mark.parametrize("user", ["x += 1", "x = x + 1", "def g():\n    return x\ng()", "print(\u2013x)"])
def test_a_name_that_is_used_before_it_is_made_comes_from_above(user: str) -> None:
    assert first([own("a", "x = 1"), own("b", user)], done()) == ["a"]


def test_a_childs_own_cell_that_ran_before_the_restart_runs_again() -> None:
    cells = [own("a", "print('hello')", ran=True), own("b", "print('never ran')"), own("c", "print(1)")]
    assert first(cells, done()) == ["a"]


def test_another_task_is_left_alone() -> None:
    investigate = Cell("investigate", "print('poke')", "investigate", ran=True)
    parsons = Cell("parsons", "voice = 1", "parsons", locked=True)
    assert first([BEGIN, PREDICT, investigate, parsons, MAKE], done()) == []


def test_what_a_task_gives_is_given_anew_when_another_task_came_between() -> None:
    other = Cell("modify-given", "week = [2]", "modify", locked=True)
    both = ("modify-given", "make-given")
    assert first([other, GIVEN, MAKE], done(*both, given="modify-given")) == ["make-given"]
    assert first([other, GIVEN, MAKE], done(*both, given="make-given")) == []


def test_a_broken_program_runs_as_it_is() -> None:
    assert first([own("a", "x = 1"), own("b", "print(x")], done()) == []


def test_the_workspace_asks_the_kernel(shell: Shell) -> None:
    cells = [{"id": "a", "source": "x = 1"}, {"id": "b", "source": "print(x) # „ș”"}]
    question = (
        f'__import__("satul.above", fromlist=["asked"]).asked("first", {json.dumps(json.dumps(cells))})'
    )
    assert eval(question) == "a"
    shell.run("x = 1", "a")
    assert eval(question) == ""


def test_a_check_is_told_what_stands_in_all_cells_of_an_answer(shell: Shell) -> None:
    shell.run('from satul import *\nbegin("a/b", "ro")', "begin")
    answer = {"role": "answer", "task": "make"}
    cells = [
        {"id": "make", "source": "x = 1", **answer},
        {"id": "half", "source": "y = 2", **answer},
        {"id": "make-check", "source": "check('make')", "role": "check", "task": "make"},
    ]
    asked("first", json.dumps(cells))
    book = notebook.current()
    assert book is not None
    assert book.stands == {"make": ("x = 1", "y = 2")}
