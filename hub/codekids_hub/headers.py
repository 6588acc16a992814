"""Headers of every answer: nothing is loaded from another host, no page of ours can be framed, nothing is guessed."""

_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "media-src": "'self' blob:",
    "manifest-src": "'self'",
    "frame-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}

PAGE_POLICY = "; ".join(f"{name} {sources}" for name, sources in _POLICY.items())
"""Content security policy of our pages: own files only, no inline script, no frame."""

HUB_HEADERS = {
    "Content-Security-Policy": PAGE_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), geolocation=(), microphone=()",
}
"""Set by JupyterHub and by the club service alike. The camera is for reading cards."""


def headers_for(address: str) -> dict[str, str]:
    """The headers of an installation that people open at ``address``: with HTTPS, browsers never go back to HTTP."""
    if not address.startswith("https://"):
        return dict(HUB_HEADERS)
    return HUB_HEADERS | {"Strict-Transport-Security": "max-age=31536000"}
