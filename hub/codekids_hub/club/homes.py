"""Which home somebody with several roles is at: the one chosen last on this browser, else the first of the roles."""

from fastapi import Request
from starlette.responses import Response

from codekids_hub.addresses import SERVICE_PREFIX
from codekids_hub.club.visitors import Visitor, origin
from codekids_hub.people import Role
from codekids_hub.refusals import N_

COOKIE = "codekids-home"
NAMES = {
    Role.COORDINATOR: N_("Coordinator"),
    Role.LIBRARIAN: N_("Librarian"),
    Role.MENTOR: N_("Mentor"),
}
"""What the switch calls each home."""


def current_home(request: Request, visitor: Visitor) -> Role:
    """The role whose home is shown; what is asked for counts only when the visitor has that role."""
    held = {role.value: role for role in visitor.roles}
    asked = request.query_params.get("as") or request.cookies.get(COOKIE) or ""
    return held.get(asked, visitor.role)


def keep(request: Request, response: Response, role: Role) -> None:
    """Have this browser come back to that home, until it is closed."""
    secure = origin(request).startswith("https:")
    response.set_cookie(COOKIE, role.value, path=SERVICE_PREFIX, httponly=True, samesite="lax", secure=secure)
