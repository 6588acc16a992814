"""Making an installation with the real content: what is there is not made again, and is nobody else's."""

import shutil
import subprocess
from pathlib import Path

import pytest

from codekids_hub import installation, workspaces
from codekids_hub.settings import Settings


@pytest.fixture
def settings(tmp_path: Path, root: Path) -> Settings:
    """An installation with one set of each level."""
    sets = root / "exercises" / "sets"
    content = tmp_path / "sets"
    for one in ("beginners/draw-the-village", "advanced/weather-station"):
        shutil.copytree(sets / one, content / one)
    shutil.copy(sets / "names.toml", content)
    return Settings.load(None, {}, data=tmp_path / "data", content=content, port=18321)


def test_content_is_released_again_only_when_it_changed(settings: Settings) -> None:
    installation.prepare(settings).dispose()
    assert all(
        path.stat().st_mode & 0o077 == 0
        for path in (settings.data, settings.homes, settings.data / "club.sqlite")
    )
    assert not installation.release_content(settings)
    with (settings.content / "names.toml").open("a") as names:
        names.write("# changed\n")
    assert installation.release_content(settings)


def test_a_childs_file_with_the_name_of_a_library_keeps_no_workspace_from_starting(tmp_path: Path) -> None:
    for name in ("json", "random", "satul", "jupyterhub"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('a file of a child')")
    asked = [*workspaces.SERVER, "--version"]
    done = subprocess.run(asked, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
