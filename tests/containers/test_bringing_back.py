"""Saved, lost with everything, and brought back: the same rows and the same files."""

import hashlib
import json
import re
import shutil
from pathlib import Path

import pytest

from codekids_hub.production import compose
from containers.conftest import Installation, docker
from containers.patience import again, eventually
from evening.test_homework_evening import Child

pytestmark = pytest.mark.timeout(1800)  # containers start again and again, on a busy machine, too

COUNT = """
import json
from codekids_hub.care.databases import look_into
from codekids_hub.settings import process_settings
print(json.dumps(look_into(process_settings().database_url)[0]))
"""


def test_a_copy_comes_back_on_an_empty_machine(
    installation: Installation, vlad: Child, tmp_path: Path
) -> None:
    settings, folder = installation.settings, installation.folder
    vlad.open()
    vlad.write(own="# înainte de foc")
    vlad.hand_in()
    eventually(lambda: vlad.state() == "marked", "the hand-in was not marked")
    copy = settings.kept / "copy.age"
    compose.stop_workspaces(settings)
    said = installation.codekids("backup", str(copy))
    saved = re.search(r"(\d+) files, (\d+) rows", said)
    assert saved, said
    files = {**hashes(settings.homes), **hashes(settings.store)}
    drilled = installation.codekids("restore", "--drill", str(copy))
    assert f"{saved[2]} rows" in drilled and "all as they were saved" in drilled

    installation.codekids("down")
    stick = tmp_path / "stick"
    shutil.copytree(settings.kept, stick)
    for volume in ("database", "certificates"):
        docker("volume", "rm", f"{settings.name}-{volume}")
    for lost in (settings.data, settings.kept, folder / ".codekids" / "docker"):
        shutil.rmtree(lost)

    settings.kept.mkdir()
    for name in ("copy.age", "backup-key"):
        shutil.copyfile(stick / name, settings.kept / name)
    said = installation.codekids("restore", str(copy))
    assert f"{saved[2]} rows" in said and "all as they were saved" in said
    assert {**hashes(settings.homes), **hashes(settings.store)} == files
    installation.codekids("up")
    rows = json.loads(installation.inside("hub", "python", "-", told=COUNT))
    assert sum(rows.values()) >= int(saved[2])
    again(vlad.open, "the child did not come back")
    assert "# înainte de foc" in [cell["source"] for cell in vlad.notebook()["cells"]]
    assert vlad.state() == "marked"


def hashes(folder: Path) -> dict[str, str]:
    """Every file below a folder by its content."""
    return {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink()
    }
