"""A workspace's server: JupyterHub's single-user server, without two things at its start that no workspace needs.

- The package rfc3987_syntax compiles a grammar when it is imported: 0.9 s. jsonschema takes it as one of several optional checks of
  ``format`` and does without where it is missing; no schema of a workspace asks for it. So it is missing here.
- JupyterLab asks ``node`` for the configuration of yarn, which only building JupyterLab needs: 0.3 s. Where there is no ``node`` it
  does not ask. So there is none while it is imported.

Start it as ``python -m satul.workspace.server`` with the environment and arguments of ``jupyterhub-singleuser``.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

WITHOUT = "rfc3987_syntax"


def load() -> Callable[[], None]:
    """Import all of the server; what is to be called to run it."""
    sys.modules[WITHOUT] = None  # type: ignore[assignment] # Python's own way to say that there is no such package
    with _no_programs():
        import jupyterlab.labapp  # noqa: F401
    from jupyterhub.singleuser import main

    run: Callable[[], None] = main
    return run


@contextmanager
def _no_programs() -> Iterator[None]:
    path = os.environ.get("PATH")
    os.environ["PATH"] = ""
    try:
        yield
    finally:
        del os.environ["PATH"]
        if path is not None:
            os.environ["PATH"] = path


if __name__ == "__main__":
    load()()
