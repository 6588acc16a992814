"""Started by JupyterHub: ``python -m codekids_hub.club`` with the Hub's environment for services."""

import os
from urllib.parse import urlsplit

import uvicorn
from jupyterhub.services.auth import HubOAuth

from codekids_hub.club.app import make_app
from codekids_hub.club.parts import Parts
from codekids_hub.settings import process_settings


def main() -> None:
    """Serve until the Hub says stop."""
    settings = process_settings()
    parts = Parts.of(settings, HubOAuth(cache_max_age=5))
    address = urlsplit(os.environ["JUPYTERHUB_SERVICE_URL"])
    uvicorn.run(
        make_app(parts),
        host=address.hostname or "127.0.0.1",
        port=address.port or 80,
        log_level="warning",
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=3,
    )


if __name__ == "__main__":
    main()
