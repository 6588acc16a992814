"""What no file of the project may say, and what every clone holds."""

import os
import re
from pathlib import Path

HOSTS = ("pypi" + ".org", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com", "deb." + "debian.org")
CONSTANT = Path("hub/bootstrap/index.py")  # where the one default package index stands


def readable(path: Path) -> str:
    """The text of a file, '' for a picture or a font."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def test_no_file_names_a_registry(root: Path, tracked: list[Path]) -> None:
    named = re.compile("|".join(re.escape(host) for host in HOSTS))
    found = {path: named.findall(readable(root / path)) for path in tracked}
    assert {path: hosts for path, hosts in found.items() if hosts} == {CONSTANT: [HOSTS[0]]}


def test_no_file_names_the_place_where_it_lies(root: Path, tracked: list[Path]) -> None:
    places = [f"{root}/", *([f"{Path.home()}/"] if Path.home() != Path("/") else [])]
    assert [path for path in tracked if any(place in readable(root / path) for place in places)] == []


def test_the_launcher_can_be_started(root: Path) -> None:
    assert os.access(root / "codekids", os.X_OK)


def test_the_licence_is_there(root: Path) -> None:
    text = (root / "LICENSE").read_text()
    assert text.startswith("BSD 3-Clause License")
    assert "CODE Kids Hub contributors" in text
