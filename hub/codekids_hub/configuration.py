"""JupyterHub's configuration: one function per concern, each on ``c``; no Hub is needed to try them."""

import os
import sys
from pathlib import Path
from typing import Any

from codekids_hub.addresses import LOGOUT_URL, SERVICE_PREFIX, Addresses
from codekids_hub.care import logs
from codekids_hub.care.metrics import METRICS_KEY, fresh_folder
from codekids_hub.headers import headers_for
from codekids_hub.hub_memory import update_memory
from codekids_hub.people_language import language_of
from codekids_hub.proxy import proxy_command
from codekids_hub.roles import (
    BASE_ROLE,
    BROWSER_SCOPES,
    CULLER,
    CULLER_SCOPES,
    SERVICE,
    SERVICE_SCOPES,
    WATCHER,
    WATCHER_SCOPES,
    WORKER,
)
from codekids_hub.secret_files import secret
from codekids_hub.settings import Settings
from codekids_hub.static_files import static, template_folder
from codekids_hub.storage import Database
from codekids_hub.translation import catalogue
from codekids_hub.workspaces import update_workspaces, without_walls


def configure(c: Any, settings: Settings) -> None:
    """All of it."""
    database = Database(settings.database_url)
    update_addresses(c, settings)
    update_memory(c, settings)
    update_proxy(c, settings)
    update_people(c, settings)
    update_service(c, settings)
    update_safety(c, settings)
    update_pages(c, settings, database)
    update_care(c, settings)
    update_workspaces(c, settings, database)


def update_addresses(c: Any, settings: Settings) -> None:
    """Where the Hub listens, and the key of its cookies."""
    addresses = Addresses.of(settings)
    c.JupyterHub.bind_url = addresses.bind
    c.JupyterHub.hub_bind_url = addresses.hub_bind
    c.JupyterHub.hub_connect_url = addresses.hub
    c.JupyterHub.cookie_secret_file = str(settings.secrets / "cookie")
    secret(settings.secrets, "cookie")
    c.JupyterHub.pid_file = str(settings.data / "jupyterhub.pid")
    c.JupyterHub.default_url = SERVICE_PREFIX


def update_proxy(c: Any, settings: Settings) -> None:
    """The configurable-http-proxy, on the Node that came with the environment; with Docker in a container of its own,
    which lives on when the Hub starts again: people who work in a notebook do not notice."""
    c.ConfigurableHTTPProxy.api_url = Addresses.of(settings).proxy_api
    c.ConfigurableHTTPProxy.auth_token = secret(settings.secrets, "proxy")
    if settings.contained:
        # Swarm gives no container an address of its choice; only gate and router are in this small network.
        last = range(2, 15) if settings.mode == "swarm" else (2, 3)
        c.ConfigurableHTTPProxy.should_start = False
        c.JupyterHub.trusted_downstream_ips = [f"{settings.networks}.16.{number}" for number in last]
        return
    c.ConfigurableHTTPProxy.command = proxy_command()
    c.ConfigurableHTTPProxy.pid_file = str(settings.data / "proxy.pid")


def update_people(c: Any, settings: Settings) -> None:
    """Who may log in, and what everybody may do: our own database says it. There is no admin in configuration."""
    c.JupyterHub.authenticator_class = "codekids"
    c.ClubAuthenticator.database_url = settings.database_url
    c.ClubAuthenticator.default_language = settings.language
    c.ClubAuthenticator.second_factor = settings.second_factor
    c.ClubAuthenticator.secrets_folder = str(settings.secrets)
    c.ClubAuthenticator.security_contact = settings.security_contact
    c.ClubAuthenticator.address = settings.address
    c.ClubAuthenticator.formgrader = settings.formgrader and without_walls() is None
    c.ClubAuthenticator.username_pattern = "[agk][2-9a-z]{11}"
    c.Authenticator.admin_users = set()
    c.JupyterHub.load_roles = [
        dict(BASE_ROLE),
        {"name": SERVICE, "services": [SERVICE], "scopes": list(SERVICE_SCOPES)},
        {"name": CULLER, "services": [CULLER], "scopes": list(CULLER_SCOPES)},
    ]


def update_service(c: Any, settings: Settings) -> None:
    """The club's pages and API, and what puts quiet workspaces to sleep, and a marking worker; the Hub starts them
    and keeps them alive. With Docker workers are containers of their own."""
    environment = settings.environment() | _kept("CODEKIDS_ROOT", "PATH", "LANG", "TZ")
    services: list[dict[str, Any]] = [
        {
            "name": SERVICE,
            "url": Addresses.of(settings).service,
            "command": [sys.executable, "-m", "codekids_hub.club"],
            "environment": dict(environment),
            "api_token": secret(settings.secrets, "service"),
            "oauth_no_confirm": True,
            "oauth_client_allowed_scopes": list(BROWSER_SCOPES),
        },
        {
            "name": WORKER,
            "command": [sys.executable, "-m", "codekids_hub.worker"],
            "environment": dict(environment),
        },
        {
            "name": CULLER,
            "command": [
                sys.executable,
                "-m",
                "jupyterhub_idle_culler",
                f"--timeout={settings.idle_minutes * 60}",
                f"--cull-every={min(60, settings.idle_minutes * 60)}",
            ],
        },
    ]
    marks_elsewhere = settings.contained
    c.JupyterHub.services = [each for each in services if not (marks_elsewhere and each["name"] == WORKER)]


def update_safety(c: Any, settings: Settings) -> None:
    """Cookies that end with the browser, headers that let nothing in from elsewhere."""
    c.JupyterHub.cookie_max_age_days = settings.session_hours / 24
    cookie: dict[str, Any] = {"expires_days": None, "samesite": "Lax"}
    if settings.address.startswith("https://"):
        cookie["secure"] = True
    c.JupyterHub.tornado_settings = {
        "headers": headers_for(settings.address),
        "cookie_options": dict(cookie),
    }
    c.JupyterHub.shutdown_on_logout = False
    c.JupyterHub.hub_routespec = "/"
    c.Spawner.cookie_options = dict(cookie)


def update_pages(c: Any, settings: Settings, database: Database) -> None:
    """Every page that a person meets is ours, in the person's language."""

    def language(user: Any) -> str:
        return language_of(database, user.name, settings.language) if user else settings.language

    c.JupyterHub.template_paths = [str(template_folder("hub"))]
    c.JupyterHub.template_vars = {
        "_": lambda user: catalogue(language(user)).gettext,
        "language": language,
        "static": lambda user: static,
        "club_url": SERVICE_PREFIX,
        "logout_url": LOGOUT_URL,
    }


def update_care(c: Any, settings: Settings) -> None:
    """Logs without people's addresses and keys; numbers for Prometheus, and for nobody without its key."""
    c.JupyterHub.logging_config = logs.for_the_hub(settings.logs)
    c.JupyterHub.authenticate_prometheus = True
    c.JupyterHub.services.append({"name": WATCHER, "api_token": secret(settings.secrets, METRICS_KEY)})
    c.JupyterHub.load_roles.append({"name": WATCHER, "services": [WATCHER], "scopes": list(WATCHER_SCOPES)})
    metrics = fresh_folder(settings)
    for service in c.JupyterHub.services:
        if service["name"] == WORKER:
            service["environment"] |= {"PROMETHEUS_MULTIPROC_DIR": str(metrics)}


def _kept(*names: str) -> dict[str, str]:
    return {name: os.environ[name] for name in names if name in os.environ}


def configuration_file() -> Path:
    """The file that ``jupyterhub -f`` reads: two lines that call :func:`configure`."""
    return Path(__file__).with_name("jupyterhub_config.py")
