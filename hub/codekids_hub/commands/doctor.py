"""``codekids doctor``: looks at the installation and says, line by line, what is well and what to do."""

import json
import os
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import click

from codekids_hub.care.findings import Finding, Grade
from codekids_hub.care.measuring import look
from codekids_hub.commands.options import data_option, demo_option, settings_for
from codekids_hub.translation import catalogue

_SHOWN = {Grade.OK: ("✓", "green"), Grade.WARNING: ("!", "yellow"), Grade.TROUBLE: ("✗", "red")}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@demo_option
@data_option
def doctor(as_json: bool, demo: bool, data: Path | None) -> None:
    """Look at disk, memory, queue, walls, backup, certificate, versions, clock, database and ports."""
    found = look(settings_for(demo, data), datetime.now(UTC))
    words = catalogue(operators_language(os.environ)).gettext
    if as_json:
        click.echo(json.dumps([told(each, words) for each in found], ensure_ascii=False, indent=2))
    else:
        for each in found:
            sign, colour = _SHOWN[each.grade]
            line = told(each, words)
            click.secho(f"{sign} {line['about']:<12}{line['said']}", fg=colour)
            if line["advice"]:
                click.echo(f"  {'':<12}{line['advice']}")
    sys.exit(1 if any(each.grade is Grade.TROUBLE for each in found) else 0)


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
