"""``codekids images`` and ``codekids down``, and what ``codekids up`` does with ``mode = "docker"`` and ``"swarm"``."""

import os

import click

from codekids_hub.addresses import Addresses, project_root
from codekids_hub.care.findings import Grade
from codekids_hub.care.measuring import machine
from codekids_hub.commands.doctor import operators_language, told
from codekids_hub.commands.options import real_settings
from codekids_hub.production import images as building
from codekids_hub.production import running
from codekids_hub.production.ways import way_of
from codekids_hub.settings import Settings
from codekids_hub.translation import catalogue


def up_in_containers(settings: Settings) -> None:
    """Check, build what is missing, start; the containers go on when this command has ended, and after a reboot."""
    root, way = project_root(), way_of(settings)
    way.refuse_what_is_missing(settings, "up")
    tell_of_the_machine(settings)
    tag = building.tag_of(root, settings)
    building.build(root, settings, tag, click.echo)
    way.make_ready(root, settings, tag)
    way.start(root, settings, tag, click.echo)
    address = Addresses.of(settings).public
    click.secho(f"\nReady: {address}   ./codekids down stops everything.\n", fg="green", bold=True)


def tell_of_the_machine(settings: Settings) -> None:
    """Say what ``doctor`` thinks of disk and memory, where it is not content.

    :raises click.ClickException: nothing can be started on this machine as it is
    """
    words = catalogue(operators_language(os.environ)).gettext
    for found in machine(settings):
        if found.grade is Grade.OK:
            continue
        line = told(found, words)
        sentence = f"{line['said']} {line['advice']}".strip()
        if found.grade is Grade.TROUBLE:
            raise click.ClickException(sentence)
        click.secho(sentence, fg="yellow")


@click.command()
def down() -> None:
    """Stop what up has started with mode = docker or swarm. Nothing is lost; up starts it again."""
    settings = real_settings()
    running.refuse_other_modes(settings)
    way_of(settings).refuse_what_is_missing(settings, "down")
    way_of(settings).stop(project_root(), settings)
    click.echo("Stopped. Nothing is lost; start again when you like.")


@click.command()
def images() -> None:
    """Build the images for mode = docker and swarm, where they are not there yet, and say how large they are."""
    root, settings = project_root(), real_settings()
    tag = building.tag_of(root, settings)
    building.build(root, settings, tag, click.echo)
    for target, size in building.sizes(tag).items():
        click.echo(f"{building.PREFIX}{target}:{tag}  {size / 1e6:.0f} MB")
