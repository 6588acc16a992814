"""``codekids sets ...``: the challenge sets and the gates that they pass."""

import json
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import click

from codekids_hub import content_versions
from codekids_hub.addresses import project_root


@click.group()
def sets() -> None:
    """Look after the challenge sets."""


@sets.command()
@click.argument("wanted", metavar="[SET]...", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print what was looked at and found as JSON.")
def lint(wanted: tuple[str, ...], as_json: bool) -> None:
    """Check every challenge in every language, or those of some sets; exits with 1 when a rule is broken."""
    from codekids_exercises.lint import inspect  # only this command needs the linter

    content = project_root() / "exercises" / "sets"
    report = inspect(content, sets=wanted, tell=_tell)
    content_versions.keep_lint(project_root(), content, report, datetime.now(UTC))
    if as_json:
        click.echo(json.dumps(report.to_json(), ensure_ascii=False, indent=2))
    else:
        for each in report.findings:
            click.echo(f"{each.where} [{each.language}] {each.rule}: {each.message} ({each.page})")
        click.echo(_summary(report.counts()))
    sys.exit(1 if report.findings else 0)


def _tell(done: int, of: int) -> None:
    """How far it has come, for a person who waits at a terminal."""
    if sys.stderr.isatty():
        click.echo(f"\r  {done} of {of}", nl=done == of, err=True)


def _summary(counts: Mapping[str, Any]) -> str:
    things = ", ".join(
        _count(counts[name], name[:-1]) for name in ("sets", "challenges", "homeworks", "rules")
    )
    return f"{things}, in {' and '.join(counts['languages'])}: {_count(counts['findings'], 'finding')}."


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
