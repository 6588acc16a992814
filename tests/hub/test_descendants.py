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
