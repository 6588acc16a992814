"""What a program behind the walls can see, do and use up."""

import sys
from pathlib import Path

import pytest

from codekids_grading import seccomp
from codekids_grading.sandbox import Job, Limits, NoSeal, Outcome, Sandbox, open_sandbox, python, run
from codekids_grading.slots import slot

A_WHILE = Limits(seconds=20)
HEAD = "import os, sys\nsys.stdout = os.fdopen(3, 'w')\n"


def behind(sandbox: Sandbox, program: str, limits: Limits = A_WHILE, given: Path | None = None) -> Outcome:
    """Run a Python program."""
    return run(sandbox, Job(python("-c", HEAD + program), given, limits=limits))


def said(sandbox: Sandbox, program: str, given: Path | None = None) -> str:
    """What it prints."""
    outcome = behind(sandbox, program, given=given)
    assert outcome.ended == "ok", outcome
    return outcome.answer.decode().strip()


def test_sees_nothing_of_ours(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, root: Path
) -> None:
    monkeypatch.setenv("JUPYTERHUB_API_TOKEN", "secret")
    (tmp_path / "gradebook.db").write_text("secret")
    program = f"""
ours = {(*root.parts, *Path(sys.prefix).parts, *Path(sys.base_prefix).parts)!r}  # Python itself may lie there
def look(path):
    try:
        return [name for name in os.listdir(path) if name not in ours]
    except OSError:
        return []
print(any("secret" in value for value in os.environ.values()), os.path.exists({str(tmp_path)!r}), look("/home"))
print([name for name in look("/proc") if name.isdigit()], os.getcwd(), os.listdir("."), look("/tmp"))
"""
    assert said(sandbox, program) == "False False []\n['1', '2'] /sandbox [] []"


def test_sees_no_content_and_no_other_room(sandbox: Sandbox, root: Path) -> None:
    program = f"""
for name in ("hub", "exercises/sets", "grading/codekids_grading/gradebook.py", "tests"):
    print(os.path.exists({str(root)!r} + "/" + name), end=" ")
"""
    assert said(sandbox, program) == "False False False False"


def test_has_the_given_files_as_copies_of_its_own(sandbox: Sandbox, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.csv").write_text("1,2")
    (tmp_path / "a.csv").write_text("3,4")
    (tmp_path / "link").symlink_to("/etc/passwd")
    program = "print(open('data/a.csv').read(), sorted(os.listdir('.'))); open('a.csv', 'w').write('x')"
    assert said(sandbox, program, tmp_path) == "1,2 ['a.csv', 'data']"
    assert (tmp_path / "a.csv").read_text() == "3,4"


@pytest.mark.parametrize(
    "attempt",
    [
        pytest.param("__import__('socket').create_connection(('1.1.1.1', 53), 2)", id="network"),
        pytest.param("__import__('socket').socket(16, 3, 0)", id="netlink"),
        pytest.param("open('/etc/new', 'w')", id="system"),
        pytest.param("open('/dev/new', 'w')", id="devices"),
        pytest.param("open(sys.executable + 'x', 'w')", id="python"),
        pytest.param("os.setuid(0) or os.listdir('/root')", id="root"),
        pytest.param("os.kill(1, 9)", id="parent"),
        pytest.param("os.mkdir('/dev/shm/a') or os.chroot('/dev/shm/a')", id="chroot"),
        pytest.param("os.memfd_create('a')", id="memory-files"),
        pytest.param("open('/dev/shm/big', 'wb').write(bytes(70 << 20))", id="large-file"),
        pytest.param("[open(f'/tmp/{n}', 'wb').write(bytes(20 << 20)) for n in range(5)]", id="full-disk"),
    ],
)
def test_cannot(sandbox: Sandbox, attempt: str) -> None:
    program = (
        f"try:\n    {attempt}\n    print('done')\nexcept (OSError, MemoryError) as error:\n    print('no')"
    )
    assert said(sandbox, program) == "no"


@pytest.mark.parametrize(
    "number", ["unshare(0x10000000)", "ptrace(0, 0, 0, 0)", "syscall(321, 0, 0, 0)", "syscall(425, 8, 0)"]
)
def test_the_filter_denies(sandbox: Sandbox, number: str) -> None:
    assert said(sandbox, f"import ctypes\nprint(ctypes.CDLL(None).{number})") == "-1"


@pytest.mark.parametrize(
    ("program", "ended"),
    [
        pytest.param("while True: pass", "time", id="loop"),
        pytest.param("import signal\nfor n in (2, 15): signal.signal(n, signal.SIG_IGN)\nwhile True: pass", "time", id="deaf"),
        pytest.param("while True: os.write(3, b'x' * 65536)", "flood", id="flood"),
        pytest.param("kept = []\nwhile True: kept.append(b'x' * 50_000_000 + os.urandom(1))", "memory", id="memory"),
        pytest.param("while True:\n    try: os.fork()\n    except OSError: pass", "time", id="forks"),
        pytest.param("if os.fork() == 0:\n    os.setsid()\n    while True: pass\nos.wait()", "time", id="daemon"),
        pytest.param("os._exit(3)", "failed", id="exit"),
    ],
)  # fmt: skip
def test_whatever_uses_too_much_is_ended(sandbox: Sandbox, program: str, ended: str) -> None:
    outcome = behind(sandbox, program, Limits(seconds=2.0, memory=200 << 20, answer=1 << 20))
    assert outcome.ended == ended


def test_nothing_is_left_when_it_ends(sandbox: Sandbox) -> None:
    with sandbox.start(Job(python("-c", HEAD + "print('here', flush=True)\nwhile True: pass"))) as sealed:
        assert sealed.receive_line(30) == b"here"
        first = sealed._first
        assert Path(f"/proc/{first}").exists()
    assert not Path(f"/proc/{first}").exists()


def test_a_kind_that_is_not_there_is_refused() -> None:
    with pytest.raises(NoSeal):
        open_sandbox("none")


def test_without_bubblewrap_nothing_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(NoSeal, match="bubblewrap is not installed"):
        open_sandbox()


def test_without_a_filter_nothing_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.machine", lambda: "vax")
    with pytest.raises(NoSeal, match="filter"):
        open_sandbox()


@pytest.mark.parametrize("machine", sorted(seccomp.MACHINES))
@pytest.mark.parametrize("more", [False, True])
def test_the_filter_jumps_only_inside_itself(machine: str, more: bool) -> None:
    rules = seccomp.program(machine, asks_for_interfaces=more)
    assert rules is not None and len(rules) % 8 == 0
    count = len(rules) // 8
    for place in range(count):
        code, if_true, if_false = rules[place * 8], rules[place * 8 + 2], rules[place * 8 + 3]
        if code & 7 == 5:
            assert place + 1 + max(if_true, if_false) < count


def test_two_at_once_have_two_users() -> None:
    with slot() as one, slot() as other:
        assert one != other
    with slot() as again:
        assert again == one
