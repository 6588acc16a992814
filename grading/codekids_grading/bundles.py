"""Bundles: the files of a hand-in as they travel, a zip. Nothing of it touches the disk before it is looked at.

Sizes are measured while unpacking, never believed: a small zip that unpacks to something huge is refused at the limit.
"""

import io
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from codekids_grading.refusals import N_, Refusal

_THE_EPOCH_OF_ZIP = (1980, 1, 1, 0, 0, 0)
_DIRECTORY_ENTRY = b"PK\x01\x02"
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_FORBIDDEN = frozenset('\\:*?"<>|')


class BadBundle(Refusal):
    """These bytes are no zip that can be read."""

    message = N_("What arrived cannot be read: it is damaged or is not a zip. Please hand in again.")


class TooLarge(BadBundle):
    """The bundle or what is in it is too large."""

    message = N_(
        "This is too large: at most %(most)s MB. Take out pictures and data files, then hand in again."
    )


class TooManyFiles(BadBundle):
    """There are too many files."""

    message = N_("There are too many files: at most %(most)s. Hand in the homework's folder alone.")


class UnsafeName(BadBundle):
    """A file's name leads elsewhere, or cannot be a name on every computer."""

    message = N_("The file name %(name)s cannot be used. Give it a simple name, then hand in again.")


class TooDeep(UnsafeName):
    """Folders in folders in folders."""

    message = N_("The file %(name)s lies too deep in folders. Move it up, then hand in again.")


class SameName(UnsafeName):
    """Two files with one name, on some computers at least."""

    message = N_("Two files have the same name: %(name)s. Rename one, then hand in again.")


class NotAFile(BadBundle):
    """A link or a device instead of a file."""

    message = N_("%(name)s is a link, not a file. Put the file itself there, then hand in again.")


class Locked(BadBundle):
    """The zip needs a password."""

    message = N_("The zip is locked with a password. Please hand in without one.")


class NoNotebook(BadBundle):
    """There is nothing to mark."""

    message = N_("There is no notebook in it. Open your homework, save it and hand in again.")


@dataclass(frozen=True)
class Limits:
    """What a bundle may hold at most, in bytes, files, folders in folders and characters of a name."""

    packed: int = 10_000_000
    unpacked: int = 30_000_000
    files: int = 100
    depth: int = 5
    name: int = 150
    needs_notebook: bool = True


@dataclass(frozen=True)
class Bundle:
    """The files of a hand-in by their names, with ``/`` between folders."""

    files: Mapping[str, bytes]

    @property
    def notebooks(self) -> tuple[str, ...]:
        """The names without ending of the notebooks beside each other at the top, sorted."""
        tops = (PurePosixPath(name) for name in self.files if "/" not in name)
        return tuple(sorted(path.stem for path in tops if path.suffix == ".ipynb"))


def read(content: bytes, limits: Limits = Limits()) -> Bundle:
    """Look at a zip and unpack it in memory.

    :raises BadBundle: or one of its kinds: it is not accepted, and why
    """
    if len(content) > limits.packed:
        raise TooLarge(most=_megabytes(limits.packed))
    if content.count(_DIRECTORY_ENTRY) > 10 * limits.files:
        raise TooManyFiles(most=limits.files)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _check(entries, archive.infolist(), limits)
            files = _unpack(archive, entries, limits)
    except BadBundle:
        raise
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
    ) as error:
        raise BadBundle from error
    bundle = Bundle(files)
    if limits.needs_notebook and not bundle.notebooks:
        raise NoNotebook
    return bundle


def write(files: Mapping[str, bytes], limits: Limits = Limits()) -> bytes:
    """The zip of some files: the same bytes for the same files.

    :raises UnsafeName: a name could not be read again
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in sorted(files):
            check_name(name, limits)
            entry = zipfile.ZipInfo(name, _THE_EPOCH_OF_ZIP)
            entry.create_system, entry.external_attr = 3, (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, files[name], zipfile.ZIP_DEFLATED, 6)
    return packed.getvalue()


def check_name(name: str, limits: Limits = Limits()) -> None:
    """Look at a file's name.

    :raises UnsafeName: absolute, leading elsewhere, with signs that are no letters, too long or too deep
    """
    parts = name.split("/")
    odd = any(sign in _FORBIDDEN or unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co") for sign in name)
    if odd or len(name.encode("utf-8", "surrogatepass")) > limits.name or any(map(_misleading, parts)):
        raise UnsafeName(name=ascii(name[:80]))
    if len(parts) > limits.depth:
        raise TooDeep(name=ascii(name[:80]))


def _misleading(part: str) -> bool:
    return part in ("", ".", "..") or part != part.strip() or part.endswith(".")


def _check(entries: list[zipfile.ZipInfo], all_entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(all_entries) > 2 * limits.files or len(entries) > limits.files:
        raise TooManyFiles(most=limits.files)
    for entry in all_entries:
        check_name(entry.orig_filename.removesuffix("/"), limits)
    seen: dict[str, bool] = {}
    for entry in entries:
        kind = stat.S_IFMT(entry.external_attr >> 16)
        if kind not in (0, stat.S_IFREG):
            raise NotAFile(name=ascii(entry.filename[:80]))
        if entry.flag_bits & 0x1:
            raise Locked
        if entry.compress_type not in _PACKINGS:
            raise BadBundle
        _keep_apart(entry.filename, seen)


def _keep_apart(name: str, seen: dict[str, bool]) -> None:
    """Note the name and its folders; a file may be neither another file nor a folder."""
    plain = unicodedata.normalize("NFC", name).casefold()
    folders = [str(parent) for parent in PurePosixPath(plain).parents][:-1]
    if plain in seen or any(seen.get(folder) is False for folder in folders):
        raise SameName(name=ascii(name[:80]))
    seen[plain] = False
    seen.update(dict.fromkeys(folders, True))


def _unpack(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], limits: Limits) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    room = limits.unpacked
    for entry in entries:
        with archive.open(entry) as packed:
            files[entry.filename] = packed.read(room + 1)
        room -= len(files[entry.filename])
        if room < 0:
            raise TooLarge(most=_megabytes(limits.unpacked))
    return files


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:g}"
