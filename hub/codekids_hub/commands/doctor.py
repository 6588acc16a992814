"""``codekids doctor``: looks at the installation and says, line by line, what is well and what to do."""

import json
import os
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import click

from codekids_hub.addresses import project_root
from codekids_hub.care.container_measuring import look_at_docker, look_without_the_hub
from codekids_hub.care.findings import Finding, Grade
from codekids_hub.care.measuring import look
from codekids_hub.commands.options import (
    data_option,
    demo_option,
    is_outside,
    real_settings,
    settings_for,
)
from codekids_hub.production import running
from codekids_hub.production.docker import NoDocker
from codekids_hub.settings import Settings
from codekids_hub.translation import catalogue

_SHOWN = {Grade.OK: ("✓", "green"), Grade.WARNING: ("!", "yellow"), Grade.TROUBLE: ("✗", "red")}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@demo_option
@data_option
def doctor(as_json: bool, demo: bool, data: Path | None) -> None:
    """Look at disk, memory, queue, walls, backup, certificate, versions, clock, database, ports and containers."""
    language = operators_language(os.environ)
    words = catalogue(language).gettext
    if not (demo or data) and is_outside(real_settings()):
        lines = _seen_from_outside(real_settings(), language)
    else:
        lines = [told(each, words) for each in look(settings_for(demo, data), datetime.now(UTC))]
    if as_json:
        click.echo(json.dumps(lines, ensure_ascii=False, indent=2))
    else:
        for line in lines:
            sign, colour = _SHOWN[Grade(line["grade"])]
            click.secho(f"{sign} {line['about']:<12}{line['said']}", fg=colour)
            if line["advice"]:
                click.echo(f"  {'':<12}{line['advice']}")
    sys.exit(1 if any(line["grade"] == Grade.TROUBLE for line in lines) else 0)


def _seen_from_outside(settings: Settings, language: str) -> list[dict[str, str]]:
    """Docker and its containers as the machine sees them; the rest as this very command finds it in the hub's container."""
    words = catalogue(language).gettext
    lines = [told(each, words) for each in look_at_docker(project_root(), settings)]
    try:
        return [*lines, *json.loads(running.said_inside(settings, ["doctor", "--json"], language))]
    except (NoDocker, running.NotRunning, ValueError):
        return [*lines, *(told(each, words) for each in look_without_the_hub(settings, datetime.now(UTC)))]


def told(found: Finding, words: Callable[[str], str]) -> dict[str, str]:
    """A finding in somebody's language."""
    return {
        "about": found.about,
        "grade": found.grade.value,
        "said": words(found.said) % found.values,
        "advice": words(found.advice) % found.values if found.advice else "",
    }


def operators_language(environ: Mapping[str, str]) -> str:
    """The language of whoever types: Romanian where the locale says so."""
    locale = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
    return "ro" if locale.startswith("ro") else "en"
