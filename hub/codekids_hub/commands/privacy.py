"""``codekids people erase`` and ``export``: a child's data are taken away everywhere, or given to its family."""

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import click

from codekids_exercises import catalogue
from codekids_exercises.catalogue import Catalogue
from codekids_exercises.challenge import ContentError
from codekids_hub import login_ends
from codekids_hub import people as rules
from codekids_hub.addresses import Addresses
from codekids_hub.commands.options import migrated
from codekids_hub.hub_client import HubClient
from codekids_hub.privacy import asking
from codekids_hub.privacy.erasing import erase_due
from codekids_hub.privacy.exporting import exported
from codekids_hub.secret_files import secret
from codekids_hub.settings import Settings
from codekids_hub.storage.privacy_tables import Erasure


@click.command()
@click.argument("code")
@click.argument("nickname")
@click.option("--undo", is_flag=True, help="The child stays, with everything.")
@click.option("--now", "at_once", is_flag=True, help="At once, without the seven days: it cannot be undone.")
@click.pass_obj
def erase(settings: Settings, code: str, nickname: str, undo: bool, at_once: bool) -> None:
    """Erase the child NICKNAME of the club CODE, in seven days, everywhere."""
    now = datetime.now(UTC)
    with migrated(settings) as database:
        with database.write() as session:
            child = rules.child_by_nickname(session, code, nickname)
            if undo:
                asking.undo(session, child, now)
                click.echo(f"{child.nickname} stays.")
                return
            row = asking.ask(session, child, now)
        if not at_once:
            click.echo(f"{nickname} is erased on {row.due_at:%Y-%m-%d}, unless you say --undo before.")
            return
        login_ends.end_now(database, _hub(settings), secret(settings.secrets, "service"), child.id)
        with database.write() as session:
            session.get_one(Erasure, child.id).due_at = now
        if erase_due(database, settings, now):
            click.echo(f"{nickname} is erased.")
        else:
            click.echo("A hand-in is being marked. The worker erases it right after that.")


@click.command()
@click.argument("code")
@click.argument("nickname")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.pass_obj
def export(settings: Settings, code: str, nickname: str, file: Path) -> None:
    """Write everything about the child NICKNAME of the club CODE to FILE, a zip for its family."""
    if file.exists():
        raise click.ClickException(f"{file} is there already; choose another name.")
    with migrated(settings) as database:
        with database.read() as session:
            child = rules.child_by_nickname(session, code, nickname)
        with (
            exported(database, settings, _content(settings), child.id, datetime.now(UTC)) as made,
            open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as target,
        ):
            shutil.copyfileobj(made, target)
    click.echo(f"{file}: everything about {nickname}. Give it to the family, and keep no copy.")


def _hub(settings: Settings) -> HubClient:
    return HubClient(Addresses.of(settings).hub_api)


def _content(settings: Settings) -> Catalogue:
    """The released sets, for their titles; an installation that never ran has none."""
    try:
        return catalogue.read(settings.released)
    except ContentError:
        return Catalogue(())
