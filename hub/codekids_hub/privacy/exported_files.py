"""A child's files as they go into an export: read without following a link, named so that every computer takes them.

A home belongs to its child, who may put anything there: a link to the club's database, a pipe, folders without end. What
is no plain file is left out, and so is what is far too large.
"""

import os
import re
import stat
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path, PurePosixPath

MOST_BYTES = 50_000_000
"""Of one file; a larger one stays where it is, and the export says so."""
MOST_FILES = 5_000
MOST_DEEP = 12

PROGRAMS = frozenset((".cache", ".config", ".ipython", ".jupyter", ".local", ".npm"))
"""Folders of a home in which programs keep what is theirs."""
CHECKPOINTS = ".ipynb_checkpoints"
OURS = ".satul"
OWN = frozenset(("versions", "parts"))
"""What we keep there for the child: earlier versions, guesses and orders of blocks."""

_NO_LINK = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]')
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


Wanted = Callable[[PurePosixPath], bool]


@dataclass(frozen=True)
class Found:
    """A file: where it lay, its size, and itself, open until the next one is asked for."""

    path: PurePosixPath
    size: int
    file: BufferedReader


def of_home(home: Path) -> Iterator[Found]:
    """The child's own files in its home, folder by folder, each by its name."""
    yield from walk(home, _is_own)


def _is_own(path: PurePosixPath) -> bool:
    if path.parts[0] == OURS:
        return len(path.parts) == 1 or path.parts[1] in OWN
    return path.parts[0] not in PROGRAMS and CHECKPOINTS not in path.parts


def walk(folder: Path, wanted: Wanted = lambda path: True) -> Iterator[Found]:
    """Every plain file below a folder, by its name; nothing when there is no such folder.

    :param wanted: whether to go to a path below it
    """
    descriptor = _open(str(folder), None)
    if descriptor is not None:
        yield from _at(descriptor, PurePosixPath(), wanted, [MOST_FILES])


def _at(descriptor: int, path: PurePosixPath, wanted: Wanted, left: list[int]) -> Iterator[Found]:
    """What is open there: a file, or everything below a folder. It is closed in the end."""
    about = os.fstat(descriptor)
    with os.fdopen(descriptor, "rb") if stat.S_ISREG(about.st_mode) else _closed(descriptor) as file:
        if isinstance(file, BufferedReader):
            left[0] -= 1
            yield Found(path, about.st_size, file)
        elif stat.S_ISDIR(about.st_mode) and len(path.parts) <= MOST_DEEP:
            for name in sorted(os.listdir(descriptor)):
                if left[0] > 0 and wanted(path / name):
                    below = _open(name, descriptor)
                    if below is not None:
                        yield from _at(below, path / name, wanted, left)


def _open(name: str, folder: int | None) -> int | None:
    """Open what is there, but never through a link, and without waiting for the other end of a pipe."""
    try:
        return os.open(name, _NO_LINK, dir_fd=folder)
    except OSError:
        return None


@contextmanager
def _closed(descriptor: int) -> Iterator[None]:
    try:
        yield
    finally:
        os.close(descriptor)


def unpacked(packed: bytes, most: int = MOST_BYTES) -> bytes | None:
    """What was packed with gzip; ``None`` when it is damaged or would be larger than ``most``."""
    unpacking = zlib.decompressobj(wbits=31)
    try:
        content = unpacking.decompress(packed, most)
    except zlib.error:
        return None
    return content if unpacking.eof else None


class Names:
    """Names in a zip that every computer takes, each once, whether it tells large letters from small ones or not.

    >>> names = Names()
    >>> names.free("home/a:b.ipynb"), names.free("home/A_b.ipynb")
    ('home/a_b.ipynb', 'home/A_b (2).ipynb')
    """

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def free(self, wished: str) -> str:
        """The wished name as far as it can be had."""
        path = PurePosixPath(
            *(_safe(part) for part in PurePosixPath(wished).parts if part not in ("/", ".."))
        )
        found, number = path, 1
        while str(found).casefold() in self._taken:
            number += 1
            found = path.with_name(f"{path.stem} ({number}){path.suffix}")
        self._taken.add(str(found).casefold())
        return str(found)


def _safe(part: str) -> str:
    """A file's name as far as Windows takes it, too."""
    plain = _FORBIDDEN.sub("_", part.encode("utf-8", "replace").decode()).rstrip(". ")
    stem, dot, ending = plain.rpartition(".")
    short = plain if len(plain) <= 80 else f"{stem[:70]}{dot}{ending[:9]}"
    return f"_{short}" if not short or _DEVICES.fullmatch(short) else short
