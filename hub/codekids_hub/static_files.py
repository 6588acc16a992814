"""Static files and their addresses: each carries a digest of its content, so that a browser keeps it for ever."""

import hashlib
from functools import cache
from importlib.resources import files
from pathlib import Path

STATIC_URL = "/services/club/static/"
"""Served by the club service, for the Hub's pages too: one address, one copy in the browser."""


def static_folder() -> Path:
    """The folder of static files."""
    return Path(str(files("codekids_hub") / "pages" / "static"))


def template_folder(name: str) -> Path:
    """The folder of templates: ``hub`` for JupyterHub's pages, ``club`` for the service's."""
    return Path(str(files("codekids_hub") / "pages" / "templates" / name))


@cache
def static(path: str) -> str:
    """The address of the static file ``path``.

    :raises FileNotFoundError: there is no such file; a template that names one would otherwise fail in silence
    """
    content = (static_folder() / path).read_bytes()
    return f"{STATIC_URL}{path}?v={hashlib.sha256(content).hexdigest()[:10]}"
