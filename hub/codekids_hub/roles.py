"""What each person may ask of the Hub: least power, in scopes of JupyterHub's own.

Nobody is admin. Everything that touches people goes through the ``club`` service, with its own check and an audit row;
what a person holds here is only what the Hub itself has to know.
"""

from collections.abc import Iterable
from typing import Any

from codekids_hub import identifiers

SERVICE = "club"
"""Name of the service, and so of its page: ``/services/club/``."""

ENTER = f"access:services!service={SERVICE}"

SERVICE_SCOPES = ["delete:users", "read:users:name", "start:servers"]
"""The service ends logins by removing the Hub's row of a person: cookies, tokens and the server go with it, and the
next login makes the row again. It starts workspaces before a meeting, when nobody is logged in; it can neither stop nor
enter one, nor see which of them run. Whatever else it does for a child it does with the child's own token."""

WORKER = "marking"
"""Name of the worker that marks; it asks nothing of the Hub and holds no scope."""

WATCHER = "prometheus"
WATCHER_SCOPES = ["read:metrics"]
"""Whoever watches the machine reads numbers at ``/hub/metrics``, and nothing else."""

CULLER = "idle-culler"
CULLER_SCOPES = ["list:users", "read:users:activity", "read:servers", "delete:servers"]
"""What jupyterhub-idle-culler needs to put quiet workspaces to sleep, as its own documentation says."""

BROWSER_SCOPES = [ENTER, "read:users:name!user", "read:users:groups!user", "servers!user"]
"""What the service may do with the token of somebody who has its page open; never more than that person may."""

WORKSPACE_SCOPES = [ENTER, "users:activity!user", "read:users:name!user", "access:servers!server"]
"""What a workspace's own token may do: tell the Hub that it lives, tell the service what happened."""

BASE_ROLE: dict[str, Any] = {
    "name": "user",
    "description": "Somebody who is logged in",
    "scopes": [
        "read:users:name!user",
        "read:users:groups!user",
        ENTER,
    ],  # what a login to the service asks for
}
CHILD_ROLE: dict[str, Any] = {
    "name": "child",
    "description": "A child with a workspace of its own",
    "scopes": ["servers!user", "access:servers!user", "users:activity!user"],
}


def librarian_role(club_id: str) -> dict[str, Any]:
    """The role of a club's librarian: see and start or stop the workspaces of her club's children, never enter one.

    ``tokens``, ``groups`` and ``admin:users`` with a group filter would each be a way to become admin: not here.
    """
    group = f"club-{club_id}"
    return {
        "name": f"librarian-{club_id}",
        "description": "Librarian of one club",
        "scopes": [
            f"{scope}!group={group}" for scope in ("list:users", "read:users:name", "servers", "read:groups")
        ],
    }


def formgrader_role(club_id: str) -> dict[str, Any]:
    """The role of a club's mentor where formgrader is on: start, enter and stop the account of the club's course."""
    account = course_account(club_id)
    return {
        "name": f"formgrader-{club_id}",
        "description": "Formgrader of one club",
        "scopes": [f"{scope}!user={account}" for scope in ("access:servers", "servers", "read:users:name")],
    }


def course_account(club_id: str) -> str:
    """The Hub account of a club's course. Nobody logs in as it; mentors of the club enter its server."""
    return identifiers.COURSE + club_id.removeprefix(identifiers.CLUB)


def hub_roles(groups: Iterable[str], *, formgrader: bool = False) -> list[dict[str, Any]]:
    """The Hub roles of a person, from the groups that :func:`codekids_hub.people.hub_groups` says.

    :param formgrader: whether this installation lets mentors open formgrader
    """
    roles = [BASE_ROLE]
    for group in groups:
        if group == "children":
            roles.append(CHILD_ROLE)
        elif group.startswith("librarians-"):
            roles.append(librarian_role(group.removeprefix("librarians-")))
        elif group.startswith("mentors-") and formgrader:
            roles.append(formgrader_role(group.removeprefix("mentors-")))
    return [dict(role) for role in roles]
