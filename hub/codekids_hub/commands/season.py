"""``codekids season ...``: when the year of clubs begins, and the days without meetings."""

from datetime import UTC, datetime
from pathlib import Path

import click

from codekids_hub import seasons
from codekids_hub.commands.options import data_option, demo_option, migrated, settings_for
from codekids_hub.settings import Settings

DAY = click.DateTime(["%Y-%m-%d"])


@click.group()
@demo_option
@data_option
@click.pass_context
def season(context: click.Context, demo: bool, data: Path | None) -> None:
    """Say when the season begins and when there are no meetings: the homework follows."""
    context.obj = settings_for(demo, data)


@season.command()
@click.argument("first", type=DAY)
@click.pass_obj
def begin(settings: Settings, first: datetime) -> None:
    """Have a season begin on the day FIRST, such as 2026-10-05."""
    with migrated(settings) as database, database.write() as session:
        seasons.begin_season(session, first.date(), datetime.now(UTC))
    click.echo(f"The season begins on {first.date()}.")


@season.command()
@click.argument("name")
@click.argument("first", type=DAY)
@click.argument("last", type=DAY)
@click.option("--country", default="", help="Only in this country, such as RO or MD.")
@click.pass_obj
def holiday(settings: Settings, name: str, first: datetime, last: datetime, country: str) -> None:
    """Add the holiday NAME from the day FIRST to the day LAST: no meetings, and homework moves."""
    with migrated(settings) as database, database.write() as session:
        seasons.add_holiday(session, name, first.date(), last.date(), datetime.now(UTC), country=country)
    click.echo(f"{name}: no meetings from {first.date()} to {last.date()}.")
