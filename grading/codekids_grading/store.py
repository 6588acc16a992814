"""The store: files by their content. What was put in is there after a power cut, and never changes.

A file lies at ``<folder>/<first two digits>/<the other 62>`` of its SHA-256. Putting is atomic and durable: written beside,
synced, renamed, and then the directories synced (without the last step a rename is lost in a power cut).
"""

import hashlib
import os
import re
import secrets
from dataclasses import dataclass
from pathlib import Path

from codekids_grading.refusals import N_, Refusal

_DIGEST = re.compile(r"[0-9a-f]{64}")


class NotStored(Refusal):
    """Nothing with that digest was ever put in."""

    message = N_("This file is not in the store: %(digest)s.")


class Damaged(Refusal):
    """The bytes on the disk are no longer the bytes that were put in."""

    message = N_("The stored file %(digest)s has changed on the disk. Restore it from a backup.")


class NoRoom(Refusal):
    """The bytes could not be made durable; nothing was put in."""

    message = N_("There is no room to keep this: %(reason)s. It was not accepted; please try again later.")


@dataclass(frozen=True)
class Store:
    """A folder of files by their content; any number of processes may put and get at the same time."""

    folder: Path

    def put(self, content: bytes) -> str:
        """Keep ``content``; its SHA-256 in 64 hexadecimal digits. When this returns, it is on the disk for good.

        :raises NoRoom: it could not be written; nothing half written is ever seen
        """
        digest = hashlib.sha256(content).hexdigest()
        try:
            self._put(self.path(digest), content)
        except OSError as error:
            raise NoRoom(reason=error.strerror or str(error)) from error
        return digest

    def get(self, digest: str) -> bytes:
        """The bytes that were put in.

        :raises NotStored: there are none
        :raises Damaged: they are not the same any more
        """
        try:
            content = self.path(digest).read_bytes()
        except FileNotFoundError as error:
            raise NotStored(digest=digest) from error
        if hashlib.sha256(content).hexdigest() != digest:
            raise Damaged(digest=digest)
        return content

    def holds(self, digest: str) -> bool:
        """Whether something with that digest was put in."""
        return self.path(digest).is_file()

    def path(self, digest: str) -> Path:
        """Where a digest's file is, or would be.

        :raises NotStored: this is no digest (and certainly no path)
        """
        if not _DIGEST.fullmatch(digest):
            raise NotStored(digest=digest)
        return self.folder / digest[:2] / digest[2:]

    def _put(self, path: Path, content: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not _same(path, content):
            draft = path.parent / f".{path.name[:16]}.{os.getpid()}.{secrets.token_hex(4)}"
            try:
                _write(draft, content)
                draft.replace(path)
            finally:
                draft.unlink(missing_ok=True)
        # Also when it was there already: whoever put it may not have come as far as this.
        for folder in (path.parent, self.folder, self.folder.parent):
            sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """Make the names in ``folder`` durable."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _same(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except FileNotFoundError:
        return False


def _write(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
