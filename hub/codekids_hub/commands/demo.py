"""``codekids demo``: everything runs on this machine, with a demo club of each level; Ctrl-C stops it all."""

import json
import os
from pathlib import Path

import click

from codekids_hub import demo_people
from codekids_hub.addresses import Addresses
from codekids_hub.animals import find_animal
from codekids_hub.commands.options import demo_settings
from codekids_hub.commands.serving import serve
from codekids_hub.demo_people import DemoPeople
from codekids_hub.installation import prepare, refuse_taken_ports
from codekids_hub.secret_files import secret


@click.command()
@click.option("--port", type=int, default=8000, show_default=True, help="The port that browsers use.")
@click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where to keep everything. [default: .codekids/demo in the project]",
)
@click.option(
    "--ready-file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Written when a child could log in: address, cards and passwords as JSON.",
)
def demo(port: int, data: Path | None, ready_file: Path | None) -> None:
    """Run everything, with a demo club of each level."""
    settings = demo_settings(data, port)
    if ready_file is not None:
        ready_file.unlink(missing_ok=True)
    refuse_taken_ports(settings)
    click.echo("Preparing the demo: database, clubs, challenges (a minute the first time) ...")
    database = prepare(settings, click.echo)
    people = demo_people.make(database, settings.data, secret(settings.secrets, "pepper"))
    database.dispose()
    address = Addresses.of(settings).public

    def ready() -> None:
        _say_how(people, address)
        if ready_file is not None:
            draft = ready_file.with_name(f"{ready_file.name}.part")
            draft.write_text(json.dumps({"url": address} | people.as_json(), ensure_ascii=False, indent=2))
            os.replace(draft, ready_file)

    try:
        serve(settings, ready)
    finally:
        if ready_file is not None:
            ready_file.unlink(missing_ok=True)


def _say_how(people: DemoPeople, address: str) -> None:
    click.secho(f"\nReady: {address}", fg="green", bold=True)
    for child in people.children:
        animal = find_animal(child.animal)
        names = f"{animal.ro} / {animal.en}" if animal else child.animal
        click.echo(f"  {child.level:<12}club {child.club}, animal {names}, words {' '.join(child.words)}")
    for role, adult in (
        ("librarian", people.librarian),
        ("mentor", people.mentor),
        ("coordinator", people.coordinator),
    ):
        click.echo(f"  {role:<12}{adult.name}, password {adult.password}")
    click.echo("Ctrl-C stops everything.\n")
