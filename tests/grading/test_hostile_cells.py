"""What clever children put into a cell so that the teacher's tests pass, and what they find when they look around.

Each runs before a test that must fail, in a process that also holds the teacher's cells, as in nbgrader.
"""

import secrets
import sys
from pathlib import Path

import pytest

from codekids_grading.executing import Cell, Patience, run_cells
from codekids_grading.sandbox import Limits, Sandbox

CALLABLE = "class F:\n    def __call__(self, *a, **k):\n        {body}\n"
FORGED = "{{**a, 'outputs': [], 'succeeded': True}}"

CHEATS = {
    "dumps": f"import json\nreal = json.dumps\njson.dumps = lambda a, **k: real({FORGED.format()}, **k)",
    "dumps-partial": "import json, functools\nreal = json.dumps\ndef f(a, **k):\n"
    f"    return real({FORGED.format()}, **k)\njson.dumps = functools.partial(f)",
    "encoder": "import json\nE = json.encoder.JSONEncoder\nreal = E.encode\n"
    f"E.encode = lambda s, a: real(s, {FORGED.format()} if isinstance(a, dict) and 'word' in a else a)",
    "write": "import os, json\nreal = os.write\ndef write(fd, data):\n    try:\n        a = json.loads(data)\n"
    f"        real(fd, json.dumps({FORGED.format()}).encode() + b'\\n')\n        return len(data)\n"
    "    except Exception:\n        return real(fd, data)\nos.write = write",
    "run-cell": CALLABLE.format(body="from IPython.core.interactiveshell import ExecutionResult\n        return ExecutionResult(None)")
    + "get_ipython().run_cell = F()",
    "hook": CALLABLE.format(body="get_ipython().recorder.outputs.clear()")
    + "get_ipython().events.register('post_run_cell', F())",
    "traceback": CALLABLE.format(body="return None") + "get_ipython()._showtraceback = get_ipython().showtraceback = F()",
    "traceback-maker": CALLABLE.format(body="return []") + "get_ipython().InteractiveTB = get_ipython().CustomTB = F()",
    "exceptions": "get_ipython().set_custom_exc((BaseException,), lambda *a, **k: None)",
    "compiled": "ns = {}\nexec(compile('def t(self, *a, **k): return None', '/usr/lib/python3/x.py', 'exec'), ns)\n"
    "type(get_ipython())._showtraceback = ns['t']",
    "result": "from IPython.core import interactiveshell as m\nm.ExecutionResult.success = property(lambda s: True)\n"
    "m.ExecutionResult.error_in_exec = property(lambda s: None, lambda s, v: None)",
    "recorder": "R = type(get_ipython().recorder)\nget_ipython().recorder.__class__ = type('R', (R,), {'add': lambda *a, **k: True})",
    "shell": "S = type(get_ipython())\nget_ipython().__class__ = type('S', (S,), {'_showtraceback': lambda *a, **k: None})",
    "sleep": "import asyncio\nasync def no(*a):\n    get_ipython().recorder.outputs = []\nasyncio.sleep = no",
    "thread": "import threading, time\ndef go():\n    while True:\n        get_ipython().recorder.outputs.clear()\n        time.sleep(0)\n"
    "threading.Thread(target=go, daemon=True).start()",
    "assertion": "import builtins\nclass A(Exception): pass\nbuiltins.AssertionError = A",
    "exec": "import builtins\nbuiltins.exec = lambda *a, **k: None\nbuiltins.compile = lambda *a, **k: None",
    "hash": "class Yes(str):\n    def __eq__(self, o): return True\n    def __ne__(self, o): return False\n"
    "    def __hash__(self): return 0\nx = Yes('a')",
    "atexit": "import atexit, os\natexit.register(lambda: os._exit(0))",
    "excepthook": "import sys, os\nsys.excepthook = lambda *a: os._exit(0)\nsys.unraisablehook = sys.excepthook",
    "signal": "import signal, os\nsignal.signal(signal.SIGALRM, lambda *a: os._exit(0))\nsignal.setitimer(signal.ITIMER_REAL, 0.5)",
    "parent": "import os, signal\nfor pid in (1, os.getppid()):\n    for n in (signal.SIGTERM, signal.SIGKILL, signal.SIGSTOP):\n"
    "        try: os.kill(pid, n)\n        except OSError: pass",
    "pipes": "import os, json\nfor n in range(64):\n    try: os.write(n, json.dumps({'word': '', 'succeeded': True, 'outputs': []}).encode() + b'\\n')\n"
    "    except OSError: pass",
    "points": "from IPython.display import display\ndisplay({'text/plain': '2.0'}, raw=True)\nprint('{\"score\": 99}')",
    "module": "import sys, types\nsys.modules['codekids_grading.inside.shell'] = types.ModuleType('x')\nsys.modules['unittest'] = types.ModuleType('u')",
    "modules-gone": "import sys\nfor name in list(sys.modules):\n    if name.startswith('codekids'): del sys.modules[name]",
    "debug": "import sys\nsys.flags\ntry:\n    __debug__ = False\nexcept SyntaxError:\n    pass",
    "gc": "import gc, types\nfor one in gc.get_objects():\n    if type(one).__name__ == 'Guard':\n        one.__class__ = type('G', (type(one),), {'before': lambda *a: [], 'after': lambda *a: None})",
}  # fmt: skip


@pytest.mark.parametrize("cheat", CHEATS)
def test_no_points_for_it(sandbox: Sandbox, cheat: str) -> None:
    cells = [Cell("x = 2", False), Cell(CHEATS[cheat], False), Cell("assert x == 3", True)]
    found = run_cells(cells, sandbox, limits=Limits(seconds=60), patience=Patience(5))
    assert found[2].ended != "ok"
    assert any(one.output_type == "error" for one in found[2].outputs)


LOOKS = """
import os, glob, subprocess
CANARY, PLACES, SHOWN = {canary!r}, {places!r}, {shown!r}
found = [path for path in PLACES if os.path.exists(path)]
for pid in [name for name in os.listdir("/proc") if name.isdigit()]:
    try:
        found += [f"environ {{pid}}"] if CANARY in open(f"/proc/{{pid}}/environ").read() else []
        found += [f"command {{pid}}"] if CANARY in open(f"/proc/{{pid}}/cmdline").read() else []
        open_files = [os.readlink(f"/proc/{{pid}}/fd/{{fd}}") for fd in os.listdir(f"/proc/{{pid}}/fd")]
        found += [path for path in open_files if any(path.startswith(place) for place in PLACES)]
    except OSError:
        pass
found += [name for name in os.environ if name.startswith(("JUPYTER", "CODEKIDS"))]
for top in ("/given", "/tmp", "/sandbox", "/home", "/srv", "/mnt", "/var", "/run"):
    for place, folders, names in os.walk(top):
        if not place.startswith(SHOWN):
            found += [place + "/" + name for name in names if "/.ipython/" not in place]
seen = subprocess.run(["sh", "-c", "id -u; cat /etc/shadow; ps ax"], capture_output=True, text=True).stdout
found += [line for line in seen.splitlines() if line == "0" or "root:" in line or CANARY in line]
print(found)
"""


def test_there_is_nothing_to_find(
    sandbox: Sandbox, tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    canary = secrets.token_hex(8)
    monkeypatch.setenv("JUPYTERHUB_API_TOKEN", canary)
    (tmp_path / canary).mkdir()
    (tmp_path / canary / "gradebook.db").write_text(canary)
    ours = [
        root / one for one in (".git", "tests", "hub", "exercises/sets", "docs", "data", ".codekids/cache")
    ]
    places = [str(one) for one in (tmp_path, *ours)]
    rooms = ("exercises/codekids_exercises", "grading/codekids_grading", "notebooks/satul")
    shown = (
        sys.prefix,
        sys.base_prefix,
        *(str(root / one) for one in rooms),
    )  # Python, and what runs the cells
    cells = [Cell(LOOKS.format(canary=canary, places=places, shown=shown), False)]
    (found,) = run_cells(cells, sandbox, limits=Limits(seconds=90), patience=Patience(60))
    assert found.ended == "ok", found
    assert found.outputs[0].text.strip() == "[]"


@pytest.mark.parametrize(
    "attempt",
    [
        "import urllib.request as u; u.urlopen('http://169.254.169.254/', timeout=2)",
        "import socket; socket.create_connection(('127.0.0.1', 8000), 2)",
        "import socket; socket.getaddrinfo('example.org', 80)",
        "import socket; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.sendto(b'x', ('8.8.8.8', 53))",
        "import subprocess; subprocess.run(['ping', '-c', '1', '8.8.8.8'], check=True, capture_output=True)",
    ],
)
def test_there_is_no_network(sandbox: Sandbox, attempt: str) -> None:
    (found,) = run_cells([Cell(attempt, False)], sandbox, limits=Limits(seconds=60), patience=Patience(20))
    assert found.ended == "error"
