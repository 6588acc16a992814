"""What a bundle may be, and what is refused."""

import io
import stat
import zipfile
from collections.abc import Callable

import pytest

from codekids_grading import bundles
from codekids_grading.bundles import BadBundle, Limits

NOTEBOOK = {"homework.ipynb": b"{}"}


def packed(*entries: tuple[str | zipfile.ZipInfo, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip with these entries and a notebook."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", how) as archive:
        for name, content in (("homework.ipynb", b"{}"), *entries):
            archive.writestr(name, content)
    return buffer.getvalue()


def linked() -> bytes:
    entry = zipfile.ZipInfo("data.csv")
    entry.create_system, entry.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    return packed((entry, b"/etc/passwd"))


def locked() -> bytes:
    content = bytearray(packed(("a.txt", b"a")))
    place = content.rindex(b"PK\x01\x02")
    content[place + 8] |= 1
    return bytes(content)


def doubled() -> bytes:
    with pytest.warns(UserWarning, match="Duplicate name"):
        return packed(("homework.ipynb", b"{}"))


def test_write_and_read_are_inverse_and_deterministic() -> None:
    files = {"homework.ipynb": b"{}", "date/măsurători.csv": b"1,2\n"}
    content = bundles.write(files)
    assert bundles.read(content).files == files
    assert bundles.write(dict(reversed(files.items()))) == content
    assert bundles.read(content).notebooks == ("homework",)


def test_folders_of_their_own_are_fine() -> None:
    assert bundles.read(packed(("data/", b""), ("data/a.csv", b"1"))).files["data/a.csv"] == b"1"


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        pytest.param(lambda: b"", "BadBundle", id="empty"),
        pytest.param(lambda: b"PK\x03\x04 and no more", "BadBundle", id="beginning-only"),
        pytest.param(lambda: bundles.write(NOTEBOOK)[:-30], "BadBundle", id="cut-off"),
        pytest.param(
            lambda: bundles.write(NOTEBOOK).replace(b"PK\x03\x04", b"PK\x03\x05"),
            "BadBundle",
            id="broken-inside",
        ),
        pytest.param(
            lambda: packed(("a.txt", b"a" * 999), how=zipfile.ZIP_LZMA), "BadBundle", id="odd-packing"
        ),
        pytest.param(lambda: packed(("zeros", bytes(31_000_000))), "TooLarge", id="bomb"),
        pytest.param(lambda: bytes(10_000_001), "TooLarge", id="long"),
        pytest.param(
            lambda: packed(*((f"{n}.txt", b"") for n in range(100))), "TooManyFiles", id="many-files"
        ),
        pytest.param(
            lambda: packed(*((f"{n}/", b"") for n in range(300))), "TooManyFiles", id="many-folders"
        ),
        pytest.param(
            lambda: packed(*((f"{n}.txt", b"") for n in range(2000))), "TooManyFiles", id="very-many"
        ),
        pytest.param(lambda: packed(("../evil", b"")), "UnsafeName", id="up"),
        pytest.param(lambda: packed(("/etc/passwd", b"")), "UnsafeName", id="absolute"),
        pytest.param(lambda: packed(("a/../../b", b"")), "UnsafeName", id="up-inside"),
        pytest.param(lambda: packed(("a\\b", b"")), "UnsafeName", id="backslash"),
        pytest.param(lambda: packed(("C:b", b"")), "UnsafeName", id="drive"),
        pytest.param(lambda: packed(("a\nb", b"")), "UnsafeName", id="line-end"),
        pytest.param(lambda: packed(("a\u202egnp.exe", b"")), "UnsafeName", id="turned-letters"),
        pytest.param(lambda: packed(("a//b", b"")), "UnsafeName", id="empty-folder"),
        pytest.param(lambda: packed((" a", b"")), "UnsafeName", id="space-first"),
        pytest.param(lambda: packed(("x" * 151, b"")), "UnsafeName", id="long-name"),
        pytest.param(lambda: packed(("a/b/c/d/e/f", b"")), "TooDeep", id="deep"),
        pytest.param(lambda: packed(("HOMEWORK.ipynb", b"")), "SameName", id="other-case"),
        pytest.param(lambda: packed(("homework.ipynb/a", b"")), "SameName", id="file-and-folder"),
        pytest.param(
            lambda: packed(("\u0103.txt", b""), ("a\u0306.txt", b"")), "SameName", id="other-accents"
        ),
        pytest.param(doubled, "SameName", id="twice"),
        pytest.param(linked, "NotAFile", id="link"),
        pytest.param(locked, "Locked", id="password"),
        pytest.param(lambda: bundles.write({"a.txt": b""}), "NoNotebook", id="nothing-to-mark"),
        pytest.param(
            lambda: bundles.write({"deep/homework.ipynb": b""}), "NoNotebook", id="only-deep-inside"
        ),
    ],
)
def test_is_refused_by_name(content: Callable[[], bytes], refusal: str) -> None:
    with pytest.raises(BadBundle) as refused:
        bundles.read(content())
    assert type(refused.value).__name__ == refusal
    assert str(refused.value).endswith(".")


def test_a_nul_does_not_hide_the_rest_of_a_name() -> None:
    content = packed(("evilXtxt", b"")).replace(b"evilXtxt", b"evil\0txt")
    with pytest.raises(bundles.UnsafeName):
        bundles.read(content)


def test_what_needs_no_notebook_may_have_none() -> None:
    assert bundles.read(bundles.write({"a.txt": b"a"}), Limits(needs_notebook=False)).files == {"a.txt": b"a"}


def test_nothing_is_written_that_would_not_be_read() -> None:
    with pytest.raises(bundles.UnsafeName):
        bundles.write({"../a": b""})
