"""Cells behind the walls show what they show in a notebook, and a cell that breaks things breaks only its own."""

import pytest

from codekids_grading.executing import Cell, Patience, Ran, run_cells
from codekids_grading.sandbox import Limits, Sandbox

QUICK = Limits(seconds=60)


def ran(sandbox: Sandbox, *sources: str, seconds: float = 20) -> tuple[Ran, ...]:
    """Run cells; one that begins with ``#T`` is the teacher's."""
    cells = [Cell(source, source.startswith("#T")) for source in sources]
    return run_cells(cells, sandbox, limits=QUICK, patience=Patience(seconds))


def shown(one: Ran) -> list[tuple[str, str]]:
    """Kinds and texts of the outputs."""
    return [
        (out.output_type, out.get("text") or out.get("ename") or out.get("data", {}).get("text/plain"))
        for out in one.outputs
    ]


def test_a_notebook_is_a_notebook(sandbox: Sandbox) -> None:
    found = ran(
        sandbox,
        "x = 1\nprint('a')\nx + 1",
        "import asyncio\nawait asyncio.sleep(0)\n3",
        "%%capture kept\nprint(1)",
        "print(kept.stdout)\n!echo hi",
        "from IPython.display import HTML, display\ndisplay(HTML('<b>'))",
        "def broken(",
        "input()",
        "1 / 0",
        "import os; _ = os.system('echo low')",
        "asyncio.run(asyncio.sleep(0))",
        "x = 5;\nx;",
        "import sys; sys.exit(1)",
        "print(__name__, get_ipython().__class__.__name__, _8)",
    )
    assert [shown(one) for one in found] == [
        [("stream", "a\n"), ("execute_result", "2")],
        [("execute_result", "3")],
        [],
        [("stream", "1\n\nhi\r\n")],
        [("display_data", "<IPython.core.display.HTML object>")],
        [("error", "SyntaxError")],
        [("error", "StdinNotImplementedError")],
        [("error", "ZeroDivisionError")],
        [("stream", "low\n")],
        [("error", "RuntimeError")],
        [],
        [("error", "SystemExit"), ("stream", found[11].outputs[1].text)],
        [("error", "NameError")],
    ]
    assert [one.count for one in found] == list(range(1, 14))


def test_a_warning_is_no_failure_but_the_tests_own_words_are(sandbox: Sandbox) -> None:
    found = ran(
        sandbox,
        "import sys, warnings, logging\ndef f():\n    warnings.warn('old')\n    logging.warning('x')\n    print('e', file=sys.stderr)\n    return 1",
        "#T\nassert f() == 1",
        "#T\nprint('wrong', file=sys.stderr)",
        "#T\nwarnings.warn('of the test')",
    )
    assert [len(one.outputs) - len(one.forgiven) for one in found] == [0, 0, 1, 0]
    assert found[1].outputs and found[2].outputs


def test_a_cell_may_get_less_than_the_others(sandbox: Sandbox) -> None:
    cells = [Cell("import time\ntime.sleep(600)", False, most=1.0), Cell("1 + 1", False)]
    found = run_cells(cells, sandbox, limits=QUICK, patience=Patience(None))
    assert found[0].ended != "ok"
    assert found[1].ended == "ok", "the first one took all the time there was"


def test_a_loop_is_interrupted_and_the_rest_goes_on(sandbox: Sandbox) -> None:
    found = ran(sandbox, "a = 1", "while True: a = 2", "#T\nassert a == 2", seconds=2)
    assert [one.ended for one in found] == ["ok", "time", "ok"]
    assert shown(found[1]) == [("error", "KeyboardInterrupt"), ("error", "CellTimeoutError")]


def test_what_cannot_be_interrupted_is_started_again_without_it(sandbox: Sandbox) -> None:
    deaf = "import signal\nsignal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])\nwhile True: pass"
    found = ran(
        sandbox,
        "a = 1",
        deaf,
        "#T\nassert a == 1",
        "import os; os._exit(0)",
        "a = a + 1",
        "#T\nassert a == 2",
        seconds=1,
    )
    assert [one.ended for one in found] == ["ok", "died", "ok", "died", "ok", "ok"]


def test_what_always_dies_comes_to_an_end(sandbox: Sandbox) -> None:
    found = ran(sandbox, *["import os; os._exit(0)"] * 6)
    assert {one.ended for one in found} == {"died", "not_run"}
    assert all(one.outputs[0].output_type == "error" for one in found)


@pytest.mark.parametrize(
    ("cheat", "test"),
    [
        pytest.param("get_ipython().input_transformers_cleanup.append(lambda lines: [])", "1 / 0", id="transformer"),
        pytest.param("get_ipython().input_transformer_manager.transform_cell = lambda c: ''", "1 / 0", id="manager"),
        pytest.param("get_ipython().ast_transformers.append(type('E', (), {'visit': lambda s, n: __import__('ast').Module([], [])})())",
                     "1 / 0", id="ast"),
        pytest.param("get_ipython().run_cell = lambda *a, **k: None", "1 / 0", id="run-cell"),
        pytest.param("get_ipython().__class__.showtraceback = lambda *a, **k: None", "1 / 0", id="silence"),
        pytest.param("get_ipython().events.register('post_run_cell', lambda r: get_ipython().recorder.outputs.clear())", "1 / 0",
                     id="hook"),
        pytest.param("get_ipython().recorder.__class__.add = lambda *a: True", "1 / 0", id="recorder"),
        pytest.param("import builtins\nbuiltins.all = lambda *a: True", "assert all([False])", id="builtin"),
        pytest.param("import unittest\nunittest.TestCase.assertEqual = lambda *a: None", "unittest.TestCase().assertEqual(1, 2)",
                     id="unittest"),
        pytest.param("class Yes:\n    def __eq__(self, other): return True\nx = Yes()", "assert x == 3", id="equal"),
        pytest.param("x = type('Yes', (int,), {'__eq__': lambda self, other: True})()", "assert x == 3", id="equal-type"),
        pytest.param("from unittest.mock import ANY as x", "assert x == 3", id="any"),
        pytest.param("import sys\nsys.settrace(lambda *a: None)\nsys.stderr = sys.stdout = None", "1 / 0", id="trace"),
        pytest.param("import os, json\nfor n in range(3, 20):\n    try: os.write(n, b'{\"succeeded\": true, \"outputs\": []}\\n' * 9)\n"
                     "    except OSError: pass", "1 / 0", id="forged"),
        pytest.param("import os\nif os.fork() == 0: pass", "1 / 0", id="fork"),
    ],
)  # fmt: skip
def test_cheats_win_nothing(sandbox: Sandbox, cheat: str, test: str) -> None:
    found = ran(sandbox, cheat, f"#T\n{test}", seconds=5)
    assert found[1].ended == "error"
    assert any(one.output_type == "error" for one in found[1].outputs)


def test_honest_objects_stay_equal(sandbox: Sandbox) -> None:
    honest = "class Point:\n    def __init__(self, x): self.x = x\n    def __eq__(self, other): return self.x == other.x"
    found = ran(sandbox, honest, "#T\nassert Point(1) == Point(1)\nassert not Point(1) == Point(2)")
    assert found[1].ended == "ok"


def test_what_the_teachers_cells_change_stays_changed(sandbox: Sandbox) -> None:
    asks = "def double():\n    return 2 * int(input())"
    found = ran(
        sandbox,
        asks,
        "#T\nimport builtins\nbuiltins.input = lambda *a: '4'",
        "y = 1",
        "#T\nassert double() == 8",
    )
    assert [one.ended for one in found] == ["ok", "ok", "ok", "ok"]


def test_floods_are_cut(sandbox: Sandbox) -> None:
    found = ran(sandbox, "for n in range(100000): print('x' * 100)", "#T\nx = 1")
    assert [one.ended for one in found] == ["ok", "ok"]
    assert len(found[0].outputs[0].text) < 300_000 and "truncated" in found[0].outputs[0].text


def test_odd_outputs_do_no_harm(sandbox: Sandbox) -> None:
    deep = "x = {}\nfor n in range(400): x = {'a': x}\nfrom IPython.display import display\ndisplay({'text/plain': 'a', 'application/json': x}, raw=True)"
    found = ran(
        sandbox,
        "print('\\ud800')",
        "raise ValueError('\\ud800')",
        deep,
        "display({'a b': 'c', 3: b'd'}, raw=True)",
        "#T\n1",
    )
    assert [one.ended for one in found] == ["ok", "error", "ok", "ok", "ok"]
    for one in found:
        assert str(one.outputs).encode()
    assert not found[2].outputs
