"""Room in a home, and files that are whole: on a real disk that is really full."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from satul.workspace.room import SET_ASIDE, Home
from satul.workspace.safe_files import write_whole, writing_whole

FULL_DISK = """
import asyncio, json, sys
from pathlib import Path
from satul.workspace.contents import SafeContents
from satul.workspace.room import Home
from satul.workspace.versions import Versions

home = Path("/small")
def notebook(text):
    cell = {"id": "make", "cell_type": "code", "source": text, "outputs": [], "metadata": {}, "execution_count": None}
    return {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
def save(text):
    model = {"type": "notebook", "format": "json", "content": notebook(text)}
    asyncio.run(contents.save(model, "set/work.ipynb"))

contents = SafeContents(root_dir=str(home))
contents.versions, contents.home = Versions(home), Home(home, 8_000_000)
contents.home.set_aside()
(home / "set").mkdir()
save("first")
assert not contents.home.room().is_little
try:
    with (home / "photos").open("wb") as file:
        while True:
            file.write(bytes(4096))
            file.flush()
except OSError as error:
    print("full:", error.errno)
contents.home._measured = None
print("little:", contents.home.room().is_little)
for number in range(20):
    save("x = 1\\n" * 2000 + str(number))
print("saved:", json.loads((home / "set/work.ipynb").read_bytes())["cells"][0]["source"][-1])
print("left over:", [each.name for each in (home / "set").glob(".*part")])
"""


def test_a_file_is_whole_or_not_at_all(tmp_path: Path) -> None:
    file = tmp_path / "work.ipynb"
    write_whole(b"the first", file)
    with pytest.raises(RuntimeError), writing_whole(file) as half:
        half.write(b"half of the sec")
        raise RuntimeError("the power goes")
    assert file.read_bytes() == b"the first"
    assert [each.name for each in tmp_path.iterdir()] == ["work.ipynb"]


def test_nobody_reads_half_of_a_file(tmp_path: Path) -> None:
    file = tmp_path / "work.ipynb"
    write_whole(b"old", file)
    with file.open("rb") as reader:
        write_whole(b"new", file)
        assert reader.read() == b"old"
    assert file.read_bytes() == b"new"


def test_room_is_counted_and_told_from_four_fifths_on(tmp_path: Path) -> None:
    (tmp_path / "photo").write_bytes(os.urandom(790_000))
    assert not Home(tmp_path, 1_000_000).room().is_little
    (tmp_path / "more").write_bytes(os.urandom(20_000))
    room = Home(tmp_path, 1_000_000).room()
    assert room.is_little and 800_000 <= room.used < 900_000
    assert not Home(tmp_path).room().is_little


def test_what_was_set_aside_is_given_back_once(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.set_aside()
    assert sum(file.stat().st_size for file in tmp_path.rglob("*") if file.is_file()) >= SET_ASIDE * 0.95
    assert home.give_back()
    assert not home.give_back()


def test_on_a_full_disk_a_notebook_is_still_saved() -> None:
    bubblewrap = pytest.importorskip("codekids_grading.bubblewrap")
    command = [str(bubblewrap.find()), "--dev-bind", "/", "/", "--size", "8000000", "--tmpfs", "/small"]
    if subprocess.run([*command, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine makes no small disk for us")
    ran = subprocess.run(
        [*command, sys.executable, "-c", FULL_DISK], capture_output=True, text=True, check=False
    )
    assert ran.stdout.splitlines() == ["full: 28", "little: True", "saved: 19", "left over: []"], ran.stderr
