"""People with keys and homes, who run nbgrader's own commands there."""

import io
import logging
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
import pytest

from notebooks.exchange.club_exchange import ClubExchange
from satul.exchange.config import FOLDER, configure

COURSE = "pietrari"
HOMEWORK = "draw-the-village"


@dataclass
class Person:
    """Somebody with a key and a home, who runs nbgrader's commands there."""

    name: str
    home: Path
    club: ClubExchange
    monkeypatch: pytest.MonkeyPatch
    log: str = ""
    authenticator: type | None = None
    around: dict[str, str] = field(default_factory=dict)

    def enter(self) -> None:
        """Be in this person's workspace from now on."""
        self.home.mkdir(exist_ok=True)
        for name, value in self.environment().items():
            self.monkeypatch.setenv(name, value)
        self.monkeypatch.chdir(self.home)

    def environment(self) -> dict[str, str]:
        """What the spawner sets."""
        return {
            "HOME": str(self.home),
            "CODEKIDS_CLUB_API": self.club.url,
            "CODEKIDS_LANGUAGE": "en",
            "JUPYTERHUB_API_TOKEN": f"key-of-{self.name}",
            "JUPYTERHUB_USER": self.name,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",  # nbgrader calls alembic
            "JUPYTER_CONFIG_PATH": str(FOLDER),
            "JUPYTER_CONFIG_DIR": str(self.home / ".jupyter"),
            "JUPYTER_DATA_DIR": str(self.home / ".data"),
            **self.around,
        }

    def runs(self, *arguments: str, code: int = 0) -> list[str]:
        """Run ``nbgrader ARGUMENTS``, which must end with ``code``; the lines of its log without their heads."""
        from jupyter_core.application import NoStart
        from nbgrader.apps.nbgraderapp import NbGraderApp

        self.enter()
        NbGraderApp.clear_instance()
        app = NbGraderApp.instance()
        log = io.StringIO()
        ended: object = 0
        try:
            app.initialize(list(arguments))
            app.init_logging(logging.StreamHandler, [log], color=False, subapps=True)
            app.start()
        except NoStart:  # how a Jupyter application says that its subcommand is done
            pass
        except SystemExit as exit_:
            ended = exit_.code
        finally:
            self.log = log.getvalue()
            app.reset()
        assert ended == code, self.log
        return [line.split("] ", 1)[-1] for line in self.log.splitlines() if not line.startswith(" ")]

    def list(self, *arguments: str) -> list[str]:
        """The lines of ``nbgrader list``."""
        return self.runs("list", *arguments)

    def exchange(self, role: str, **wanted: Any) -> Any:
        """One of the exchange's classes, as nbgrader's server extensions and formgrader make it."""
        from nbgrader.auth import Authenticator
        from nbgrader.coursedir import CourseDirectory
        from nbgrader.exchange import ExchangeFactory
        from traitlets.config import Config

        self.enter()
        config = Config()
        configure(config, {})
        config.CourseDirectory.update(wanted)
        if self.authenticator is not None:
            config.Authenticator.plugin_class = self.authenticator
        coursedir = CourseDirectory(config=config)
        authenticator = Authenticator(config=config)
        factory = ExchangeFactory(config=config)  # type: ignore[no-untyped-call]
        return getattr(factory, role)(coursedir=coursedir, authenticator=authenticator, config=config)


def write_notebook(path: Path, source: str = "x = 1") -> None:
    """A notebook with one code cell."""
    path.parent.mkdir(parents=True, exist_ok=True)
    cell = nbformat.v4.new_code_cell(source, id="make")  # type: ignore[no-untyped-call]
    notebook = nbformat.v4.new_notebook(cells=[cell])  # type: ignore[no-untyped-call]
    text = nbformat.writes(notebook)  # type: ignore[no-untyped-call]
    path.write_text(text, encoding="utf-8")
