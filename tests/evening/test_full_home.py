"""A child's home on a disk that is really full: its notebook is still saved."""

import subprocess
import sys

import pytest

from codekids_grading import bubblewrap

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


def test_on_a_full_disk_a_notebook_is_still_saved() -> None:
    command = [str(bubblewrap.find()), "--dev-bind", "/", "/", "--size", "8000000", "--tmpfs", "/small"]
    if subprocess.run([*command, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine makes no small disk for us")
    ran = subprocess.run(
        [*command, sys.executable, "-c", FULL_DISK], capture_output=True, text=True, check=False
    )
    assert ran.stdout.splitlines() == ["full: 28", "little: True", "saved: 19", "left over: []"], ran.stderr
