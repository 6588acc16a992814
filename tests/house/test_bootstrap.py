"""The parts of the launcher that decide: which index, which wheel, which sentence, what is to be made."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from bootstrap import index, installer, locks, refusals, stamp


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"UV_DEFAULT_INDEX": "a", "PIP_INDEX_URL": "b"}, "a"),
        ({"UV_INDEX_URL": "a", "PIP_INDEX_URL": "b"}, "a"),
        ({"PIP_INDEX_URL": "b"}, "b"),
    ],
)
def test_the_machine_names_the_index(settings: dict[str, str], expected: str) -> None:
    assert index.chosen(settings) == expected
    children = index.for_children(settings)
    assert children["UV_DEFAULT_INDEX"] == children["PIP_INDEX_URL"] == expected


def test_pips_own_file_names_the_index_and_whom_to_trust(tmp_path: Path) -> None:
    authorities = tmp_path / "authorities.pem"
    authorities.touch()
    (tmp_path / ".config" / "pip").mkdir(parents=True)
    settings = f"[global]\nindex-url = http://mirror.example/simple\ncert = {authorities}\n"
    (tmp_path / ".config" / "pip" / "pip.conf").write_text(settings)
    children = index.for_children({"HOME": str(tmp_path)})
    assert children["UV_DEFAULT_INDEX"] == "http://mirror.example/simple"
    assert children["SSL_CERT_FILE"] == children["NODE_EXTRA_CA_CERTS"] == str(authorities)


def test_a_password_in_an_address_is_sent_as_a_header() -> None:
    request = index.request("http://ana:p%40ss@mirror.example:8080/simple/uv/")
    assert request.full_url == "http://mirror.example:8080/simple/uv/"
    assert request.get_header("Authorization") == "Basic YW5hOnBAc3M="


def test_the_lock_names_the_uv_to_fetch(root: Path) -> None:
    pin = installer.pinned(str(root))
    assert len(pin.hashes) > 10
    assert pin.suits(pin.version)
    assert not pin.suits("0.1.0")
    assert not pin.suits("")


def test_a_wheel_for_this_machine_is_chosen() -> None:
    machine = os.uname().machine
    assert not installer.runs_here("uv-1-py3-none-win_amd64.whl")
    assert not installer.runs_here(f"uv-1-py3-none-manylinux_9_99_{machine}.whl")
    if shutil.which("ldd") and machine == "x86_64":
        assert installer.runs_here("uv-1-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl")
        assert not installer.runs_here("uv-1-py3-none-manylinux_2_17_aarch64.manylinux2014_aarch64.whl")


@pytest.mark.parametrize(
    ("output", "refusal"),
    [
        ("error: Failed to fetch: x\n  cause: error sending request", refusals.NoNetwork),
        ("npm error code ENOTFOUND", refusals.NoNetwork),
        ("<urlopen error [Errno -3] Temporary failure in name resolution>", refusals.NoNetwork),
        ("error sending request: invalid peer certificate: UnknownIssuer", refusals.UntrustedLine),
        ("failed to write: No space left on device (os error 28)", refusals.FullDisk),
        ("npm error code ENOSPC", refusals.FullDisk),
        ("cause: Hash mismatch for `segno==1.6.6`", refusals.ChangedPackage),
        ("npm error code EINTEGRITY", refusals.ChangedPackage),
        ("something else", refusals.StepFailed),
    ],
)
def test_a_failed_step_is_explained(
    output: str, refusal: type[refusals.Refusal], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "ro_RO.UTF-8")
    words = {"step": "packages", "log": "setup.log", "needed": 900, "folder": "here"}
    explained = refusals.explain(output, **words)
    assert type(explained) is refusal
    english, romanian = explained.sentences()
    assert english != romanian
    assert "{" not in english + romanian


@pytest.fixture
def project(root: Path, tmp_path: Path) -> str:
    """A folder with what an environment is made from, and an environment of an interpreter alone."""
    for name in stamp.INPUTS:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(root / name, tmp_path / name)
    binaries = tmp_path / ".codekids" / "venv" / "bin"
    binaries.mkdir(parents=True)
    (binaries / "python").symlink_to("/bin/sh")
    return str(tmp_path)


def test_a_stamp_lasts_until_something_changes(project: str) -> None:
    assert stamp.read(project) is None
    stamp.write(project, "/uv", developer=True)
    found = stamp.read(project)
    assert found is not None
    assert (found.uv, found.developer) == ("/uv", True)
    with open(Path(project, "hub", "pyproject.toml"), "a") as file:
        file.write("# changed\n")
    assert stamp.read(project) is None


def test_a_developers_environment_is_renewed_as_one(project: str) -> None:
    assert not stamp.for_developers(project)
    stamp.write(project, "/uv", developer=False)
    assert not stamp.for_developers(project)
    stamp.write(project, "/uv", developer=True)
    Path(project, "codekids.lock").write_text("changed")
    assert stamp.read(project) is None
    assert stamp.for_developers(project)


def test_a_stamp_ends_with_its_interpreter(project: str) -> None:
    stamp.write(project, "/uv", developer=False)
    Path(project, ".codekids", "venv", "bin", "python").unlink()
    assert stamp.read(project) is None


def test_an_environment_is_not_renewed_under_a_running_codekids(
    project: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "PATIENCE", 0.2)
    stamp.write(project, "/uv", developer=False)
    running, renewing = locks.RunningLock(project), locks.RunningLock(project)
    assert running.read_stamp() is not None
    running.share()
    assert not renewing.take_alone()


def test_the_running_lock_outlives_the_launcher(project: str) -> None:
    stamp.write(project, "/uv", developer=False)
    program = f"""
import sys, os
sys.path.insert(0, "hub")
from bootstrap import locks
lock = locks.RunningLock({project!r})
lock.read_stamp()
lock.share()
os.execvp("sh", ["sh", "-c", "echo running; read line"])
"""
    hub = Path(locks.__file__).parent.parent
    pipe = subprocess.PIPE
    command = ["python3", "-I", "-S", "-c", program.replace('"hub"', repr(str(hub)))]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "running\n"
        assert not locks._try(os.open(Path(project, ".codekids", "running.lock"), os.O_RDONLY), 2)
        process.communicate("\n")
    assert locks.RunningLock(project).take_alone()
