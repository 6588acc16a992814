"""JupyterLab's files for all workspaces: one address, packed, kept for ever; another JupyterLab has another address."""

# mypy: disallow-untyped-calls=False

import asyncio
from dataclasses import dataclass
from pathlib import Path

import brotli
import httpx
import pytest

from codekids_hub.club.shared_files import SharedLab
from codekids_hub.lab_files import LabFiles, lab_files, lay_out
from codekids_hub.settings import Settings

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


@pytest.fixture
def environment(tmp_path: Path) -> Path:
    """An environment with a JupyterLab, an extension, and satul's own."""
    for path, content in {
        "share/jupyter/lab/static/main.js": SCRIPT,
        "share/jupyter/labextensions/@jupyter-widgets/remote.js": SCRIPT[::-1],
        "packages/satul/workspace/data/labextensions/satul/picture.png": "a picture",
    }.items():
        (tmp_path / "venv" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "venv" / path).write_text(content)
    return tmp_path / "venv"


def test_an_image_has_the_workspaces_files_packed_ahead(environment: Path, tmp_path: Path) -> None:
    settings = Settings.load(None, {}, mode="docker", data=tmp_path / "data", content=tmp_path / "content")
    laid = lay_out(environment, environment / "packages", tmp_path / "lab")
    served = lab_files(settings)
    assert served is not None and served.prefix == laid.prefix
    assert set(served.paths) == {
        "static/main.js",
        "extensions/@jupyter-widgets/remote.js",
        "extensions/satul/picture.png",
    }
    beside = tmp_path / "lab" / "static" / "main.js.br"
    assert brotli.decompress(beside.read_bytes()).decode() == SCRIPT
    beside.write_bytes(brotli.compress(b"packed ahead"))
    assert brotli.decompress(served.packed("static/main.js") or b"") == b"packed ahead"
    assert served.packed("extensions/satul/picture.png") is None


def test_without_jupyterlab_there_is_nothing_to_lay_out(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no JupyterLab"):
        lay_out(tmp_path, tmp_path, tmp_path / "lab")
