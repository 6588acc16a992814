"""What the coordinator's pages share: who may come in, and where they are."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import Request

from codekids_hub.addresses import SERVICE_PREFIX
from codekids_hub.club.visitors import Visitor, needs, parts_of
from codekids_hub.people import Role, note
from codekids_hub.refusals import NotAllowed
from codekids_hub.storage.tables import Adult

PROGRAMME_URL = f"{SERVICE_PREFIX}programme"

ForCoordinator = Annotated[Visitor, needs(Role.COORDINATOR)]
"""A page for coordinators."""


def only_coordinator(visitor: Visitor, request: Request | None = None, adult_id: str = "") -> Visitor:
    """Who sends a form of the coordinator's pages, or opens the page of an adult.

    Who tries it with an adult who is there is refused, and that is noted.

    :raises NotAllowed: somebody else
    """
    if Role.COORDINATOR in visitor.roles:
        return visitor
    if request is not None and adult_id.isascii() and adult_id.isalnum():
        with parts_of(request).database.write() as session:
            if session.get(Adult, adult_id) is not None:
                note(session, visitor.id, "refused", adult_id, datetime.now(UTC))
    raise NotAllowed()
