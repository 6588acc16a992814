"""Who is asking: by the cookie of a page, or by the Hub token of a program. Identity comes from the Hub alone."""

import hashlib
import hmac
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Form, Request
from itsdangerous import BadSignature, URLSafeTimedSerializer

from codekids_hub import people, second_factor
from codekids_hub.addresses import Addresses
from codekids_hub.club.parts import Parts
from codekids_hub.line import Line
from codekids_hub.people import Role
from codekids_hub.refusals import N_, NotAllowed, Refusal
from codekids_hub.storage.tables import Adult, Child

SESSION_ID_COOKIE = "jupyterhub-session-id"


class LoginNeeded(Exception):
    """Nobody is logged in on this page: the browser goes to the login and comes back."""


class TokenNeeded(Refusal):
    """A program without a Hub token, or with one that the Hub does not know (any more)."""

    message = N_("A Hub token is needed in the header “Authorization: token …”.")
    status = 401


class TokenTooWeak(NotAllowed):
    """A token of somebody whom this address is not for."""

    message = N_("This token may not do this.")


class FormTooOld(Refusal):
    """A form without the page's own proof that it came from there."""

    message = N_("This page was open for too long. Please try again.")
    status = 403


class SecondFactorMissing(Exception):
    """Somebody who has to set a second factor up before anything else."""


class NothingToDo(NotAllowed):
    """An adult who looks after no club (any more), or was removed while logged in."""

    message = N_("You look after no club just now. Ask your coordinator.")


@dataclass(frozen=True)
class Visitor:
    """Somebody who is logged in.

    ``token`` acts at the Hub for this person, with what the page may do at most; ``roles`` has the one first on
    whose home they land. ``held_back``: a second factor has to be set up before anything else.
    """

    id: str
    roles: tuple[Role, ...]
    token: str
    held_back: bool = False

    @property
    def role(self) -> Role:
        """The role that decides about the home."""
        return self.roles[0]


def parts_of(request: Request) -> Parts:
    """The service's parts."""
    parts: Parts = request.app.state.parts
    return parts


def sessions(parts: Parts) -> URLSafeTimedSerializer:
    """Signs the cookie in which a browser keeps its Hub token."""
    return URLSafeTimedSerializer(parts.session_key, salt="session")


def xsrf_for(parts: Parts, token: str) -> str:
    """The proof that a form came from a page of this very session."""
    return hmac.new(parts.session_key.encode(), b"xsrf:" + token.encode(), hashlib.sha256).hexdigest()


async def known_visitor(request: Request) -> Visitor:
    """Who looks at a page that is there for everybody who is logged in, whatever they still have to set up.

    :raises LoginNeeded: nobody that the Hub or the club knows (any more)
    :raises NothingToDo: an adult without a role
    """
    parts, token = parts_of(request), _token(request)
    session_id = request.cookies.get(SESSION_ID_COOKIE)
    model = await parts.auth.user_for_token(token, session_id=session_id, sync=False)
    visitor = _visitor(parts, model, token)
    if visitor is None:
        raise LoginNeeded()
    if not visitor.roles:
        raise NothingToDo()
    return visitor


async def page_visitor(visitor: Annotated[Visitor, Depends(known_visitor)]) -> Visitor:
    """Who looks at a page.

    :raises LoginNeeded: nobody that the Hub or the club knows (any more)
    :raises SecondFactorMissing: it has to be set up first
    """
    if visitor.held_back:
        raise SecondFactorMissing()
    return visitor


async def waiting_visitor(request: Request) -> Visitor:
    """Who asks whether the workspace runs. Whose login stands in the line is known without the Hub, which has enough to do: nothing
    but the place in the line is told for it.

    :raises LoginNeeded: as :func:`known_visitor`
    :raises SecondFactorMissing: as :func:`page_visitor`
    """
    line: Line = request.app.state.line
    token = _token(request)
    name = line.who(token)
    if name is not None:
        return Visitor(name, (Role.CHILD,), token)
    return await page_visitor(await known_visitor(request))


async def form_visitor(
    request: Request, visitor: Annotated[Visitor, Depends(page_visitor)], xsrf: Annotated[str, Form()] = ""
) -> Visitor:
    """Who sends a form, or a request of a page's own script with ``X-XSRFToken``.

    :raises FormTooOld: the proof that the page is ours is missing or of another session
    """
    return _from_our_page(request, visitor, xsrf)


async def known_form_visitor(
    request: Request, visitor: Annotated[Visitor, Depends(known_visitor)], xsrf: Annotated[str, Form()] = ""
) -> Visitor:
    """The same on a page for everybody who is logged in.

    :raises FormTooOld: as :func:`form_visitor`
    """
    return _from_our_page(request, visitor, xsrf)


def _from_our_page(request: Request, visitor: Visitor, xsrf: str) -> Visitor:
    offered = request.headers.get("X-XSRFToken") or xsrf
    if not hmac.compare_digest(offered.encode(), xsrf_for(parts_of(request), visitor.token).encode()):
        raise FormTooOld()
    return visitor


async def api_visitor(request: Request) -> Visitor:
    """Whose token a program shows. Cookies count for nothing here.

    :raises TokenNeeded: no token, or one that the Hub does not know
    :raises TokenTooWeak: a token that may not enter this service
    """
    parts = parts_of(request)
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() not in ("token", "bearer") or not token:
        raise TokenNeeded()
    model = await parts.auth.user_for_token(token.strip(), sync=False)
    if model is None:
        raise TokenNeeded()
    if not parts.auth.check_scopes(parts.auth.access_scopes, model):
        raise TokenTooWeak()
    visitor = _visitor(parts, model, token.strip())
    if visitor is None or not visitor.roles or visitor.held_back:
        raise TokenTooWeak()
    return visitor


async def api_child(visitor: Annotated[Visitor, Depends(api_visitor)]) -> Visitor:
    """The child whose workspace calls.

    :raises TokenTooWeak: an adult's token
    """
    if visitor.role is not Role.CHILD:
        raise TokenTooWeak()
    return visitor


def origin(request: Request) -> str:
    """The address at which this browser knows us, without a path: it goes onto cards."""
    host = request.headers.get("X-Forwarded-Host") or request.headers.get("Host")
    scheme = request.headers.get("X-Forwarded-Proto", "http").split(",")[0].strip()
    return f"{scheme}://{host}" if host else Addresses.of(parts_of(request).settings).public


def needs(*roles: Role) -> object:
    """A dependency: a page for people with one of these roles.

    :raises NotAllowed: the visitor has none of them
    """

    async def check(visitor: Annotated[Visitor, Depends(page_visitor)]) -> Visitor:
        if not set(roles) & set(visitor.roles):
            raise NotAllowed()
        return visitor

    return Depends(check)


def _token(request: Request) -> str:
    """The Hub token that this browser keeps, sealed.

    :raises LoginNeeded: it keeps none of ours, or has kept it for too long
    """
    parts = parts_of(request)
    cookie = request.cookies.get(parts.auth.cookie_name)
    if not cookie:
        raise LoginNeeded()
    try:
        return str(sessions(parts).loads(cookie, max_age=parts.settings.session_hours * 3600))
    except BadSignature:
        raise LoginNeeded() from None


def _visitor(parts: Parts, model: dict[str, object] | None, token: str) -> Visitor | None:
    if model is None or model.get("kind") != "user":
        return None
    name = str(model["name"])
    with parts.database.read() as session:
        if session.get(Child, name) is not None:
            return Visitor(name, (Role.CHILD,), token)
        adult = session.get(Adult, name)
        if adult is None:
            return None
        roles = tuple(people.roles_of(session, adult))
        needed = second_factor.is_needed(parts.settings.second_factor, roles)
        held_back = needed and not second_factor.is_set_up(session, name)
    return Visitor(name, roles, token, held_back)


PageVisitor = Annotated[Visitor, Depends(page_visitor)]
WaitingVisitor = Annotated[Visitor, Depends(waiting_visitor)]
FormVisitor = Annotated[Visitor, Depends(form_visitor)]
KnownVisitor = Annotated[Visitor, Depends(known_visitor)]
KnownFormVisitor = Annotated[Visitor, Depends(known_form_visitor)]
ApiVisitor = Annotated[Visitor, Depends(api_visitor)]
ApiChild = Annotated[Visitor, Depends(api_child)]
