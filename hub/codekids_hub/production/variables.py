"""What containers are told: folders, secrets, and the files of variables that ``docker/compose.yaml`` and ``docker/stack.yaml`` read."""

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from codekids_hub.addresses import Addresses
from codekids_hub.production.images import PREFIX
from codekids_hub.secret_files import secret
from codekids_hub.settings import DOCKER_DATABASE, Settings

USER = 10001
"""Who runs in the containers, and owns the data folder on this machine."""

SOCKET = Path("/var/run/docker.sock")
INSIDE_CONTENT = "/srv/codekids/content"
DATABASE_IMAGE = "CODEKIDS_DATABASE_IMAGE"
"""Another image for the database, such as postgres:17, when the environment names one."""


def make_folders(settings: Settings) -> None:
    """The folders of data and the secrets, which belong to the account of the containers."""
    for folder in (settings.data, settings.homes, settings.kept, settings.secrets):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.chown(folder, USER, USER)
    password = secret(settings.secrets, "database")
    secret(settings.secrets, "proxy")
    passfile = settings.secrets / "pgpass"
    passfile.touch(mode=0o600)
    passfile.write_text(f"*:*:*:codekids:{password}\n")  # a drill has a passing database of another name
    for path in settings.secrets.iterdir():
        os.chown(path, USER, USER)


def files_of(root: Path, settings: Settings) -> Path:
    """The folder for the files of variables."""
    folder = root / ".codekids" / "docker" / settings.name
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def inside(settings: Settings) -> dict[str, str]:
    """The settings as containers read them: the data folder has the same name there, the content is the image's own."""
    own = {
        "CODEKIDS_CONTENT": INSIDE_CONTENT,
        "CODEKIDS_ERASED": str(settings.erased_file),
        "CODEKIDS_BACKUP_KEY": str(settings.backup_key_file),
        "CODEKIDS_ADDRESS": Addresses.of(settings).public,
        "CODEKIDS_DATABASE": settings.database or DOCKER_DATABASE,
    }
    return settings.environment() | own


def variables(root: Path, settings: Settings, tag: str, docker_group: int) -> dict[str, str]:
    """What ``docker/compose.yaml`` leaves open.

    :param docker_group: who may use Docker's socket on this machine
    """
    certificate = settings.certificate
    own = certificate not in ("", "internal")
    address = urlsplit(settings.address)
    tls = address.scheme == "https"
    lines = {"internal": "tls internal", "": ""}
    return {
        "CODEKIDS_NAME": settings.name,
        "CODEKIDS_IMAGES": PREFIX,
        "CODEKIDS_TAG": f":{tag}",
        "CODEKIDS_DATABASE_IMAGE": os.environ.get(DATABASE_IMAGE, f"{PREFIX}database:{tag}"),
        "CODEKIDS_DATA": str(settings.data),
        "CODEKIDS_KEPT": str(settings.kept),
        "CODEKIDS_NETWORKS": settings.networks,
        "CODEKIDS_BRIDGE": "ck" + hashlib.sha256(settings.name.encode()).hexdigest()[:8],
        "CODEKIDS_SITE": f"https://{address.hostname}" if tls else ":80",
        "CODEKIDS_TLS": (
            lines.get(certificate, "tls /etc/caddy/own/cert.pem /etc/caddy/own/key.pem") if tls else ""
        ),
        "CODEKIDS_HSTS": 'Strict-Transport-Security "max-age=31536000"' if tls else "",
        "CODEKIDS_OWN_CERTIFICATE": certificate if own else "/dev/null",
        "CODEKIDS_HTTP": f"{settings.host}:{80 if tls and address.port is None else settings.port}",
        "CODEKIDS_HTTPS": f"{settings.host}:{address.port or 443}" if tls else "127.0.0.1:",
        "CODEKIDS_DOCKER_GROUP": str(docker_group),
        "CODEKIDS_SOCKET": str(SOCKET),
        "CODEKIDS_SECCOMP": str(root / "docker" / "seccomp.json"),
    }


def write_variables(path: Path, values: Mapping[str, str]) -> None:
    """Write what compose and Docker read, a line each."""
    path.touch(mode=0o600)
    path.write_text("".join(f"{name}={value}\n" for name, value in values.items()))


def plain_environment() -> dict[str, str]:
    """Our environment without our own variables: they would win over those of the installation."""
    return {name: value for name, value in os.environ.items() if not name.startswith("CODEKIDS_")}
