"""What the coordinator's pages share: who may come in, and where they are."""

from typing import Annotated

from codekids_hub.addresses import SERVICE_PREFIX
from codekids_hub.club.visitors import FormVisitor, Visitor, needs
from codekids_hub.people import Role
from codekids_hub.refusals import NotAllowed

PROGRAMME_URL = f"{SERVICE_PREFIX}programme"

ForCoordinator = Annotated[Visitor, needs(Role.COORDINATOR)]
"""A page for coordinators."""


def only_coordinator(visitor: FormVisitor) -> Visitor:
    """Who sends a form of the coordinator's pages.

    :raises NotAllowed: somebody else
    """
    if Role.COORDINATOR not in visitor.roles:
        raise NotAllowed()
    return visitor
