"""A child is erased while the hub runs: its word is found nowhere, and not after yesterday's copy was brought back.

The workspaces of this evening are processes of their own, as those of other evenings are forked.
"""

import gzip
import os
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from evening.club_visitors import HOME, Evening, Visitor
from evening.conftest import running_demo
from evening.test_homework_evening import SET, Child, _eventually

WORD = "Zgrumbulache"


@pytest.mark.timeout(900)
def test_nothing_of_it_is_left_and_nothing_comes_back(evening: Evening, root: Path, tmp_path: Path) -> None:
    data, yesterday = tmp_path / "data", tmp_path / "yesterday"
    data.mkdir()
    shutil.copytree(evening.data / "released", data / "released")  # made once for all evenings
    shutil.copy2(evening.data / "released.stamp", data)
    with running_demo(root, tmp_path, data, CODEKIDS_WORKSPACE_START="own") as hub:
        child = Child(hub, 0)
        write_it_everywhere(hub, child)
        places = {place.split(".")[0] for place in in_tables(data, WORD)}
        assert places >= {"children", "first_guesses", "findings", "wonders", "hand_ins"}
        assert len(in_files(data, WORD)) >= 5
        copy(data, yesterday)
        zipped = tmp_path / "home.zip"
        operate(root, data, "export", str(child.card["club"]), WORD, str(zipped))
        with zipfile.ZipFile(zipped) as archive:
            pages = [
                name for name in archive.namelist() if WORD in archive.read(name).decode("utf-8", "replace")
            ]
        assert {"index.html", f"files/{SET}/homework.html", "data/first_guesses.json"} <= set(pages)
        zipped.unlink()
        said = operate(root, data, "erase", str(child.card["club"]), WORD, "--now")
        assert f"{WORD} is erased." in said, said
        assert not (data / "homes" / child.id).exists(), "its workspace was stopped first"
        child.visitor.close()
    assert_gone(data, child.id)
    shutil.rmtree(data)
    yesterday.rename(data)
    assert in_files(data, WORD), "yesterday it was there"
    with running_demo(root, tmp_path, data) as hub:
        stranger = Visitor.at(hub.url)
        assert stranger.offer(**hub.words(child.card)).status_code in (200, 403), (
            "no card of it opens anything"
        )
        stranger.close()
    assert_gone(data, child.id)


def write_it_everywhere(hub: Evening, child: Child) -> None:
    """The word in the nickname, in a session, in a notebook, in a hand-in that is marked."""
    librarian = Visitor.at(hub.url)
    librarian.log_in(**hub.password("librarian"))
    with sqlite3.connect(hub.data / "club.sqlite") as connection:
        (club,) = connection.execute("SELECT club_id FROM children WHERE id = ?", (child.id,)).fetchone()
    for path, form in (
        (f"children/{child.id}/nickname", {"nickname": WORD}),
        (f"clubs/{club}/start", {}),
    ):
        answer = librarian.http.post(f"{HOME}{path}", data={"xsrf": librarian.xsrf(), **form})
        assert answer.status_code == 303, answer.text
    for path, form in (
        ("session/guess", {"words": f"Cred că {WORD}"}),
        ("session/finding", {"sentence": f"Am găsit {WORD}"}),
        ("session/wonder", {"words": f"Oare {WORD}?"}),
    ):
        answer = child.visitor.http.post(f"{HOME}{path}", data={"xsrf": child.visitor.xsrf(), **form})
        assert answer.status_code == 303, answer.text
    librarian.close()
    child.write(make=f"# {WORD}\n")
    child.hand_in()
    _eventually(lambda: child.state() in ("marked", "answered"), "the hand-in was not marked")


def operate(root: Path, data: Path, *words: str) -> str:
    """As the operator does it, beside the running hub."""
    command = [sys.executable, "-m", "codekids_hub", "people", "--data", str(data), *words]
    ran = subprocess.run(
        command, env=os.environ | {"CODEKIDS_ROOT": str(root)}, capture_output=True, text=True, check=False
    )
    return ran.stdout + ran.stderr


def copy(data: Path, to: Path) -> None:
    """A copy of the data of a hub that runs; of each database as one moment has it."""
    databases = sorted(data.rglob("*.sqlite")) + sorted(data.rglob("gradebook.db"))
    shutil.copytree(data, to, symlinks=True, ignore=shutil.ignore_patterns("*.sqlite*", "gradebook.db*"))
    for each in databases:
        with sqlite3.connect(each) as source, sqlite3.connect(to / each.relative_to(data)) as target:
            source.backup(target)


def in_tables(data: Path, word: str) -> set[str]:
    """The tables and columns of the club's database that hold a word."""
    found = set()
    with sqlite3.connect(data / "club.sqlite") as connection:
        for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            rows = connection.execute(f'SELECT * FROM "{table}"')
            names = [each[0] for each in rows.description]
            found |= {
                f"{table}.{name}"
                for row in rows
                for name, value in zip(names, row, strict=True)
                if word in str(value)
            }
    return found


def in_files(data: Path, word: str) -> list[Path]:
    """The files that hold a word, in their names or their bytes, also packed."""
    return [
        path
        for path in sorted(data.rglob("*"))
        if word in path.name or (path.is_file() and word.encode() in _unpacked(path))
    ]


def _unpacked(path: Path) -> bytes:
    """A file's bytes, and those of what is packed in it."""
    content = path.read_bytes()
    if content.startswith(b"\x1f\x8b"):
        return content + gzip.decompress(content)
    if content.startswith(b"PK"):
        with zipfile.ZipFile(path) as archive:
            return content + b"".join(archive.read(name) for name in archive.namelist())
    return content


def assert_gone(data: Path, child_id: str) -> None:
    """The word is nowhere; the random identifier only where it keeps a copy from coming back."""
    assert in_tables(data, WORD) == set()
    assert in_files(data, WORD) == []
    kept = {place.split(".")[0] for place in in_tables(data, child_id)}
    assert kept <= {"audit", "erasures", "login_ends"}
    assert not [path for path in data.rglob(child_id)], SET
