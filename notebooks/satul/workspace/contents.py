"""The files of a workspace: saved whole or not at all, and every state of a notebook outlives the next.

Jupyter's own way of saving writes into the file that is there and needs twice its room; a reader can meet half of it.
"""

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager
from tornado import web

from satul.workspace.room import Home
from satul.workspace.safe_files import is_full, writing_whole
from satul.workspace.versions import Versions


class SafeContents(AsyncLargeFileManager):
    """Jupyter's contents manager with whole files and versions of notebooks."""

    versions: Versions | None = None
    """Where versions are kept; none until the workspace is loaded."""
    home: Home | None = None

    async def save(self, model: dict[str, Any], path: str = "") -> dict[str, Any]:
        """Save, and keep what was saved as a version. When there is no room, old versions make some."""
        work = model.get("content") if model.get("type") == "notebook" else None
        path = path.strip("/")
        if isinstance(work, dict):
            await self._keep_what_others_wrote(path)
        try:
            saved = await super().save(model, path)  # type: ignore[no-untyped-call]
        except web.HTTPError as error:
            if not is_full(error) or not await asyncio.to_thread(self._make_room):
                raise
            saved = await super().save(model, path)  # type: ignore[no-untyped-call]
        if isinstance(work, dict):
            await self._keep(path, work)
        return dict(saved)

    async def delete_file(self, path: str) -> None:
        """Delete, and keep the notebooks that go."""
        for notebook in self._notebooks_at(path):
            await self._keep_file(notebook, "before")
        await super().delete_file(path)  # type: ignore[no-untyped-call]

    async def rename_file(self, old_path: str, new_path: str) -> None:
        """Rename, and keep the notebooks under the names that they had."""
        for notebook in self._notebooks_at(old_path):
            await self._keep_file(notebook, "before")
        await super().rename_file(old_path, new_path)  # type: ignore[no-untyped-call]

    @contextmanager
    def atomic_writing(self, os_path: str, *args: Any, **kwargs: Any) -> Iterator[Any]:
        """A file to write to that takes its place when it is whole."""
        text = kwargs.pop("text", True)
        if text:
            kwargs = {"encoding": "utf-8", "newline": "\n"} | kwargs
        with self.perm_to_403(os_path), writing_whole(Path(os_path), "w" if text else "wb", **kwargs) as file:
            yield file

    def _notebooks_at(self, path: str) -> list[Path]:
        with suppress(web.HTTPError):
            place = Path(self._get_os_path(path.strip("/")))  # type: ignore[no-untyped-call]
            found = place.rglob("*.ipynb") if place.is_dir() else [place]
            root = Path(self.root_dir)
            return [each for each in found if _is_seen(each, root)]
        return []

    async def _keep_what_others_wrote(self, path: str) -> None:
        """The state on the disk, when it is not the newest version: something else than a page wrote it."""
        for notebook in self._notebooks_at(path):
            await self._keep_file(notebook, "before")

    async def _keep_file(self, notebook: Path, reason: str) -> None:
        with suppress(OSError, ValueError):
            content = json.loads(await asyncio.to_thread(notebook.read_bytes))
            path = notebook.relative_to(self.root_dir).as_posix()
            if (
                self.versions
                and isinstance(content, dict)
                and not await asyncio.to_thread(self.versions.holds, path, content)
            ):
                await self._keep(path, content, reason)

    async def _keep(self, path: str, content: dict[str, Any], reason: str = "time") -> None:
        """A version that cannot be kept never stands in the way of saving."""
        if self.versions is None:
            return
        try:
            await asyncio.to_thread(self.versions.keep, path, content, reason)
        except OSError as error:
            self.log.warning("A version of %s could not be kept: %s", path, error)

    def _make_room(self) -> bool:
        gone = self.versions.make_room() if self.versions else 0
        given = self.home.give_back() if self.home else False
        self.log.warning("There is no room left: %s old versions went.", gone)
        return bool(gone) or given


def _is_seen(notebook: Path, root: Path) -> bool:
    below = notebook.relative_to(root)
    hidden = any(part.startswith(".") for part in below.parts)
    return notebook.suffix == ".ipynb" and not hidden and notebook.is_file() and not notebook.is_symlink()
