"""JupyterLab's own files, at one address for all workspaces.

A workspace would serve them under its own address, so that a browser loads several megabytes again for each child on the
same laptop. Here they are hashed once and served once, and a workspace's page is told where they are. An image of the hub has
those of the workspaces' image, packed when it was built: ``python -m codekids_hub.lab_files ENVIRONMENT PACKAGES FOLDER``.
"""

# mypy: disallow-untyped-calls=False

import hashlib
import mimetypes
import shutil
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import brotli

from codekids_hub.addresses import SERVICE_PREFIX
from codekids_hub.settings import Settings

STATIC, EXTENSIONS = "static", "extensions"
"""What is below the address: JupyterLab itself, and what extends it."""

_PACKED = ".br"
"""At the end of the name of a file that was packed ahead; it lies beside the plain one."""
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
                ahead = file.with_name(file.name + _PACKED)
                self._packed[path] = (
                    ahead.read_bytes()
                    if ahead.is_file()
                    else brotli.compress(file.read_bytes(), quality=_QUALITY)
                )
            return self._packed[path]

    def pack(self) -> None:
        """Pack all of them ahead, the largest first: some seconds."""
        for path in sorted(self.paths, key=lambda path: self.paths[path].stat().st_size, reverse=True):
            self.packed(path)


@cache
def lab_files(settings: Settings) -> LabFiles | None:
    """JupyterLab's files: those beside this Python, in an image those that were laid out in it.

    :returns: None where there are none, and workspaces serve their own
    """
    if settings.contained:
        return _found(_parts(settings.shared_lab))
    satul = find_spec("satul")
    packages = None if satul is None or satul.origin is None else Path(satul.origin).parents[1]
    return _found(_installed(Path(sys.prefix), packages))


def lay_out(environment: Path, packages: Path, folder: Path) -> LabFiles:
    """Copy the files of an environment into an empty folder, those worth it packed beside themselves, too.

    :param packages: the folder with the package ``satul`` that belongs to the environment
    :raises FileNotFoundError: there is no JupyterLab in it
    """
    found = _found(_installed(environment, packages))
    if found is None:
        raise FileNotFoundError(f"there is no JupyterLab in {environment}")
    for path, file in found.paths.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
        packed = found.packed(path)
        if packed is not None:
            target.with_name(target.name + _PACKED).write_bytes(packed)
    return found


def _installed(environment: Path, packages: Path | None) -> list[tuple[str, Path]]:
    share = environment / "share" / "jupyter"
    folders = [(STATIC, share / "lab" / "static"), (EXTENSIONS, share / "labextensions")]
    if packages is not None:
        folders.append((EXTENSIONS, packages / "satul" / "workspace" / "data" / "labextensions"))
    return folders


def _parts(folder: Path) -> list[tuple[str, Path]]:
    return [(where, folder / where) for where in (STATIC, EXTENSIONS)]


def _found(folders: list[tuple[str, Path]]) -> LabFiles | None:
    if not folders[0][1].is_dir():
        return None
    return LabFiles(
        {
            f"{where}/{file.relative_to(folder).as_posix()}": file
            for where, folder in folders
            for file in sorted(folder.rglob("*"))
            if file.is_file() and file.suffix != _PACKED
        }
    )


@cache
def _digest(paths: tuple[tuple[str, Path], ...]) -> str:
    found = hashlib.sha256()
    for path, file in paths:
        found.update(path.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return found.hexdigest()[:16]


if __name__ == "__main__":
    print(lay_out(*map(Path, sys.argv[1:])).prefix)
