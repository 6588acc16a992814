"""What was started is ended, also when who started it is gone and it has a session of its own."""

import subprocess
import sys
import textwrap

import pytest

PROGRAM = """
import os, subprocess, sys, time
from codekids_hub import descendants
descendants.adopt_orphans()
orphan = "import os, signal, sys, time; {ignores}; print(os.getpid(), flush=True); time.sleep(600)"
parent = "import subprocess, sys; subprocess.Popen([sys.executable, '-c', sys.argv[1]], start_new_session=True)"
started = subprocess.Popen([sys.executable, "-c", parent, orphan], stdout=subprocess.PIPE, text=True)
number = int(started.stdout.readline())
started.wait()
assert number in descendants.descendants(os.getpid()), "not adopted"
descendants.end_all(patience=1.0)
try:
    os.kill(number, 0)
    print("alive")
except ProcessLookupError:
    print("ended")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="adopting orphans is Linux's")
@pytest.mark.parametrize("ignores", ["pass", "signal.signal(signal.SIGTERM, signal.SIG_IGN)"])
def test_an_orphan_is_ended(ignores: str) -> None:
    program = textwrap.dedent(PROGRAM).replace("{ignores}", ignores)
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.stdout.strip() == "ended", done.stderr


WAITS = """
import subprocess, sys, threading, time
from pathlib import Path
from codekids_hub import descendants
descendants.adopt_orphans()
child = subprocess.Popen([sys.executable, "-c", "import sys; sys.stdin.read(); sys.exit(3)"], stdin=subprocess.PIPE)
codes = []
waiting = threading.Thread(target=lambda: codes.append(descendants.wait_for(child)))
waiting.start()
parent = "import subprocess; print(subprocess.Popen(['sleep', '0.2']).pid)"
orphan = subprocess.Popen([sys.executable, "-c", parent], stdout=subprocess.PIPE, text=True).stdout.readline().strip()
deadline = time.monotonic() + 60
while Path("/proc", orphan).exists() and time.monotonic() < deadline:
    time.sleep(0.05)
print("left" if Path("/proc", orphan).exists() else "gone")
child.stdin.close()
waiting.join()
print(codes)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="adopting orphans is Linux's")
def test_an_orphan_that_ended_is_let_go_while_a_child_is_waited_for() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WAITS], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.stdout.split("\n") == ["gone", "[3]", ""], done.stderr
