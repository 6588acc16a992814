"""The warm parent and its forks: what a child's program finds of the parent, of the others, and of those before it."""

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from codekids_exercises.runs import Plan, Program, Run
from codekids_grading import sandbox as sandbox_module
from codekids_grading.apart import sealed_runner
from codekids_grading.executing import Cell, Patience, Ran, run_cells
from codekids_grading.sandbox import Bubblewrap, Limits, Sandbox, open_sandbox
from codekids_grading.warm import NotWarm
from grading.test_killed_from_outside import below

QUICK = Limits(seconds=90)
SECRET = "the answer is 831"


@pytest.fixture
def warm(sandbox: Sandbox) -> Bubblewrap:
    """The sandbox, where it forks."""
    assert isinstance(sandbox, Bubblewrap)
    if sandbox.way != "root":
        pytest.skip("the warm parent needs root")
    return sandbox


def ran(sandbox: Sandbox, *sources: str, given: Path | None = None) -> tuple[Ran, ...]:
    """Run the cells of a child."""
    cells = [Cell(source, False) for source in sources]
    return run_cells(cells, sandbox, given=given, limits=QUICK, patience=Patience(30))


def printed(sandbox: Sandbox, source: str, given: Path | None = None) -> str:
    """What a child's cell prints."""
    (found,) = ran(sandbox, source, given=given)
    assert found.ended == "ok", found
    return "".join(one.text for one in found.outputs).strip()


def parents() -> list[int]:
    """The warm parents below us, by their numbers out here."""
    found = []
    for pid in below(os.getpid(), 3):
        with suppress(OSError):
            if b"codekids_grading.inside.warm" in Path(f"/proc/{pid}/cmdline").read_bytes():
                found.append(pid)
    return found


def test_it_is_used(warm: Bubblewrap) -> None:
    assert "inside.warm" in printed(warm, "print(open('/proc/self/cmdline').read())")
    assert parents()


LOOKS = """
import os
print(sorted(name for name in os.listdir('/proc') if name.isdigit()), os.getpid(), os.getppid())
print(os.getuid() >= 40001, os.getgid() == os.getuid(), os.getgroups())
status = dict(line.split(':\\t', 1) for line in open('/proc/self/status').read().splitlines() if ':\\t' in line)
print({status[name] for name in status if name.startswith('Cap')}, status['NoNewPrivs'], status['Seccomp'])
print(sorted(os.listdir('.')), sorted(os.listdir('/dev/shm')), open('/proc/self/oom_score_adj').read().strip())
print([name for name in os.environ if name.startswith(('JUPYTER', 'CODEKIDS'))])
"""


def test_a_fork_is_alone(warm: Bubblewrap) -> None:
    told = printed(warm, LOOKS).splitlines()
    assert told[:2] == ["['1', '2'] 2 1", "True True []"]
    assert told[2:] == [f"{{'{'0' * 16}'}} 1 2", "[] [] 1000", "[]"]


ATTACKS = {
    "memory of the first process": "open('/proc/1/mem', 'rb').read(1)",
    "its environment": "open('/proc/1/environ').read()",
    "its descriptors": "assert os.listdir('/proc/1/fd')",
    "its folder": "os.listdir('/proc/1/cwd')",
    "its root": "os.listdir('/proc/1/root' + '/sandbox')",
    "its namespaces": "os.readlink('/proc/1/ns/mnt')",
    "a signal to it": "os.kill(1, 9)",
    "a signal to the warm parent": "os.kill(PARENT, 9)",
    "the warm parent's memory": "open(f'/proc/{PARENT}/mem', 'rb')",
    "watching it": "os.pidfd_open(PARENT)",
    "tracing": "assert libc.ptrace(16, 1, 0, 0) == 0",
    "reading its memory": "assert libc.process_vm_readv(1, 0, 0, 0, 0, 0) >= 0",
    "taking its files": "assert libc.syscall(438, 0, 0, 0) >= 0",
    "a namespace": "assert libc.unshare(0x10000000) == 0",
    "going back": "assert libc.setns(0, 0) == 0",
    "uncovering a disk": "assert libc.umount2(b'/tmp', 2) == 0",
    "mounting": "assert libc.mount(b'proc', b'/tmp', b'proc', 0, 0) == 0",
    "being root": "os.setuid(0)",
    "being the neighbour": "os.setresuid(40002, 40002, 40002)",
    "another group": "os.setgroups([0])",
    "writing where all read": "open(os.path.join(os.path.dirname(json.__file__), 'x'), 'w')",
    "changing Python": "open('/proc/self/exe', 'r+b')",
    "the kernel's settings": "open('/proc/sys/kernel/hostname', 'w')",
    "more memory": "resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY,) * 2)",
    "more processes": "resource.setrlimit(resource.RLIMIT_NPROC, (999999, 999999))",
}


def test_no_attack_on_it_works(warm: Bubblewrap) -> None:
    printed(warm, "print(1)")  # there is a parent now
    (pid, *_) = parents()
    own = Path(f"/proc/{pid}/status").read_text().partition("NSpid:")[2].splitlines()[0].split()[-1]
    head = f"import ctypes, json, os, resource\nlibc = ctypes.CDLL(None, use_errno=True)\nPARENT = {own} if {own} > 2 else {pid}\n"
    found = ran(warm, head, *ATTACKS.values(), "print(os.getuid())")
    assert [name for name, one in zip(ATTACKS, found[1:], strict=False) if one.ended != "error"] == []
    assert found[-1].ended == "ok" and pid in parents()


def test_it_has_no_file_of_ours_open(warm: Bubblewrap, tmp_path: Path) -> None:
    (tmp_path / "given.txt").write_text("given")
    look = """
import os
for one in sorted(os.listdir('/proc/self/fd'), key=int):
    try:
        print(one, os.readlink(f'/proc/self/fd/{one}').partition(':')[0].split()[0])
    except OSError:
        pass
"""
    told = dict(line.split() for line in printed(warm, look, tmp_path).splitlines())
    own = {one for one in told.values() if one.startswith("/tmp/tmp")}  # of what is written below Python
    assert set(told.values()) - own <= {"/dev/null", "pipe", "socket", "anon_inode"}
    assert sum(one == "pipe" for one in told.values()) == 2, told


def test_chance_is_not_inherited(warm: Bubblewrap) -> None:
    draw = "import random, uuid, tempfile\nprint(random.random(), uuid.uuid4(), next(tempfile._get_candidate_names()))"
    drawn = [printed(warm, draw).split() for _ in range(3)]
    for values in zip(*drawn, strict=True):
        assert len(set(values)) == 3


def test_nothing_of_one_is_there_for_the_next(warm: Bubblewrap) -> None:
    leave = f"""
import builtins, os, sys, json
for place in ('.', '/tmp', '/dev/shm'):
    open(place + '/left', 'w').write({SECRET!r})
builtins.left = sys.left = json.left = {SECRET!r}
os.environ['LEFT'] = {SECRET!r}
if os.fork() == 0:
    os.setsid()
    while True: pass
"""
    assert ran(warm, leave)[0].ended == "ok"
    find = """
import builtins, gc, json, os, sys
print([hasattr(one, 'left') for one in (builtins, sys, json)], 'LEFT' in os.environ,
      [os.path.exists(place + '/left') for place in ('.', '/tmp', '/dev/shm')],
      sum('831' in one for one in gc.get_objects() if type(one) is str))
"""
    assert printed(warm, find) == "[False, False, False] False [False, False, False] 0"
    (pid, *_) = parents()
    assert not [one for one in below(pid, 1) if Path(f"/proc/{one}").exists()]


def test_two_at_once_do_not_see_each_other(warm: Bubblewrap) -> None:
    meet = f"""
import glob, os, socket, time
open('/tmp/mine', 'w').write({SECRET!r})
server = socket.create_server(('127.0.0.1', 4711))
hidden = socket.socket(socket.AF_UNIX); hidden.bind('\\0meeting')
time.sleep(3)
print(os.getuid(), sorted(n for n in os.listdir('/proc') if n.isdigit()), glob.glob('/tmp/mine*'), os.listdir('/dev/shm'))
"""
    with ThreadPoolExecutor(2) as pool:
        told = list(pool.map(lambda _: printed(warm, meet), range(2)))
    assert {one.partition(" ")[2] for one in told} == {"['1', '2'] ['/tmp/mine'] []"}
    assert len({one.partition(" ")[0] for one in told}) == 2


def test_the_judges_runner_knows_no_notebook(warm: Bubblewrap) -> None:
    program = "import sys\nprint('IPython' in sys.modules, len({'a', 'b'}))\nprint(str({'x', 'y', 'z'}))"
    plan = Plan((Program(program),), (Run(0), Run(0)), prelude="")
    (one, other) = sealed_runner(warm)(plan)
    assert one.printed.startswith("False 2") and one.printed == other.printed


@pytest.fixture
def own() -> Iterator[Bubblewrap]:
    """A sandbox of this test's own, to be broken."""
    found = open_sandbox()
    assert isinstance(found, Bubblewrap)
    if found.way != "root":
        pytest.skip("the warm parent needs root")
    yield found
    found.close()


def test_a_parent_that_was_killed_is_started_again(own: Bubblewrap) -> None:
    there = set(parents())
    assert printed(own, "print(1)") == "1"
    (first,) = set(parents()) - there
    os.kill(first, signal.SIGKILL)
    assert printed(own, "print(2)") == "2"
    own.close()
    assert set(parents()) == there


def test_its_forks_end_with_it(own: Bubblewrap) -> None:
    there = set(parents())
    with ExitStack() as stack:
        pool = stack.enter_context(ThreadPoolExecutor(1))
        running = pool.submit(ran, own, "import time\nprint(1, flush=True)\ntime.sleep(60)")
        until = time.monotonic() + 60
        while not (forks := [one for pid in set(parents()) - there for one in below(pid, 2)]):
            assert time.monotonic() < until
            time.sleep(0.05)
        time.sleep(1)
        (first,) = set(parents()) - there
        os.kill(first, signal.SIGKILL)
        assert running.exception() is not None  # nothing is known: it is tried again, and is no zero
    until = time.monotonic() + 20  # the kernel ends them one after the other
    while left := [one for one in forks if Path(f"/proc/{one}").exists()]:
        assert time.monotonic() < until, left
        time.sleep(0.05)


@pytest.mark.parametrize("missing", ["CAP_SETPCAP", "CAP_NET_ADMIN", "CAP_SYS_ADMIN"])
def test_where_a_fork_cannot_be_parted_nothing_is_forked(
    own: Bubblewrap, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    rights = [one for one in sandbox_module._RIGHTS if one.startswith("CAP_") and one != missing]
    line = ["--cap-drop", "ALL", *(part for one in rights for part in ("--cap-add", one))]
    monkeypatch.setattr(sandbox_module, "_RIGHTS", line)
    there = set(parents())
    assert "inside.cells" in printed(own, "print(open('/proc/self/cmdline').read())")
    assert set(parents()) == there


def test_without_a_warm_parent_it_works_as_before(own: Bubblewrap, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise NotWarm

    monkeypatch.setattr("codekids_grading.warm.WarmParent.start", refuse)
    assert "inside.cells" in printed(own, "print(open('/proc/self/cmdline').read())")
