"""What we know about a child: its own page, and everything as one file, for itself or from its librarian for the family."""

import unicodedata
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from typing import IO, Annotated
from urllib.parse import quote

from fastapi import APIRouter, Request
from starlette.responses import Response, StreamingResponse

from codekids_hub.club import answers
from codekids_hub.club.hers import her_child
from codekids_hub.club.visitors import FormVisitor, Visitor, needs, parts_of
from codekids_hub.people import Role
from codekids_hub.people_language import language_of
from codekids_hub.privacy import known
from codekids_hub.privacy.exporting import exported
from codekids_hub.refusals import NotAllowed
from codekids_hub.storage.tables import Child

router = APIRouter(include_in_schema=False)

_PIECE = 1 << 18


@router.get("/me")
def show_me(request: Request, visitor: Annotated[Visitor, needs(Role.CHILD)]) -> Response:
    """What we know about the child that asks."""
    parts = parts_of(request)
    language = language_of(parts.database, visitor.id, parts.settings.language)
    with parts.database.read() as session:
        me = known.about(session, session.get_one(Child, visitor.id), language)
    return answers.page(request, visitor, "me.html", me=me, problem=None)


@router.post("/me/export")
def export_me(request: Request, visitor: FormVisitor) -> Response:
    """Everything about the child that asks."""
    if visitor.role is not Role.CHILD:
        raise NotAllowed()
    with parts_of(request).database.read() as session:
        child = session.get_one(Child, visitor.id)
    return _download(request, visitor, child)


@router.post("/children/{child_id}/export")
def export_child(request: Request, visitor: FormVisitor, child_id: str) -> Response:
    """Everything about a child of hers, for its family."""
    return _download(request, visitor, her_child(request, visitor, child_id))


def _download(request: Request, visitor: Visitor, child: Child) -> Response:
    """The file, read piece by piece; it is gone when it was sent, or when nobody wants the rest."""
    parts = parts_of(request)
    held = ExitStack()
    file = held.enter_context(
        exported(
            parts.database, parts.settings, parts.catalogue, child.id, datetime.now(UTC), actor=visitor.id
        )
    )
    return StreamingResponse(
        _pieces(file, held),
        media_type="application/zip",
        headers={
            "Content-Length": str(file.seek(0, 2)),
            "Content-Disposition": _attachment(child.nickname),
            "Cache-Control": "no-store",
        },
    )


def _pieces(file: IO[bytes], held: ExitStack) -> Iterator[bytes]:
    with held:
        file.seek(0)
        while piece := file.read(_PIECE):
            yield piece


def _attachment(nickname: str) -> str:
    """The header that names the file, with the nickname as it is and in plain letters."""
    plain = unicodedata.normalize("NFKD", nickname).encode("ascii", "ignore").decode() or "child"
    return f"attachment; filename=\"code-kids-{plain}.zip\"; filename*=UTF-8''{quote(f'code-kids-{nickname}.zip')}"
