"""satul without a notebook, without compiled packages, and quickly."""

import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

PURE = """
import importlib.abc, importlib.machinery, sys
import encodings.idna

STDLIB = set(sys.stdlib_module_names)

class OnlyPure(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        top = name.partition(".")[0]
        if top in STDLIB or top in ("satul", "codekids_exercises"):
            return None
        raise ImportError(f"{name} is not there")

sys.meta_path.insert(0, OnlyPure())
"""
EVERY_MODULE = """
import importlib, pkgutil, satul
for module in pkgutil.iter_modules(satul.__path__):
    if module.name != "workspace" and not module.name.endswith("_widget"):
        importlib.import_module("satul." + module.name)
"""
PROGRAM = """
from satul import *
inainte(100)
grafic_linii([1, None, 3])
from satul.picture import draw
from satul.plots import plot
from satul import charts, turtle
from codekids_exercises import observe
assert "<svg" in draw(turtle.the_turtle()).svg
assert "<svg" in plot(charts.made()[0]).svg
assert len(observe.snapshot()["charts"]) == 1
print("fine")
"""

NOTHING_COMPILED = """
import importlib.abc, importlib.machinery, subprocess, sys

class NothingCompiled(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        found = importlib.machinery.PathFinder.find_spec(name, path)
        compiled = found is not None and isinstance(found.loader, importlib.machinery.ExtensionFileLoader)
        if compiled and "site-packages" in (found.origin or ""):
            raise ImportError(f"{name} is compiled")

sys.meta_path.insert(0, NothingCompiled())
sys.platform = "emscripten"
"""
"""A browser's Python: no package of C, no other process."""
A_LESSON = """
from IPython.core.displaypub import CapturingDisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

InteractiveShell.display_pub_class = CapturingDisplayPublisher
quiet = {"HistoryManager": {"enabled": False}, "InteractiveShell": {"colors": "nocolor"}}
shell = InteractiveShell.instance(config=Config(quiet))
for code, cell in (
    ("from satul import *\\nbegin('the-set/the-challenge', 'en')", "begin"),
    ("forward(10)\\nline_chart([1, 2])", "investigate"),
    ("guess_first()", "predict-guess"),
    ("hint('make')", "mine"),
    ("print('bye')", "make"),
    ("check('make')", "make-check"),
    ("print(„salut”)", "make"),
    ("check('make')", "make-check"),
):
    shell.display_pub.outputs.clear()
    assert shell.run_cell(code, store_history=True, cell_id=cell).success, code
    print(*(output["data"]["text/plain"] for output in shell.display_pub.outputs), sep="\\n")
"""


def run(code: str, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *options, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize("code", [PROGRAM, EVERY_MODULE + "print('fine')"])
def test_it_needs_nothing_but_python(code: str) -> None:
    done = run(PURE + code)
    assert done.stdout == "fine\n", done.stderr


def test_no_ipython_is_imported() -> None:
    code = PROGRAM + "import sys; print({'IPython', 'ipywidgets', 'anywidget'} & set(sys.modules))"
    assert run(code).stdout == "fine\nset()\n"


def test_a_lesson_with_nothing_compiled(content: Path) -> None:
    done = run(NOTHING_COMPILED + A_LESSON)
    assert done.returncode == 0, done.stderr
    for told in (
        "Everything is ready",
        "A drawing with one line",
        "Line chart",
        "What do you think",
        "Hint 1 of 2",
    ):
        assert told in done.stdout
    assert done.stdout.index("Almost. Try again!") < done.stdout.index("Done, you made it!")


def test_without_file_locks_and_threads() -> None:
    blocked = "import sys\nsys.modules['fcntl'] = None\n"
    code = "from pathlib import Path\nimport sys\nfrom satul.outbox import Outbox\n"
    code += "import tempfile\nwith tempfile.TemporaryDirectory() as folder:\n"
    code += "    box = Outbox(Path(folder))\n    box.append([{'id': 'a'}])\n    print(box.waiting(3))"
    assert run(blocked + code).stdout == "[{'id': 'a'}]\n"


def test_the_import_asks_for_little() -> None:
    """What makes an import slow is what it imports: here some ninety small modules, and none of the large ones."""
    code = "import sys; before = set(sys.modules)\nfrom satul import *\nprint(*set(sys.modules) - before)"
    imported = set(run(code).stdout.split())
    assert "satul" in imported
    assert not imported & {
        "asyncio",
        "http.client",
        "logging",
        "multiprocessing",
        "socket",
        "sqlite3",
        "subprocess",
        "xml",
    }
    assert len(imported) < 110


def test_nothing_compiled_is_shipped() -> None:
    import satul

    suffix = sysconfig.get_config_var("EXT_SUFFIX")
    assert not list(Path(satul.__file__).parent.rglob(f"*{suffix}"))
