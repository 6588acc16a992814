"""``codekids backup`` and ``codekids restore``: a copy of everything, and everything from a copy."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from codekids_hub.addresses import project_root
from codekids_hub.care import backup as saving
from codekids_hub.care import restore as bringing
from codekids_hub.commands.options import data_option, demo_option, is_outside, real_settings, settings_for
from codekids_hub.production import restoring

PLACE = click.Path(path_type=Path)


@click.command()
@click.argument("place", type=PLACE)
@click.option(
    "--keep-days",
    type=click.IntRange(1, 366),
    default=35,
    show_default=True,
    help="In a folder: forget copies that are older.",
)
@demo_option
@data_option
def backup(place: Path, keep_days: int, demo: bool, data: Path | None) -> None:
    """Save a copy of everything to PLACE while the hub runs: a new file, or a folder that holds only what is new."""
    settings = settings_for(demo, data)
    with _told_plainly("The copy was not made"):
        made = saving.save(settings, place, datetime.now(UTC), keep_days)
    click.echo(f"Saved to {place}: {made.files} files, {made.rows} rows.")
    if made.unread:
        shown = ", ".join(made.unread[:3])
        click.secho(f"{len(made.unread)} could not be read and are not in it: {shown}", fg="yellow")
    if made.new_key:
        click.secho(
            f"A key was made: {settings.backup_key_file}. Without it nobody can read any copy, not even you: "
            "print it, or keep it on a stick in another place than the copies.",
            fg="yellow",
            bold=True,
        )


@click.command()
@click.argument("place", type=PLACE)
@click.option("--drill", is_flag=True, help="Only try it: in a passing place, compared and thrown away.")
@click.option("--key", type=PLACE, help="The key file. [default: as the setting backup_key says]")
@demo_option
@data_option
def restore(place: Path, drill: bool, key: Path | None, demo: bool, data: Path | None) -> None:
    """Bring back the newest copy in PLACE, a file or a folder that backup made. The data folder must be empty."""
    if not (demo or data or drill) and is_outside(real_settings()):
        sys.exit(restoring.restore(project_root(), real_settings(), place, key, click.echo))
    settings = settings_for(demo, data)
    if key is not None:
        settings = replace(settings, backup_key=str(key.absolute()))
    now = datetime.now(UTC)
    with _told_plainly("Nothing was restored"):
        found = (bringing.drill if drill else bringing.restore)(settings, place, now)
    if drill:
        click.echo(f"The copy of {found.made_at} can be brought back: {_told(found)}.")
    else:
        click.echo(f"Restored the copy of {found.made_at} to {settings.data}: {_told(found)}.")
        click.echo("Start the hub again. Who was logged in logs in again when the copy is old.")
    if found.missing:
        click.secho(f"{found.missing} stored files that rows name are not in the copy.", fg="yellow")


@contextmanager
def _told_plainly(beginning: str) -> Iterator[None]:
    """A full disk, or a folder that may not be written, in a sentence."""
    try:
        yield
    except OSError as error:
        raise click.ClickException(f"{beginning}: {error}. Make room, or choose another place.") from error


def _told(found: bringing.Restored) -> str:
    again = f", {found.erased} children erased again" if found.erased else ""
    return (
        f"{found.files} files, {found.rows} rows, {found.stored} stored files, all as they were saved{again}"
    )
