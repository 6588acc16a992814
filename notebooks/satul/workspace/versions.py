"""Versions of a child's notebooks, in a hidden folder of the home: kept by time, by check, and before anything goes.

Each version is one compressed file, whose name says when it was kept, why, and what is in it (a part of its SHA-256):
there is no list of them that could be lost. What a version holds is the notebook with what its programs showed, unless
that is too much.
"""

import gzip
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

from satul.saving import keep_still_form
from satul.workspace.safe_files import write_whole
from satul.workspace.thinning import rolls, superfluous
from satul.workspace.work import cells_of, loses_much, work_of

FOLDER = Path(".satul", "versions")
REASONS = ("first", "time", "check", "before", "offline", "elsewhere")
"""Why a version was kept: as it came; by time; after a check; before something else took its place; written while
there was no connection; changed in another window."""

MOST_BYTES = 4_000_000
"""Most that all versions of a home may take, compressed."""
WITH_OUTPUTS = 40_000
"""Most bytes of one version with outputs, compressed; above that it is kept without."""
_STAMP = "%Y%m%dT%H%M%S.%f"
_SUFFIX = ".json.gz"


class NoSuchVersion(LookupError):
    """There is no such version, or it is damaged."""


@dataclass(frozen=True)
class Version:
    """A version of a notebook. ``at``: in UTC; ``digest``: of what is in it."""

    at: datetime
    reason: str
    digest: str

    @property
    def id(self) -> str:
        """Its name: time, reason, digest."""
        return f"{self.at.strftime(_STAMP)[:-3]}Z-{self.reason}-{self.digest}"

    @classmethod
    def named(cls, name: str) -> "Version | None":
        """The version of that name; None for any other file."""
        stamp, _, rest = name.partition("Z-")
        reason, _, digest = rest.partition("-")
        try:
            at = datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
        except ValueError:
            return None
        return cls(at, reason, digest) if reason in REASONS and digest else None


class Versions:
    """The versions of all notebooks of a home. Safe to use from several threads of one process.

    Args:
        home: the home; notebooks are named by their path below it, with slashes.
        clock: the time now, in UTC.
    """

    def __init__(self, home: Path, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._root = home / FOLDER
        self._clock = clock
        self._lock = threading.RLock()

    def of(self, path: str) -> list[Version]:
        """The versions of a notebook, oldest first."""
        names = (file.name for file in _files(self._folder(path)))
        return sorted(filter(None, (Version.named(name.removesuffix(_SUFFIX)) for name in names)), key=_when)

    def read(self, path: str, version_id: str) -> dict[str, Any]:
        """The notebook as it was. Raises NoSuchVersion."""
        version = Version.named(version_id)
        if version is None or version.id != version_id:
            raise NoSuchVersion(version_id)
        try:
            data = gzip.decompress(self._file(path, version).read_bytes())
            content = json.loads(data)
        except (OSError, EOFError, ValueError) as error:
            raise NoSuchVersion(version_id) from error
        if _digest(data) != version.digest or not isinstance(content, dict):
            raise NoSuchVersion(version_id)
        return content

    def newest(self, path: str) -> dict[str, Any] | None:
        """The newest state that can be read, if any."""
        for version in reversed(self.of(path)):
            with suppress(NoSuchVersion):
                return self.read(path, version.id)
        return None

    def holds(self, path: str, content: Any) -> bool:
        """Whether the newest version holds the same work."""
        there = self.of(path)
        newest = self._readable(path, there[-1]) if there else None
        return newest is not None and work_of(newest) == work_of(content)

    def first(self, path: str) -> dict[str, Any] | None:
        """The notebook as it came, if that was kept."""
        for version in self.of(path):
            if version.reason == "first":
                with suppress(NoSuchVersion):
                    return self.read(path, version.id)
        return None

    def keep(self, path: str, content: dict[str, Any], reason: str = "time") -> Version | None:
        """Keep a state of a notebook; None when nothing is new in it.

        A version by time takes the place of the one before while both belong to the same few minutes, unless much of
        the work would go with it. Raises OSError when the home takes no file.
        """
        with self._lock:
            there = self.of(path)
            now = self._now(there)
            newest = there[-1] if there else None
            last = self._readable(path, newest)
            same = last is not None and work_of(last) == work_of(content)
            by_time = newest is not None and newest.reason == "time"
            if same and not by_time:
                return None
            goes_on = reason == "time" and rolls(there, now) and not loses_much(last, content)
            return self._put(path, content, now, reason, newest if by_time and (same or goes_on) else None)

    def make_room(self) -> int:
        """Let all versions go but the first and the newest of each notebook, because there is no room; how many."""
        with self._lock:
            gone = 0
            for folder in self._folders():
                for version in self._in(folder)[:-1]:
                    if version.reason != "first":
                        (folder / f"{version.id}{_SUFFIX}").unlink(missing_ok=True)
                        gone += 1
            return gone

    def _put(
        self, path: str, content: dict[str, Any], now: datetime, reason: str, instead: Version | None
    ) -> Version | None:
        packed, digest = _packed(content)
        if instead is not None and (instead.digest, instead.reason) == (digest, reason):
            return None
        version = Version(now, reason, digest)
        write_whole(packed, self._file(path, version))
        if instead is not None:
            self._file(path, instead).unlink(missing_ok=True)
        for old in superfluous(self.of(path), now):
            self._file(path, old).unlink(missing_ok=True)
        self._thin_all()
        return version

    def _thin_all(self) -> None:
        """Let the oldest go where all together take too much; the first and the newest of a notebook stay longest."""
        sizes = {file: file.stat().st_size for folder in self._folders() for file in _files(folder)}
        too_much = sum(sizes.values()) - MOST_BYTES
        if too_much <= 0:
            return
        may_go = [
            (version.at, folder / f"{version.id}{_SUFFIX}")
            for folder in self._folders()
            for version in self._in(folder)[:-1]
            if version.reason != "first"
        ]
        for _, file in sorted(may_go):
            if too_much <= 0:
                return
            too_much -= sizes.get(file, 0)
            file.unlink(missing_ok=True)

    def _now(self, there: list[Version]) -> datetime:
        """Now, but after everything that is there, whatever the clock says: versions stand in order."""
        now = self._clock()
        now = now.replace(microsecond=now.microsecond // 1000 * 1000)
        return max(now, there[-1].at + timedelta(milliseconds=1)) if there else now

    def _readable(self, path: str, version: Version | None) -> dict[str, Any] | None:
        try:
            return self.read(path, version.id) if version else None
        except NoSuchVersion:
            return None

    def _in(self, folder: Path) -> list[Version]:
        names = (file.name.removesuffix(_SUFFIX) for file in _files(folder))
        return sorted(filter(None, map(Version.named, names)), key=_when)

    def _folders(self) -> list[Path]:
        return [folder for folder in self._root.iterdir() if folder.is_dir()] if self._root.is_dir() else []

    def _folder(self, path: str) -> Path:
        name = quote(path, safe="")
        return self._root / (name if len(name) <= 200 else sha256(path.encode()).hexdigest())

    def _file(self, path: str, version: Version) -> Path:
        return self._folder(path) / f"{version.id}{_SUFFIX}"


def _when(version: Version) -> datetime:
    return version.at


def _files(folder: Path) -> Iterator[Path]:
    return folder.glob(f"*{_SUFFIX}")


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()[:20]


def _packed(content: dict[str, Any]) -> tuple[bytes, str]:
    """A version's bytes, and the digest of what is in them."""
    data = _written(content)
    packed = gzip.compress(data, mtime=0)
    if len(packed) > WITH_OUTPUTS:
        data = _written(_without_outputs(content))
        packed = gzip.compress(data, mtime=0)
    return packed, _digest(data)


def _written(content: dict[str, Any]) -> bytes:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    still = json.loads(text)
    keep_still_form({"type": "notebook", "content": still})
    return json.dumps(still, ensure_ascii=False, separators=(",", ":")).encode(errors="surrogatepass")


def _without_outputs(content: dict[str, Any]) -> dict[str, Any]:
    bare = [
        {**cell, "outputs": [], "execution_count": None} if cell.get("cell_type") == "code" else cell
        for cell in cells_of(content)
    ]
    return {**content, "cells": bare}
