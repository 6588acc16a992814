"""What runs in the hub's containers of ``docker/compose.yaml`` and ``docker/stack.yaml``: ``python -m codekids_hub.contained ROLE``."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import httpx

from codekids_hub.addresses import Contained
from codekids_hub.configuration import configuration_file
from codekids_hub.containers import IMAGE_VARIABLE
from codekids_hub.engine_filter import PORT, SOCKET, Engine, Rules, make_server
from codekids_hub.installation import prepare
from codekids_hub.proxy import proxy_command
from codekids_hub.service_rules import ServiceRules
from codekids_hub.settings import process_settings


def hub() -> None:
    """Tables first, then JupyterHub in our place. It writes where the erasing of a child will look for its name."""
    settings = process_settings()
    prepare(settings).dispose()
    wait_for_engine(os.environ["DOCKER_HOST"])
    log = os.open(settings.data / "hub.log", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    for descriptor in (1, 2):
        os.dup2(log, descriptor)
    os.chdir(settings.data)
    os.execv(sys.executable, [sys.executable, "-m", "jupyterhub", "-f", str(configuration_file())])


def wait_for_engine(host: str, within: float = 120.0) -> None:
    """Wait for the filter before Docker's socket: a Hub that starts without it believes that all workspaces have ended.

    :raises SystemExit: it did not answer; Docker starts us again
    """
    until = time.monotonic() + within
    while time.monotonic() < until:
        try:
            if httpx.get(f"{host.replace('tcp:', 'http:')}/_ping", timeout=10, trust_env=False).is_success:
                return
        except httpx.HTTPError:
            time.sleep(1)
    sys.exit(f"{host} does not answer")


def router() -> None:
    """The configurable-http-proxy in our place; its key comes from a file."""
    hub = Contained("", 0).hub
    os.environ["CONFIGPROXY_AUTH_TOKEN"] = Path("/run/secrets/proxy").read_text().strip()
    line = [
        *proxy_command(),
        "--ip",
        "0.0.0.0",
        "--port",
        "8000",
        "--api-ip",
        "0.0.0.0",
        "--api-port",
        "8001",
    ]
    line += ["--default-target", hub, "--error-target", f"{hub}/hub/error", "--log-level", "warn"]
    os.execv(line[0], line)


def filter_engine() -> None:
    """The filter before Docker's socket."""
    settings, image = process_settings(), os.environ[IMAGE_VARIABLE]
    rules = ServiceRules(settings, image) if settings.mode == "swarm" else Rules.of(settings, image)
    make_server(rules, Engine(SOCKET), ("0.0.0.0", PORT)).serve_forever()


ROLES: dict[str, Callable[[], None]] = {
    "hub": hub,
    "router": router,
    "filter": filter_engine,
}

if __name__ == "__main__":
    ROLES[sys.argv[1]]()
