"""Started by JupyterHub: ``python -m codekids_hub.club`` with the Hub's environment for services."""

import os
import socket
import threading
from urllib.parse import urlsplit

import uvicorn
from fastapi import FastAPI
from jupyterhub.services.auth import HubOAuth

from codekids_hub.care import logs
from codekids_hub.club.app import make_app
from codekids_hub.club.parts import Parts
from codekids_hub.lab_files import lab_files
from codekids_hub.live import Live
from codekids_hub.settings import process_settings


class Server(uvicorn.Server):
    """A server that sends the listeners of the live channel home first: its end does not wait for them."""

    def __init__(self, app: FastAPI, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._app = app

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop serving."""
        live: Live | None = getattr(self._app.state, "live", None)
        if live is not None:
            await live.close()
        await super().shutdown(sockets)


def main() -> None:
    """Serve until the Hub says stop."""
    settings = process_settings()
    logs.install(settings.logs)
    shared = lab_files(settings)
    app = make_app(Parts.of(settings, HubOAuth(cache_max_age=5)), shared)
    if shared is not None:
        threading.Thread(target=shared.pack, daemon=True).start()
    address = urlsplit(os.environ["JUPYTERHUB_SERVICE_URL"])
    config = uvicorn.Config(
        app,
        host="0.0.0.0" if settings.contained else address.hostname or "127.0.0.1",
        port=address.port or 80,
        log_config=None,
        log_level="warning",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=3,
    )
    Server(app, config).run()


if __name__ == "__main__":
    main()
