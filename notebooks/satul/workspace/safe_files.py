"""Files that are written whole or not at all: who reads meets the old or the new, never half of one."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def is_full(error: BaseException | None) -> bool:
    """Whether an error, or what it came from, says that there is no room left."""
    while error is not None:
        if isinstance(error, OSError) and error.errno in _FULL:
            return True
        error = error.__cause__ or error.__context__
    return False


@contextmanager
def writing_whole(target: Path, mode: str = "wb", **how: Any) -> Iterator[IO[Any]]:
    """A file to write to; it takes the place of ``target`` when all is written and on the disk, else nothing changes.

    Raises OSError when the folder takes no file.
    """
    target = target.resolve() if target.is_symlink() else target
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".part")
    fresh = Path(name)
    try:
        with os.fdopen(handle, mode, **how) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        fresh.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o644)
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
    sync_folder(target.parent)


def write_whole(content: bytes, target: Path) -> None:
    """Write a file whole, instead of what stands there; its folder is made. Raises OSError."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with writing_whole(target) as file:
        file.write(content)


def sync_folder(folder: Path) -> None:
    """Put the names of a folder's files on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
