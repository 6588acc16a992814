"""Small pictures beside our sentences, drawn here so that they look the same on every device."""

import base64
from functools import cache

_SHAPES = {
    "done": '<path d="M12 2l3 6.6 7 .8-5.2 4.9 1.4 7.1L12 17.8l-6.2 3.6 1.4-7.1L2 9.4l7-.8z" fill="#f7b52e"/>',
    "try_again": (
        '<path d="M12 22v-9" stroke="#8d5524" stroke-width="2.4" stroke-linecap="round"/>'
        '<path d="M12 14C3.5 14 3 8 3 4.5 9 4.5 12 8 12 14z" fill="#2f9e44"/>'
        '<path d="M12 12c0-5 3-8 9-8 0 4.5-1.5 8-9 8z" fill="#74b84a"/>'
    ),
    "blank": (
        '<path d="M4 20l1.3-5L16 4.3l3.7 3.7L9 18.7z" fill="#f7b52e"/>'
        '<path d="M16 4.3l1.6-1.6a1.5 1.5 0 0 1 2.1 0l1.6 1.6a1.5 1.5 0 0 1 0 2.1L19.7 8z"'
        ' fill="#f06595"/><path d="M4 20l1.3-5 3.7 3.7z" fill="#3b3a36"/>'
    ),
    "error": (
        '<path d="M15 15l6 6" stroke="#8d5524" stroke-width="3.5" stroke-linecap="round"/>'
        '<circle cx="10" cy="10" r="7" fill="#dff3fb" stroke="#0f766e" stroke-width="2.5"/>'
    ),
    "loop": (
        '<path d="M5 3h14M5 21h14" stroke="#8d5524" stroke-width="2.6" stroke-linecap="round"/>'
        '<path d="M7 4h10c0 5-5 6-5 8s5 3 5 8H7c0-5 5-6 5-8s-5-3-5-8z" fill="#dff3fb" stroke="#0f766e"'
        ' stroke-width="1.5"/><path d="M8 20c1-3 4-3.5 4-5 0 1.5 3 2 4 5z" fill="#f7b52e"/>'
    ),
    "hint": (
        '<path d="M12 2a7 7 0 0 0-4 12.7c.8.7 1 1.3 1 2.3h6c0-1 .2-1.6 1-2.3A7 7 0 0 0 12 2z" fill="#f7b52e"/>'
        '<path d="M9.5 19.2h5M10.5 21.7h3" stroke="#8a6d3b" stroke-width="1.8" stroke-linecap="round"/>'
    ),
    "turtle": (
        '<path d="M5 17v3M15 17v3" stroke="#5fae63" stroke-width="3" stroke-linecap="round"/>'
        '<path d="M2 17.5h16l3-4.5" stroke="#5fae63" stroke-width="3" stroke-linecap="round" fill="none"/>'
        '<circle cx="20.5" cy="11" r="2.8" fill="#5fae63"/><circle cx="21.3" cy="10.5" r=".7" fill="#1f2933"/>'
        '<path d="M2 16.5C2 10 5 7 10 7s8 3 8 9.5z" fill="#0f766e"/>'
        '<path d="M7.5 8.5l2.5 4 2.5-4M10 12.5v4" stroke="#7fd1c4" stroke-width="1.2" fill="none"/>'
    ),
}


@cache
def source(name: str) -> str:
    """The icon as the address of an image."""
    shapes = _SHAPES.get(name, _SHAPES["try_again"])
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none">{shapes}</svg>'
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


def image(name: str, size: int) -> str:
    """The icon as an image element; the words beside it say the same, so it is said to be mere decoration.

    The role says so too: JupyterLab gives every image without words the English one "Image".
    """
    size_and_place = f'width="{size}" height="{size}" style="vertical-align:-0.25em"'
    return f'<img src="{source(name)}" alt="" role="presentation" {size_and_place}>'
