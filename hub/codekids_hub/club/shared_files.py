"""Serves JupyterLab's files to all workspaces' pages: packed where the browser takes that, and kept for ever."""

import asyncio

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from codekids_hub.club.serving import FOR_EVER
from codekids_hub.lab_files import LabFiles


class SharedLab:
    """See the module."""

    def __init__(self, files: LabFiles) -> None:
        self._files = files

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the file."""
        request = Request(scope)
        path = request.url.path.removeprefix(f"{self._files.prefix}/")
        await (await self._answer(path, request))(scope, receive, send)

    async def _answer(self, path: str, request: Request) -> Response:
        if path not in self._files.paths:
            return PlainTextResponse("There is no such file.", 404)
        if request.method not in ("GET", "HEAD"):
            return PlainTextResponse("These files can only be read.", 405, {"Allow": "GET, HEAD"})
        headers = {"Cache-Control": FOR_EVER, "Vary": "Accept-Encoding"}
        media_type = self._files.media_type(path)
        if _takes_brotli(request):
            packed = await asyncio.to_thread(self._files.packed, path)
            if packed is not None:
                return Response(packed, headers=headers | {"Content-Encoding": "br"}, media_type=media_type)
        return FileResponse(self._files.paths[path], headers=headers, media_type=media_type)


def _takes_brotli(request: Request) -> bool:
    wanted = [each.strip().partition(";") for each in request.headers.get("accept-encoding", "").split(",")]
    return any(name.strip() == "br" and "q=0" not in rest.replace("q=0.", "") for name, _, rest in wanted)
