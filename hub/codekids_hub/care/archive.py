"""A copy in one file: a tar stream, packed by gzip, sealed in the age format. Python alone is needed to make and to read it.

The last member says the SHA-256 of every file before it.
"""

import gzip
import hashlib
import io
import json
import os
import shutil
import stat
import tarfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO

import pyrage

from codekids_grading.store import sync_folder
from codekids_hub.care import keys
from codekids_hub.care.manifest import NotOurs
from codekids_hub.refusals import Refusal

HEAD = b"age-encryption.org/v1"
CONTENTS = ".contents.json"
_LEVEL = 5


class NotOverwritten(Refusal):
    """Something else lies where the copy should go."""

    message = "%(file)s is there and is no copy of ours: it stays as it is. Choose another name."


class CopyDamaged(Refusal):
    """What was read is not what was written."""

    message = "The copy %(place)s is damaged or was made with another key: %(reason)s. Take an older one."


class _Exactly(io.RawIOBase):
    """So many bytes of a file, whatever happens to it meanwhile; what is missing is zeros. Counts their SHA-256."""

    def __init__(self, file: IO[bytes], size: int) -> None:
        self._file, self._left, self.sha256 = file, size, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        wanted = self._left if size < 0 else min(size, self._left)
        found = self._file.read(wanted)
        found += bytes(wanted - len(found))
        self._left -= wanted
        self.sha256.update(found)
        return found


@dataclass
class Saved:
    """How many files a copy holds, and what could not be read."""

    files: int = 0
    unread: list[str] = field(default_factory=list)


def save(file: Path, key: Path, data: Path, names: Sequence[str]) -> Saved:
    """Write ``names`` of the folder ``data`` into a file that only the holder of the key can read.

    :raises NotOverwritten: there is a file of somebody else's
    """
    if file.exists() and not is_archive(file):
        raise NotOverwritten(file=file)
    identity = keys.read(key)
    saved = Saved()
    draft = file.with_name(f".{file.name}.{os.getpid()}.part")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as sealed:
            _through_a_pipe(
                lambda pipe: _pack(pipe, data, names, saved),
                lambda pipe: pyrage.encrypt_io(pipe, sealed, [identity.to_public()]),
            )
            sealed.flush()
            os.fsync(sealed.fileno())
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)
    sync_folder(file.absolute().parent)
    return saved


def extract(file: Path, key: Path, folder: Path) -> None:
    """Bring the files back into an empty folder, and compare each with what was written.

    :raises CopyDamaged: one of them is different, or the key is another one
    """
    identity = keys.read(key)
    try:
        with file.open("rb") as sealed:
            _through_a_pipe(
                lambda pipe: pyrage.decrypt_io(sealed, pipe, [identity]),
                lambda pipe: _unpack(pipe, file, folder),
            )
    except (pyrage.DecryptError, tarfile.TarError, EOFError, OSError) as error:
        if getattr(error, "errno", None):  # this machine's trouble, and no damage
            raise
        raise CopyDamaged(place=file, reason=str(error) or type(error).__name__) from error
    os.sync()


def is_archive(file: Path) -> bool:
    """Whether a file begins as ours do."""
    with file.open("rb") as opened:
        return opened.read(len(HEAD)) == HEAD


def _through_a_pipe(write: Callable[[IO[bytes]], None], read: Callable[[IO[bytes]], None]) -> None:
    """Have one write into a pipe, in a thread, and the other read from it. When both fail, the writer's is the reason."""
    reading, writing = os.pipe()

    def fill() -> None:
        with os.fdopen(writing, "wb") as pipe:
            write(pipe)

    with ThreadPoolExecutor(1, "copy") as pool:
        filling = pool.submit(fill)
        try:
            with os.fdopen(reading, "rb") as pipe:
                read(pipe)
                while pipe.read(1 << 20):  # until the writer is done: what follows the end of a tar, too
                    pass
        except (OSError, EOFError, tarfile.TarError) as error:
            reason = filling.exception()
            if reason is None or isinstance(reason, BrokenPipeError) or getattr(error, "errno", None):
                raise  # such as a full disk
            raise reason from error
    filling.result()


def _pack(pipe: IO[bytes], data: Path, names: Sequence[str], saved: Saved) -> None:
    contents: dict[str, str] = {}
    with (
        gzip.GzipFile(fileobj=pipe, mode="wb", compresslevel=_LEVEL) as packed,
        tarfile.open(fileobj=packed, mode="w|", format=tarfile.PAX_FORMAT) as tar,
    ):
        for path in _below(data, names, saved):
            try:
                _add(tar, data, path, contents)
            except FileNotFoundError:
                continue  # it went away meanwhile
            except PermissionError:
                saved.unread.append(str(path.relative_to(data)))
        said = json.dumps(contents).encode()
        last = tarfile.TarInfo(CONTENTS)
        last.size = len(said)
        tar.addfile(last, io.BytesIO(said))
    saved.files = len(contents)


def _below(data: Path, names: Sequence[str], saved: Saved) -> Iterator[Path]:
    """Every folder, file and link below, never through a link."""

    def unread(error: OSError) -> None:
        if isinstance(error, PermissionError):
            saved.unread.append(str(Path(error.filename).relative_to(data)))

    for name in names:
        yield data / name
        if not (data / name).is_symlink():
            for folder, folders, files in os.walk(data / name, onerror=unread):
                yield from (Path(folder) / each for each in sorted([*folders, *files]))


def _add(tar: tarfile.TarFile, data: Path, path: Path, contents: dict[str, str]) -> None:
    """Add one; sockets, pipes and devices are left out."""
    seen = path.lstat()
    member = tarfile.TarInfo(path.relative_to(data).as_posix())
    member.mode, member.mtime = stat.S_IMODE(seen.st_mode), int(seen.st_mtime)
    if stat.S_ISDIR(seen.st_mode):
        member.type = tarfile.DIRTYPE
        tar.addfile(member)
    elif stat.S_ISLNK(seen.st_mode):
        member.type, member.linkname = tarfile.SYMTYPE, os.readlink(path)
        tar.addfile(member)
    elif stat.S_ISREG(seen.st_mode):
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as opened:
            member.size = os.fstat(opened.fileno()).st_size
            exactly = _Exactly(opened, member.size)
            tar.addfile(member, exactly)
        contents[member.name] = exactly.sha256.hexdigest()


def _unpack(pipe: IO[bytes], file: Path, folder: Path) -> None:
    found: dict[str, str] = {}
    said: dict[str, str] | None = None
    folders: list[tuple[Path, tarfile.TarInfo]] = []
    with tarfile.open(fileobj=pipe, mode="r|gz") as tar:
        for member in tar:
            target = folder / _safe(member.name, file)
            if member.name == CONTENTS:
                opened = tar.extractfile(member)
                said = json.loads(opened.read()) if opened else None
            elif member.isdir():
                target.mkdir(parents=True, exist_ok=True)
                folders.append((target, member))
            elif member.issym():
                target.symlink_to(member.linkname)
            elif member.isreg():
                found[member.name] = _take_out(tar, member, target)
    for path, member in reversed(folders):  # at last: a folder that is only to be read is filled before
        path.chmod(member.mode & 0o777)
        os.utime(path, (member.mtime, member.mtime))
    if said is None:
        raise CopyDamaged(place=file, reason="its end is missing")
    different = {name for name in {*said, *found} if said.get(name) != found.get(name)}
    if different:
        raise CopyDamaged(place=file, reason=f"{len(different)} files differ, such as {min(different)}")


def _safe(name: str, file: Path) -> PurePosixPath:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or not path.parts:
        raise NotOurs(place=file, reason=f"it has a file called {name!r}")
    return path


def _take_out(tar: tarfile.TarFile, member: tarfile.TarInfo, target: Path) -> str:
    opened = tar.extractfile(member)
    assert opened is not None
    with target.open("xb") as written:
        exactly = _Exactly(opened, member.size)
        shutil.copyfileobj(exactly, written, 1 << 20)
    target.chmod(member.mode & 0o777)
    os.utime(target, (member.mtime, member.mtime))
    return exactly.sha256.hexdigest()
