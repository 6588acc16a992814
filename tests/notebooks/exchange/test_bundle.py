"""Files that travel, and receipts that are kept."""

import io
import os
import stat
import zipfile
from pathlib import Path

import pytest

from satul.exchange import bundle
from satul.exchange.receipts import Receipts
from satul.exchange.records import Receipt

MOST = 1_000_000


def zipped(*entries: tuple[zipfile.ZipInfo | str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return packed.getvalue()


def link() -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo("link")
    entry.create_system, entry.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    return entry


def test_the_same_files_are_the_same_bytes(tmp_path: Path) -> None:
    files = {"b.txt": b"2", "a/c.ipynb": b"{}", "ș.txt": b""}
    bundle.write_files(files, tmp_path / "one")
    read = bundle.read_folder(tmp_path / "one", lambda *_: (), MOST)
    os.utime(tmp_path / "one" / "b.txt", (0, 0))
    assert read == files
    assert bundle.pack(read) == bundle.pack(dict(reversed(files.items())))
    assert bundle.unpack(bundle.pack(files), MOST) == files


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no zip",
        bundle.pack({"a": b"x" * 100})[:60],
        zipped(("../a", b"x")),
        zipped(("/a", b"x")),
        zipped(("a//b", b"x")),
        zipped(("a\\b", b"x")),
        zipped(("a\nb", b"x")),
        zipped((link(), b"/etc/passwd")),
        zipped(("bomb", b"\0" * (MOST + 1))),
    ],
)
def test_what_is_no_bundle_is_refused(content: bytes) -> None:
    with pytest.raises(bundle.BadBundle):
        bundle.unpack(content, MOST)


def test_links_and_pipes_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    (tmp_path / "same").symlink_to("a")
    (tmp_path / "broken").symlink_to("nowhere")
    (tmp_path / "round").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    assert bundle.read_folder(tmp_path, lambda *_: (), MOST) == {"a": b"x", "same": b"x"}
    with pytest.raises(bundle.TooLarge):
        bundle.read_folder(tmp_path, lambda *_: (), 1)


def test_a_folder_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    folder = tmp_path / "x" / "homework"
    bundle.replace_folder({"a": b"1", "old": b"1"}, folder)
    bundle.replace_folder({"a": b"2"}, folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"a": b"2"}
    with pytest.raises(OSError):
        bundle.replace_folder({"a": b"3", "a/b": b"3"}, folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"a": b"2"}
    assert list(folder.parent.iterdir()) == [folder]


def test_what_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        bundle.write_files({"a": b"theirs"}, tmp_path)
    assert (tmp_path / "a").read_bytes() == b"mine"


def test_receipts(tmp_path: Path) -> None:
    receipts = Receipts(tmp_path / ".satul")
    assert receipts.last("c", "a") is None
    for number in (3, 12, 7):
        receipts.keep("c", "a", "key", Receipt(number, "2026-11-06 18:30:00.000001 UTC", "0", False))
    receipts.keep("c", "b", "key", Receipt(99, "2026-11-06 18:30:00.000001 UTC", "0", False))
    file = tmp_path / ".satul" / "receipts.jsonl"
    file.write_bytes(file.read_bytes() + b'\nnull\n{"number": 500}\n{"course_id": "c", "assignm')
    last = receipts.last("c", "a")
    assert last is not None and (last.receipt.number, last.key) == (12, "key")
    receipts.keep("c", "a", "key", Receipt(13, "2026-11-06 18:30:00.000001 UTC", "0", False))
    last = receipts.last("c", "a")
    assert last is not None and last.receipt.number == 13
