"""Files as they travel: a zip. The same files are the same bytes, on any day and any machine with this Python."""

import io
import os
import shutil
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

Ignored = Callable[[str, list[str]], Collection[str]]
"""Of a folder and the names in it, those to leave out: what ``shutil.copytree`` calls ``ignore``."""

_THE_EPOCH_OF_ZIP = (1980, 1, 1, 0, 0, 0)


class BadBundle(Exception):
    """These bytes are no zip of plain files, or of too many bytes."""


class TooLarge(Exception):
    """The folder holds more than may travel."""


def read_folder(folder: Path, ignored: Ignored, most: int) -> dict[str, bytes]:
    """The files of a folder and the folders in it, by name; what is no file (a pipe, a broken link) is left out.

    Raises:
        TooLarge: they are more than ``most`` bytes.
        OSError: one cannot be read.
    """
    files: dict[str, bytes] = {}
    room = most
    for place, folders, names in os.walk(folder):
        left_out = set(ignored(place, [*folders, *names]))
        folders[:] = sorted(set(folders) - left_out)
        for name in sorted(set(names) - left_out):
            path = Path(place, name)
            if not path.is_file():
                continue
            room -= path.stat().st_size
            if room < 0:
                raise TooLarge
            files[path.relative_to(folder).as_posix()] = path.read_bytes()
    return files


def pack(files: Mapping[str, bytes]) -> bytes:
    """The zip of some files.

    Raises:
        ValueError: a name that a zip cannot hold.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _THE_EPOCH_OF_ZIP)
            entry.create_system, entry.external_attr = 3, (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, files[name], zipfile.ZIP_DEFLATED, 6)
    return packed.getvalue()


def unpack(content: bytes, most: int) -> dict[str, bytes]:
    """The files of a zip; sizes are measured, not believed.

    Raises:
        BadBundle: a zip that cannot be read, leads out of its folder, holds a link, or more than ``most`` bytes.
    """
    files: dict[str, bytes] = {}
    room = most
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for entry in archive.infolist():
                if entry.is_dir():
                    continue
                _check(entry)
                with archive.open(entry) as packed:
                    files[entry.filename] = packed.read(room + 1)
                room -= len(files[entry.filename])
                if room < 0:
                    raise BadBundle("too large")
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        raise BadBundle(str(error)) from error
    return files


def write_files(files: Mapping[str, bytes], folder: Path) -> None:
    """Put files into a folder, made where it is missing; what has such a name already stays as it is."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(content)


def replace_folder(files: Mapping[str, bytes], folder: Path) -> None:
    """Make a folder of exactly these files, all of it or, where that fails, nothing of it.

    Raises:
        OSError: it could not be; what was there is there.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        write_files(files, beside / "new")
        if folder.exists():
            folder.rename(beside / "old")
        (beside / "new").rename(folder)
    except BaseException:
        if (beside / "old").exists() and not folder.exists():
            (beside / "old").rename(folder)
        raise
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _check(entry: zipfile.ZipInfo) -> None:
    name, parts = entry.orig_filename, entry.orig_filename.split("/")
    if any(part in ("", ".", "..") for part in parts) or "\\" in name or not name.isprintable():
        raise BadBundle(f"name: {name!r}")
    if stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG) or entry.flag_bits & 0x1:
        raise BadBundle(f"no plain file: {name!r}")
