"""Logging in at the service through the Hub: OAuth with PKCE, by JupyterHub's own :class:`HubOAuth`."""

import hmac
from urllib.parse import urlencode, urlsplit

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from codekids_hub.addresses import SERVICE_PREFIX
from codekids_hub.club.parts import Parts
from codekids_hub.club.visitors import SESSION_ID_COOKIE, parts_of, sessions

router = APIRouter(include_in_schema=False)


def to_login(request: Request) -> Response:
    """Send the browser to the Hub's login; it comes back to where it wanted to go."""
    parts = parts_of(request)
    auth = parts.auth
    verifier, challenge, method = auth.generate_pkce_code_challenge()
    state = auth.generate_state(_local(request), code_verifier=verifier)
    query = urlencode({"state": state, "code_challenge": challenge, "code_challenge_method": method})
    response = RedirectResponse(f"{auth.login_url}&{query}", status_code=303)
    _set_cookie(response, request, auth.state_cookie_name, state, max_age=600)
    return response


@router.get("/oauth_callback")
async def oauth_callback(request: Request, code: str = "", state: str = "") -> Response:
    """The Hub sends the browser back with a code: change it for a token, keep that, go on."""
    parts = parts_of(request)
    auth = parts.auth
    kept = request.cookies.get(auth.state_cookie_name, "")
    verifier = auth.get_code_verifier(state)
    if not code or not verifier or not hmac.compare_digest(kept.encode(), state.encode()):
        return RedirectResponse(SERVICE_PREFIX, status_code=303)  # too old, or not begun here: begin again
    next_url = auth.get_next_url(state)
    auth.clear_oauth_state(state)
    token = await auth.token_for_code(code, code_verifier=verifier, sync=False)
    await auth.user_for_token(token, session_id=request.cookies.get(SESSION_ID_COOKIE), sync=False)
    response = RedirectResponse(next_url, status_code=303)
    _set_cookie(response, request, auth.cookie_name, _sealed(parts, token))
    response.delete_cookie(auth.state_cookie_name, path=SERVICE_PREFIX)
    return response


def _sealed(parts: Parts, token: str) -> str:
    return sessions(parts).dumps(token)


def _local(request: Request) -> str:
    """Where the browser was going, if a GET can bring it there again."""
    if request.method != "GET":
        return SERVICE_PREFIX
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


def _set_cookie(
    response: Response, request: Request, name: str, value: str, max_age: int | None = None
) -> None:
    scheme = request.headers.get("X-Forwarded-Proto", urlsplit(str(request.url)).scheme).split(",")[0]
    response.set_cookie(
        name,
        value,
        max_age=max_age,
        path=SERVICE_PREFIX,
        httponly=True,
        samesite="lax",
        secure=scheme == "https",
    )
