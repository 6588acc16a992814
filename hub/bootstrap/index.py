"""Where packages come from, as this machine's settings for uv and pip say, and how its line is trusted."""

import base64
import configparser
import os
import ssl
import urllib.parse
import urllib.request
from collections.abc import Mapping

# The one place that names a registry; used only where the machine's settings name none.
DEFAULT_INDEX = "https://pypi.org/simple"


def chosen(environment: Mapping[str, str]) -> str | None:
    """Return the package index that the machine's settings name, None when they name none."""
    for name in ("UV_DEFAULT_INDEX", "UV_INDEX_URL", "PIP_INDEX_URL"):
        if environment.get(name):
            return environment[name]
    return _pip_setting(environment, "index-url")


def for_children(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment for uv, pip and npm: one index and one trust for all of them."""
    result = dict(environment)
    index = chosen(environment)
    if index:
        result["UV_DEFAULT_INDEX"] = result["PIP_INDEX_URL"] = index
    authorities = _authorities(environment)
    if authorities:
        result["SSL_CERT_FILE"] = authorities
        result.setdefault("PIP_CERT", authorities)
        result.setdefault("NODE_EXTRA_CA_CERTS", authorities)
    result.setdefault("UV_SYSTEM_CERTS", "1")
    result.setdefault("NODE_USE_SYSTEM_CA", "1")
    return result


def request(address: str, accept: str = "*/*") -> urllib.request.Request:
    """Return the request for an address, a name and password in it turned into a header."""
    parts = urllib.parse.urlsplit(address)
    headers = {"Accept": accept}
    if parts.username is not None:
        name, password = urllib.parse.unquote(parts.username), urllib.parse.unquote(parts.password or "")
        headers["Authorization"] = "Basic " + base64.b64encode(f"{name}:{password}".encode()).decode()
        parts = parts._replace(netloc=parts.netloc.rpartition("@")[2])
    return urllib.request.Request(urllib.parse.urlunsplit(parts), headers=headers)


def opener(environment: Mapping[str, str]) -> urllib.request.OpenerDirector:
    """Return what opens requests, trusting whom the machine's settings trust."""
    context = ssl.create_default_context(cafile=_authorities(environment))
    return urllib.request.build_opener(urllib.request.HTTPSHandler(context=context))


def _authorities(environment: Mapping[str, str]) -> str | None:
    names = ("SSL_CERT_FILE", "PIP_CERT", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
    named = [environment.get(name) for name in names]
    for path in [*named, _pip_setting(environment, "cert")]:
        if path and os.path.isfile(path):
            return path
    return None


def _pip_setting(environment: Mapping[str, str], name: str) -> str | None:
    home = environment.get("HOME", "")
    configuration = environment.get("XDG_CONFIG_HOME") or os.path.join(home, ".config")
    files = ["/etc/xdg/pip/pip.conf", "/etc/pip.conf", os.path.join(home, ".pip", "pip.conf")]
    files += [os.path.join(configuration, "pip", "pip.conf"), environment.get("PIP_CONFIG_FILE", "")]
    parser = configparser.RawConfigParser()
    try:
        parser.read([path for path in files if path], encoding="utf-8")
    except configparser.Error:
        return None
    return parser.get("global", name, fallback=None)
