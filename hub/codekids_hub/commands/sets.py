"""``codekids sets ...``: the challenge sets and the gates that they pass."""

import dataclasses
import json
import sys

import click

from codekids_hub.addresses import project_root


@click.group()
def sets() -> None:
    """Look after the challenge sets."""


@sets.command()
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
def lint(as_json: bool) -> None:
    """Check every challenge in every language; exits with 1 when a rule is broken."""
    from codekids_exercises.lint import lint as findings_of  # only this command needs the linter

    findings = findings_of(project_root() / "exercises" / "sets")
    if as_json:
        click.echo(json.dumps([dataclasses.asdict(each) for each in findings], ensure_ascii=False, indent=2))
    else:
        for each in findings:
            click.echo(f"{each.where} [{each.language}] {each.rule}: {each.message}")
        click.echo(f"{len(findings)} finding{'' if len(findings) == 1 else 's'}.")
    sys.exit(1 if findings else 0)
