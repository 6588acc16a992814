"""The child's workspace: a quiet JupyterLab, and the server extension that opens challenges in it.

Two folders configure JupyterLab by its public means: ``config`` (for JUPYTER_CONFIG_PATH) and ``data`` (for
JUPYTER_PATH). Beside them stands the server extension ``satul.workspace``, which those folders turn on.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp


def _jupyter_server_extension_points() -> list[dict[str, Any]]:
    return [{"module": "satul.workspace"}]


def _load_jupyter_server_extension(server: "ServerApp") -> None:
    from satul.workspace.extension import load

    load(server)
