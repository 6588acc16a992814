"""JupyterLab's files for all workspaces: one address, packed, kept for ever; another JupyterLab has another address."""

from pathlib import Path

import brotli
import pytest
from starlette.testclient import TestClient

from codekids_hub.club.shared_files import SharedLab
from codekids_hub.lab_files import LabFiles

SCRIPT = "export const village = 'Pietrari';\n" * 200
PICTURE = b"\x89PNG" + bytes(range(256))


@pytest.fixture
def files(tmp_path: Path) -> LabFiles:
    script, picture, outside = tmp_path / "main.js", tmp_path / "stork.png", tmp_path / "key"
    script.write_text(SCRIPT)
    picture.write_bytes(PICTURE)
    outside.write_text("a secret")
    return LabFiles({"static/main.js": script, "extensions/@codekids/stork.png": picture})


@pytest.fixture
def browser(files: LabFiles) -> TestClient:
    return TestClient(SharedLab(files))


@pytest.mark.parametrize(
    ("wanted", "coding"),
    [("gzip, br", "br"), ("br;q=0.5", "br"), ("br;q=0, gzip", None), ("gzip", None), ("", None)],
)
def test_a_script_comes_packed_for_whoever_can_unpack_it(
    browser: TestClient, files: LabFiles, wanted: str, coding: str | None
) -> None:
    with browser.stream(
        "GET", f"{files.prefix}/static/main.js", headers={"Accept-Encoding": wanted}
    ) as answer:
        body = b"".join(answer.iter_raw())
    assert answer.headers.get("Content-Encoding") == coding
    assert (brotli.decompress(body) if coding else body).decode() == SCRIPT
    assert coding is None or len(body) < len(SCRIPT) / 10
    assert "immutable" in answer.headers["Cache-Control"] and answer.headers["Vary"] == "Accept-Encoding"
    assert "javascript" in answer.headers["Content-Type"]


def test_a_picture_is_sent_as_it_is(browser: TestClient, files: LabFiles) -> None:
    answer = browser.get(f"{files.prefix}/extensions/@codekids/stork.png", headers={"Accept-Encoding": "br"})
    assert answer.content == PICTURE and "Content-Encoding" not in answer.headers
    assert answer.headers["Content-Type"] == "image/png"


@pytest.mark.parametrize("path", ["static/other.js", "static/../key", "static/%2e%2e/key", "../../key", ""])
def test_there_is_nothing_else(browser: TestClient, files: LabFiles, path: str) -> None:
    assert browser.get(f"{files.prefix}/{path}").status_code == 404


def test_they_are_only_read(browser: TestClient, files: LabFiles) -> None:
    assert browser.post(f"{files.prefix}/static/main.js").status_code == 405


def test_other_files_have_another_address(files: LabFiles, tmp_path: Path) -> None:
    newer = tmp_path / "newer.js"
    newer.write_text(f"{SCRIPT}// a new version")
    assert LabFiles({**files.paths, "static/main.js": newer}).prefix != files.prefix


def test_packed_ahead_they_are_not_packed_again(files: LabFiles) -> None:
    files.pack()
    again = files.packed("static/main.js")
    assert again is files.packed("static/main.js") and files.packed("extensions/@codekids/stork.png") is None
