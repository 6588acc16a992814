"""The ``codekids`` command: one group, each command in a module of ``commands``, loaded only when it is asked for."""

from importlib import import_module

import click

COMMANDS = {
    "demo": "codekids_hub.commands.demo:demo",
    "up": "codekids_hub.commands.serving:up",
    "down": "codekids_hub.commands.production:down",
    "images": "codekids_hub.commands.production:images",
    "people": "codekids_hub.commands.people:people",
    "card": "codekids_hub.commands.people:card",
    "season": "codekids_hub.commands.season:season",
    "sets": "codekids_hub.commands.sets:sets",
    "mark": "codekids_hub.commands.marking:mark",
    "backup": "codekids_hub.commands.copies:backup",
    "restore": "codekids_hub.commands.copies:restore",
    "doctor": "codekids_hub.commands.doctor:doctor",
    "bom": "codekids_hub.commands.bom:bom",
    "bench": "codekids_hub.commands.bench:bench",
    "test": "codekids_hub.commands.testing:test",
    "lock": "codekids_hub.commands.locking:lock",
}
"""Where each command lives. The database, the Hub and the linter take a second to import: nobody waits for another's."""


class Lazy(click.Group):
    """A group that imports a command when it is asked for, and refuses in one sentence instead of a traceback."""

    def list_commands(self, context: click.Context) -> list[str]:
        """All commands, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """The command of this name."""
        if name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[name].partition(":")
        command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command

    def invoke(self, context: click.Context) -> object:
        """Run the command."""
        from codekids_exercises.challenge import ContentError
        from codekids_hub.refusals import AnyRefusal
        from codekids_hub.settings import SettingError

        try:
            return super().invoke(context)
        except (AnyRefusal, ContentError, SettingError) as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="codekids-hub", prog_name="codekids")
def main() -> None:
    """CODE Kids Hub: a Python workspace in the browser for every child of a library club."""
