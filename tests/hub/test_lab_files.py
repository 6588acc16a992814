"""JupyterLab's files for all workspaces: one address, packed, kept for ever; another JupyterLab has another address."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

import brotli
import httpx
import pytest

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


@dataclass
class Browser:
    """Asks the service for files, and takes what comes as it is."""

    files: LabFiles

    def ask(self, path: str, method: str = "GET", accepting: str = "br") -> tuple[httpx.Response, bytes]:
        async def asking() -> tuple[httpx.Response, bytes]:
            transport = httpx.ASGITransport(SharedLab(self.files))
            async with httpx.AsyncClient(transport=transport, base_url="http://club.test") as http:
                address = f"{self.files.prefix}/{path}"
                async with http.stream(method, address, headers={"Accept-Encoding": accepting}) as answer:
                    return answer, b"".join([part async for part in answer.aiter_raw()])

        return asyncio.run(asking())


@pytest.fixture
def browser(files: LabFiles) -> Browser:
    return Browser(files)


@pytest.mark.parametrize(
    ("wanted", "coding"),
    [("gzip, br", "br"), ("br;q=0.5", "br"), ("br;q=0, gzip", None), ("gzip", None), ("", None)],
)
def test_a_script_comes_packed_for_whoever_can_unpack_it(
    browser: Browser, wanted: str, coding: str | None
) -> None:
    answer, body = browser.ask("static/main.js", accepting=wanted)
    assert answer.headers.get("Content-Encoding") == coding
    assert (brotli.decompress(body) if coding else body).decode() == SCRIPT
    assert coding is None or len(body) < len(SCRIPT) / 10
    assert "immutable" in answer.headers["Cache-Control"] and answer.headers["Vary"] == "Accept-Encoding"
    assert "javascript" in answer.headers["Content-Type"]


def test_a_picture_is_sent_as_it_is(browser: Browser) -> None:
    answer, body = browser.ask("extensions/@codekids/stork.png")
    assert body == PICTURE and "Content-Encoding" not in answer.headers
    assert answer.headers["Content-Type"] == "image/png"


@pytest.mark.parametrize("path", ["static/other.js", "static/../key", "static/%2e%2e/key", "../../key", ""])
def test_there_is_nothing_else(browser: Browser, path: str) -> None:
    assert browser.ask(path)[0].status_code == 404


def test_they_are_only_read(browser: Browser) -> None:
    assert browser.ask("static/main.js", method="POST")[0].status_code == 405


def test_other_files_have_another_address(files: LabFiles, tmp_path: Path) -> None:
    newer = tmp_path / "newer.js"
    newer.write_text(f"{SCRIPT}// a new version")
    assert LabFiles({**files.paths, "static/main.js": newer}).prefix != files.prefix


def test_packed_ahead_they_are_not_packed_again(files: LabFiles) -> None:
    files.pack()
    again = files.packed("static/main.js")
    assert again is files.packed("static/main.js") and files.packed("extensions/@codekids/stork.png") is None
