"""The images of an installation: built from the project's folder, named by what they are made of.

The tag is a digest of everything that goes into them: a changed file gives other images, and the earlier ones stay for the way back.
"""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

from codekids_hub.production.docker import ask_docker
from codekids_hub.refusals import Refusal
from codekids_hub.settings import Settings

TARGETS = ("workspace", "sandbox", "hub", "database", "gate", "fence")
PREFIX = "codekids/"
SOURCES = ("codekids.lock", "pyproject.toml", "docker", "exercises", "grading", "hub", "notebooks")
_MACHINE = Path(".codekids/machine")
_PASSED_ON = (
    "UV_DEFAULT_INDEX", "UV_INDEX_URL", "PIP_INDEX_URL", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy",
    "https_proxy", "no_proxy", "npm_config_registry",
)  # fmt: skip


class NoBase(Refusal):
    """The image that ours are built on is not there."""

    message = (
        "The image %(base)s is not here and could not be fetched. Where no registry can be reached, make one with "
        'docker/base.sh and write base_image = "codekids-base" into codekids.toml.'
    )


class NotBuilt(Refusal):
    """An image could not be built."""

    message = "The image %(target)s could not be built. The last lines of %(log)s say why:\n%(tail)s"


class OutsideProject(Refusal):
    """The content does not lie in the project's folder."""

    message = "content = %(content)s: with docker it must lie in the folder %(root)s, from which the images are built."


def tag_of(root: Path, settings: Settings) -> str:
    """The tag of the images that the project's folder gives now."""
    found = hashlib.sha256(f"{settings.base_image}\0{content_in(root, settings)}".encode())
    for name in SOURCES:
        for path in [root / name] if (root / name).is_file() else sorted(_files(root / name)):
            found.update(f"{path.relative_to(root)}\0".encode())
            found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()[:12]


def content_in(root: Path, settings: Settings) -> str:
    """Where the content lies in the project's folder.

    :raises OutsideProject: it does not
    """
    if not settings.content.is_relative_to(root.resolve()):
        raise OutsideProject(content=settings.content, root=root)
    return settings.content.relative_to(root.resolve()).as_posix()


def build(root: Path, settings: Settings, tag: str, say: Callable[[str], None]) -> None:
    """Build the images of a tag that are not there yet; some minutes the first time.

    :raises NoDocker, NoBase, NotBuilt:
    """
    there = set(ask_docker("image", "ls", "--format", "{{.Repository}}:{{.Tag}}").split())
    missing = [target for target in TARGETS if f"{PREFIX}{target}:{tag}" not in there]
    if not missing:
        return
    if not ask_docker("image", "ls", "--quiet", settings.base_image):
        say(f"Fetching {settings.base_image} ...")
        if not ask_docker("pull", settings.base_image, check=False):
            raise NoBase(base=settings.base_image)
    log = root / ".codekids" / "images.log"
    log.parent.mkdir(exist_ok=True)
    prepare_machine(root, os.environ)
    try:
        for target in missing:
            say(f"Building the image {target} ...")
            _build_one(root, settings, target, tag, log)
    finally:
        shutil.rmtree(root / _MACHINE, ignore_errors=True)


def sizes(tag: str) -> dict[str, int]:
    """How many bytes each image of a tag has."""
    found = {}
    for target in TARGETS:
        answer = ask_docker(
            "image", "inspect", "--format", "{{.Size}}", f"{PREFIX}{target}:{tag}", check=False
        )
        if answer:
            found[target] = int(answer)
    return found


def prepare_machine(root: Path, environment: Mapping[str, str]) -> None:
    """Lay beside the sources what this machine needs to reach packages. Only the stage that fetches sees it."""
    folder = root / _MACHINE
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, mode=0o700)
    lines = [f"{name}={environment[name]}\n" for name in _PASSED_ON if environment.get(name)]
    (folder / "environment").write_text("".join(lines))
    trusted = next(
        (environment[n] for n in ("SSL_CERT_FILE", "PIP_CERT", "REQUESTS_CA_BUNDLE") if environment.get(n)),
        "/etc/ssl/certs/ca-certificates.crt",
    )
    if Path(trusted).is_file():
        shutil.copyfile(trusted, folder / "ca.crt")
    npmrc = Path.home() / ".npmrc"
    if npmrc.is_file():
        kept = [line for line in npmrc.read_text().splitlines(True) if not line.startswith("cafile")]
        (folder / "npmrc").write_text("".join(kept))


def _build_one(root: Path, settings: Settings, target: str, tag: str, log: Path) -> None:
    command = ["docker", "build", "--network", "host", "--file", "docker/Dockerfile", "--target", target]
    command += [
        "--build-arg",
        f"BASE={settings.base_image}",
        "--build-arg",
        f"CONTENT={content_in(root, settings)}",
    ]
    environment = dict(os.environ)
    if not ask_docker("buildx", "version", check=False):
        environment["DOCKER_BUILDKIT"] = "0"  # Debian has the builder of the engine alone
    with log.open("wb") as output:
        ended = subprocess.run(
            [*command, "--tag", f"{PREFIX}{target}:{tag}", "."],
            cwd=root,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if ended.returncode:
        tail = "\n".join(log.read_text(errors="replace").splitlines()[-15:])
        raise NotBuilt(target=target, log=log, tail=tail)


def _files(folder: Path) -> list[Path]:
    ignored = {"__pycache__", ".ruff_cache", "node_modules"}
    return [path for path in folder.rglob("*") if path.is_file() and not ignored & set(path.parts)]
