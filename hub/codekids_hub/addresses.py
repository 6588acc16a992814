"""Where the parts of a running installation listen: the browser's port, and three more that only this machine sees."""

import os
import socket
from dataclasses import dataclass
from pathlib import Path

from codekids_hub.roles import SERVICE
from codekids_hub.settings import Settings

HUB_PREFIX = "/hub/"
SERVICE_PREFIX = f"/services/{SERVICE}/"
FORMGRADER_PATH = "/hub/formgrader/"
"""Followed by a club's code: opens formgrader for its course, where that is on."""
OPEN_PATH = "satul/open"
"""Under a workspace's address: ``<set>/<challenge>`` is opened there, copied first if the child has none yet."""

LOGOUT_URL = "/hub/logout"


@dataclass(frozen=True)
class Addresses:
    """Addresses of one installation, all derived from its settings."""

    host: str
    port: int
    outside: str = ""

    @classmethod
    def of(cls, settings: Settings) -> "Addresses":
        """The addresses that these settings lead to."""
        kind = Contained if settings.contained else cls
        return kind(settings.host, settings.port, settings.address.rstrip("/"))

    @property
    def public(self) -> str:
        """What people open: the address that the settings name, else this machine's own in its network."""
        if self.outside:
            return self.outside
        return f"http://{_own_address() if self._everywhere else _bracketed(self.host)}:{self.port}"

    @property
    def local(self) -> str:
        """The same for programs of this machine."""
        return f"http://{'127.0.0.1' if self._everywhere else _bracketed(self.host)}:{self.port}"

    @property
    def _everywhere(self) -> bool:
        return self.host in ("0.0.0.0", "::", "")

    @property
    def bind(self) -> str:
        """What the proxy listens on."""
        return f"http://{_bracketed(self.host)}:{self.port}"

    @property
    def hub(self) -> str:
        """The Hub behind the proxy."""
        return f"http://127.0.0.1:{self.port + 1}"

    @property
    def hub_bind(self) -> str:
        """What the Hub listens on."""
        return self.hub

    @property
    def hub_api(self) -> str:
        """The Hub's REST API, straight, without the proxy."""
        return f"{self.hub}{HUB_PREFIX}api"

    @property
    def proxy_api(self) -> str:
        """Where the Hub tells the proxy its routes."""
        return f"http://127.0.0.1:{self.port + 2}"

    @property
    def service(self) -> str:
        """The club service behind the proxy."""
        return f"http://127.0.0.1:{self.port + 3}"

    def taken(self) -> list[int]:
        """The ports of ours that somebody else is using."""
        candidates = [(self.host, self.port)] + [("127.0.0.1", self.port + offset) for offset in (1, 2, 3)]
        return [port for host, port in candidates if not _is_free(host, port)]


@dataclass(frozen=True)
class Contained(Addresses):
    """The same in containers: each has its own name in ``docker/compose.yaml``, so ports are always the same."""

    @property
    def bind(self) -> str:
        """What the router listens on."""
        return "http://0.0.0.0:8000"

    @property
    def hub(self) -> str:
        """The Hub, for router and workspaces."""
        return "http://hub:8081"

    @property
    def hub_bind(self) -> str:
        """What the Hub listens on, in its container."""
        return "http://0.0.0.0:8081"

    @property
    def proxy_api(self) -> str:
        """Where the Hub tells the router its routes."""
        return "http://router:8001"

    @property
    def service(self) -> str:
        """The club service, for router and workspaces."""
        return "http://hub:8003"

    def taken(self) -> list[int]:
        """The port of this machine that somebody else is using."""
        return [] if _is_free(self.host, self.port) else [self.port]


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _own_address() -> str:
    """The address of this machine in its network; nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # a documentation address (RFC 5737): only the route is asked for
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])


def _is_free(host: str, port: int) -> bool:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def project_root() -> Path:
    """The folder of the project, as the launcher says it."""
    return Path(os.environ.get("CODEKIDS_ROOT") or Path.cwd())
