"""``codekids up``: the real thing, from ``codekids.toml``. Also what every command that serves has in common."""

import signal
from collections.abc import Callable
from dataclasses import fields
from types import FrameType

import click

from codekids_hub import descendants
from codekids_hub.addresses import Addresses, project_root
from codekids_hub.commands.options import CONFIG_FILE, real_settings
from codekids_hub.commands.production import up_in_containers
from codekids_hub.installation import prepare, refuse_taken_ports, running
from codekids_hub.settings import Settings
from codekids_hub.workspaces import without_walls


class StopAsked(Exception):
    """Ctrl-C, or a polite kill."""


@click.command()
def up() -> None:
    """Run the real thing, as codekids.toml says (made with comments at the first start)."""
    file = project_root() / CONFIG_FILE
    if not file.exists():
        file.write_text(commented_defaults(), encoding="utf-8")
        click.echo(f"Made {file}: look into it when you like, everything in it has a default.")
    settings = real_settings()
    if settings.contained:
        up_in_containers(settings)
        return
    refuse_taken_ports(settings)
    prepare(settings, click.echo).dispose()
    address = Addresses.of(settings).public
    serve(
        settings,
        lambda: click.secho(f"\nReady: {address}   Ctrl-C stops everything.\n", fg="green", bold=True),
    )


def serve(settings: Settings, ready: Callable[[], None]) -> None:
    """Run the Hub, call ``ready`` when people can log in, and go on until Ctrl-C or SIGTERM."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise StopAsked()

    reason = without_walls()
    if reason:
        click.secho(
            f"Workspaces run without walls: {reason}. Good for trying out, not for children.", fg="yellow"
        )
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, stop)
    try:
        with running(settings, click.echo) as process:
            ready()
            code = descendants.wait_for(process)
            raise click.ClickException(
                f"The hub stopped by itself (code {code}). Its log: {settings.data / 'hub.log'}"
            )
    except StopAsked:
        click.echo("Stopped. Nothing is lost; start again when you like.")


def commented_defaults() -> str:
    """A ``codekids.toml`` in which every setting stands with its help and its default, commented out."""
    lines = ["# Settings of this installation. Take the # away from what you want to change.", ""]
    for each in fields(Settings):
        if isinstance(each.default, bool):
            shown = str(each.default).lower()
        else:
            shown = str(each.default) if isinstance(each.default, int) else f'"{each.default}"'
        lines += [f"# {each.metadata['help']}", f"# {each.name} = {shown}", ""]
    return "\n".join(lines)
