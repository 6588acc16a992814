"""What a child made, shown to others only as harmless: cleaned, then framed by a policy that lets nothing run or load.

Cleaning is nh3's (Mozilla's ammonia): an allow-list of tags and attributes. The policy comes on top, so that a hole in
one of the two is not yet a hole.
"""

import html

import nh3

HEADERS = {
    "Content-Security-Policy": "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
}
"""Sent with every page of theirs: no script, no form, no load from anywhere, an origin of its own."""

_TAGS = nh3.ALLOWED_TAGS | {"section", "main", "header", "footer", "svg", "g", "path", "line", "rect", "circle",
                            "ellipse", "polyline", "polygon", "text", "tspan", "title", "desc", "defs", "marker"}  # fmt: skip
_SHAPE = {"d", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "points", "fill",
          "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray", "fill-opacity", "opacity",
          "transform", "viewbox", "viewBox", "text-anchor", "font-size", "font-weight", "dominant-baseline", "role",
          "aria-label", "class"}  # fmt: skip
_ATTRIBUTES = {tag: set(allowed) for tag, allowed in nh3.ALLOWED_ATTRIBUTES.items()} | {
    "*": _SHAPE,
    "img": {"src", "alt", "width", "height"},
}


def fragment(made: str) -> str:
    """A piece of HTML or SVG without anything that acts: no script, no handler, no frame, no form, no remote load."""
    return nh3.clean(
        made,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"data"},
        attribute_filter=_local_pictures_only,
        link_rel=None,
        clean_content_tags={"script", "style", "iframe", "object", "embed", "template", "noscript"},
    )


def page(made: str, title: str = "") -> str:
    """A page that shows a piece of HTML, to be sent with :data:`HEADERS`."""
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><title>{html.escape(title)}</title>'
        "<style>body{font-family:system-ui,sans-serif;margin:1rem;line-height:1.5;overflow-wrap:anywhere}"
        "pre{white-space:pre-wrap}img,svg{max-width:100%}</style></head><body>"
        f"{fragment(made)}</body></html>"
    )


def _local_pictures_only(tag: str, attribute: str, value: str) -> str | None:
    if attribute == "src":
        return value if value.startswith(("data:image/png;", "data:image/jpeg;", "data:image/gif;")) else None
    if "url(" in value.lower() or "javascript:" in value.lower():
        return None
    return value
