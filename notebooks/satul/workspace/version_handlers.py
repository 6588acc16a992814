"""The addresses of versions: which there are, one of them, keep one, how it began, and how much room there is."""

import asyncio
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
from jupyter_server.base.handlers import APIHandler
from nbformat.v4.rwbase import rejoin_lines
from tornado import web

from satul.workspace import coming_back
from satul.workspace.surroundings import known_language
from satul.workspace.versions import REASONS, NoSuchVersion, Version
from satul.workspace.work import changes, work_of

if TYPE_CHECKING:
    from satul.workspace.extension import Workspace

MOST_SHOWN = 60
MOST_CHANGES = 3
_KEPT_BY_A_PAGE = frozenset(REASONS) - {"first"}


class _Handler(APIHandler):
    """What these addresses have in common: a notebook below the home, asked for as ``path``."""

    def initialize(self, workspace: "Workspace") -> None:
        """Take the workspace that this handler serves."""
        self.workspace = workspace
        self.versions = workspace.versions

    def asked(self, path: object) -> str:
        """The path, if it can be one of a notebook of the child's; else 404."""
        parts = path.split("/") if isinstance(path, str) else []
        if not parts or not parts[-1].endswith(".ipynb") or any(not part or part[0] == "." for part in parts):
            raise web.HTTPError(404)
        return "/".join(parts)

    def present(self, path: str) -> dict[str, Any]:
        """The notebook as it is saved; empty when it is gone or cannot be read."""
        file = Path(self.workspace.root, path)
        try:
            content = json.loads(file.read_bytes())
        except (OSError, ValueError):
            return {}
        return content if isinstance(content, dict) else {}


class VersionsHandler(_Handler):
    """``satul/versions``: the versions of a notebook, and keeping one more."""

    @web.authenticated
    async def get(self) -> None:
        """GET ``?path=``: the versions that differ from what is saved, newest first, each with what differs.

        How the notebook came is not among them: that is starting again.
        """
        path = self.asked(self.get_query_argument("path", ""))
        self.finish({"versions": await asyncio.to_thread(self._told, path)})

    @web.authenticated
    async def post(self) -> None:
        """POST ``{path, reason, content?}``: keep that content, or what is saved, as a version."""
        told = self.get_json_body() or {}
        path, reason = self.asked(told.get("path")), told.get("reason")
        if reason not in _KEPT_BY_A_PAGE:
            raise web.HTTPError(400)
        content = told.get("content") or await asyncio.to_thread(self.present, path)
        if not isinstance(content, dict) or not content.get("cells"):
            raise web.HTTPError(400)
        try:
            kept = await asyncio.to_thread(self.versions.keep, path, content, reason)
        except OSError:
            self.log.exception("A version could not be kept.")
            raise web.HTTPError(507) from None
        self.set_status(201)
        self.finish({"id": kept.id if kept else None})

    def _told(self, path: str) -> list[dict[str, Any]]:
        now = self.present(path)
        told: list[dict[str, Any]] = []
        seen = {work_of(now)}
        for version in reversed(self.versions.of(path)):
            try:
                then = self.versions.read(path, version.id)
            except NoSuchVersion:
                continue
            work = work_of(then)
            if version.reason != "first" and work not in seen and len(told) < MOST_SHOWN:
                told.append(_described(version, now, then))
            seen.add(work)
        return told


class VersionHandler(_Handler):
    """GET ``satul/version?path=&id=``: one version as it was."""

    @web.authenticated
    async def get(self) -> None:
        """Give the content of a version."""
        path = self.asked(self.get_query_argument("path", ""))
        try:
            content = await asyncio.to_thread(self.versions.read, path, self.get_query_argument("id", ""))
        except NoSuchVersion:
            raise web.HTTPError(404) from None
        self.finish({"content": _joined(content)})


class StartHandler(_Handler):
    """GET ``satul/start?path=``: the notebook as it is given out, in the language in which the child has it."""

    @web.authenticated
    async def get(self) -> None:
        """Give the content of the beginning."""
        path = self.asked(self.get_query_argument("path", ""))
        about = self.present(path).get("metadata", {}).get("satul", {})
        language = known_language(str(about.get("language", ""))) or self.workspace.language
        content = self.workspace.around.content
        try:
            start = await asyncio.to_thread(coming_back.start_of, content, self.versions, path, language)
        except coming_back.NoStart:
            raise web.HTTPError(404) from None
        self.finish({"content": _joined(start)})


class RoomHandler(_Handler):
    """GET ``satul/room``: how much room the home takes and may take, and whether that is little."""

    @web.authenticated
    async def get(self) -> None:
        """Give the numbers, in bytes."""
        room = await asyncio.to_thread(self.workspace.home.room)
        self.finish({"used": room.used, "limit": room.limit, "little": room.is_little})


def _joined(content: dict[str, Any]) -> dict[str, Any]:
    """A notebook as pages have it: each text whole, not in lines as in a file."""
    return dict(rejoin_lines(nbformat.from_dict(content)))  # type: ignore[no-untyped-call]


def _described(version: Version, now: dict[str, Any], then: dict[str, Any]) -> dict[str, Any]:
    found = changes(now, then)
    return {
        "id": version.id,
        "at": version.at.isoformat(timespec="milliseconds"),
        "reason": version.reason,
        "changes": [
            {"step": each.step, "lines": [list(line) for line in each.lines], "more": each.more}
            for each in found[:MOST_CHANGES]
        ],
        "more": max(0, len(found) - MOST_CHANGES),
    }
