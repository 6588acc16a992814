"""JupyterLab's own files, at one address for all workspaces.

A workspace would serve them under its own address, so that a browser loads several megabytes again for each child on the
same laptop. Here they are hashed once and served once, and a workspace's page is told where they are.
"""

# mypy: disallow-untyped-calls=False

import hashlib
import mimetypes
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import brotli

from codekids_hub.addresses import SERVICE_PREFIX

STATIC, EXTENSIONS = "static", "extensions"
"""What is below the address: JupyterLab itself, and what extends it."""

_WORTH_PACKING = ("text/", "application/javascript", "application/json", "image/svg")
_QUALITY = 9
"""Of brotli, from 0 to 11: a fifth of the size in 4 seconds for all files; 11 would take a minute for 6 % less."""


@dataclass(frozen=True)
class LabFiles:
    """The files of one JupyterLab with its extensions, by their paths below the address; they never change under it."""

    paths: Mapping[str, Path]
    _packed: dict[str, bytes] = field(default_factory=dict, repr=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    @property
    def prefix(self) -> str:
        """Where they are served, without a slash at the end; other files would have another one."""
        return f"{SERVICE_PREFIX}lab/{_digest(tuple(self.paths.items()))}"

    def media_type(self, path: str) -> str:
        """What kind of file it is."""
        return mimetypes.guess_type(path)[0] or "application/octet-stream"

    def packed(self, path: str) -> bytes | None:
        """The file in brotli, kept once made; None for one that would not get smaller.

        :raises KeyError: there is no such file
        """
        file = self.paths[path]
        if not self.media_type(path).startswith(_WORTH_PACKING):
            return None
        with self._lock:
            if path not in self._packed:
                self._packed[path] = brotli.compress(file.read_bytes(), quality=_QUALITY)
            return self._packed[path]

    def pack(self) -> None:
        """Pack all of them ahead, the largest first: some seconds."""
        for path in sorted(self.paths, key=lambda path: self.paths[path].stat().st_size, reverse=True):
            self.packed(path)


@cache
def lab_files() -> LabFiles | None:
    """JupyterLab's files beside this Python; None where it is not installed, and workspaces serve their own."""
    share = Path(sys.prefix) / "share" / "jupyter"
    if not (share / "lab" / "static").is_dir():
        return None
    folders = [(STATIC, share / "lab" / "static"), (EXTENSIONS, share / "labextensions")]
    satul = find_spec("satul")
    if satul is not None and satul.origin is not None:
        folders.append((EXTENSIONS, Path(satul.origin).parent / "workspace" / "data" / "labextensions"))
    return LabFiles(
        {
            f"{where}/{file.relative_to(folder).as_posix()}": file
            for where, folder in folders
            for file in sorted(folder.rglob("*"))
            if file.is_file()
        }
    )


@cache
def _digest(paths: tuple[tuple[str, Path], ...]) -> str:
    found = hashlib.sha256()
    for path, file in paths:
        found.update(path.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return found.hexdigest()[:16]
