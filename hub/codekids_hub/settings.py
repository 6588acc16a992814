"""Settings: one frozen object, read once from ``codekids.toml`` and the environment, then passed on.

Precedence: environment variable ``CODEKIDS_<NAME>`` over the file over the default. Nothing here is read at import.
"""

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from codekids_hub.languages import DEFAULT_LANGUAGE, LANGUAGES

SECOND_FACTORS = ("required", "offered", "off")
"""Whether coordinators and mentors log in in two steps."""

MODES = ("local", "docker", "swarm")
"""How workspaces run: ``local`` processes, or containers of one machine or of several: then everything else runs in
containers, too."""

DOCKER_DATABASE = "postgresql+psycopg://codekids@database/codekids?passfile=/run/secrets/pgpass"
"""The database of ``docker/compose.yaml``; its password is in a file that only containers of the hub have."""

STARTS = ("own", "forked")
"""How a local workspace starts: as a process of its own, or forked from a warm parent."""

LOGS = ("text", "json")
"""How logs are written."""


class SettingError(ValueError):
    """A setting that cannot be used; the message names it, its value and what it may be."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Everything that an installation may choose. Paths are absolute after :meth:`load`."""

    mode: str = field(
        default="local",
        metadata={
            "help": "How everything runs: local (processes of this machine), docker (containers) or swarm (containers on several machines)."
        },
    )
    host: str = field(
        default="127.0.0.1",
        metadata={"help": "The address to listen on; 0.0.0.0 lets the library's laptops in."},
    )
    address: str = field(
        default="",
        metadata={
            "help": "What people open, such as https://hub.biblioteca.ro; empty: this machine's address."
        },
    )
    port: int = field(default=8000, metadata={"help": "The port that browsers use."})
    data: Path = field(
        default=Path("data"), metadata={"help": "The folder with database, homes and secrets."}
    )
    content: Path = field(
        default=Path("exercises/sets"), metadata={"help": "The folder with the challenge sets."}
    )
    database: str = field(
        default="", metadata={"help": "SQLAlchemy URL of the club's database; empty means SQLite in data."}
    )
    erased: str = field(
        default="",
        metadata={
            "help": "The file that remembers who was erased, outside of what is restored with data; empty: beside data."
        },
    )
    backup_key: str = field(
        default="",
        metadata={
            "help": "The operator's key file for backups, made on first use; keep a copy elsewhere. Empty: beside data."
        },
    )
    language: str = field(
        default=DEFAULT_LANGUAGE,
        metadata={"help": "The language shown to a browser that asks for none of ours."},
    )
    logs: str = field(
        default="text",
        metadata={"help": "How hub, pages and worker write hub.log: text, or json (a line an event)."},
    )
    security_contact: str = field(
        default="",
        metadata={
            "help": "Whom to tell about a hole here: an e-mail address or https address for the page about it; empty: nobody."
        },
    )
    session_hours: int = field(
        default=12, metadata={"help": "After how many hours somebody has to log in again."}
    )
    workspace_start: str = field(
        default="forked",
        metadata={
            "help": "With local: how workspaces start: forked (from a warm parent: sooner, with less memory) or own (each a new process)."
        },
    )
    starts_at_once: int = field(
        default=0,
        metadata={
            "help": "How many workspaces start at the same time, while other children wait in line; 0: two for each processor, at least four."
        },
    )
    idle_minutes: int = field(
        default=30, metadata={"help": "After how many quiet minutes a workspace is put to sleep."}
    )
    stop_after: int = field(
        default=60,
        metadata={"help": "After how many seconds a program that does not end is stopped; 0: never."},
    )
    home_mb: int = field(
        default=1000,
        metadata={
            "help": "How many megabytes a child's home may hold; from four fifths on the child is told, when it is full programs cannot write. 0: no limit."
        },
    )
    second_factor: str = field(
        default="required",
        metadata={
            "help": "Whether coordinators and mentors log in in two steps: required, offered (each decides), off."
        },
    )
    formgrader: bool = field(
        default=False,
        metadata={"help": "Whether mentors may open nbgrader's formgrader for their clubs. Nobody needs it."},
    )
    name: str = field(
        default="codekids",
        metadata={"help": "With docker: the name before its containers; two on one machine need two."},
    )
    base_image: str = field(
        default="python:3.12-slim-bookworm",
        metadata={
            "help": "With docker: what images are built on; codekids-base once docker/base.sh made it."
        },
    )
    networks: str = field(
        default="10.213",
        metadata={"help": "With docker: how the addresses of its networks begin; nothing else may use them."},
    )
    certificate: str = field(
        default="",
        metadata={
            "help": "With docker and an https address: folder with cert.pem and key.pem; empty: asked for by itself; internal: its own."
        },
    )
    workspace_mb: int = field(
        default=768, metadata={"help": "With docker: how many megabytes of memory a workspace may use."}
    )
    workspace_cpu: int = field(
        default=100, metadata={"help": "With docker: how many hundredths of a processor a workspace may use."}
    )
    workspace_processes: int = field(
        default=150, metadata={"help": "With docker: how many processes and threads a workspace may have."}
    )
    marking_workers: int = field(
        default=1, metadata={"help": "With docker: how many containers mark hand-ins."}
    )

    def __post_init__(self) -> None:
        if self.mode not in MODES:
            raise SettingError(f"mode = {self.mode!r}: must be one of {', '.join(MODES)}")
        if self.second_factor not in SECOND_FACTORS:
            raise SettingError(
                f"second_factor = {self.second_factor!r}: must be one of {', '.join(SECOND_FACTORS)}"
            )
        if self.language not in LANGUAGES:
            raise SettingError(f"language = {self.language!r}: must be one of {', '.join(LANGUAGES)}")
        if self.workspace_start not in STARTS:
            raise SettingError(
                f"workspace_start = {self.workspace_start!r}: must be one of {', '.join(STARTS)}"
            )
        if self.logs not in LOGS:
            raise SettingError(f"logs = {self.logs!r}: must be one of {', '.join(LOGS)}")
        if self.security_contact and not re.fullmatch(r"https://\S+|[^\s@:]+@[^\s@]+", self.security_contact):
            raise SettingError(
                f"security_contact = {self.security_contact!r}: must be an e-mail address or begin with https://"
            )
        if not 1 <= self.port <= 65532:
            raise SettingError(
                f"port = {self.port!r}: must be between 1 and 65532 (the three ports after it are used too)"
            )
        for name in (
            "session_hours", "idle_minutes", "workspace_cpu", "workspace_processes", "marking_workers"
        ):  # fmt: skip
            if getattr(self, name) < 1:
                raise SettingError(f"{name} = {getattr(self, name)!r}: must be at least 1")
        if self.starts_at_once < 0:
            raise SettingError(
                f"starts_at_once = {self.starts_at_once!r}: must be 0 (as the machine can) or more"
            )
        if self.home_mb < 0:
            raise SettingError(f"home_mb = {self.home_mb!r}: must be 0 (no limit) or more megabytes")
        if self.stop_after < 0:
            raise SettingError(f"stop_after = {self.stop_after!r}: must be 0 (never) or more seconds")

        if self.workspace_mb < 256:
            raise SettingError(
                f"workspace_mb = {self.workspace_mb!r}: JupyterLab needs 256 megabytes at least"
            )
        if not re.fullmatch(r"[a-z][a-z0-9]{1,30}", self.name):
            raise SettingError(f"name = {self.name!r}: must be small letters and digits, a letter first")
        if not re.fullmatch(r"\d{1,3}\.\d{1,3}", self.networks):
            raise SettingError(f"networks = {self.networks!r}: must be two numbers, such as 10.213")
        if self.formgrader and self.contained:
            raise SettingError(f"formgrader = true: there is no formgrader with mode = {self.mode!r}")

    @property
    def contained(self) -> bool:
        """Whether everything runs in containers."""
        return self.mode != "local"

    @property
    def database_url(self) -> str:
        """The SQLAlchemy URL of the club's own database."""
        return self.database or (DOCKER_DATABASE if self.contained else self._sqlite)

    @property
    def _sqlite(self) -> str:
        return f"sqlite:///{self.data / 'club.sqlite'}"

    @property
    def erased_file(self) -> Path:
        """Where it is remembered who was erased."""
        return Path(self.erased) if self.erased else self._beside("erased.jsonl")

    @property
    def backup_key_file(self) -> Path:
        """Where the key to backups lies."""
        return Path(self.backup_key) if self.backup_key else self._beside("backup-key")

    @property
    def kept(self) -> Path:
        """With docker: the folder beside data with what must not be restored with it; containers see it, too."""
        return self.data.with_name(f"{self.data.name}.kept")

    def _beside(self, name: str) -> Path:
        return self.kept / name if self.contained else self.data.with_name(f"{self.data.name}.{name}")

    @property
    def secrets(self) -> Path:
        """The folder of key files, readable by the operator alone."""
        return self.data / "secrets"

    @property
    def homes(self) -> Path:
        """The folder with one home per child."""
        return self.data / "homes"

    @property
    def released(self) -> Path:
        """The folder with the released content that workspaces read; in images it lies beside the content."""
        return self.content.with_name("released") if self.contained else self.data / "released"

    @property
    def shared_lab(self) -> Path:
        """With docker: the folder with JupyterLab's files for all workspaces; in the hub's image it lies beside the content."""
        return self.content.with_name("lab")

    @property
    def store(self) -> Path:
        """The folder of stored files: hand-ins, released assignments, feedback, each by its content."""
        return self.data / "store"

    @property
    def courses(self) -> Path:
        """The folder with nbgrader's course directory of each club."""
        return self.data / "courses"

    @classmethod
    def load(cls, file: Path | None, environ: Mapping[str, str], **overrides: object) -> "Settings":
        """Read the settings.

        :param file: a ``codekids.toml``; ``None`` or a missing file means defaults. Relative paths are relative to it.
        :param environ: the process environment
        :param overrides: values that win over all others, such as those of command-line options
        :raises SettingError: a setting is unknown, of a wrong type or out of range
        """
        known = {each.name: each for each in fields(cls)}
        values: dict[str, Any] = {
            name: each.default for name, each in known.items() if isinstance(each.default, Path)
        }
        if file is not None and file.exists():
            try:
                values.update(tomllib.loads(file.read_text(encoding="utf-8")))
            except tomllib.TOMLDecodeError as error:
                raise SettingError(f"{file}: not valid TOML: {error}") from error
        unknown = sorted(set(values) - set(known))
        if unknown:
            raise SettingError(f"{file}: unknown setting {unknown[0]!r}; known are {', '.join(known)}")
        for name in known:
            from_environment = environ.get(f"CODEKIDS_{name.upper()}")
            if from_environment is not None:
                values[name] = from_environment
        values.update({name: value for name, value in overrides.items() if value is not None})
        base = file.parent if file is not None else Path.cwd()
        return cls(
            **{name: _convert(name, value, known[name].default, base) for name, value in values.items()}
        )

    def environment(self) -> dict[str, str]:
        """These settings as environment variables, for a process that loads them again."""
        return {f"CODEKIDS_{each.name.upper()}": str(getattr(self, each.name)) for each in fields(self)}


def _convert(name: str, value: Any, default: Any, base: Path) -> Any:
    if isinstance(default, Path):
        return (base / Path(value).expanduser()).resolve()
    if isinstance(default, bool):
        if str(value).lower() not in ("true", "false"):
            raise SettingError(f"{name} = {value!r}: must be true or false")
        return str(value).lower() == "true"
    if isinstance(default, int):
        try:
            return int(value)
        except (TypeError, ValueError):
            raise SettingError(f"{name} = {value!r}: must be a whole number") from None
    if not isinstance(value, str):
        raise SettingError(f"{name} = {value!r}: must be text in quotes")
    return value


def process_settings() -> Settings:
    """The settings of a process that the ``codekids`` command started: all of them come from its environment."""
    return Settings.load(None, os.environ)
